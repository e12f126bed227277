using System.Net;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Http.Pane;

/// <summary>
/// 已打开的工作簿。A workbook that is open in a program on this machine, taken by its path: only for the pane's own page, only from this
/// machine, and only what may be a workbook. It is copied before anybody looks into it.
/// </summary>
/// <param name="uploads">Where the copy goes.</param>
/// <param name="token">What the pane shows.</param>
internal sealed class OpenWorkbook(Uploads uploads, PaneToken token)
{
    private const int LongestPath = 1_000;
    private static readonly string[] Endings = [".xlsx", ".xlsm", ".et"];

    /// <summary>Copies it.</summary>
    /// <param name="context">The request.</param>
    /// <param name="path">Absolute path of the file.</param>
    /// <returns>The copy, or why there is none.</returns>
    public async Task<(Upload? File, IResult? Problem)> TakeAsync(HttpContext context, string? path)
    {
        if (Stranger(context) is { } stranger) return (null, stranger);
        if (Refusal(path) is { } refusal) return (null, refusal);
        try
        {
            await using var file = FileOperations.OpenShared(path!);
            if (file.Length > uploads.MostBytes) return (null, Problems.TooLarge(uploads.MostBytes));
            var copy = await uploads.TakeAsync(file, Path.GetFileName(path!), context.RequestAborted);
            return copy is null ? (null, Problems.TooLarge(uploads.MostBytes)) : (copy, null);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            return (null, Problems.Of(StatusCodes.Status409Conflict, "not_readable", $"这个文件现在读不了：{DiskTrouble.Sentence(fault)}。",
                "请保存工作簿后重试；仍不行的，请另存到本机的文件夹。"));
        }
    }

    private IResult? Stranger(HttpContext context)
    {
        var (request, origin) = (context.Request, context.Request.Headers.Origin.ToString());
        if (context.Connection.RemoteIpAddress is not { } from || !IPAddress.IsLoopback(from))
            return Problems.Of(StatusCodes.Status403Forbidden, "not_this_machine", "只有在运行本程序的机器上才能按路径校验。", "请改用网页上传工作簿。");
        if (origin != $"{request.Scheme}://{request.Host}")
            return Problems.Of(StatusCodes.Status403Forbidden, "cross_origin", "不接受其他网站发来的请求。");
        return token.IsShownBy(request) ? null : Problems.Of(
            StatusCodes.Status403Forbidden, "bad_pane_token", "窗格与校验服务的连接已失效。", "请再试一次；仍不行的，关闭窗格后重新打开。");
    }

    private static IResult? Refusal(string? path)
    {
        if (string.IsNullOrWhiteSpace(path)) return Problems.Wrong("工作簿还没有保存，没有可以校验的文件。", "请先保存，再校验。");
        if (path.Length > LongestPath || path.Contains('\0', StringComparison.Ordinal) || !Path.IsPathFullyQualified(path))
            return Problems.Wrong("不是本机上完整的文件路径。", "请把工作簿另存到本机的文件夹。");
        // opening a name on another machine would show it who is logged in here
        if (path.StartsWith("//", StringComparison.Ordinal) || path.StartsWith(@"\\", StringComparison.Ordinal))
            return Problems.Wrong("工作簿在别的机器上。", "请另存到本机的文件夹，再校验。");
        if (!Endings.Contains(Path.GetExtension(path).ToLowerInvariant()))
            return Problems.Wrong("只校验 .xlsx、.xlsm 或 .et 工作簿。", "请把工作簿另存为 .xlsx。");
        if (Uploads.Refusal(Path.GetFileName(path)) is { } name) return Problems.Wrong(name);
        return File.Exists(path) && RegularFile.Is(path) ? null
            : Problems.Of(StatusCodes.Status404NotFound, "not_found", "在本机上找不到这个工作簿的文件。", "请先保存，再校验。");
    }
}
