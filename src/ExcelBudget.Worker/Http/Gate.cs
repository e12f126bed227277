using System.Net;
using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Settings;
using Microsoft.Data.Sqlite;
using Microsoft.Net.Http.Headers;

namespace ExcelBudget.Worker.Http;

/// <summary>Which roles may use an endpoint. One without is open to nobody.</summary>
/// <param name="Roles">The roles; empty for everybody, also without a token.</param>
internal sealed record AllowedRoles(params AccessRole[] Roles)
{
    public static readonly AllowedRoles Everybody = new();
}

/// <summary>
/// What every request passes: a number for the log, the headers that keep strangers out, who it is, what he may do. And the edge of a
/// request: whatever goes wrong behind it becomes a problem in Chinese.
/// </summary>
internal sealed class Gate(WorkerSettings settings, AccessLedger tokens, ILogger<Gate> log)
{
    /// <summary>Name of the cookie that holds the token for the page.</summary>
    public const string Cookie = "excelbudget_token";

    private const string Policy = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; "
        + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'; report-uri /csp";

    /// <summary>
    /// What can be fetched can be asked about: such a request goes the way of the fetch, and the server, which knows what was sent, leaves
    /// the body out. What never ends is told as if it did.
    /// </summary>
    public static Task TakeHeadAsGet(HttpContext context, RequestDelegate next)
    {
        if (!HttpMethods.IsHead(context.Request.Method)) return next(context);
        context.Request.Method = HttpMethods.Get;
        context.Items[nameof(HttpMethods.Head)] = true;
        return next(context);
    }

    /// <summary>True for a request that wants no body.</summary>
    public static bool IsHead(HttpContext context) => context.Items.ContainsKey(nameof(HttpMethods.Head));

    /// <summary>Numbers the request, makes out who sent it, and answers for whatever goes wrong with it.</summary>
    public async Task EnterAsync(HttpContext context, Func<Task> next)
    {
        var number = context.TraceIdentifier = Guid.CreateVersion7().ToString("N");
        Protect(context.Response.Headers, number);
        using var scope = log.BeginScope(new Dictionary<string, object> { ["Request"] = number });
        try
        {
            if (Stranger(context.Request) is { } refused) await refused.ExecuteAsync(context);
            else if (!MakeOut(context)) await TurnAwayAsync(context);
            else await next();
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // the sender has gone; nobody reads an answer
            context.Response.StatusCode = StatusCodes.Status499ClientClosedRequest;
        }
        catch (Exception fault) when (!context.Response.HasStarted)
        {
            await Answer(fault).ExecuteAsync(context);
        }

        Tell(context, number);
    }

    /// <summary>Lets through whoever may use the endpoint that was chosen.</summary>
    public static Task PassAsync(HttpContext context, Func<Task> next)
    {
        if (context.GetEndpoint() is not { } endpoint) return Problems.NotFound("地址").ExecuteAsync(context);
        // what routing puts in the place of an endpoint that takes another method or type
        if (endpoint.Metadata.GetMetadata<AllowedRoles>() is not { } allowed)
            return Problems.NotSo(endpoint.DisplayName).ExecuteAsync(context);
        if (allowed.Roles.Length == 0) return next();
        if (Visitor.Of(context) is { } visitor)
            return allowed.Roles.Contains(visitor.Role) ? next() : Problems.NotYours().ExecuteAsync(context);
        if (!ProblemAnswer.IsPage(context.Request)) return Problems.WhoAreYou(wasWrong: false).ExecuteAsync(context);
        context.Response.Redirect("/login");
        return Task.CompletedTask;
    }

    /// <summary>A token that is not good: people are led to where they can give another, programs are told.</summary>
    private static Task TurnAwayAsync(HttpContext context)
    {
        if (!ProblemAnswer.IsPage(context.Request)) return Problems.WhoAreYou(wasWrong: true).ExecuteAsync(context);
        context.Response.Cookies.Delete(Cookie);
        context.Response.Redirect("/login");
        return Task.CompletedTask;
    }

    private static void Protect(IHeaderDictionary headers, string number)
    {
        headers["X-Request-Id"] = number;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        // «no-referrer» would have forms of the page itself come without their origin
        headers["Referrer-Policy"] = "same-origin";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
    }

    /// <summary>A page of somebody else that makes this browser ask: by a name of its own, or across origins.</summary>
    private IResult? Stranger(HttpRequest request)
    {
        if (!settings.Page.OpensNetwork && !IsThisMachine(request.Host.Host))
            return Problems.Of(StatusCodes.Status421MisdirectedRequest, "wrong_host", "这个地址只能从本机打开，请用 http://127.0.0.1 加端口。");
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method)) return null;
        var origin = request.Headers.Origin.ToString();
        if (origin.Length == 0 || origin == $"{request.Scheme}://{request.Host}") return null;
        return Problems.Of(StatusCodes.Status403Forbidden, "cross_origin", "不接受其他网站发来的请求。");
    }

    private static bool IsThisMachine(string host) =>
        host == "localhost" || (IPAddress.TryParse(host, out var address) && IPAddress.IsLoopback(address));

    /// <summary>Who it is.</summary>
    /// <returns>False when a token was shown that is not good.</returns>
    private bool MakeOut(HttpContext context)
    {
        var shown = Shown(context.Request);
        if (shown is null)
        {
            if (!settings.Page.OpensNetwork) Visitor.Local.Sent(context);
            return true;
        }

        if (tokens.Find(shown) is { RevokedAt: null } token)
        {
            new Visitor(AccessRoles.ByCode[token.Role], token.Department, token.Holder, token.Number).Sent(context);
            return true;
        }

        // a browser with a token that was revoked must still find the page where it is told another
        return context.GetEndpoint()?.Metadata.GetMetadata<AllowedRoles>() is { Roles.Length: 0 };
    }

    private static string? Shown(HttpRequest request)
    {
        const string Bearer = "Bearer ";
        var header = request.Headers[HeaderNames.Authorization].ToString();
        if (header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)) return header[Bearer.Length..].Trim();
        return header.Length > 0 ? header : request.Cookies[Cookie];
    }

    private IResult Answer(Exception fault)
    {
        switch (fault)
        {
            case BadHttpRequestException { StatusCode: StatusCodes.Status413PayloadTooLarge }:
                return Problems.TooLarge(settings.Limits.FileBytes);
            case BadHttpRequestException { StatusCode: StatusCodes.Status408RequestTimeout }:
                return Problems.Of(StatusCodes.Status408RequestTimeout, "too_slow", "上传太慢，已中断，没有收下。", "请检查网络后重新上传。");
            case BadHttpRequestException bad:
                return Problems.Of(bad.StatusCode, "bad_request", "请求的内容不对或不完整。");
            case SqliteException or IOException or UnauthorizedAccessException:
                log.LogError(fault, "网页的请求没有办成");
                return Problems.Of(
                    StatusCodes.Status503ServiceUnavailable, "disk", $"暂时办不成：{DiskTrouble.Sentence(fault)}。", "稍后重试；仍不行的请联系管理员。");
            default:
                log.LogError(fault, "网页的请求出错");
                return Problems.Of(
                    StatusCodes.Status500InternalServerError, "internal_error", "程序出错，没有文件因此丢失。", "详情在日志里，请把请求编号交给管理员。");
        }
    }

    private void Tell(HttpContext context, string number)
    {
        var (request, status) = (context.Request, context.Response.StatusCode);
        if (HttpMethods.IsGet(request.Method) && status < StatusCodes.Status400BadRequest) return;
        log.LogInformation(
            "网页 {Method} {Path} {Status}　{Person}　请求 {Request}", request.Method, SafeText.Line(request.Path), status,
            Visitor.Of(context)?.Name ?? "未登录", number);
    }
}
