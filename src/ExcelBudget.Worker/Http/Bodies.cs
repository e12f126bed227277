namespace ExcelBudget.Worker.Http;

/// <summary>特批。Which error may pass, and why.</summary>
/// <param name="Finding">Key of the error, as the list of errors gives it.</param>
/// <param name="Reason">Why.</param>
/// <param name="Person">Who decides; only asked at the machine itself.</param>
internal sealed record WaiverBody(string? Finding, string? Reason, string? Person);

/// <summary>公开。Units of a step whose budget stands at an address.</summary>
/// <param name="Step">环节。</param>
/// <param name="Units">单位编码。</param>
/// <param name="Place">The address.</param>
/// <param name="Person">Who says so; only asked at the machine itself.</param>
internal sealed record PublicationBody(string? Step, IReadOnlyList<string>? Units, string? Place, string? Person);

/// <summary>催报 or 下发: a step, for some departments or units; neither means all.</summary>
/// <param name="Step">环节。</param>
/// <param name="Departments">部门编码。</param>
/// <param name="Units">单位编码。</param>
/// <param name="Again">重新下发: true to issue a further workbook to units that have one.</param>
internal sealed record StepBody(string? Step, IReadOnlyList<string>? Departments, IReadOnlyList<string>? Units, bool Again = false);

/// <summary>放行 of a held file.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Person">Who decides; only asked at the machine itself.</param>
internal sealed record ReleaseBody(string? Reason, string? Person);
