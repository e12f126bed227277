using System.ComponentModel;
using ExcelBudget.Worker.Operations;

namespace ExcelBudget.Worker.Http.Api.Replies;

/// <summary>Shape of the status; what writes it is <c>StatusJson</c>, and a test compares the two.</summary>
[Description("进度，与 status --json 相同")]
internal sealed record StatusReply(
    string County, int Year, string At, IReadOnlyList<StepTotalReply> Totals, IReadOnlyList<TrialTotalReply>? Trials,
    IReadOnlyList<UnitStatusReply> Units);

[Description("一个环节的合计；各状态之和等于单位数")]
internal sealed record StepTotalReply(string Step, int Units, IReadOnlyDictionary<string, int> States, int Late);

[Description("试行规则的次数")]
internal sealed record TrialTotalReply(string Rule, int Ran, int Fired, int Places);

[Description("一个单位在一个环节的进度")]
internal sealed record UnitStatusReply(
    string Step, string Department, string DepartmentName, string Unit, string UnitName,
    [property: Description("状态的代码，与查询参数 state 相同")] string State, int Versions, int Errors, int OpenQuestions, int Waivers, string Due,
    int DaysLate, string? IssuedAt, string? LastAt, string? LastFile,
    [property: Description("最近一次报送的编号")] string? Submission, SelfCheckReply? SelfCheck);

[Description("一条规则在全县的发现")]
internal sealed record RuleReply(
    string Rule, string Category, string CategoryName, string Severity, int Findings, IReadOnlyList<string> Units, string Example);

[Description("各项规则的发现")]
internal sealed record RulesReply(string Step, [property: Description("多少份最近的报送")] int Returns, IReadOnlyList<RuleReply> Rules);

[Description("一个科目")]
internal sealed record CodeReply(string List, string Code, string Name, IReadOnlyList<string> Above, int? LastYear);

[Description("找到的科目")]
internal sealed record CodesReply(string Pack, IReadOnlyList<CodeReply> Codes);

[Description("令牌的权限")]
internal sealed record MeReply(
    [property: Description("clerk 经办人、department 部门、reader 只看进度")] string Role, string Name, string Department,
    [property: Description("令牌的编号；本机为 0")] long Token);

[Description("是否正常")]
internal sealed record HealthReply(
    [property: Description("ok 或 trouble")] string Status, [property: Description("只告诉经办人")] string? Trouble, long LastEntry,
    [property: Description("等候的文件、磁盘、内存；只告诉经办人")] HealthReport? Report);
