namespace ExcelBudget.Worker.County.Records;

/// <summary>催报记录。One unit was reminded of one step on one day.</summary>
/// <param name="Year">预算年度。</param>
/// <param name="Step">环节。</param>
/// <param name="UnitCode">单位编码。</param>
/// <param name="Day">The day.</param>
/// <param name="State">How far the unit had come.</param>
internal sealed record Reminder(int Year, string Step, string UnitCode, DateOnly Day, string State);

/// <summary>公开记录。One unit's budget of one step was published.</summary>
/// <param name="UnitCode">单位编码。</param>
/// <param name="Year">预算年度。</param>
/// <param name="Step">环节。</param>
/// <param name="Day">公开日期。</param>
/// <param name="Place">Where: an address.</param>
/// <param name="Person">Who says so.</param>
internal sealed record Publication(string UnitCode, int Year, string Step, DateOnly Day, string Place, string Person);
