using System.ComponentModel;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>What operators and browsers tell and ask.</summary>
internal static class OperatorEndpoints
{
    private const long LongestReport = 16 << 10;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health", Health).ForEverybody().Told("运行", "是否正常；收件暂停时为 503").Gives<HealthReply>()
            .Gives<HealthReply>(StatusCodes.Status503ServiceUnavailable);
        app.MapGet("/api/runs", (RunShelf runs) => Results.Json(new RunsReply(
                [.. runs.All().Select(file => new RunReply(file.Id, file.Kind, file.Name, file.At))])))
            .ForClerks().Told("运行", "运行报告：下发报告、催报名单和通知，新的在前").Gives<RunsReply>();
        app.MapGet("/api/runs/file", Download).ForClerks().Told("运行", "下载一份运行报告")
            .Gives(MediaTypes.Workbook, MediaTypes.Document, MediaTypes.Json);
        app.MapPost("/csp", ReportAsync).ForEverybody().ExcludeFromDescription();
    }

    /// <summary>Whether the worker takes files in; why not is for those with a token.</summary>
    private static IResult Health(HttpContext context, WorkerState state, CountyBoard board, WorkerSettings settings)
    {
        var trouble = state.Trouble;
        var isClerk = Visitor.Of(context)?.IsClerk == true;
        return Results.Json(
            new HealthReply(
                trouble is null ? "ok" : "trouble", isClerk ? trouble : null, board.LastEntry,
                isClerk ? HealthReport.Read(settings.Root) : null),
            statusCode: trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    private static IResult Download([Description("列表里的 id")] string id, RunShelf runs) => runs.PathOf(id) is { } path
        ? Results.File(FileOperations.OpenShared(path), MediaTypes.Of(path), Path.GetFileName(path)) : Problems.NotFound("文件");

    /// <summary>A browser reports that the page tried what it must not: our mistake, or somebody's attempt.</summary>
    private static async Task<IResult> ReportAsync(HttpContext context, ILoggerFactory logs)
    {
        if (context.Request.ContentLength is null or > LongestReport) return Results.BadRequest();
        using var reader = new StreamReader(context.Request.Body);
        logs.CreateLogger("ExcelBudget.Worker.Http.Csp").LogWarning(
            "浏览器拦下了网页里不该有的内容：{Report}", SafeText.Line(await reader.ReadToEndAsync(context.RequestAborted)));
        return Results.NoContent();
    }
}
