using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Annotate;

namespace ExcelBudget.Worker.Engine;

/// <summary>What goes into the accountant's own file: a comment at each cell concerned, and a sheet that lists everything.</summary>
internal static class ReturnReport
{
    private const string Author = "预算公开检查";
    private const string SheetName = "检查结果";
    private const int MostRelated = 6;

    /// <summary>Comments at the cells.</summary>
    public static IReadOnlyList<CellNote> Notes(CheckReport report) =>
    [
        .. report.Findings
            .Where(finding => finding.Place is { Sheet: not null, Cell: not null })
            .Select(finding => new CellNote(finding.Place.Sheet!, finding.Place.Cell!, $"【{Word(finding.Severity)}】{finding.Message}", Author)),
    ];

    /// <summary>The sheet.</summary>
    public static ReportSheet Sheet(CheckReport report)
    {
        var identity = report.Identity!;
        return new ReportSheet(SheetName, [Findings(report), Changes(report), Unchecked(report)])
        {
            Title = "部门预算公开 检查结果",
            Subtitle = string.Create(CultureInfo.InvariantCulture, $"{identity.UnitCode} {identity.UnitName}　{identity.Year} 年度　结论：{Verdict(report)}　错误 {Count(report, Severity.Error)}，疑点 {Count(report, Severity.Warning)}，提示 {Count(report, Severity.Info)}"),
            NoteAuthor = Author,
        };
    }

    private static ReportSection Findings(CheckReport report) => new(
        "一、检查发现",
        [new("序号", 6), new("级别", 8), new("位置", 24), new("问题和处理办法", 64), new("应为", 14), new("现为", 14), new("差额", 12), new("答复（疑点请在此说明）", 30)],
        [.. report.Findings.Select((finding, index) => Row(finding, index + 1))])
    {
        Intro = report.Findings.Count == 0 ? "没有发现问题。" : "错误必须改正后重新报送；疑点请核对，确认无误的在“答复”栏说明；提示不需要处理。点“位置”可跳到相应的单元格。",
    };

    private static IReadOnlyList<ReportCell> Row(Finding finding, int number) =>
    [
        Text(number.ToString(CultureInfo.InvariantCulture)),
        new ReportCell(Word(finding.Severity), Style(finding.Severity)),
        Located(finding.Place),
        Text(finding.Message + Related(finding)),
        Text(finding.Expected ?? ""),
        Text(finding.Actual ?? ""),
        Text(finding.Difference ?? ""),
        finding.Severity == Severity.Warning ? new ReportCell(finding.Answer ?? "", ReportCellStyle.Answer) : Text(""),
    ];

    private static string Related(Finding finding)
    {
        var cells = finding.Related.Where(place => place.Cell is not null).Take(MostRelated).Select(place => place.Sheet == finding.Place.Sheet ? place.Cell! : $"{place.Sheet}!{place.Cell}").ToArray();
        return cells.Length == 0 ? "" : $"\n相关单元格：{string.Join("、", cells)}{(finding.Related.Count > cells.Length ? " 等" : "")}";
    }

    private static ReportSection Changes(CheckReport report) => new(
        "二、改动过的预填数据",
        [new("序号", 6), new("", 8), new("位置", 24), new("下发时", 64), new("现为", 14)],
        [.. report.Changes.Select((change, index) => (IReadOnlyList<ReportCell>)[Text((index + 1).ToString(CultureInfo.InvariantCulture)), Text(""), Located(change.Place), Text(change.Before), Text(change.After)])])
    {
        Intro = report.Changes.Count == 0 ? "没有改动。" : null,
    };

    private static ReportSection Unchecked(CheckReport report) => new(
        "三、没有检查的项目",
        [new("序号", 6), new("", 8), new("规则", 24), new("原因", 64)],
        [.. report.Unchecked.Select((rule, index) => (IReadOnlyList<ReportCell>)[Text((index + 1).ToString(CultureInfo.InvariantCulture)), Text(""), Text(rule.Rule), Text(rule.Reason)])])
    {
        Intro = report.Unchecked.Count == 0 ? "全部规则都已检查。" : null,
    };

    private static ReportCell Located(Place place) => new(
        place.Sheet is null ? place.Address?.Form.Value ?? "" : place.Cell is null ? place.Sheet : $"{place.Sheet} {place.Cell}",
        Link: place is { Sheet: { } sheet, Cell: { } cell } ? new CellTarget(sheet, cell) : null);

    private static ReportCell Text(string text) => new(text);

    private static int Count(CheckReport report, Severity severity) => report.Findings.Count(finding => finding.Severity == severity);

    private static string Verdict(CheckReport report) => report.Verdict == Domain.Findings.Verdict.Accepted ? "通过" : "退回修改";

    private static string Word(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "疑点", _ => "提示" };

    private static ReportCellStyle Style(Severity severity) => severity switch
    {
        Severity.Error => ReportCellStyle.Error,
        Severity.Warning => ReportCellStyle.Warning,
        _ => ReportCellStyle.Info,
    };
}
