using System.Net;
using Microsoft.AspNetCore.Mvc;

namespace ExcelBudget.Worker.Http;

/// <summary>
/// A problem as whoever asked can use it: problem+json for programs and modules, a page of one sentence for a browser that was going to
/// show a page.
/// </summary>
/// <param name="status">HTTP status.</param>
/// <param name="code">The code for programs.</param>
/// <param name="title">What is wrong.</param>
/// <param name="detail">What to do; null when the title says all.</param>
internal sealed class ProblemAnswer(int status, string code, string title, string? detail) : IResult
{
    private const string Type = "urn:excelbudget:";

    /// <summary>True for a browser that is going to show what it is given.</summary>
    public static bool IsPage(HttpRequest request) => HttpMethods.IsGet(request.Method)
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.Ordinal);

    /// <inheritdoc />
    public Task ExecuteAsync(HttpContext httpContext)
    {
        if (IsPage(httpContext.Request))
        {
            var page = Page(httpContext.TraceIdentifier);
            return Results.Content(page, "text/html; charset=utf-8", statusCode: status).ExecuteAsync(httpContext);
        }

        var problem = new ProblemDetails { Status = status, Title = title, Detail = detail, Type = Type + code };
        problem.Extensions["request"] = httpContext.TraceIdentifier;
        return Results.Problem(problem).ExecuteAsync(httpContext);
    }

    private string Page(string request) => $"""
        <!doctype html>
        <html lang="zh-Hans"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark"><title>{WebUtility.HtmlEncode(title)}</title>
        <link rel="icon" href="/assets/icon.svg"><link rel="stylesheet" href="/assets/site.css"></head>
        <body><header class="top"><div class="bar"><span class="name">部门预算公开</span></div></header>
        <main class="trouble"><h1>{WebUtility.HtmlEncode(title)}</h1>
        <p>{WebUtility.HtmlEncode(detail ?? "")}</p>
        <p><a href="/">回到首页</a></p><p class="quiet">请求编号 {WebUtility.HtmlEncode(request)}</p></main></body></html>
        """;
}
