using System.ComponentModel;
using System.Net.ServerSentEvents;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Http.Codes;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>Where the county stands, and what is looked up.</summary>
internal static class StatusEndpoints
{
    private const string Tag = "进度";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/me", Me).ForAll().Told(Tag, "我是谁：令牌的权限").Gives<MeReply>();
        api.MapGet("/status", Status).ForAll().Told(Tag, "各单位在各环节的进度，与 status --json 相同；部门只看到自己的单位").Gives<StatusReply>();
        api.MapGet("/findings", Findings).ForClerks().Told(Tag, "全县最近一次报送里各项检查的发现：哪条规则、多少处、哪些单位").Gives<RulesReply>();
        api.MapGet("/codes", Codes).ForAll().Told("查询", "查科目：编码开头、名称的一部分，或拼音首字母").Gives<CodesReply>();
        api.MapGet("/events", (HttpContext context, CountyEvents events) => TypedResults.ServerSentEvents(Gate.IsHead(context)
                ? AsyncEnumerable.Empty<SseItem<CountyEvent?>>() : events.Watch(Visitor.Of(context)!, context.RequestAborted)))
            .ForAll().Told(Tag, "实时事件（SSE）：收到、检查、下发、特批、认可答复、催报、公开，以及下发任务的进度");
    }

    private static IResult Me(Desk who) =>
        Results.Json(new MeReply(who.Visitor.Role.Code(), who.Visitor.Name, who.Visitor.Department, who.Visitor.Token));

    private static IResult Status(
        Desk who, [Description(Ask.Step)] string[]? step, [Description(Ask.Department)] string[]? department,
        [Description(Ask.Unit)] string[]? unit, [Description(Ask.State)] string[]? state, [Description(Ask.Late)] bool late = false) =>
        who.County is not { } county ? Problems.NoCounty() : Results.Bytes(
            StatusJson.Write(county, Ask.Of(who, step, department, unit, state, late), who.Board.Now), "application/json; charset=utf-8");

    private static IResult Findings(Desk who, [Description("环节；不写为正在办理的环节")] string? step)
    {
        if (who.County is not { } county) return Problems.NoCounty();
        var name = step ?? who.Board.Step?.Name;
        if (name is null || county.Step(name) is null) return Problems.NotFound("环节");
        var returns = who.Board.Statuses.Where(status => status.Step.Name == name && status.Last is not null)
            .Select(status => status.Last!).ToArray();
        return Results.Json(new RulesReply(name, returns.Length,
        [
            .. who.Shelf.ByRule(returns).Select(rule => new RuleReply(
                rule.Rule, rule.Category, CategoryWords.Of(rule.Category), rule.Severity, rule.Findings, rule.Units, rule.Example)),
        ]));
    }

    private static IResult Codes(
        [Description("编码开头、名称的一部分，或拼音首字母")] string? q, [Description("表样包；不写为第一个")] string? pack, PackStore packs)
    {
        if (string.IsNullOrWhiteSpace(q)) return Problems.Wrong("请用参数 q 写明要查的编码、名称或拼音首字母。");
        var loaded = pack is not null ? packs.Find(pack) : packs.Packs is [var first, ..] ? first : null;
        return loaded is null ? Problems.NotFound("表样包")
            : Results.Json(new CodesReply(loaded.RuleBook.Pack.Id,
            [
                .. CodeSearch.Find(loaded.RuleBook.Pack, q)
                    .Select(code => new CodeReply(code.List, code.Code, code.Name, code.Above, code.LastYear)),
            ]));
    }
}
