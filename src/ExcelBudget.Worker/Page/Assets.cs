using System.Collections.Frozen;
using System.Security.Cryptography;

namespace ExcelBudget.Worker.Page;

/// <summary>Styles, modules and pictures of the page, kept inside the program and known by name.</summary>
internal static class Assets
{
    private const string Beginning = "page/";

    private static readonly FrozenDictionary<string, (byte[] Content, string Mark)> Known =
        typeof(Assets).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Beginning, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Beginning.Length..], Read, StringComparer.Ordinal);

    /// <summary>The address of an asset; another one when its content is another.</summary>
    public static string Address(string name) => $"/assets/{name}?v={Known[name].Mark}";

    /// <summary>Sends an asset.</summary>
    public static IResult Send(string name, HttpContext context)
    {
        if (!Known.TryGetValue(name, out var asset)) return Http.Problems.NotFound("文件");
        // a module names the others without a mark, so that those are asked for anew
        var isMarked = context.Request.Query.ContainsKey("v");
        context.Response.Headers.CacheControl = isMarked ? "public, max-age=31536000, immutable" : "no-cache";
        return Results.Bytes(asset.Content, Path.GetExtension(name) switch
        {
            ".css" => "text/css; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            _ => "image/svg+xml",
        });
    }

    private static (byte[] Content, string Mark) Read(string name)
    {
        using var stream = typeof(Assets).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return (content, Convert.ToHexStringLower(SHA256.HashData(content))[..12]);
    }
}
