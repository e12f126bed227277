namespace ExcelBudget.Worker.Http;

/// <summary>
/// What goes wrong with a request, as problem+json (RFC 9457) in Chinese. A code tells programs what a sentence tells people.
/// </summary>
internal static class Problems
{
    /// <summary>A problem.</summary>
    /// <param name="status">HTTP status.</param>
    /// <param name="code">The code for programs, which never changes.</param>
    /// <param name="title">What is wrong.</param>
    /// <param name="detail">What to do; null when the title says all.</param>
    public static IResult Of(int status, string code, string title, string? detail = null) =>
        new ProblemAnswer(status, code, title, detail);

    /// <summary>What is asked for is not there, or not for this visitor: which of them is nobody's business.</summary>
    public static IResult NotFound(string what) => Of(StatusCodes.Status404NotFound, "not_found", $"没有这样的{what}。");

    /// <summary>A field of the request is missing or wrong.</summary>
    public static IResult Wrong(string title, string? detail = null) =>
        Of(StatusCodes.Status400BadRequest, "bad_request", title, detail);

    /// <summary>The address is right, the method or the type of the body is not.</summary>
    /// <param name="what">Name that routing gives the case.</param>
    public static IResult NotSo(string? what) => what?.StartsWith("415", StringComparison.Ordinal) == true
        ? Of(StatusCodes.Status415UnsupportedMediaType, "wrong_type", "请求的内容须是 JSON（Content-Type: application/json）。")
        : Of(StatusCodes.Status405MethodNotAllowed, "wrong_method", "这个地址不接受这种请求。");

    /// <summary>There is no county file that can be used.</summary>
    public static IResult NoCounty() => Of(
        StatusCodes.Status409Conflict, "no_county", "还没有可用的县级名册。", "请经办人用 county init 建立名册，填好后放在数据文件夹里。");

    /// <summary>Nobody was made out.</summary>
    public static IResult WhoAreYou(bool wasWrong) => Of(
        StatusCodes.Status401Unauthorized, wasWrong ? "bad_token" : "no_token", wasWrong ? "令牌不对，或已经撤销。" : "请先登录。",
        "请使用财政局发给的令牌；遗失的请联系经办人另发。");

    /// <summary>Somebody was made out who may not do this.</summary>
    public static IResult NotYours() => Of(StatusCodes.Status403Forbidden, "forbidden", "这个令牌不能做这件事。", "如需办理，请联系财政局经办人。");

    /// <summary>Too many wait for a check.</summary>
    public static IResult Busy(HttpContext context)
    {
        context.Response.Headers.RetryAfter = "5";
        return Of(StatusCodes.Status503ServiceUnavailable, "busy", "同时检查的人太多，请过几秒再试。");
    }

    /// <summary>A body beyond the limit.</summary>
    public static IResult TooLarge(long most) => Of(
        StatusCodes.Status413PayloadTooLarge, "too_large", $"文件太大，超过了 {most >> 20} MB 的上限。", "请删除与预算无关的工作表和图片后再上传。");
}
