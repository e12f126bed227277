using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Formulas;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>
/// Tells formulas that no longer compute what their form declares: each is evaluated on the figures of the budget, and only its own
/// result is compared, so that one changed formula is one finding and not every total above it.
/// </summary>
internal sealed partial class FormulaComparison(BudgetFigures figures, FlatWorkbook workbook, ReadingLog log)
{
    /// <summary>How much of a formula a message quotes.</summary>
    private const int LongestFormula = 60;

    /// <summary>More than these in one form have one cause, and are told together.</summary>
    private const int MostSingles = 5;

    /// <summary>Nobody changes more formulas than these by hand: a program has moved rows or columns and left the formulas as they
    /// were.</summary>
    private const int MostChanged = 20;

    /// <summary>What the budget has for each formula of the log, in its order, once they were reported.</summary>
    public IReadOnlyList<Evaluated> Declared => _declared;

    private readonly List<Evaluated> _declared = new(log.Formulas.Count);
    private readonly FigureCells _cells = new(figures, log.Places);

    private readonly Dictionary<string,
        string> _odd = log.OddCodes.DistinctBy(odd => odd.Cell.Text).ToDictionary(odd => odd.Cell.Text, odd =>
        odd.Reading.Code, StringComparer.Ordinal);

    /// <summary>The figures as they would be without any value typed over a formula.</summary>
    private readonly Lazy<BudgetFigures> _recomputed = new(() => new BudgetFigures(figures.Book,
        new Budget(figures.Budget.Identity, figures.Budget.Forms.Select(content => Recomputed(figures, content))), figures.Unreadable));

    /// <summary>
    /// A formula that passes over totals which were pasted as values and are out of date now is as it was: the totals are told.
    /// </summary>
    private bool IsRightBelow(CellAddress address, decimal result) =>
        _recomputed.Value.Value(address) is { IsKnown: true } again && !Differ(address, result, again.Value);

    private static FormContent Recomputed(BudgetFigures figures, FormContent content)
    {
        var form = figures.Book.Pack[content.Form];
        var view = figures.View(form);
        return new FormContent(content.Form, [.. content.Rows.Select(row => view[row.Key] is not { } seen ? row
            : new FormRow(row.Key, row.Cells.Where(cell => cell.Value.AsMeasure() is null || figures.Compute(form, seen, cell.Key) is null)
                .ToDictionary()))]);
    }

    /// <summary>Does a formula point into another file?</summary>
    public static bool IsExternal(string formula) =>
        // nearly no formula has either, and one look at its characters says so
        (formula.Contains('[', StringComparison.Ordinal) || formula.Contains("///", StringComparison.Ordinal))
        && OtherFile().IsMatch(formula);

    /// <summary>Reports the changed formulas, and the computed cells of fixed rows that were emptied.</summary>
    /// <param name="wasIssued">True for a computed cell that was issued with its formula; an inserted row may lack them.</param>
    public void Report(Func<CellAddress, bool> wasIssued)
    {
        var written = new FormulaEngine(workbook, _cells.At, Code);
        var wrong = new List<WrongFormula>();
        foreach (var (address, sheet, cell) in log.Formulas)
        {
            var formula = cell.Formula!;
            var declared = figures.Value(address);
            _declared.Add(declared);
            if (IsExternal(formula)) log.External(address, formula);
            else if (declared.IsKnown
                && Figure(written.Evaluate(formula, written.Sheet(sheet.Name)!, cell.Row, cell.Column, cell.IsArrayFormula)) is { } result
                && Differ(address, result, declared.Value) && !IsRightBelow(address, result))
                wrong.Add(new WrongFormula(address, cell, result, Number(address, declared.Value)));
        }

        foreach (var address in log.Emptied.Where(wasIssued))
        {
            if (figures.Value(address) is { IsKnown: true } declared
                && Differ(address, 0m, declared.Value)) wrong.Add(new WrongFormula(address, null, 0m, Number(address, declared.Value)));
        }

        ReportBroken();
        // a code that stands in one column of several has its own finding; no formula could see it
        var unsplit = log.OddCodes.Where(odd => odd.Reading.Fault == CodeFault.Unsplit).Select(odd => odd.Address.Form).ToHashSet();
        wrong.RemoveAll(formula => unsplit.Contains(formula.Address.Form));
        if (wrong.Count > MostChanged) ReportAll(wrong);
        else foreach (var form in wrong.GroupBy(formula => formula.Address.Form)) Report([.. form]);
        if (wrong.Count > 0) ForgetConsequences(wrong);
    }

    /// <summary>One error value is passed on by every total above it: one finding for each form, at the formula that lost its
    /// cells.</summary>
    private void ReportBroken()
    {
        foreach (var form in log.BrokenFormulas.Where(broken => !IsConsequence(broken.Value)).GroupBy(broken => broken.Key.Form))
        {
            var cells = form.OrderByDescending(broken => broken.Value.Formula!.Contains("#REF!", StringComparison.Ordinal)).ToArray();
            var (address, cell) = cells[0];
            var kind = cells.Length == 1 ? CellFindings.FormulaBroken : CellFindings.FormulasBroken;
            log.Add(kind.At(log.Places[address], ("actual", cell.Text), ("count", new FindingValue.Count(cells.Length)))
                with
            { Related = [.. cells.Skip(1).Select(other => log.Places[other.Key])] });
        }
    }

    /// <summary>
    /// A sheet that is gone leaves error values in every formula that names it; an error value in an entered cell is passed on by every
    /// formula above it. Both are told at their cause.
    /// </summary>
    private bool IsConsequence(FlatCell broken) => log.Findings.Exists(finding => finding.Category == Category.MissingSheet)
        || (!broken.Formula!.Contains("#REF!", StringComparison.Ordinal)
            && (log.Externals.Count > 0 || log.Findings.Exists(IsErrorTyped)));

    private static bool IsErrorTyped(Finding finding) =>
        finding.Kind == CellFindings.ErrorValue || finding.Kind == CellFindings.FormulaShowsError;

    /// <summary>The results in the file may still be right; then nothing wrong is shown, and the next recalculation is told on its
    /// own.</summary>
    private void ReportAll(List<WrongFormula> wrong)
    {
        if (wrong.TrueForAll(ShowsRight)) return;
        log.Add(FormulaFindings.ChangedAll.At(log.Places[wrong[0].Address],
            [("count", new FindingValue.Count(wrong.Count)), .. Values(wrong[0])])
            with
        { Related = [.. wrong.Skip(1).Select(formula => log.Places[formula.Address])] });
    }

    private bool ShowsRight(WrongFormula formula) =>
        log.CachedResults.TryGetValue(formula.Address, out var shown) && Math.Abs(shown - formula.Declared) <= HalfDigit(formula.Address);

    /// <summary>A code as it was read: one typed with its name is still that code.</summary>
    private string Code(string typed) => _odd.TryGetValue(typed, out var code) ? code : CodeReader.Clean(typed);

    /// <summary>Cells as the file shows them; texts are compared as they stand.</summary>
    private static KnownFigure Shown(FlatSheet sheet, int row, int column) => sheet[row, column] switch
    {
        null or { Kind: FlatCellKind.Text or FlatCellKind.Blank, HasFormula: false } => default,
        { Kind: FlatCellKind.Number, Number: { } number } => new(true, number),
        { Kind: FlatCellKind.Text or FlatCellKind.Blank } => new(true, 0m),
        _ => new(true, null),
    };

    /// <summary>A formula that shows nothing shows no amount.</summary>
    private static decimal? Figure(FormulaValue value) => value.Kind switch
    {
        FormulaKind.Number => value.Number,
        FormulaKind.Text when value.Text.Length == 0 => 0m,
        _ => null,
    };

    private bool Differ(CellAddress address, decimal result, Measure declared)
    {
        var form = Form(address);
        var difference = Math.Abs(result - form.Number(declared));
        return difference != 0m && difference > form.HalfPrintedDigit(form.Column(address.Column)!)
            + form.Number(declared with { Value = declared.HalfWidth });
    }

    private FormDefinition Form(CellAddress address) => figures.Book.Pack[address.Form];

    private decimal Number(CellAddress address, Measure figure) => Form(address).Number(figure);

    /// <summary>Half of the last digit a cell shows.</summary>
    private decimal HalfDigit(CellAddress address) => Form(address).HalfPrintedDigit(Form(address).Column(address.Column)!);

    private FindingValue Told(CellAddress address, decimal number) =>
        FindingValue.Of(Form(address), Form(address).Column(address.Column)!, number);

    private void Report(IReadOnlyList<WrongFormula> formulas)
    {
        if (formulas.Count > MostSingles) ReportMany(formulas);
        else foreach (var formula in formulas) log.Add(Kind(formula).At(log.Places[formula.Address], Values(formula)));
    }

    private void ReportMany(IReadOnlyList<WrongFormula> formulas)
    {
        var first = formulas[0];
        log.Add(KindOfMany(first).At(log.Places[first.Address], [("count", new FindingValue.Count(formulas.Count)), .. Values(first)])
            with
        { Related = [.. formulas.Skip(1).Select(formula => log.Places[formula.Address])] });
    }

    /// <summary>An emptied cell shows nothing, which is never right.</summary>
    private FindingKind Kind(WrongFormula formula) =>
        formula.Cell is null ? FormulaFindings.Emptied : ShowsRight(formula) ? FormulaFindings.ChangedHarmless : FormulaFindings.Changed;

    private FindingKind KindOfMany(WrongFormula formula) =>
        formula.Cell is null ? FormulaFindings.EmptiedMany : ShowsRight(formula)
            ? FormulaFindings.ChangedManyHarmless : FormulaFindings.ChangedMany;

    private (string Slot, FindingValue? Value)[] Values(WrongFormula formula) =>
    [
        ("formula", formula.Cell?.Formula is { } written ? Shortened(written) : null),
        ("actual", Told(formula.Address, formula.Result)), ("expected", Told(formula.Address, formula.Declared)),
    ];

    /// <summary>What a wrong formula shows is told with it; totals that only pass it on are not out of date.</summary>
    private void ForgetConsequences(List<WrongFormula> wrong)
    {
        foreach (var formula in wrong) log.CachedResults.Remove(formula.Address);
        var shown = new FormulaEngine(workbook, Shown, Code);
        var written = log.Formulas.ToDictionary(formula => formula.Address);
        foreach (var (address, result) in log.CachedResults.ToArray())
        {
            if (written.TryGetValue(address, out var at)
                && Figure(shown.Evaluate(at.Cell.Formula!, at.Sheet, at.Cell.Row, at.Cell.Column)) is { } again
                && Math.Abs(again - result) <= HalfDigit(address)) log.CachedResults.Remove(address);
        }
    }

    private static string Shortened(string formula) => TextCut.Beginning(formula, LongestFormula);

    private sealed record WrongFormula(CellAddress Address, FlatCell? Cell, decimal Result, decimal Declared);

    [GeneratedRegex(@"\[\d+\]|\[[^\[\]]+\.(xls|et|csv|ods)\w*\]|file:///", RegexOptions.IgnoreCase)]
    private static partial Regex OtherFile();
}
