using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Annotate;

namespace ExcelBudget.Worker.Answers;

/// <summary>The sheet on which findings go out and answers come back.</summary>
internal static class AnswerSheet
{
    /// <summary>Name on its tab.</summary>
    public const string Name = "检查结果";

    /// <summary>What it is known by, also when someone renamed it.</summary>
    public const string Mark = "ExcelBudget-检查结果";

    /// <summary>Heading of the column of answers.</summary>
    public const string Heading = "答复（疑点请在此说明）";

    private const string HeadingBegins = "答复";

    /// <summary>A dropped workbook without the sheets an earlier check put in: they are no part of the budget.</summary>
    public static FlatWorkbook Without(FlatWorkbook workbook) => Without(workbook, Of(workbook));

    /// <summary>The same for whoever has found the sheets.</summary>
    public static FlatWorkbook Without(FlatWorkbook workbook, IReadOnlyList<FlatSheet> ours) =>
        ours.Count > 0 ? workbook with { Sheets = [.. workbook.Sheets.Where(sheet => !ours.Contains(sheet))] } : workbook;

    /// <summary>
    /// The sheets an earlier check put in, for which every cell is looked at; the one under its own name before copies of it.
    /// </summary>
    public static IReadOnlyList<FlatSheet> Of(FlatWorkbook workbook) =>
        [.. workbook.Sheets.Where(IsOurs).OrderBy(sheet => sheet.Name != Name)];

    /// <summary>The answers in a workbook, one for each finding.</summary>
    public static IReadOnlyList<GivenAnswer> Answers(FlatWorkbook workbook) => Answers(Of(workbook));

    /// <summary>The answers in such sheets, one for each finding.</summary>
    public static IReadOnlyList<GivenAnswer> Answers(IReadOnlyList<FlatSheet> ours) => ours.Count == 0 ? [] :
    [
        .. ours.SelectMany(sheet => ReportReading.Answers(sheet, Mark, HeadingBegins))
            .Select(AnswerCode.Read).OfType<GivenAnswer>()
            .OrderBy(answer => answer.IsCarried).DistinctBy(answer => answer.Key),
    ];

    /// <summary>Where answers are written, with the key of the finding each is for.</summary>
    public static IReadOnlyList<(string Sheet, CellReference At, string Key)> Places(FlatWorkbook workbook) =>
    [
        .. Of(workbook).Take(1).SelectMany(sheet => ReportReading.Answers(sheet, Mark, HeadingBegins)
            .Select(returned => (sheet.Name, returned.At, AnswerCode.KeyOf(returned.Code)))
            .Where(place => place.Item3 is not null).Select(place => (place.Name, place.At, place.Item3!))),
    ];

    private static bool IsOurs(FlatSheet sheet) => ReportReading.IsReport(sheet, Mark);
}
