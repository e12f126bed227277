using System.ComponentModel;
using ExcelBudget.Worker.Access;

namespace ExcelBudget.Worker.Http.Api.Replies;

[Description("下发任务，新的在前")]
internal sealed record JobsReply(IReadOnlyList<StartedIssue> Jobs);

[Description("催报的结果")]
internal sealed record RemindedReply(int Reminded, [property: Description("名单和通知所在的文件夹，在 reminders 之下")] string? Folder);

[Description("登记公开的结果")]
internal sealed record PublishedReply(int Published);

[Description("待核的文件")]
internal sealed record HeldReply(IReadOnlyList<HeldFileReply> Held);

[Description("一份待核的文件；hold 是原因代码")]
internal sealed record HeldFileReply(
    string Id, string Name, string? Unit, string? UnitName, int? Year, string Step, string? Hold, DateTimeOffset ReceivedAt);

[Description("运行报告，新的在前")]
internal sealed record RunsReply(IReadOnlyList<RunReply> Runs);

[Description("一份运行报告；凭 id 下载")]
internal sealed record RunReply(
    string Id, [property: Description("issue 下发报告、reminder 催报名单或通知")] string Kind, string Name, DateTimeOffset At);

[Description("操作记录，新的在前")]
internal sealed record ActionsReply(IReadOnlyList<ActionTaken> Actions);
