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
        lines.Where(line => line.Verdict is not ("通过" or "尾差" or "不适用" or "未填")).ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Line_SaysThatItIsNotFilled_WhereAllItsFormsDo_AndNowhereElse(string sample)
    {
        var workbook = Calc.RecalculatedSample(sample);
        var empty = workbook.Sheets.Where(sheet => sheet[1, 1]?.Text == "未填").Select(sheet => sheet.Name.Split(' ')[0]).ToHashSet();
        empty.Count.ShouldBeGreaterThan(sample == "full" ? -1 : 0);
        CheckSheetLine.Of(workbook).Where(line => (line.Verdict == "未填") != line.Forms.Split('、').All(empty.Contains)).ShouldBeEmpty();
    }

    /// <summary>What nobody sees is issued without results: the program that opens the workbook computes it.</summary>
    private const string HelperSheet = "校验计算";

    /// <summary>Cells whose result LibreOffice sees differently, numbers at six decimals.</summary>
    internal static IEnumerable<string> Differences(FlatWorkbook ours, FlatWorkbook theirs)
    {
        foreach (var sheet in ours.Sheets.Where(sheet => sheet.Name != HelperSheet))
        {
            var other = theirs.Sheet(sheet.Name)!;
            foreach (var cell in sheet.Cells.Where(cell => cell.HasFormula && !IsLeftToTheFormulas(sheet, cell)))
            {
                if (!cell.HasCachedValue) yield return $"{sheet.Name}!{cell} has no result: {cell.Formula}";
                else if (Shown(cell) != Shown(other[cell.Row, cell.Column]))
                    yield return $"{sheet.Name}!{cell} is {other[cell.Row, cell.Column]} there: {cell.Formula}";
            }
        }
    }

    /// <summary>A link that only the formulas can tell, and the sides of a list without rows, are issued blank.</summary>
    private static bool IsLeftToTheFormulas(FlatSheet sheet, FlatCell cell) =>
        sheet.Name == "校验" && cell.Text.Length == 0 && cell.Number is null;

    private static string Shown(FlatCell? cell) => cell is null ? ""
        : cell.Kind == FlatCellKind.Number && cell.Number is { } number ? Domain.Money.Figures.Shown(number, 6)
        : cell.Text;

    private static bool IsError(FlatCell cell) =>
        cell.Kind == FlatCellKind.Error || cell.Text.StartsWith("Err:", StringComparison.Ordinal) || cell.Text.StartsWith('#');
}
