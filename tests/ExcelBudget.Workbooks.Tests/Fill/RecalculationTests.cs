using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>One declaration, two evaluators: what our engine wrote into the workbook is what a spreadsheet program computes.</summary>
[Trait("Category", "Slow")]
public sealed class RecalculationTests
{
    public static TheoryData<string> Samples() => [.. Hebei.Samples];

    [Theory]
    [MemberData(nameof(Samples))]
    public void Workbook_RecalculatedByLibreOffice_KeepsEveryResultOfOurEngine(string sample) =>
        Differences(Calc.Opened(HebeiWorkbook.Of(sample)), Calc.RecalculatedSample(sample)).ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Samples))]
    public void Workbook_RecalculatedByLibreOffice_ShowsNoError(string sample) =>
        Calc.RecalculatedSample(sample).Sheets
            .SelectMany(sheet => sheet.Cells.Where(IsError).Select(cell => $"{sheet.Name}!{cell}"))
            .ShouldBeEmpty();

    [Theory]
    [MemberData(nameof(Samples))]
    public void Workbook_RecalculatedByLibreOffice_PassesEveryCheck(string sample)
    {
        var lines = CheckSheetLine.Of(Calc.RecalculatedSample(sample));
        lines.Count.ShouldBeGreaterThan(100);
        lines.Where(line => line.Verdict is not ("通过" or "尾差" or "不适用")).ShouldBeEmpty();
    }

    /// <summary>Cells whose result LibreOffice sees differently, numbers at six decimals.</summary>
    internal static IEnumerable<string> Differences(FlatWorkbook ours, FlatWorkbook theirs)
    {
        foreach (var sheet in ours.Sheets)
        {
            var other = theirs.Sheet(sheet.Name)!;
            foreach (var cell in sheet.Cells.Where(cell => cell.HasFormula))
            {
                if (!cell.HasCachedValue) yield return $"{sheet.Name}!{cell} has no result: {cell.Formula}";
                else if (Shown(cell) != Shown(other[cell.Row, cell.Column]))
                    yield return $"{sheet.Name}!{cell} is {other[cell.Row, cell.Column]} there: {cell.Formula}";
            }
        }
    }

    private static string Shown(FlatCell? cell) => cell is null ? ""
        : cell.Kind == FlatCellKind.Number && cell.Number is { } number ? Domain.Money.Figures.Shown(number, 6)
        : cell.Text;

    private static bool IsError(FlatCell cell) =>
        cell.Kind == FlatCellKind.Error || cell.Text.StartsWith("Err:", StringComparison.Ordinal) || cell.Text.StartsWith('#');
}
