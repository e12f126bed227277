using System.Globalization;
using System.Net;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.DropFolder.Results;

/// <summary>
/// 退回通知。One page that a person reads in a minute: what is wrong first, where, and what to do; everything else stands in the annotated
/// file. A web page that needs nothing but itself, and prints on one sheet.
/// </summary>
internal static class ReturnNotice
{
    private const int MostLines = 8;
    private const int LongestSentence = 160;

    private const string Style = "body{font-family:'Microsoft YaHei','Noto Sans CJK SC',sans-serif;max-width:44em;margin:2em "
        + "auto;padding:0 1em;"
        + "line-height:1.6;color:#222}h1{font-size:1.5em;text-align:center;margin:0 0 "
            + ".6em}table{border-collapse:collapse;width:100%;margin:.6em 0}"
        + "th,td{border:1px solid #999;padding:.35em .6em;text-align:left;vertical-align:top}th{background:#f0f0f0;white-space:nowrap}"
        + ".where{white-space:nowrap}.small{color:#555;font-size:.9em}.count{font-weight:bold;color:#b00000}li{margin:.2em 0}";

    /// <summary>The page.</summary>
    /// <param name="submission">The submission.</param>
    /// <param name="judgement">What was found out about it.</param>
    /// <param name="file">Name of the annotated file beside the notice.</param>
    public static byte[] Write(Submission submission, Judgement judgement, string file)
    {
        var report = judgement.Report;
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"zh-CN\"><head><meta charset=\"utf-8\"><title>退回通知</title><style>")
            .Append(Style).Append("</style></head><body>\n<h1>").Append(submission.IsTrial ? "试检结果（不算报送）" : "部门预算公开　退回通知")
                .Append("</h1>\n");
        page.Append("<table>");
        Row(page, "单位", report.Identity is { } whose ? $"{whose.UnitCode} {whose.UnitName}" : "");
        Row(page, "年度", string.Create(CultureInfo.InvariantCulture, $"{report.Identity?.Year} "
            + $"年{(submission.Step.Length > 0 ? $"　{submission.Step}" : "")}"));
        Row(page, "报送文件", $"{SafeText.Line(submission.Name)}（{Moments.Told(submission.ReceivedAt)} 收到）");
        page.Append("</table>\n<p>这份文件<span class=\"count\">有 ").Append(report.Count(Severity.Error)).Append(" 处错误</span>");
        if (report.OpenQuestions() is > 0 and var open) page.Append('，').Append(open).Append(" 处疑点还没有答复");
        page.Append("，请改正后重新报送。</p>\n");
        foreach (var remark in judgement.Remarks.Prepend(report.ReturnedBecause).OfType<string>()) page.Append("<p>").Append(Text(remark))
            .Append("</p>\n");
        Findings(page, judgement);
        page.Append("<p><b>怎么办</b></p><ol><li>打开旁边的“").Append(Text(file)).Append("”，问题所在处有批注，第一张表是全部问题的清单；</li>")
            .Append("<li>在这份文件上改正，疑点在清单的“答复”栏写明情况，保存；</li><li>把它放回 ").Append(Text(Home(submission))).Append("，程序会自动重新检查。</li></ol>\n")
            .Append("<p class=\"small\">报送编号 ").Append(submission.Id).Append("。全部内容见同名的“检查报告”。</p>\n</body></html>\n");
        return Encoding.UTF8.GetBytes(page.ToString());
    }

    private static void Findings(StringBuilder page, Judgement judgement)
    {
        var names = new ReportNames(judgement.Workbook.Pack, judgement.Report.Identity);
        var groups = judgement.Report.Findings.Where(finding => finding.Severity == Severity.Error || finding.IsOpenQuestion)
            .OrderByDescending(finding => finding.Severity).GroupBy(finding => (finding.Severity, finding.Rule)).ToArray();
        if (groups.Length == 0) return;
        page.Append("<table><tr><th>位置</th><th>问题</th></tr>\n");
        foreach (var group in groups.Take(MostLines))
        {
            var first = group.First();
            var more = group.Skip(1).Any() ? $"（同类问题共 {group.Count()} 处）" : "";
            page.Append("<tr><td class=\"where\">").Append(Text(names.Of(first.Place))).Append("</td><td>")
                .Append(first.Severity == Severity.Warning ? "〔疑点〕" : "").Append(Text(ReportWords.Short(first.Message, LongestSentence)
                    + more)).Append("</td></tr>\n");
        }

        page.Append("</table>\n");
        if (groups.Length > MostLines) page.Append("<p class=\"small\">另有 ").Append(groups.Length - MostLines).Append(" 类问题，见清单。</p>\n");
    }

    private static string Home(Submission submission)
    {
        var home = submission.IsTrial ? "trial" : "inbox";
        return submission.Department.Length == 0 ? home : $"{home}/{submission.Department}";
    }

    private static void Row(StringBuilder page, string heading, string text) =>
        page.Append("<tr><th>").Append(heading).Append("</th><td>").Append(Text(text)).Append("</td></tr>");

    private static string Text(string text) => WebUtility.HtmlEncode(text);
}
