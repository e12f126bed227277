using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Status;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>What a question about statuses may name, with the words the description of the API has for it.</summary>
internal static class Ask
{
    public const string Step = "环节的名称，可写多个；不写为全部";
    public const string Department = "部门编码，可写多个；不写为全部";
    public const string Unit = "单位编码，可写多个；不写为全部";
    public const string State =
        "状态，可写多个：not_issued、issued、held、returned、open_questions、accepted、note_checked、published；不写为全部";

    public const string Late = "true 为只要逾期的";
    public const string FileName = "文件名，含扩展名；不能有文件夹";

    /// <summary>The statuses a visitor may see.</summary>
    public static IReadOnlyList<UnitStatus> Seen(Desk who) => who.Visitor.Role == AccessRole.Department
        ? [.. who.Board.Statuses.Where(status => status.Department.Code == who.Visitor.Department)] : who.Board.Statuses;

    /// <summary>Those of them that are asked for; null and empty ask for all.</summary>
    public static UnitStatus[] Of(Desk who, string[]? step, string[]? department, string[]? unit, string[]? state, bool late)
    {
        var titles = UnitStates.All.ToDictionary(each => each.Code(), each => each.Title(), StringComparer.Ordinal);
        var query = new StatusQuery
        {
            Steps = step ?? [],
            Departments = department ?? [],
            Units = unit ?? [],
            States = [.. (state ?? []).Select(code => titles.GetValueOrDefault(code, code))],
            OnlyLate = late,
        };
        return [.. Seen(who).Where(query.Matches)];
    }
}
