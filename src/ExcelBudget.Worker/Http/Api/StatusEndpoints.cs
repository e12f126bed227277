using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http.Codes;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>Where the county stands, and what is looked up.</summary>
internal static class StatusEndpoints
{
    private const string Tag = "进度";
    private const string Workbook = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", Me).ForAll().Told(Tag, "我是谁：令牌的权限");
        api.MapGet("/status", Status).ForAll().Told(Tag, "各单位在各环节的进度，与 status --json 相同；部门只看到自己的单位");
        api.MapGet("/status.xlsx", StatusWorkbook).ForAll().Told(Tag, "进度表（Excel）");
        api.MapGet("/findings", Findings).ForClerks().Told(Tag, "全县最近一次报送里各项检查的发现：哪条规则、多少处、哪些单位");
        api.MapGet("/codes", Codes).ForAll().Told("查询", "查科目：编码开头、名称的一部分，或拼音首字母");
        api.MapGet("/events", (HttpContext context, CountyEvents events) =>
                TypedResults.ServerSentEvents(events.Watch(Visitor.Of(context)!, context.RequestAborted)))
            .ForAll().Told(Tag, "实时事件（SSE）：收到、检查、下发、特批、催报、公开，以及下发任务的进度");
    }

    /// <summary>The statuses a visitor may see.</summary>
    public static IReadOnlyList<UnitStatus> Seen(Desk who) => who.Visitor.Role == AccessRole.Department
        ? [.. who.Board.Statuses.Where(status => status.Department.Code == who.Visitor.Department)] : who.Board.Statuses;

    private static IResult Me(Desk who) =>
        Results.Json(new { Role = who.Visitor.Role.Code(), who.Visitor.Name, who.Visitor.Department, who.Visitor.Token });

    private static IResult Status(Desk who, string[]? step, string[]? department, string[]? unit, string[]? state, bool late = false) =>
        who.County is not { } county ? Problems.NoCounty() : Results.Bytes(
            StatusJson.Write(county, Asked(who, step, department, unit, state, late), who.Board.Now), "application/json; charset=utf-8");

    private static IResult StatusWorkbook(
        Desk who, string[]? step, string[]? department, string[]? unit, string[]? state, bool late = false) =>
        who.County is not { } county ? Problems.NoCounty() : Results.Bytes(
            new StatusBook(county, Asked(who, step, department, unit, state, late), who.Board.Now).Write(), Workbook, "进度表.xlsx");

    private static UnitStatus[] Asked(Desk who, string[]? step, string[]? department, string[]? unit, string[]? state, bool late)
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

    private static IResult Findings(Desk who, string? step)
    {
        if (who.County is not { } county) return Problems.NoCounty();
        var name = step ?? who.Board.Step?.Name;
        if (name is null || county.Step(name) is null) return Problems.NotFound("环节");
        var returns = who.Board.Statuses.Where(status => status.Step.Name == name && status.Last is not null)
            .Select(status => status.Last!).ToArray();
        return Results.Json(new
        {
            Step = name,
            Returns = returns.Length,
            Rules = who.Shelf.ByRule(returns).Select(rule => new
            {
                rule.Rule,
                rule.Category,
                CategoryName = CategoryWords.Of(rule.Category),
                rule.Severity,
                rule.Findings,
                rule.Units,
                rule.Example,
            }),
        });
    }

    private static IResult Codes(string? q, string? pack, PackStore packs)
    {
        if (string.IsNullOrWhiteSpace(q)) return Problems.Wrong("请用参数 q 写明要查的编码、名称或拼音首字母。");
        var loaded = pack is not null ? packs.Find(pack) : packs.Packs is [var first, ..] ? first : null;
        return loaded is null ? Problems.NotFound("表样包")
            : Results.Json(new { Pack = loaded.RuleBook.Pack.Id, Codes = CodeSearch.Find(loaded.RuleBook.Pack, q) });
    }
}
