using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Formulas;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>
/// Codes that the program reads and the sheet does not: sums by code pass over «2070104 ». Whether they do is computed as Excel would. Totals
/// that are wrong for that reason are told with the code, never as «press F9», which cannot help.
/// </summary>
internal sealed class UnseenCodes(BudgetFigures figures, FlatWorkbook workbook, ReadingLog log)
{
    /// <summary>Reports every odd code, and takes the totals that suffer from it out of those to recalculate.</summary>
    public void Report()
    {
        var blind = Blind();
        if (log.OddCodes.Count > 0 || log.Findings.Exists(IsTextFigure)) foreach (var address in blind) log.CachedResults.Remove(address);
        else log.Settled.UnionWith(blind);
        foreach (var odd in log.OddCodes) Report(odd, blind.Count > 0);
    }

    /// <summary>Computed cells that show, and in Excel would go on to show, something else than the budget's figure.</summary>
    private List<Domain.Forms.CellAddress> Blind()
    {
        var excel = new FormulaEngine(workbook);
        var blind = new List<Domain.Forms.CellAddress>();
        foreach (var (address, saved) in log.CachedResults)
        {
            if (figures.Value(address) is not { IsKnown: true } known) continue;
            var form = figures.Book.Pack[address.Form];
            var (number, halfDigit) = (form.Number(known.Value), form.HalfPrintedDigit(form.Column(address.Column)!));
            if (Math.Abs(number - saved) <= halfDigit) continue;
            if (log.Formulas.TryGetValue(address, out var at) && excel.Cell(at.Sheet, at.Cell.Row, at.Cell.Column) is { Kind: FormulaKind.Number } again
                && Math.Abs(again.Number - number) > halfDigit) blind.Add(address);
        }

        return blind;
    }

    /// <summary>An amount that stands as a text: its own finding says why the totals are wrong.</summary>
    private static bool IsTextFigure(Finding finding) => finding is { Rule: "CELL-MESSY", Severity: Severity.Error };

    private void Report(OddCode odd, bool isBlind)
    {
        var typed = odd.Cell.Text;
        var (rule, category, severity, message) = odd.Reading.Fault switch
        {
            CodeFault.Joined => ("CODE-FORMAT", Category.MessyValue, Severity.Error,
                $"科目编码栏填的是“{typed}”，按编码 {odd.Reading.Code} 读取。编码栏只填编码，名称填在名称栏；表里的公式认不出这样的编码，合计会少算这一行。请改为 {odd.Reading.Code}。"),
            CodeFault.DigitsLost => ("CODE-DIGITS", Category.FormatInvalid, Severity.Error,
                $"编码变成了数字 {typed}，后面的位数丢了。请先把单元格的格式设为“文本”，再重新填写完整的编码。"),
            _ when isBlind => ("CODE-FORMAT", Category.MessyValue, Severity.Error,
                $"科目编码“{Visible(typed)}”里有空格等多余的符号。程序按 {odd.Reading.Code} 读取，但表里的公式认不出它，合计没有加上这一行，重新计算也没有用。请重新填写编码 {odd.Reading.Code}。"),
            _ => ("CODE-FORMAT", Category.MessyValue, Severity.Info,
                $"科目编码“{Visible(typed)}”里有空格等多余的符号，已按 {odd.Reading.Code} 读取。请重新填写编码 {odd.Reading.Code}。"),
        };
        log.Add(rule, category, severity, message, log.Places[odd.Address], typed, odd.Reading.Fault == CodeFault.DigitsLost ? null : odd.Reading.Code);
    }

    /// <summary>Blanks are shown: nobody sees the one at the end.</summary>
    private static string Visible(string typed) => typed.Replace(' ', '␣').Replace('　', '␣').Replace('\u00A0', '␣');
}
