using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine.Round;

/// <summary>
/// What reading and the rule book say of one workbook, put together as a reviewer would: a cell is told once with one right value, what
/// follows from a cause that is told is not told beside it, and a fault that comes in numbers is one finding.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="outcome">What the rule book says.</param>
/// <param name="issued">What was issued.</param>
/// <param name="places">Where cells stand.</param>
internal sealed class OneRound(
    BudgetFigures figures, CheckOutcome outcome, IssuedFigures issued, IReadOnlyDictionary<CellAddress, Place> places)
{
    private readonly CellLabels _labels = new(figures);

    /// <summary>The findings as they are told.</summary>
    public IEnumerable<Finding> Told(IReadOnlyList<Finding> findings)
    {
        var codes = findings.Where(IsMistypedCode).Select(finding => finding.Place.Address!.Value).ToArray();
        var typed = findings.Where(finding => finding.Kind == CellFindings.Messy)
            .Select(finding => finding.Place.Address).OfType<CellAddress>().ToHashSet();
        var causes = findings.Where(finding => IsCauseOf(finding, typed)).ToLookup(finding => finding.Place.Address!.Value);
        var merged = causes.SelectMany(cell => cell).ToHashSet(ReferenceEqualityComparer.Instance);
        var unread = findings.Where(IsUnread).Select(finding => finding.Place.Address).OfType<CellAddress>().ToHashSet();
        var swallowed = new MergedCells(findings, places);
        var totals = findings.Where(IsTotalLine).Select(finding => RowOf(finding)).ToHashSet();
        var told = findings.Where(finding => !IsOfCode(finding, codes) && !merged.Contains(finding) && !IsOfUnread(finding, unread)
                && !swallowed.Explain(finding) && !(finding.Category == Category.MissingExplanation && totals.Contains(RowOf(finding))))
            .Select(finding => Pieced(WithCount(swallowed.Told(Merged(finding, causes)))));
        return new SharedFaults(figures, _labels).Merge([.. told]);
    }

    /// <summary>A cell whose content could not be read, or a code that reading has told the cause of.</summary>
    private static bool IsUnread(Finding finding) => finding.Kind == CellFindings.ErrorValue
        || finding.Kind == CellFindings.FormulaShowsError || finding.Kind == CellFindings.FormulaAsText
        || finding.Kind == ContentFindings.Picture || finding.Kind == ListFindings.ProjectTwice;

    /// <summary>What a rule misses in a cell is there, and is told by what reading says of it.</summary>
    private static bool IsOfUnread(Finding finding, HashSet<CellAddress> unread) =>
        finding is { Kind: null, StandsAlone: true, Place.Address: { } cell } && unread.Contains(cell);

    /// <summary>
    /// A cause that relations pin down in a cell whose figure was typed as a text, what its change breaks, or that it reads as negative.
    /// </summary>
    private static bool IsCauseOf(Finding finding, HashSet<CellAddress> typed) =>
        finding is { Kind: null, Place.Address: { } cell } && typed.Contains(cell)
        && (finding.Ties.Count > 0 || finding.Category == Category.NegativeAmount);

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
    private Finding Merged(Finding finding, ILookup<CellAddress, Finding> causes)
    {
        if (finding.Kind != CellFindings.Messy || finding.Place.Address is not { } cell || !causes.Contains(cell)) return finding;
        Finding[] own = [.. causes[cell]];
        IReadOnlyList<Finding> ties = [.. own.SelectMany(each => each.Ties)];
        var related = own.SelectMany(each => each.Related).Distinct().ToArray();
        if (Read(finding.Expected) is { } read && read < 0m && own.Any(each => each.Category == Category.NegativeAmount))
        {
            return CellFindings.MessyNegative.At(finding.Place, ("column", _labels.Column(cell)), ("actual", finding.Actual),
                ("read", finding.Expected), ("expected", Issued(cell) ?? Told(cell, -read))) with
            { Related = related, Ties = ties };
        }

        if (ties.Count > 0 && Issued(cell) is { } before)
        {
            return CellFindings.MessyIssued.At(finding.Place, ("column", _labels.Column(cell)), ("actual", finding.Actual),
                ("read", finding.Expected), ("count", new FindingValue.Count(ties.Count)), ("expected", before)) with
            { Related = related, Ties = ties };
        }

        var cause = own.FirstOrDefault(each => each is { Expected: not null, Ties.Count: > 0 });
        if (cause is null) return ties.Count == 0 ? finding : finding with { Related = related, Ties = ties };
        var isNone = Read(cause.Expected) is 0m;
        return (isNone ? CellFindings.MessyNone : CellFindings.MessyOther).At(finding.Place,
            ("column", _labels.Column(cell)), ("actual", finding.Actual), ("read", finding.Expected),
            ("count", new FindingValue.Count(cause.Ties.Count)), ("expected", cause.Expected)) with
        {
            Related = cause.Related,
            Ties = cause.Ties,
        };
    }

    /// <summary>A line among the projects that adds up others: what it lacks as a project is no fault of its own.</summary>
    private bool IsTotalLine(Finding finding) => finding.Kind is null
        && figures.Book.Pack.TextChecks.Any(check => check.Id == finding.Rule && check.Checker == "totalLine");

    private static (FormId, RowKey)? RowOf(Finding finding) => finding.Place.Address is { } cell ? (cell.Form, cell.Row) : null;

    /// <summary>A code printed in several cells of which one was changed is told at that one.</summary>
    private Finding Pieced(Finding finding)
    {
        if (finding.Kind?.Rule != CodeFindings.Changed.Rule || finding.Place.Address is not { } cell || finding.Related.Count > 0
            || figures.Book.Pack[cell.Form] is not { Tree: { Print: CodePrint.Split } tree } form
            || figures.Book.Codes(form) is not { } codes) return finding;
        var code = finding.Expected?.ToString().Replace(" ", "", StringComparison.Ordinal) ?? "";
        if (code.Length != cell.Row.Value.Length) return finding;
        var odd = new List<ColumnId>();
        for (var (at, from) = (0, 0); at < Math.Min(tree.Pieces.Count, codes.LevelLengths.Count); from = codes.LevelLengths[at++])
        {
            var to = Math.Min(codes.LevelLengths[at], code.Length);
            if (from < to && !string.Equals(cell.Row.Value[from..to], code[from..to], StringComparison.Ordinal)) odd.Add(tree.Pieces[at]);
        }

        return odd is [var one] ? finding with { Place = new Place(Address: cell with { Column = one }) } : finding;
    }

    private static decimal? Read(FindingValue? value) =>
        decimal.TryParse(value?.ToString(), NumberStyles.Number, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The figure a cell was issued with; null where it was issued blank, or nothing is known.</summary>
    private FindingValue? Issued(CellAddress cell) => decimal.TryParse(issued[cell]?.Before, NumberStyles.Number,
        CultureInfo.InvariantCulture, out var number) && number != 0m ? Told(cell, number) : null;

    private FindingValue Told(CellAddress cell, decimal number)
    {
        var form = figures.Book.Pack[cell.Form];
        return FindingValue.Of(form, form.Column(cell.Column)!, number);
    }

    private Finding WithCount(Finding finding)
    {
        if (finding.Category != Category.MissingSheet) return finding;
        var count = outcome.Unchecked.Count;
        return count == 0 ? finding : finding with { Message = finding.Message + SheetFindings.NotChecked(count) };
    }
}
