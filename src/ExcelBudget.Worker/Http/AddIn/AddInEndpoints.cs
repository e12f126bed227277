using ExcelBudget.Worker.Access;
using ExcelBudget.Worker.AddIn;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.Files;
using ExcelBudget.Worker.Http.Api;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Http.AddIn;

/// <summary>
/// What Excel and WPS fetch to show the add-in, and the page that tells how to install it. No secret is among it, and both programs fetch
/// without a token.
/// </summary>
internal static class AddInEndpoints
{
    // a stronger mark is not needed: WPS asks for the shell at each start, and must then get the present one
    private const string Asked = "no-cache";
    private const string Kept = "public, max-age=86400";

    // programs ask for a head alone to see whether something is there
    private static readonly string[] Read = [HttpMethods.Get, HttpMethods.Head];

    public static void Map(IEndpointRouteBuilder app)
    {
        var addIn = app.MapGroup("").ExcludeFromDescription();
        addIn.MapMethods("/wps/{**name}", Read, (string? name, HttpContext context, WorkerSettings settings) =>
            Send(OfShell(name), context, settings)).ForEverybody();
        addIn.MapMethods("/addin/icons/{name}", Read, (string name, HttpContext context, WorkerSettings settings) =>
            Send("icons/" + name, context, settings)).ForEverybody();
        addIn.MapMethods("/addin/manifest.xml", Read, (HttpContext context, WorkerSettings settings) =>
            Send("excel/manifest.xml", context, settings)).ForEverybody();
        addIn.MapMethods("/addin/manifest.json", Read, (HttpContext context, WorkerSettings settings) =>
            Send("excel/manifest.json", context, settings)).ForEverybody();
        addIn.MapMethods("/addin/assets/{name}", Read, (string name, HttpContext context, WorkerSettings settings) =>
            Send("install/" + name, context, settings)).ForEverybody();
        addIn.MapMethods("/addin/upgrade", Read, (HttpContext context, WorkerSettings settings) =>
            Send("install/upgrade.html", context, settings)).ForEverybody();
        addIn.MapMethods("/addin/excelbudget-ca.crt", Read, Authority).ForEverybody();
        addIn.MapMethods("/addin/", Read, (HttpContext context, WorkerSettings settings) =>
            InstallPage.Show(
                context, AddressesFor(context.Request, settings.Page), AuthorityOf(settings.Page) is not null)).ForEverybody();
    }

    private static string OfShell(string? name) => string.IsNullOrEmpty(name) ? "wps/index.html"
        : name.StartsWith("icons/", StringComparison.Ordinal) ? name : "wps/" + name;

    /// <summary>The addresses by which this visitor has come, where the worker is for others; else those of the settings.</summary>
    private static AddInAddresses AddressesFor(HttpRequest request, PageSettings page) =>
        page.OpensNetwork && Uri.TryCreate($"{request.Scheme}://{request.Host}/", UriKind.Absolute, out var server)
            ? AddInAddresses.OfServer(server) : AddInAddresses.Of(page);

    private static IResult Send(string name, HttpContext context, WorkerSettings settings)
    {
        var isPicture = name.EndsWith(".png", StringComparison.Ordinal) || name.EndsWith(".svg", StringComparison.Ordinal);
        var content = isPicture ? AddInFiles.Find(name) : AddInFiles.Filled(name, AddressesFor(context.Request, settings.Page));
        if (content is null) return Problems.NotFound("文件");
        context.Response.Headers.CacheControl = isPicture ? Kept : Asked;
        // a shell that was copied to a disk asks whether the worker is there from an origin of its own
        if (name == "wps/manifest.xml") context.Response.Headers.AccessControlAllowOrigin = "*";
        return Results.Bytes(content, Path.GetExtension(name) switch
        {
            ".xml" => "text/xml; charset=utf-8",
            ".html" => "text/html; charset=utf-8",
            ".js" => "text/javascript; charset=utf-8",
            ".css" => "text/css; charset=utf-8",
            ".json" => "application/json; charset=utf-8",
            ".svg" => "image/svg+xml",
            _ => "image/png",
        });
    }

    private static IResult Authority(WorkerSettings settings) => AuthorityOf(settings.Page) is { } path
        ? Results.File(FileOperations.ReadShared(path), "application/x-x509-ca-cert", BureauCertificate.AuthorityFile)
        : Problems.NotFound("根证书");

    private static string? AuthorityOf(PageSettings page)
    {
        var path = Path.Combine(Path.GetDirectoryName(page.CertificateFile) ?? "", BureauCertificate.AuthorityFile);
        return File.Exists(path) ? path : null;
    }
}
