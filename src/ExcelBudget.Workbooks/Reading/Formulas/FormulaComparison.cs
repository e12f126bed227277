using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>
/// Tells formulas that no longer compute what their form declares: each is evaluated on the figures of the budget, and only its own
/// result is compared, so that one changed formula is one finding and not every total above it.
/// </summary>
internal sealed partial class FormulaComparison(BudgetFigures figures, FlatWorkbook workbook, ReadingLog log)
{
    private const string Changed = "FORMULA-CHANGED";
    private const string External = "EXTERNAL-LINK";

    /// <summary>More than these in one form have one cause, and are told together.</summary>
    private const int MostSingles = 5;

    /// <summary>Nobody changes more formulas than these by hand: a program has moved rows or columns and left the formulas as they were.</summary>
    private const int MostChanged = 20;

    private readonly Dictionary<(string Sheet, int Row, int Column), CellAddress> _addresses = log.Places
        .Where(place => place.Value is { Sheet: not null, Cell: not null })
        .Select(place => (place.Key, place.Value, Cell: CellReference.TryParse(place.Value.Cell, out var cell) ? cell : default))
        .GroupBy(place => (place.Value.Sheet!, place.Cell.Row, place.Cell.Column))
        .ToDictionary(group => group.Key, group => group.First().Key);

    /// <summary>Does a formula point into another file?</summary>
    public static bool IsExternal(string formula) => OtherFile().IsMatch(formula);

    /// <summary>Reports the changed formulas, and the computed cells of fixed rows that were emptied.</summary>
    /// <param name="wasIssued">True for a computed cell that was issued with its formula; an inserted row may lack them.</param>
    public void Report(Func<CellAddress, bool> wasIssued)
    {
        var written = new TypedFormula(workbook, Known);
        var wrong = new List<WrongFormula>();
        foreach (var (address, (sheet, cell)) in log.Formulas)
        {
            if (IsExternal(cell.Formula!)) ReportExternal(address, cell);
            else if (figures.Value(address) is { IsKnown: true } declared
                && written.Evaluate(cell.Formula!, sheet, cell.Row) is { } result
                && Differ(address, result, declared.Value)) wrong.Add(new WrongFormula(address, cell, result, Number(address, declared.Value)));
        }

        foreach (var address in log.Emptied.Where(wasIssued))
        {
            if (figures.Value(address) is { IsKnown: true } declared && Differ(address, 0m, declared.Value)) wrong.Add(new WrongFormula(address, null, 0m, Number(address, declared.Value)));
        }

        ReportBroken();
        if (wrong.Count > MostChanged) ReportAll(wrong);
        else foreach (var form in wrong.GroupBy(formula => formula.Address.Form)) Report([.. form]);
        if (wrong.Count > 0) ForgetConsequences(wrong);
    }

    /// <summary>One error value is passed on by every total above it: one finding for each form, at the formula that lost its cells.</summary>
    private void ReportBroken()
    {
        foreach (var form in log.BrokenFormulas.GroupBy(broken => broken.Key.Form))
        {
            var cells = form.OrderByDescending(broken => broken.Value.Formula!.Contains("#REF!", StringComparison.Ordinal)).ToArray();
            var (address, cell) = cells[0];
            log.Add("CELL-ERROR", Category.FormatInvalid, Severity.Error,
                $"这里的公式显示错误值 {cell.Text}{(cells.Length > 1 ? $"，这张表共有 {cells.Length} 处" : "")}，多半是它引用的行、栏或表被删除。检查已按填写的数重新计算；请恢复被删除的内容和原来的公式。",
                log.Places[address], cell.Text, null, [.. cells.Skip(1).Select(other => log.Places[other.Key])]);
        }
    }

    /// <summary>The results in the file may still be right; then nothing wrong is shown, and the next recalculation is told on its own.</summary>
    private void ReportAll(List<WrongFormula> wrong)
    {
        if (wrong.TrueForAll(ShowsRight)) return;
        var (address, shown, expected) = (wrong[0].Address, Told(wrong[0].Address, wrong[0].Result), Told(wrong[0].Address, wrong[0].Declared));
        log.Add(Changed, Category.FormulaOverwritten, Severity.Warning,
            $"工作簿里有 {wrong.Count} 个公式算出来的数与表样不一致（例如这里算出来是 {shown}，应为 {expected}），多半是插入、删除行或栏时公式没有跟着移动。检查已按填写的数重新计算；请用 Excel 打开核对公式，或在下发的工作簿上填报。",
            log.Places[address], shown, expected, [.. wrong.Skip(1).Select(formula => log.Places[formula.Address])]);
    }

    private bool ShowsRight(WrongFormula formula) => log.CachedResults.TryGetValue(formula.Address, out var shown) && Math.Abs(shown - formula.Declared) <= HalfDigit(formula.Address);

    private (bool IsKnown, decimal? Value) Known(FlatSheet sheet, int row, int column) =>
        !_addresses.TryGetValue((sheet.Name, row, column), out var address) ? default
        : figures.Value(address) is { IsKnown: true } known ? (true, Number(address, known.Value)) : (true, null);

    private bool Differ(CellAddress address, decimal result, Measure declared) =>
        Math.Abs(result - Number(address, declared)) > HalfDigit(address) + Number(address, declared with { Value = declared.HalfWidth });

    private FormDefinition Form(CellAddress address) => figures.Book.Pack[address.Form];

    private decimal Number(CellAddress address, Measure figure) => Form(address).Number(figure);

    /// <summary>Half of the last digit a cell shows.</summary>
    private decimal HalfDigit(CellAddress address) => Form(address).HalfPrintedDigit(Form(address).Column(address.Column)!);

    private string Told(CellAddress address, decimal number) =>
        Figures.Shown(number, Form(address).Column(address.Column)!.Kind == CellKind.Amount ? Form(address).Amounts.Decimals : 2);

    private void Report(IReadOnlyList<WrongFormula> formulas)
    {
        if (formulas.Count <= MostSingles)
        {
            foreach (var formula in formulas) Report(formula, "", []);
        }
        else Report(formulas[0], $"这张表共有 {formulas.Count} 处这样的公式，其余的见相关单元格。", [.. formulas.Skip(1).Select(formula => log.Places[formula.Address])]);
    }

    private void Report(WrongFormula formula, string more, IReadOnlyList<Place> related)
    {
        var (shown, expected) = (Told(formula.Address, formula.Result), Told(formula.Address, formula.Declared));
        var message = formula.Cell is { } cell
            ? $"这里的公式被改成了“={Shortened(cell.Formula!)}”，算出来是 {shown}，按表样应为 {expected}。请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制），并核对是不是漏加了行。"
            : $"这里原来是公式，现在是空的，按表样应为 {expected}。请恢复原来的公式（可从同一栏的其他行或下发的工作簿复制）。";
        log.Add(Changed, Category.FormulaOverwritten, ShowsRight(formula) ? Severity.Warning : Severity.Error, message + more, log.Places[formula.Address], shown, expected, related);
    }

    private void ReportExternal(CellAddress address, FlatCell cell) => log.Add(External, Category.ExternalContent, Severity.Error,
        $"这里的公式引用了别的文件（={Shortened(cell.Formula!)}），打开时取不到准确的数。检查已按本表的数重新计算；请恢复原来的公式。", log.Places[address], "=" + Shortened(cell.Formula!));

    /// <summary>What a wrong formula shows is told with it; totals that only pass it on are not out of date.</summary>
    private void ForgetConsequences(List<WrongFormula> wrong)
    {
        foreach (var formula in wrong) log.CachedResults.Remove(formula.Address);
        var shown = new TypedFormula(workbook, (sheet, row, column) => sheet[row, column] is { } cell ? (true, cell.Kind == FlatCellKind.Number ? cell.Number : cell.Kind is FlatCellKind.Text or FlatCellKind.Blank ? 0m : null) : default);
        foreach (var (address, result) in log.CachedResults.ToArray())
        {
            if (log.Formulas.TryGetValue(address, out var at) && shown.Evaluate(at.Cell.Formula!, at.Sheet, at.Cell.Row) is { } again && Math.Abs(again - result) <= HalfDigit(address)) log.CachedResults.Remove(address);
        }
    }

    private static string Shortened(string formula) => formula.Length <= 60 ? formula : formula[..57] + "…";

    private sealed record WrongFormula(CellAddress Address, FlatCell? Cell, decimal Result, decimal Declared);

    [GeneratedRegex(@"\[\d+\]|\[[^\[\]]+\.(xls|et|csv|ods)\w*\]|file:///", RegexOptions.IgnoreCase)]
    private static partial Regex OtherFile();
}
