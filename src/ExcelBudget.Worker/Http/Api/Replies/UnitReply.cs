using System.ComponentModel;
using ExcelBudget.Workbooks.Identity;

namespace ExcelBudget.Worker.Http.Api.Replies;

[Description("一个单位的历次下发和报送，旧的在前")]
internal sealed record HistoryReply(
    string Unit, string UnitName, IReadOnlyList<IssuedReply> Issued, IReadOnlyList<VersionReply> Versions);

[Description("下发的一本工作簿")]
internal sealed record IssuedReply(
    string Step, string WorkbookId, [property: Description("接着哪一本下发；第一本为空")] string After, DateTimeOffset At, string Name);

[Description("报送的一版")]
internal sealed record VersionReply(
    string Id, [property: Description("workbook 或 note")] string Kind, string Name, string Step, DateTimeOffset ReceivedAt,
    string? Verdict, int Errors, int OpenQuestions, [property: Description("报送前在任务窗格里的自检")] SelfCheckReply? SelfCheck,
    IReadOnlyList<MadeFileReply> Files);

[Description("任务窗格里的自检；changedSince 为 true 是自检以后又改过")]
internal sealed record SelfCheckReply(DateTimeOffset At, int Errors, int Warnings, bool ChangedSince)
{
    /// <summary>What is told of a check; null when there was none.</summary>
    public static SelfCheckReply? Of(SelfCheck? earlier) =>
        earlier is null ? null : new(earlier.At, earlier.Errors, earlier.Warnings, !earlier.IsOfThisContent);
}

[Description("能下载的文件")]
internal sealed record MadeFileReply(string Kind, string Name);

[Description("两版之间的差别")]
internal sealed record ChangesReply(
    IReadOnlyList<CellChangeReply> Cells, [property: Description("已解决的问题")] IReadOnlyList<ChangedFindingReply> Solved,
    [property: Description("新出的问题")] IReadOnlyList<ChangedFindingReply> Added);

[Description("不同的一个单元格；空白为空文字")]
internal sealed record CellChangeReply(string Where, string Before, string After);

[Description("一个问题")]
internal sealed record ChangedFindingReply(string Rule, string Message, string? Sheet, string? Cell);

[Description("最近一次退回的错误，和已有的特批")]
internal sealed record WaiversReply(
    string? Submission, IReadOnlyList<WaivableReply> Errors, IReadOnlyList<WaiverReply> Waivers);

[Description("可以特批的错误；finding 是它的代号")]
internal sealed record WaivableReply(string Finding, string Rule, string Message);

[Description("一次特批")]
internal sealed record WaiverReply(string Step, string Finding, string Message, string Person, string Reason, DateTimeOffset At);

[Description("特批的结果")]
internal sealed record WaivedReply(
    string Waived, int ErrorsLeft, [property: Description("原件是否已放回收件文件夹重新检查")] bool HandedInAgain);

[Description("疑点的答复")]
internal sealed record AnswersReply(IReadOnlyList<AnswerReply> Answers);

[Description("一处疑点的答复；acceptedBy 为空是还没有认可")]
internal sealed record AnswerReply(
    [property: Description("疑点的代号")] string Finding, string Rule, string Message, string Answer, string? AcceptedBy,
    DateTimeOffset? AcceptedAt);

[Description("报送的回执；凭 path 和 sha256 查处理情况")]
internal sealed record ReceiptReply(string Path, string Sha256, [property: Description("waiting")] string State);

[Description("报送的处理情况")]
internal sealed record HandInReply(
    string Path, string Sha256, [property: Description("waiting 等待、working 正在检查、done 已有结果")] string State,
    string? Submission, string? Verdict, [property: Description("待核的原因代码；为空是不用核实")] string? Hold,
    [property: Description("待核的原因")] string? HeldBecause, string? Reason, string? Unit, string? Step);
