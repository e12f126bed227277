using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Formulas;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>
/// Codes that the program reads and the sheet does not: sums by code pass over «2070104 ». Whether they do is computed as Excel would.
/// Totals
/// that are wrong for that reason are told with the code, never as «press F9», which cannot help.
/// </summary>
/// <param name="figures">The figures.</param>
/// <param name="declared">What they have for each formula of the log.</param>
/// <param name="workbook">The workbook.</param>
/// <param name="log">Takes what is found.</param>
internal sealed class UnseenCodes(BudgetFigures figures, IReadOnlyList<Evaluated> declared, FlatWorkbook workbook, ReadingLog log)
{
    /// <summary>Reports every odd code, and takes the totals that suffer from it out of those to recalculate.</summary>
    public void Report()
    {
        var blind = Blind();
        // calculating anew does not help them: what makes them wrong has its own finding
        if (log.OddCodes.Count > 0 || log.Findings.Exists(finding =>
            finding.Severity == Severity.Error)) foreach (var address in blind) log.CachedResults.Remove(address);
        foreach (var odd in log.OddCodes.DistinctBy(odd => (odd.Address.Form, odd.Address.Row))) Report(odd, blind.Count > 0);
    }

    /// <summary>Computed cells that show, and in Excel would go on to show, something else than the budget's figure.</summary>
    private List<CellAddress> Blind()
    {
        var excel = new FormulaEngine(workbook);
        var blind = new List<CellAddress>();
        FormDefinition? form = null;
        for (var at = 0; at < declared.Count; at++)
        {
            var ((address, sheet, cell), known) = (log.Formulas[at], declared[at]);
            if (!known.IsKnown) continue;
            if (form?.Id != address.Form) form = figures.Book.Pack[address.Form];
            var (number, halfDigit) = (form.Number(known.Value), form.HalfPrintedDigit(form.Column(address.Column)!));
            if (log.CachedResults.TryGetValue(address, out var saved) && Math.Abs(number - saved) <= halfDigit) continue;
            if (excel.Cell(sheet, cell.Row, cell.Column) is { Kind: FormulaKind.Number } again
                && Math.Abs(again.Number - number) > halfDigit) blind.Add(address);
        }

        return blind;
    }

    private void Report(OddCode odd, bool isBlind)
    {
        var (typed, place) = (odd.Cell.Text, log.Places[odd.Address]);
        // a code typed as a number is a code; only where the sums miss it is there something to say
        if (odd.Reading.Fault == CodeFault.Number && !isBlind) return;
        log.Add(odd.Reading.Fault switch
        {
            CodeFault.Unsplit => CodeFindings.Unsplit.At(place, ("column", Column(odd.Address)), ("actual", typed)),
            CodeFault.Joined => CodeFindings.Joined.At(place, ("actual", typed), ("expected", odd.Reading.Code)),
            CodeFault.Number => CodeFindings.Number.At(place, ("actual", typed), ("expected", odd.Reading.Code)),
            CodeFault.DigitsLost => CodeFindings.DigitsLost.At(place, ("column", "科目编码"), ("actual", typed)),
            _ => (isBlind ? CodeFindings.Unseen
                : CodeFindings.Untidy).At(place, ("shown", Visible(typed)), ("actual", typed), ("expected", odd.Reading.Code)),
        });
    }

    private string Column(CellAddress address) => figures.Book.Pack[address.Form].Column(address.Column)!.Title;

    /// <summary>Blanks are shown: nobody sees the one at the end.</summary>
    private static string Visible(string typed) => typed.Replace(' ', '␣').Replace('　', '␣').Replace('\u00A0', '␣');
}
