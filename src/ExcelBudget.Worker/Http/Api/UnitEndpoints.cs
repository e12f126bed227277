using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Intake;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>One unit: what it handed in, what came of it, and what was let pass.</summary>
internal static class UnitEndpoints
{
    private const string Tag = "单位";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/units/{unit}/history", History).ForDepartments().Told(Tag, "历次报送：版次、结果、能下载的文件");
        api.MapGet("/submissions/{id}/changes", ChangesAsync).ForDepartments().Told(Tag, "这一版与前一版的差别：改动的单元格、已解决和新出的问题");
        api.MapGet("/submissions/{id}/findings", Findings).ForDepartments().Told(Tag, "这一版的检查结果");
        api.MapGet("/submissions/{id}/files/{kind}", Download).ForDepartments()
            .Told(Tag, "下载这一版的文件：archived 原件、annotated 批注、note 情况说明、report 报告等");
        api.MapGet("/units/{unit}/issued/{workbook}", Issued).ForDepartments().Told(Tag, "下载下发的工作簿");
        api.MapGet("/units/{unit}/waivers", WaiversAsync).ForClerks().Told(Tag, "最近一次退回的错误和已有的特批");
        api.MapPost("/units/{unit}/waivers", WaiveAsync).ForClerks().Told(Tag, "特批一处错误，原件自动重新检查");
    }

    /// <summary>The returns of a unit in the county's year, oldest first.</summary>
    public static IReadOnlyList<HandedIn> Returns(Desk who, string unit) =>
        [.. who.Board.Ledger.HandedIn(who.County!.Year).Where(file => file.UnitCode == unit && file.Verdict is not null)];

    /// <summary>What changed from the version before to this one; null when one of them is not in the archive any more.</summary>
    public static Task<VersionChanges?> CompareAsync(Desk who, CheckDesk desk, Submission own, CancellationToken stop)
    {
        var returns = Returns(who, own.UnitCode!).Where(file => file.Kind == SubmissionKind.Workbook).ToList();
        var at = returns.FindIndex(file => file.Id == own.Id);
        return desk.InTurnAsync(engine =>
        {
            if (at < 0 || Read(who, engine, returns[at].Id) is not { } now) return null;
            return VersionChanges.Between(at == 0 ? null : Read(who, engine, returns[at - 1].Id), now);
        }, stop);
    }

    private static CheckedWorkbook? Read(Desk who, IBudgetEngine engine, string id)
    {
        if (who.Shelf.Find(id) is not { } file || who.Shelf.PathOf(file, ReturnShelf.Archived) is not { } path) return null;
        return engine.Check(file.Name, FileOperations.ReadShared(path)) is { Budget: not null } workbook ? workbook : null;
    }

    private static IResult History(string unit, Desk who)
    {
        if (who.Unit(unit) is not { } known) return Problems.NotFound("单位");
        return Results.Json(new
        {
            Unit = known.Code,
            UnitName = known.Name,
            Issued = who.Board.Ledger.Issued(who.County!.Year).Where(row => row.UnitCode == unit)
                .Select(row => new { row.Step, row.WorkbookId, row.After, row.At, Name = Path.GetFileName(row.Path) }),
            Versions = Returns(who, unit).Select(file => new
            {
                file.Id,
                Kind = file.Kind == SubmissionKind.Note ? "note" : "workbook",
                file.Name,
                file.Step,
                file.ReceivedAt,
                Verdict = file.Verdict?.ToString().ToLowerInvariant(),
                file.Errors,
                file.OpenQuestions,
                SelfCheck = file.CheckedBefore is { } earlier
                    ? new { earlier.At, earlier.Errors, earlier.Warnings, ChangedSince = !earlier.IsOfThisContent } : null,
                Files = who.Shelf.Files(file.Id).Select(made => new { made.Kind, made.Name }),
            }),
        });
    }

    private static async Task<IResult> ChangesAsync(string id, Desk who, CheckDesk desk, HttpContext context)
    {
        if (who.Submission(id) is not { UnitCode: not null, Kind: SubmissionKind.Workbook } own) return Problems.NotFound("报送");
        if (await CompareAsync(who, desk, own, context.RequestAborted) is not { } changes)
            return Problems.Of(StatusCodes.Status409Conflict, "not_comparable", "原件已不在存档中，或现在读不出来，没有比较。");
        return Results.Json(new
        {
            Cells = changes.Cells,
            Solved = changes.Solved.Select(Told),
            Added = changes.Added.Select(Told),
        });
    }

    private static object Told(Finding finding) => new { finding.Rule, finding.Message, finding.Place.Sheet, finding.Place.Cell };

    private static IResult Findings(string id, Desk who) => Download(id, "findings", who);

    private static IResult Download(string id, string kind, Desk who)
    {
        if (who.Submission(id) is not { } own || who.Shelf.PathOf(own, kind) is not { } path) return Problems.NotFound("文件");
        var name = kind == ReturnShelf.Archived ? SafeName.OfFile(own.Name) : Path.GetFileName(path);
        return Results.File(FileOperations.OpenShared(path), ContentTypes.Of(path), name);
    }

    private static IResult Issued(string unit, string workbook, Desk who, WorkerSettings settings)
    {
        if (who.Unit(unit) is null) return Problems.NotFound("单位");
        var row = who.Board.Ledger.Issued(who.County!.Year).FirstOrDefault(each => each.UnitCode == unit && each.WorkbookId == workbook);
        var path = row is null ? null : Path.Combine(settings.Root, row.Path.Replace('/', Path.DirectorySeparatorChar));
        return path is null || !File.Exists(path) ? Problems.NotFound("工作簿")
            : Results.File(FileOperations.OpenShared(path), ContentTypes.Of(path), Path.GetFileName(path));
    }

    /// <summary>The desk for waivers.</summary>
    public static WaiverDesk Waivers(Desk who, IBudgetEngine engine, WorkerSettings settings, TimeProvider time) => new(
        who.County!, who.Board.Ledger, engine, new WaiverBook(who.Board.Ledger), settings.Root, time);

    private static async Task<IResult> WaiversAsync(
        string unit, Desk who, CheckDesk desk, WorkerSettings settings, TimeProvider time, HttpContext context)
    {
        if (who.Unit(unit) is null) return Problems.NotFound("单位");
        var last = await desk.InTurnAsync(engine => Waivers(who, engine, settings, time).Last(unit, out _), context.RequestAborted);
        return Results.Json(new
        {
            Submission = last?.File.Id,
            Errors = last?.Errors.Select(error => new { Finding = error.Key, error.Finding.Rule, error.Finding.Message }) ?? [],
            Waivers = who.Board.Ledger.Waivers(unit, who.County!.Year)
                .Select(waiver => new { waiver.Step, waiver.Finding, waiver.Message, waiver.Person, waiver.Reason, waiver.At }),
        });
    }

    private static async Task<IResult> WaiveAsync(
        string unit, WaiverBody body, Desk who, CheckDesk desk, WorkerSettings settings, TimeProvider time, HttpContext context)
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
            return Results.Json(new { Waived = finding.Message, ErrorsLeft = last.Errors.Count - 1, HandedInAgain = isHandedIn });
        }, context.RequestAborted);
        return answer ?? Problems.Busy(context);
    }
}
