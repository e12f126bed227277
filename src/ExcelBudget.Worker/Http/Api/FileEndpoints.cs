using System.ComponentModel;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Judging;
using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>Files that are sent: checked only, or handed in.</summary>
internal static class FileEndpoints
{
    private const string Tag = "文件";

    public static void Map(IEndpointRouteBuilder api)
    {
        api.MapPost("/check", CheckAsync).ForDepartments().TakesFile().Gives<CheckReply>()
            .Told(Tag, "试检一本工作簿：正文是文件本身，返回与 check --json 相同的检查结果，什么也不保存");
        api.MapPost("/note/check", CheckAnyNoteAsync).ForDepartments().TakesFile().Gives<CheckReply>()
            .Told(Tag, "试检一份情况说明：按它写的单位找已通过的工作簿核对，什么也不保存");
        api.MapPost("/units/{unit}/note/check", CheckNoteAsync).ForDepartments().TakesFile().Gives<CheckReply>()
            .Told(Tag, "试检一份情况说明：与这个单位已通过的工作簿核对，什么也不保存").Refuses(StatusCodes.Status409Conflict);
        api.MapPost("/hand-in", HandInAsync).ForDepartments().TakesFile().Gives<ReceiptReply>(StatusCodes.Status202Accepted)
            .Told(Tag, "报送：正文是文件本身，放进收件文件夹，与投入 inbox 相同；返回回执").Refuses(StatusCodes.Status409Conflict);
        api.MapGet("/hand-in", Find).ForDepartments().Told(Tag, "按回执查报送的处理情况").Gives<HandInReply>();
    }

    /// <summary>Takes the body of a request as a file.</summary>
    /// <returns>The file, or why it was not taken.</returns>
    public static async Task<(Upload? File, IResult? Problem)> TakeAsync(HttpContext context, Uploads uploads, string? name)
    {
        if (Uploads.Refusal(name) is { } refusal) return (null, Problems.Wrong(refusal));
        if (context.Request.ContentLength > uploads.MostBytes) return (null, Problems.TooLarge(uploads.MostBytes));
        var file = await uploads.TakeAsync(context.Request.Body, name!, context.RequestAborted);
        return file is null ? (null, Problems.TooLarge(uploads.MostBytes)) : (file, null);
    }

    private static async Task<IResult> CheckAsync(
        HttpContext context, [Description(Ask.FileName)] string? name, Uploads uploads, CheckDesk desk, WebMeter meter)
    {
        var (file, problem) = await TakeAsync(context, uploads, name);
        if (file is null) return problem!;
        using (file)
        {
            meter.Checks.Add(1);
            var read = await desk.CheckAsync(file, context.RequestAborted);
            return read is null ? Problems.Busy(context) : Json([read.Report]);
        }
    }

    private static Task<IResult> CheckAnyNoteAsync(
        HttpContext context, [Description(Ask.FileName)] string? name, Uploads uploads, NoteDesk desk, Desk who, WebMeter meter) =>
        TryAsync(context, name, uploads, desk, desk.Accepted(who), meter, isKnown: false);

    private static async Task<IResult> CheckNoteAsync(
        HttpContext context, [Description("单位编码")] string unit, [Description(Ask.FileName)] string? name, Uploads uploads, NoteDesk desk,
        Desk who, WebMeter meter)
    {
        if (who.Unit(unit) is not { } known) return Problems.NotFound("单位");
        return desk.AcceptedOf(unit, who.County!.Year) is { } workbook
            ? await TryAsync(context, name, uploads, desk, [workbook], meter, isKnown: true)
            : Problems.Of(StatusCodes.Status409Conflict, "no_workbook", $"{known.Name}还没有通过的工作簿，情况说明无从核对。", "请先报送工作簿。");
    }

    private static async Task<IResult> TryAsync(
        HttpContext context, string? name, Uploads uploads, NoteDesk desk, IReadOnlyList<Submission> accepted, WebMeter meter,
        bool isKnown)
    {
        var (file, problem) = await TakeAsync(context, uploads, name);
        if (file is null) return problem!;
        using (file)
        {
            meter.Checks.Add(1);
            var trial = await desk.CheckAsync(file, accepted, isKnown, context.RequestAborted);
            return trial is null ? Problems.Busy(context) : Json([trial.Report]);
        }
    }

    private static async Task<IResult> HandInAsync(
        HttpContext context, [Description(Ask.FileName)] string? name,
        [Description("部门编码，只有经办人要写：代哪个部门报送；不写放进收件文件夹本身")] string? department, Uploads uploads, HandInDesk desk, Desk who,
        WebMeter meter)
    {
        if (Folder(who, department, out var refused) is not { } folder) return refused!;
        var (file, problem) = await TakeAsync(context, uploads, name);
        if (file is null) return problem!;
        return HandIn(file, folder, desk, who, meter);
    }

    /// <summary>Hands a file in that was taken.</summary>
    /// <returns>The receipt.</returns>
    public static IResult HandIn(Upload file, string folder, HandInDesk desk, Desk who, WebMeter meter)
    {
        using (file)
        {
            var path = desk.HandIn(file, folder);
            who.Note("报送", path, file.Sha256);
            meter.HandIns.Add(1);
            return Results.Json(new ReceiptReply(path, file.Sha256, "waiting"), statusCode: StatusCodes.Status202Accepted);
        }
    }

    /// <summary>Folder of the department a file is handed in for.</summary>
    public static string? Folder(Desk who, string? department, out IResult? refused)
    {
        var code = who.Visitor.IsClerk ? department?.Trim() ?? "" : who.Visitor.Department;
        refused = null;
        if (who.Visitor.IsClerk && code.Length == 0) return "";
        if (who.County?.Department(code) is { } found) return found.Folder;
        refused = who.County is null ? Problems.NoCounty() : Problems.NotFound("部门");
        return null;
    }

    private static IResult Find(
        [Description("回执里的 path")] string path, [Description("回执里的 sha256")] string sha256, HandInDesk desk, Desk who)
    {
        if (desk.Find(path, sha256) is not { } found)
            return Results.Json(new HandInReply(path, sha256, "waiting", null, null, null, null, null, null, null));
        if (who.Submission(found.Id) is not { } own) return Problems.NotFound("报送");
        return Results.Json(new HandInReply(
            path, sha256, own.IsSettled ? "done" : "working", own.Id, own.Verdict?.ToString().ToLowerInvariant(), own.Hold,
            own.Hold is null ? null : HoldWords.Of(own.Hold), own.Reason, own.UnitCode, own.Step));
    }

    private static IResult Json(IReadOnlyList<CheckReport> reports) =>
        Results.Bytes(ReportJson.Write(reports), "application/json; charset=utf-8");
}
