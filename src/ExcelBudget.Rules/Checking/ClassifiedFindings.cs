using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Classified;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking;

/// <summary>涉密内容。Says where a classified project tells more than may be published, without telling it again.</summary>
public static class ClassifiedFindings
{
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
        return projects.Breaches(unread).SelectMany(breach => breach.Cells.GroupBy(projects.IsOfMarkedRow)
            .Select(cells => Finding(breach.Project, [.. cells], cells.Key, labels)));
    }

    /// <summary>A finding of another rule about a withheld cell says what it quotes; it is told by this rule alone.</summary>
    public static bool MayBeTold(Finding finding, ClassifiedProjects projects) =>
        finding.Kind == BudgetFindings.Classified || finding.Kind == BudgetFindings.ClassifiedRows
            || finding.Place.Address is not { } address || !projects.Withholds(address);

    /// <summary>A change without the values of a withheld cell.</summary>
    public static Change Veiled(Change change, ClassifiedProjects projects) =>
        change.Place.Address is { } address && projects.Withholds(address)
            ? change with { Before = Veiled(change.Before), After = Veiled(change.After) }
            : change;

    private static string Veiled(string value) => value.Length == 0 ? "" : Withheld;

    private static Finding Finding(RowKey project, IReadOnlyList<CellAddress> cells, bool areOfRows, CellLabels labels)
    {
        var columns = cells.Select(labels.Column).Where(column => column.Length > 0).Distinct().ToArray();
        var named = string.Join('、', columns.Take(NamedCells)) + (columns.Length > NamedCells ? "等" : "");
        var place = new Place(Address: cells[0]);
        return (areOfRows ? BudgetFindings.ClassifiedRows : BudgetFindings.Classified).At(
            place, ("project", labels.Project(cells[0])), ("columns", named), ("count", new FindingValue.Count(cells.Count)),
            ("rows", new FindingValue.Count(cells.Select(cell => cell.Row).Distinct().Count())), ("indicator", labels.Row(cells[0]))) with
        {
            Project = project.Value,
            Related = [.. cells.Skip(1).Select(cell => new Place(Address: cell))],
        };
    }
}
