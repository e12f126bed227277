using System.Collections.Frozen;
using ExcelBudget.Worker.Http.Api;

namespace ExcelBudget.Worker.Http.Pane;

/// <summary>窗格的文件。The pane's pages, script and style, kept inside the program and known by name.</summary>
internal static class PaneFiles
{
    /// <summary>Folder beside the program into which an administrator may put Microsoft's office.js.</summary>
    public const string OfficeFolder = "office-js";

    private const string Beginning = "pane/";

    private static readonly FrozenDictionary<string, byte[]> Known = typeof(PaneFiles).Assembly.GetManifestResourceNames()
        .Where(name => name.StartsWith(Beginning, StringComparison.Ordinal))
        .ToFrozenDictionary(name => name[Beginning.Length..], Read, StringComparer.Ordinal);

    // what Excel asks for; nothing else of the folder is given out
    private static readonly FrozenSet<string> Office = FrozenSet.Create(
        StringComparer.OrdinalIgnoreCase, "office.js", "o15apptofilemappingtable.js", "excel-win32-16.01.js", "excel-win32-16.00.js",
        "excel-mac-16.00.js", "excel-web-16.00.js", "zh-cn/office_strings.js", "en-us/office_strings.js");

    public static void Map(IEndpointRouteBuilder app)
    {
        var pages = app.MapGroup("/pane").ExcludeFromDescription();
        pages.MapGet("/", Enter).ForEverybody();
        pages.MapGet("/office/{**name}", SendOffice).ForEverybody();
        pages.MapGet("/{name}", Send).ForEverybody();
    }

    /// <summary>Excel's entry. Its oldest versions open it in Internet Explorer, which is led to what there is to do about it.</summary>
    private static IResult Enter(HttpContext context) =>
        context.Request.Headers.UserAgent.ToString().Contains("Trident/", StringComparison.Ordinal)
            ? Results.Redirect("/addin/upgrade") : Send("index.html", context);

    private static IResult Send(string name, HttpContext context)
    {
        if (!Known.TryGetValue(name, out var content)) return Problems.NotFound("文件");
        // the pages name script and style without a mark: they are asked for anew, and a new program shows its new pane
        context.Response.Headers.CacheControl = "no-cache";
        return Results.Bytes(content, Path.GetExtension(name) switch
        {
            ".html" => "text/html; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            _ => "text/javascript; charset=utf-8",
        });
    }

    private static IResult SendOffice(string name, HttpContext context)
    {
        var path = Path.Combine(AppContext.BaseDirectory, OfficeFolder, name.Replace('/', Path.DirectorySeparatorChar));
        if (!Office.Contains(name) || !File.Exists(path)) return Problems.NotFound("文件");
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return Results.File(path, "text/javascript; charset=utf-8");
    }

    private static byte[] Read(string name)
    {
        using var stream = typeof(PaneFiles).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
