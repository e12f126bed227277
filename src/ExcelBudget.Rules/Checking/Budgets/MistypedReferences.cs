using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>
/// 引用的编码填错。A name that one form has and another lacks, and a name there that nobody has, are one slip: that of the cell where the name
/// stood when the workbook was issued, or of the only cell that looks like it.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call columns.</param>
/// <param name="issued">What was issued.</param>
internal sealed class MistypedReferences(BudgetFigures figures, CellLabels labels, IssuedFigures issued)
{
    private readonly Dictionary<string, TextCheckDeclaration> _checks = figures.Book.Pack.TextChecks
        .Where(check => check is { Checker: "reference", Columns.Count: 1 }).ToDictionary(check => check.Id, StringComparer.Ordinal);

    /// <summary>The findings, a missing name told at the cell that was mistyped.</summary>
    public IReadOnlyList<Finding> Merge(IReadOnlyList<Finding> findings)
    {
        Finding[] missing = [.. findings.Where(IsMissing)];
        if (missing.Length == 0) return findings;
        var merged = new Dictionary<Finding, Finding?>(ReferenceEqualityComparer.Instance);
        foreach (var finding in missing.Where(finding => !merged.ContainsKey(finding)))
        {
            if (Suspect(finding, missing, merged) is not var (cell, name, odd)) continue;
            if (odd is not null) merged[odd] = null;
            merged[finding] = Told(finding, cell, name, odd);
        }

        return [.. findings.Select(finding => merged.GetValueOrDefault(finding, finding)).OfType<Finding>()];
    }

    private bool IsMissing(Finding finding) => finding is { Kind: null, Actual: not null, Place.Address: not null }
        && _checks.ContainsKey(finding.Rule);

    /// <summary>The cell of the other form that was mistyped, what it should say, and what is said of it already.</summary>
    private (CellAddress Cell, string Name, Finding? Odd)? Suspect(
        Finding finding, Finding[] missing, Dictionary<Finding, Finding?> merged)
    {
        var words = _checks[finding.Rule].Words;
        var (other, column, name) = (new FormId(words[0]), new ColumnId(words[1]), finding.Actual!.ToString());
        // codes of a code form have relations to tell whether they are right
        if (figures.Book.Pack[other].Tree is not null) return null;
        Finding[] odd = [.. missing.Where(told => told != finding && !merged.ContainsKey(told)
            && told.Place.Address is { } at && at.Form == other && at.Column == column)];
        if (Issued(other, column, name) is { } cell)
            return (cell, name, odd.FirstOrDefault(told => told.Place.Address!.Value.Row == cell.Row));
        Finding[] alike = [.. odd.Where(told => IsAlike(told.Actual!.ToString(), name))];
        return alike is [var one] && missing.Count(told => told.Rule == finding.Rule && told.Actual is { } lost
            && IsAlike(lost.ToString(), one.Actual!.ToString())) == 1 ? (one.Place.Address!.Value, name, one) : null;
    }

    /// <summary>Where a name stood when the workbook was issued: that cell, or the row that has the rest of its row now.</summary>
    private CellAddress? Issued(FormId form, ColumnId column, string name)
    {
        foreach (var cell in issued.Cells.Where(cell => cell.Form == form && cell.Column == column && issued[cell]!.Before == name))
        {
            if (figures.Budget[form]?[cell.Row] is not null) return cell;
            var rest = issued.Cells.Where(own => own.Form == form && own.Row == cell.Row && own.Column != column)
                .Select(own => (own.Column, issued[own]!.Before)).Where(own => own.Before.Length > 0).ToArray();
            var rows = issued.Cells.Where(own => own.Form == form && own.Row != cell.Row && issued[own]!.Before.Length == 0
                && rest.Contains((own.Column, issued[own]!.After))).ToArray();
            if (rows is not [var moved]) continue;
            var now = moved with { Column = column };
            return figures.Budget[now] is null ? moved : now;
        }

        return null;
    }

    /// <summary>As long, and no more than two signs apart.</summary>
    private static bool IsAlike(string one, string other) =>
        one.Length == other.Length && one.Zip(other).Count(pair => pair.First != pair.Second) is 1 or 2;

    private Finding Told(Finding missing, CellAddress cell, string name, Finding? odd)
    {
        var words = _checks[missing.Rule].Words;
        var typed = figures.Budget[cell with { Column = new ColumnId(words[1]) }]?.AsText() ?? "";
        (string, FindingValue?) stands = ("stands", typed.Length == 0 ? "是空的" : $"填的是 {typed}");
        var said = missing.Message[..Math.Max(0, missing.Message.IndexOf('。', StringComparison.Ordinal))];
        return (odd ?? missing) with
        {
            Severity = odd is null || missing.Severity > odd.Severity ? missing.Severity : odd.Severity,
            Message = CauseSentences.MistypedName.With(
                ("column", labels.Column(cell with { Column = new ColumnId(words[1]) })), stands, ("expected", name), ("missing", said)),
            Place = new Place(Address: cell),
            Expected = name,
            Actual = typed,
            Related = [missing.Place],
        };
    }
}
