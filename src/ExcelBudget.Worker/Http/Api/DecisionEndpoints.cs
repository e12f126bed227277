using System.ComponentModel;
using ExcelBudget.Worker.County.Intake;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>What the clerk decides about a unit's budget: which errors may pass, and which answers will do.</summary>
internal static class DecisionEndpoints
{
    private const string Tag = "特批和答复";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/units/{unit}/waivers", WaiversAsync).ForClerks().Told(Tag, "最近一次退回的错误和已有的特批").Gives<WaiversReply>();
        api.MapPost("/units/{unit}/waivers", WaiveAsync).ForClerks().Told(Tag, "特批一处错误，原件自动重新检查").Gives<WaivedReply>();
        api.MapGet("/submissions/{id}/answers", Answers).ForDepartments().Told(Tag, "这一版里疑点的答复，和谁认可了").Gives<AnswersReply>();
        api.MapPost("/submissions/{id}/answers", Accept).ForClerks().Told(Tag, "认可一处疑点的答复；答复改了要重新认可").GivesNothing()
            .Refuses(StatusCodes.Status409Conflict);
    }

    /// <summary>The desk for waivers.</summary>
    public static WaiverDesk Waivers(Desk who, IBudgetEngine engine, WorkerSettings settings, TimeProvider time) => new(
        who.County!, who.Board.Ledger, engine, new WaiverBook(who.Board.Ledger), settings.Root, time);

    private static async Task<IResult> WaiversAsync(
        [Description("单位编码")] string unit, Desk who, CheckDesk desk, WorkerSettings settings, TimeProvider time, HttpContext context)
    {
        if (who.Unit(unit) is null) return Problems.NotFound("单位");
        var last = await desk.InTurnAsync(engine => Waivers(who, engine, settings, time).Last(unit, out _), context.RequestAborted);
        return Results.Json(new WaiversReply(
            last?.File.Id,
            [.. last?.Errors.Select(error => new WaivableReply(error.Key, error.Finding.Rule, error.Finding.Message)) ?? []],
            [
                .. who.Board.Ledger.Waivers(unit, who.County!.Year).Select(waiver => new WaiverReply(
                    waiver.Step, waiver.Finding, waiver.Message, waiver.Person, waiver.Reason, waiver.At)),
            ]));
    }

    private static async Task<IResult> WaiveAsync(
        [Description("单位编码")] string unit, WaiverBody body, Desk who, CheckDesk desk, WorkerSettings settings, TimeProvider time,
        HttpContext context)
    {
        if (who.Unit(unit) is null) return Problems.NotFound("单位");
        if (who.Person(body.Person) is not { } person) return Problems.Wrong("请写明谁批的（person）。");
        if (string.IsNullOrWhiteSpace(body.Reason)) return Problems.Wrong("请写明特批的理由（reason）。");
        var reason = SafeText.Line(body.Reason.Trim());
        var answer = await desk.InTurnAsync(engine =>
        {
            var waivers = Waivers(who, engine, settings, time);
            if (waivers.Last(unit, out _) is not { } last) return Problems.NotFound("错误");
            if (last.Errors.FirstOrDefault(error => error.Key == body.Finding) is not { Finding: { } finding } found)
                return Problems.NotFound("错误");
            var (_, isHandedIn) = waivers.Waive(last, found, person, reason);
            who.Note("特批", unit, $"{finding.Message}；理由：{reason}", person);
            return Results.Json(new WaivedReply(finding.Message, last.Errors.Count - 1, isHandedIn));
        }, context.RequestAborted);
        return answer ?? Problems.Busy(context);
    }

    private static IResult Answers([Description("报送编号")] string id, Desk who) => HandedIn(id, who) is not { } file
        ? Problems.NotFound("报送")
        : Results.Json(new AnswersReply(
        [
            .. who.Answers.Of(file).Select(question => new AnswerReply(
                question.Finding.Key, question.Finding.Rule, question.Finding.Message, question.Finding.Answer!, question.Accepted?.Person,
                question.Accepted?.At)),
        ]));

    private static IResult Accept([Description("报送编号")] string id, AcceptanceBody body, Desk who, TimeProvider time)
    {
        if (HandedIn(id, who) is not { } file) return Problems.NotFound("报送");
        if (who.Person(body.Person) is not { } person) return Problems.Wrong("请写明谁认可的（person）。");
        if (who.Answers.Of(file).FirstOrDefault(question => question.Finding.Key == body.Finding) is not { Finding: var finding } found)
            return Problems.NotFound("答复");
        var isNew = found.Accepted is null && who.Board.Ledger.Add(new AcceptedAnswer
        {
            Submission = file.Id,
            UnitCode = file.UnitCode,
            Year = file.Year,
            Step = file.Step,
            Finding = finding.Key,
            Message = finding.Message,
            Answer = finding.Answer!,
            Person = person,
            At = time.GetUtcNow(),
        });
        if (!isNew) return Problems.Of(StatusCodes.Status409Conflict, "accepted_before", "这个答复已经认可过了。");
        who.Note("认可答复", file.UnitCode, $"{finding.Message}；答复：{finding.Answer}", person);
        return Results.NoContent();
    }

    private static HandedIn? HandedIn(string id, Desk who) => who.Submission(id) is { UnitCode: { } unit } && who.County is not null
        ? UnitEndpoints.Returns(who, unit).FirstOrDefault(file => file.Id == id) : null;
}
