using System.ComponentModel;
using System.Globalization;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Register;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>What the clerk does for the county: issue, remind, release, publish.</summary>
internal static class CountyEndpoints
{
    private const string Tag = "经办";
    private const int MostActions = 500;

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/issues", Issue).ForClerks().Told(Tag, "开始下发一个环节；返回任务").Gives<StartedIssue>(StatusCodes.Status202Accepted)
            .Refuses(StatusCodes.Status409Conflict);
        api.MapGet("/issues", (IssueJobs jobs) => Results.Json(new JobsReply(jobs.All))).ForClerks().Told(Tag, "下发任务的进展")
            .Gives<JobsReply>();
        api.MapDelete("/issues/{id:int}", Stop).ForClerks().Told(Tag, "停止下发：正在做的单位做完为止").GivesNothing();
        api.MapPost("/reminders", Remind).ForClerks().Told(Tag, "催报：写催报名单和通知，登记在台账").Gives<RemindedReply>()
            .Refuses(StatusCodes.Status409Conflict);
        api.MapPost("/publications", Publish).ForClerks().Told(Tag, "登记已经公开").Gives<PublishedReply>()
            .Refuses(StatusCodes.Status409Conflict);
        api.MapGet("/held", Held).ForClerks().Told(Tag, "待核的文件").Gives<HeldReply>();
        api.MapPost("/held/{id}/release", Release).ForClerks().Told(Tag, "放行一份待核的文件").GivesNothing()
            .Refuses(StatusCodes.Status409Conflict);
        api.MapGet("/actions", (AccessLedger access) => Results.Json(new ActionsReply(access.Actions(MostActions))))
            .ForClerks().Told(Tag, "操作记录：谁在什么时候做了什么").Gives<ActionsReply>();
    }

    private static IResult Issue(StepBody body, Desk who, IssueJobs jobs)
    {
        if (Step(body, who, out var units, out var problem) is not { } step) return problem!;
        if (!step.IsIssued) return Problems.Wrong($"“{step.Name}”这个环节不下发工作簿。");
        var order = new IssueOrder(who.County!, step, units)
        {
            Again = body.Again,
            Faults = [.. who.Board.Reading!.Faults.Select(fault => fault.Message)],
        };
        if (jobs.Start(order, who.Visitor.Name) is not { } job)
            return Problems.Of(StatusCodes.Status409Conflict, "busy", "另一次下发还没有结束。", "请等它做完，或先停止它。");
        who.Note(body.Again ? "重新下发" : "下发", step.Name, $"{units.Count} 个单位");
        return Results.Json(job, statusCode: StatusCodes.Status202Accepted);
    }

    private static IResult Stop([Description("任务的编号")] int id, Desk who, IssueJobs jobs)
    {
        if (!jobs.Stop(id)) return Problems.NotFound("正在进行的下发");
        who.Note("停止下发", id.ToString(CultureInfo.InvariantCulture));
        return Results.NoContent();
    }

    private static IResult Remind(StepBody body, Desk who, ReminderOffice office, WorkerSettings settings)
    {
        if (Step(body, who, out var units, out var problem) is not { } step) return problem!;
        var codes = units.Select(unit => unit.Code).ToHashSet(StringComparer.Ordinal);
        var (count, folder) = office.Remind(
            who.County!, step, who.Board.Today, unit => codes.Contains(unit.Code), PartFolder(who, step, units, settings.Root));
        if (count > 0) who.Note("催报", step.Name, $"{count} 个单位");
        return Results.Json(new RemindedReply(count, count > 0 ? Path.GetFileName(folder) : null));
    }

    // the list of some must not take the place of the day's list of all
    private static string? PartFolder(Desk who, CalendarStep step, IReadOnlyList<CountyUnit> units, string root)
    {
        if (units.Count == who.County!.Units.Count) return null;
        var day = who.Board.Today.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var name = units.Count == 1 ? units[0].Name : $"{units[0].Name}等 {units.Count} 个单位";
        return Path.Combine(root, ReminderOffice.Folder, SafeName.Of($"{day} {step.Folder} {name}"));
    }

    private static IResult Publish(PublicationBody body, Desk who)
    {
        if (who.County is not { } county) return Problems.NoCounty();
        if (who.Person(body.Person) is not { } person) return Problems.Wrong("请写明登记人（person）。");
        if (body.Step is null || county.Step(body.Step) is not { } step) return Problems.NotFound("环节");
        if (!Uri.TryCreate(body.Place, UriKind.Absolute, out var place) || place.Scheme is not ("http" or "https"))
            return Problems.Wrong("请写明公开的网址（place），以 http:// 或 https:// 开头。");
        var passed = who.Board.Statuses.Where(status => status.Step == step && status.State.IsDone()).ToArray();
        var units = body.Units is { Count: > 0 } asked ? asked
            : [.. passed.Where(status => status.State != UnitState.Published).Select(status => status.Unit.Code)];
        if (units.Count == 0) return Problems.Of(StatusCodes.Status409Conflict, "not_accepted", "没有已通过而未登记公开的单位。");
        if (units.Any(code => county.Unit(code) is null)) return Problems.NotFound("单位");
        var unready = units.Except(passed.Select(status => status.Unit.Code), StringComparer.Ordinal).ToArray();
        if (unready.Length > 0)
            return Problems.Of(StatusCodes.Status409Conflict, "not_accepted", $"还没有通过，不能登记公开：{string.Join("、", unready)}。");
        foreach (var unit in units)
        {
            who.Board.Ledger.Add(new Publication(unit, county.Year, step.Name, who.Board.Today, place.AbsoluteUri, person));
            who.Note("登记公开", unit, $"{step.Name}　{place.AbsoluteUri}", person);
        }

        return Results.Json(new PublishedReply(units.Count));
    }

    private static IResult Held(Desk who, ILedger ledger) => Results.Json(new HeldReply(
    [
        .. ledger.Held().Select(held => new HeldFileReply(
            held.Id, held.Name, held.UnitCode, held.UnitName, held.Year, held.Step, held.Hold, held.ReceivedAt)),
    ]));

    private static IResult Release(
        [Description("报送编号")] string id, ReleaseBody body, Desk who, ILedger ledger, WorkerSettings settings, TimeProvider time)
    {
        if (who.Person(body.Person) is not { } person) return Problems.Wrong("请写明经办人（person）。");
        if (string.IsNullOrWhiteSpace(body.Reason)) return Problems.Wrong("请写明放行的理由（reason）。");
        var reason = SafeText.Line(body.Reason.Trim());
        if (new HeldRun(settings, ledger, time).Release(id, person, reason) is { } problem)
            return Problems.Of(StatusCodes.Status409Conflict, "not_released", problem);
        who.Note("放行", id, reason, person);
        return Results.NoContent();
    }

    private static CalendarStep? Step(StepBody body, Desk who, out IReadOnlyList<CountyUnit> units, out IResult? problem)
    {
        (units, problem) = ([], null);
        if (who.County is not { } county)
        {
            problem = Problems.NoCounty();
            return null;
        }

        if (body.Step is null || county.Step(body.Step) is not { } step)
        {
            problem = Problems.NotFound("环节");
            return null;
        }

        units = [.. county.Units.Where(unit => body.Units is not { Count: > 0 } codes || codes.Contains(unit.Code))
            .Where(unit => body.Departments is not { Count: > 0 } codes || codes.Contains(unit.Department))];
        if (units.Count > 0) return step;
        problem = Problems.NotFound("单位");
        return null;
    }
}
