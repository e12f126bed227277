using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// What reading and the rule book say of one workbook, put together as a reviewer would: a cell is told once with one right value, what
/// follows from a cause that is told is not told beside it, and a fault that comes in numbers is one finding.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="outcome">What the rule book says.</param>
internal sealed class OneRound(BudgetFigures figures, CheckOutcome outcome)
{
    private readonly CellLabels _labels = new(figures);

    /// <summary>The findings as they are told.</summary>
    public IEnumerable<Finding> Told(IReadOnlyList<Finding> findings)
    {
        var codes = findings.Where(IsMistypedCode).Select(finding => finding.Place.Address!.Value).ToArray();
        var typed = findings.Where(finding => finding.Kind == CellFindings.Messy)
            .Select(finding => finding.Place.Address).OfType<CellAddress>().ToHashSet();
        var causes = findings.Where(finding => IsCauseOf(finding, typed)).GroupBy(finding => finding.Place.Address!.Value)
            .ToDictionary(group => group.Key, group => group.First());
        var unread = findings.Where(IsUnread).Select(finding => finding.Place.Address).OfType<CellAddress>().ToHashSet();
        var told = findings.Where(finding => !IsOfCode(finding, codes) && !causes.ContainsValue(finding) && !IsOfUnread(finding, unread))
            .Select(finding => WithCount(Merged(finding, causes)));
        return new SharedFaults(figures, _labels).Merge([.. told]);
    }

    /// <summary>A cell whose content could not be read, or a code that reading has told the cause of.</summary>
    private static bool IsUnread(Finding finding) => finding.Kind == CellFindings.ErrorValue
        || finding.Kind == CellFindings.FormulaShowsError || finding.Kind == CellFindings.FormulaAsText
        || finding.Kind == ContentFindings.Picture || finding.Kind == ListFindings.ProjectTwice;

    /// <summary>What a rule misses in a cell is there, and is told by what reading says of it.</summary>
    private static bool IsOfUnread(Finding finding, HashSet<CellAddress> unread) =>
        finding is { Kind: null, StandsAlone: true, Place.Address: { } cell } && unread.Contains(cell);

    /// <summary>A cause that relations pin down in a cell whose figure was typed as a text.</summary>
    private static bool IsCauseOf(Finding finding, HashSet<CellAddress> typed) =>
        finding is { Kind: null, Ties.Count: > 0, Expected: not null, Place.Address: { } cell } && typed.Contains(cell);

    /// <summary>A code that leads the relations it breaks.</summary>
    private static bool IsMistypedCode(Finding finding) =>
        finding is { Ties.Count: > 0, Place.Address: not null }
        && (finding.Category == Category.UnknownCode || finding.Kind?.Rule == CodeFindings.Changed.Rule);

    /// <summary>The sums of the sheet miss a row whose code is wrong: what they show follows from the code.</summary>
    private static bool IsOfCode(Finding finding, CellAddress[] codes) =>
        finding.Kind == FormulaFindings.Stale ? codes.Length > 0
        : finding.Category == Category.FormulaOverwritten && finding.Place.Address is { } cell
            && codes.Any(code => code.Form == cell.Form && code.Row == cell.Row);

    /// <summary>
    /// A figure typed as a text may be read in another unit than was meant: where relations say what it must be, the text and the
    /// relations are one finding with that figure.
    /// </summary>
    private Finding Merged(Finding finding, Dictionary<CellAddress, Finding> causes)
    {
        if (finding.Kind != CellFindings.Messy || finding.Place.Address is not { } cell
            || !causes.TryGetValue(cell, out var cause)) return finding;
        var isNone = decimal.TryParse(cause.Expected?.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var right)
            && right == 0m;
        return (isNone ? CellFindings.MessyNone : CellFindings.MessyOther).At(finding.Place,
            ("column", _labels.Column(cell)), ("actual", finding.Actual), ("read", finding.Expected),
            ("count", new FindingValue.Count(cause.Ties.Count)), ("expected", cause.Expected)) with
        {
            Related = cause.Related,
            Ties = cause.Ties,
        };
    }

    private Finding WithCount(Finding finding)
    {
        if (finding.Category != Category.MissingSheet) return finding;
        var count = outcome.Unchecked.Count;
        return count == 0 ? finding : finding with { Message = finding.Message + SheetFindings.NotChecked(count) };
    }
}
