using ExcelBudget.Worker.Http.Api.Replies;
using ExcelBudget.Worker.Operations;

namespace ExcelBudget.Worker.Http.Api;

/// <summary>What operators and browsers tell and ask.</summary>
internal static class OperatorEndpoints
{
    private const long LongestReport = 16 << 10;

    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapGet("/health", Health).ForEverybody().Told("运行", "是否正常；收件暂停时为 503").Gives<HealthReply>()
            .Gives<HealthReply>(StatusCodes.Status503ServiceUnavailable);
        app.MapPost("/csp", ReportAsync).ForEverybody().ExcludeFromDescription();
    }

    /// <summary>Whether the worker takes files in; why not is for those with a token.</summary>
    private static IResult Health(HttpContext context, WorkerState state, CountyBoard board)
    {
        var trouble = state.Trouble;
        var told = Visitor.Of(context)?.IsClerk == true ? trouble : null;
        return Results.Json(
            new HealthReply(trouble is null ? "ok" : "trouble", told, board.LastEntry),
            statusCode: trouble is null ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    /// <summary>A browser reports that the page tried what it must not: our mistake, or somebody's attempt.</summary>
    private static async Task<IResult> ReportAsync(HttpContext context, ILoggerFactory logs)
    {
        if (context.Request.ContentLength is null or > LongestReport) return Results.BadRequest();
        using var reader = new StreamReader(context.Request.Body);
        logs.CreateLogger("ExcelBudget.Worker.Http.Csp").LogWarning(
            "浏览器拦下了网页里不该有的内容：{Report}", Files.SafeText.Line(await reader.ReadToEndAsync(context.RequestAborted)));
        return Results.NoContent();
    }
}
