using System.ComponentModel;

namespace ExcelBudget.Worker.Http;

/// <summary>特批。Which error may pass, and why.</summary>
/// <param name="Finding">Key of the error, as the list of errors gives it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Person">Who decides; only asked at the machine itself.</param>
[Description("特批哪一处错误（finding 取自错误列表）、理由；person 只有本机不用令牌时要写")]
internal sealed record WaiverBody(string? Finding, string? Reason, string? Person);

/// <summary>认可答复。Which answer will do.</summary>
/// <param name="Finding">Key of the 疑点, as the list of answers gives it.</param>
/// <param name="Person">Who decides; only asked at the machine itself.</param>
[Description("认可哪一处疑点的答复（finding 取自答复列表）；person 只有本机不用令牌时要写")]
internal sealed record AcceptanceBody(string? Finding, string? Person);

/// <summary>公开。Units of a step whose budget stands at an address.</summary>
/// <param name="Step">环节。</param>
/// <param name="Units">单位编码; none for all that have passed and are not published yet.</param>
/// <param name="Place">The address.</param>
/// <param name="Person">Who says so; only asked at the machine itself.</param>
[Description("环节、单位（不写为全部已通过而未登记的）、公开的网址；person 只有本机不用令牌时要写")]
internal sealed record PublicationBody(string? Step, IReadOnlyList<string>? Units, string? Place, string? Person);

/// <summary>催报 or 下发: a step, for some departments or units; neither means all.</summary>
/// <param name="Step">环节。</param>
/// <param name="Departments">部门编码。</param>
/// <param name="Units">单位编码。</param>
/// <param name="Again">重新下发: true to issue a further workbook to units that have one.</param>
[Description("环节；部门、单位都不写为全部；again 为 true 是给已经下发过的再发一本")]
internal sealed record StepBody(string? Step, IReadOnlyList<string>? Departments, IReadOnlyList<string>? Units, bool Again = false);

/// <summary>放行 of a held file.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Person">Who decides; only asked at the machine itself.</param>
[Description("放行的理由；person 只有本机不用令牌时要写")]
internal sealed record ReleaseBody(string? Reason, string? Person);
