using System.ComponentModel;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>One unit: what it handed in, and what came of it.</summary>
internal static class UnitEndpoints
{
    private const string Tag = "单位";
    private const string Number = "报送编号";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapGet("/units/{unit}/history", History).ForDepartments().Told(Tag, "历次报送：版次、结果、能下载的文件").Gives<HistoryReply>();
        api.MapGet("/submissions/{id}/changes", ChangesAsync).ForDepartments().Gives<ChangesReply>().Refuses(StatusCodes.Status409Conflict)
            .Told(Tag, "这一版与前一版（或参数 from 指明的一版）的差别：改动的单元格、已解决和新出的问题");
        api.MapGet("/submissions/{id}/findings", Findings).ForDepartments().Told(Tag, "这一版的检查结果").Gives<CheckReply>();
        api.MapGet("/submissions/{id}/files/{kind}", Download).ForDepartments()
            .Told(Tag, "下载这一版的文件")
            .Gives(MediaTypes.Workbook, MediaTypes.Document, MediaTypes.Json, MediaTypes.Text, MediaTypes.Any);
        api.MapGet("/units/{unit}/issued/{workbook}", Issued).ForDepartments().Told(Tag, "下载下发的工作簿").Gives(MediaTypes.Workbook);
    }

    /// <summary>The returns of a unit in the county's year, oldest first.</summary>
    public static IReadOnlyList<HandedIn> Returns(Desk who, string unit) =>
        [.. who.Board.Ledger.HandedIn(who.County!.Year).Where(file => file.UnitCode == unit && file.Verdict is not null)];

    /// <summary>What changed from an earlier version to this one; null when one of them is not in the archive any more.</summary>
    /// <param name="who">Who asks.</param>
    /// <param name="desk">Where they are read.</param>
    /// <param name="own">This one.</param>
    /// <param name="from">Id of the earlier one; null for the one before.</param>
    /// <param name="stop">He has gone.</param>
    public static Task<VersionChanges?> CompareAsync(Desk who, CheckDesk desk, Submission own, string? from, CancellationToken stop)
    {
        var returns = Returns(who, own.UnitCode!).Where(file => file.Kind == SubmissionKind.Workbook).ToList();
        var at = returns.FindIndex(file => file.Id == own.Id);
        var before = from is null ? at - 1 : returns.FindIndex(file => file.Id == from);
        if (from is not null && before < 0) return Task.FromResult<VersionChanges?>(null);
        return desk.InTurnAsync(engine =>
        {
            if (at < 0 || Read(who, engine, returns[at].Id) is not { } now) return null;
            return VersionChanges.Between(before < 0 ? null : Read(who, engine, returns[before].Id), now);
        }, stop);
    }

    private static CheckedWorkbook? Read(Desk who, IBudgetEngine engine, string id)
    {
        if (who.Shelf.Find(id) is not { } file || who.Shelf.PathOf(file, ReturnShelf.Archived) is not { } path) return null;
        return engine.Check(file.Name, FileOperations.ReadShared(path)) is { Budget: not null } workbook ? workbook : null;
    }

    private static IResult History([Description("单位编码")] string unit, Desk who)
    {
        if (who.Unit(unit) is not { } known) return Problems.NotFound("单位");
        return Results.Json(new HistoryReply(
            known.Code, known.Name,
            [
                .. who.Board.Ledger.Issued(who.County!.Year).Where(row => row.UnitCode == unit)
                    .Select(row => new IssuedReply(row.Step, row.WorkbookId, row.After, row.At, Path.GetFileName(row.Path))),
            ],
            [
                .. Returns(who, unit).Select(file => new VersionReply(
                    file.Id, file.Kind == SubmissionKind.Note ? "note" : "workbook", file.Name, file.Step, file.ReceivedAt,
                    file.Verdict?.ToString().ToLowerInvariant(), file.Errors, file.OpenQuestions,
                    SelfCheckReply.Of(file.CheckedBefore),
                    [.. who.Shelf.Files(file.Id).Select(made => new MadeFileReply(made.Kind, made.Name))])),
            ]));
    }

    private static async Task<IResult> ChangesAsync(
        [Description(Number)] string id, [Description("与哪一版比较：它的报送编号；不写为前一版")] string? from, Desk who, CheckDesk desk,
        HttpContext context)
    {
        if (who.Submission(id) is not { UnitCode: not null, Kind: SubmissionKind.Workbook } own) return Problems.NotFound("报送");
        if (await CompareAsync(who, desk, own, from, context.RequestAborted) is not { } changes)
            return Problems.Of(StatusCodes.Status409Conflict, "not_comparable", "原件已不在存档中，或现在读不出来，没有比较。");
        return Results.Json(new ChangesReply(
            [.. changes.Cells.Select(cell => new CellChangeReply(cell.Where, cell.Before, cell.After))],
            [.. changes.Solved.Select(Told)], [.. changes.Added.Select(Told)]));
    }

    private static ChangedFindingReply Told(Finding finding) =>
        new(finding.Rule, finding.Message, finding.Place.Sheet, finding.Place.Cell);

    private static IResult Findings([Description(Number)] string id, Desk who) => Download(id, "findings", who);

    private static IResult Download(
        [Description(Number)] string id,
        [Description("archived 报送的原件、original 结果里的工作簿、annotated 批注后的文件、note 情况说明、report 检查报告、findings 检查结果、notice 退回通知、reason 原因")]
        string kind, Desk who)
    {
        if (who.Submission(id) is not { } own || who.Shelf.PathOf(own, kind) is not { } path) return Problems.NotFound("文件");
        var name = kind == ReturnShelf.Archived ? SafeName.OfFile(own.Name) : Path.GetFileName(path);
        return Results.File(FileOperations.OpenShared(path), MediaTypes.Of(path), name);
    }

    private static IResult Issued(
        [Description("单位编码")] string unit, [Description("下发工作簿的编号，见历次报送的 workbookId")] string workbook, Desk who,
        WorkerSettings settings)
    {
        if (who.Unit(unit) is null) return Problems.NotFound("单位");
        var row = who.Board.Ledger.Issued(who.County!.Year).FirstOrDefault(each => each.UnitCode == unit && each.WorkbookId == workbook);
        var path = row is null ? null : Path.Combine(settings.Root, row.Path.Replace('/', Path.DirectorySeparatorChar));
        return path is null || !File.Exists(path) ? Problems.NotFound("工作簿")
            : Results.File(FileOperations.OpenShared(path), MediaTypes.Of(path), Path.GetFileName(path));
    }
}
