using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Annotate;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Engine;

/// <summary>检查结果。The sheet in front of a checked workbook: what was found, what was changed, what was not checked.</summary>
internal sealed class ReturnReport(CheckedWorkbook workbook)
{
    private const int LongestValue = 200;

    private readonly CheckReport _report = workbook.Report;
    private readonly ReportNames _names = new(workbook.Pack, workbook.Report.Identity);

    public ReportSheet Sheet()
    {
        var identity = _report.Identity!;
        return new ReportSheet(AnswerSheet.Name, [new FindingRows(_report, _names).Section(), Changes(), Unchecked()])
        {
            Title = "部门预算公开检查结果",
            Subtitle = string.Create(
                CultureInfo.InvariantCulture,
                $"{identity.UnitCode} {identity.UnitName}　{identity.Year} 年度　　结论：{Verdict()}　　{_report.Counts()}"),
            NoteAuthor = ReturnNotes.Author,
            Mark = AnswerSheet.Mark,
            FormerName = workbook.EarlierReport,
            AnswerLimit = new(AnswerText.Longest, $"请用文字说明核对的结果，如“已核对，因……”，不超过 {AnswerText.Longest} 字。写好后保存，把本文件重新报送。"),
        };
    }

    private ReportSection Changes() => new(
        "二、改动过的预填数据",
        [new("序号", 5), new("位置", 33) { Span = 2 }, new("行和栏", 58), new("下发时", 37) { Span = 3 }, new("现为", 30)],
        [.. _report.Changes.Select(
            (change, index) =>
            (IReadOnlyList<ReportCell>)[Number(index), FindingRows.Located(change.Place, _names.Of(change.Place)),
            new(_names.Meaning(change.Place)), Value(change.Before), Value(change.After)])])
    {
        Intro = _report.Changes.Count == 0 ? "没有改动。" : "与下发时不同的单元格都列在这里，供核对；改动本身不算错误。",
    };

    private ReportSection Unchecked() => new(
        "三、没有检查的项目",
        [new("序号", 5), new("没有检查的内容", 91) { Span = 3 }, new("原因", 67) { Span = 4 }],
        [.. _report.NotChecked(_names)
            .Select((group, index) => (IReadOnlyList<ReportCell>)[Number(index), new(group.Rules), new(group.Reason)])])
    {
        Intro = _report.Unchecked.Count == 0 ? "全部规则都已检查。" : "下列内容因所注原因没有检查，不等于没有问题。",
    };

    private static ReportCell Number(int index) => new((index + 1).ToString(CultureInfo.InvariantCulture));

    private static ReportCell Value(string value) => new(value.Length == 0 ? "（空）" : ReportWords.Short(value, LongestValue));

    private string Verdict() => _report switch
    {
        { Verdict: Domain.Findings.Verdict.Accepted } => "通过",
        { ReturnedBecause: not null } when _report.Count(Severity.Error) == 0 => "退回，请答复疑点",
        _ => "退回修改",
    };
}
