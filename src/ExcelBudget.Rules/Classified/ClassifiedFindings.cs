using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Classified;

/// <summary>涉密内容。Says where a classified project tells more than may be published, without telling it again.</summary>
public static class ClassifiedFindings
{
    /// <summary>Id of the rule.</summary>
    public const string Rule = "CLASSIFIED-CONTENT";

    /// <summary>What stands in place of a withheld value, wherever the program quotes cells.</summary>
    public const string Withheld = "（涉密，不显示）";

    private const int NamedCells = 4;

    /// <summary>One error for each project, at its first cell; the others are related.</summary>
    /// <param name="projects">The classified projects of the budget as it was read.</param>
    /// <param name="figures">The budget without what is withheld, for the names of projects and columns.</param>
    /// <param name="unread">Cells that could not be read.</param>
    public static IEnumerable<Finding> Of(ClassifiedProjects projects, BudgetFigures figures, IEnumerable<CellAddress> unread)
    {
        var labels = new CellLabels(figures);
        return projects.Breaches(unread).Select(breach => Finding(breach.Project, breach.Cells, labels));
    }

    /// <summary>A finding of another rule about a withheld cell says what it quotes; it is told by this rule alone.</summary>
    public static bool MayBeTold(Finding finding, ClassifiedProjects projects) =>
        finding.Rule == Rule || finding.Place.Address is not { } address || !projects.Withholds(address);

    /// <summary>A change without the values of a withheld cell.</summary>
    public static Change Veiled(Change change, ClassifiedProjects projects) =>
        change.Place.Address is { } address && projects.Withholds(address)
            ? change with { Before = Veiled(change.Before), After = Veiled(change.After) }
            : change;

    private static string Veiled(string value) => value.Length == 0 ? "" : Withheld;

    private static Finding Finding(RowKey project, IReadOnlyList<CellAddress> cells, CellLabels labels)
    {
        var columns = cells.Select(labels.Column).Where(column => column.Length > 0).Distinct().ToArray();
        var named = string.Join('、', columns.Take(NamedCells)) + (columns.Length > NamedCells ? "等" : "");
        return new Finding
        {
            Rule = Rule,
            Category = "classified",
            Severity = Severity.Error,
            Message = $"项目“{labels.Project(cells[0])}”标明涉密，公开的表里只能有项目名称和“涉密”二字，这里还填写了{named}（共 {cells.Count} 格）。"
                + "请删去这些内容，或改填“涉密”；不涉密的，请把“是否涉密”改为“否”。",
            Place = new Place(Address: cells[0]),
            Project = project.Value,
            Related = [.. cells.Skip(1).Select(cell => new Place(Address: cell))],
            Basis = "《政府信息公开条例》第十四条",
        };
    }
}
