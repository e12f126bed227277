using System.ComponentModel;

namespace ExcelBudget.Worker.Http.Api.Replies;

#pragma warning disable SA1649 // one file for the shape of one answer

/// <summary>Shape of the JSON of a check; what writes it is <c>ReportJson</c>, and a test compares the two.</summary>
[Description("检查结果，与 check --json 相同。没有的字段不写；金额是带小数点的文字，差额＝现为－应为")]
internal sealed record CheckReply(IReadOnlyList<CheckedFileReply> Files);

[Description("一份文件的检查结果")]
internal sealed record CheckedFileReply(
    string File, string? Pack, string? UnitCode, string? UnitName, int? Year,
    [property: Description("核对情况说明时，所用工作簿的文件名")] string? Workbook,
    [property: Description("accepted 通过、returned 退回、unreadable 读不出来")] string Verdict, int Errors, int Warnings, int Infos,
    IReadOnlyList<FindingReply> Findings, [property: Description("下发后改动过的单元格")] IReadOnlyList<ChangeReply> Changes,
    [property: Description("情况说明里核对相符的数字个数")] int? Agreed,
    [property: Description("没有检查的规则和原因")] IReadOnlyList<UncheckedReply> Unchecked, TrialReply? Trial, SignOffReply? SignOff,
    [property: Description("读不出来的原因代码")] string? Reason, string? ReturnedBecause);

[Description("一处检查发现")]
internal sealed record FindingReply(
    string Rule, string Category, [property: Description("error 错误、warning 疑点、info 提示")] string Severity, string Message, string? Sheet,
    string? Cell, string? Form, string? Row, string? Column, int? Paragraph, string? Sentence, string? Project, string? Expected,
    string? Actual, string? Difference, [property: Description("有关的单元格，最可能的原因在前")] IReadOnlyList<PlaceReply>? Related,
    [property: Description("由它引起的不符")] IReadOnlyList<FindingReply>? Ties, string? Basis,
    [property: Description("疑点的答复")] string? Answer, FiguresReply? AnswerWasFor);

[Description("一处位置")]
internal sealed record PlaceReply(
    string? Sheet, string? Cell, string? Form, string? Row, string? Column, int? Paragraph, string? Sentence);

[Description("改动过的一个单元格")]
internal sealed record ChangeReply(
    string? Sheet, string? Cell, string? Form, string? Row, string? Column, string? Before, string? After);

[Description("没有检查的规则")]
internal sealed record UncheckedReply(string Rule, string Reason, IReadOnlyList<string>? Rules);

[Description("试行规则，只计数，不影响结果")]
internal sealed record TrialReply(IReadOnlyList<TrialRuleReply> Rules, IReadOnlyList<FindingReply> Findings);

[Description("一条试行规则")]
internal sealed record TrialRuleReply(string Rule, int Fired);

[Description("签字")]
internal sealed record SignOffReply(string? Preparer, string? Reviewer, string? Head);

[Description("答复时的数")]
internal sealed record FiguresReply(string? Expected, string? Actual);
