using System.Globalization;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.AddIn.HandOut;

/// <summary>
/// 地址。Where the two programs find the worker. Excel takes nothing but https; WPS is used to plain http on the machine itself, and to https
/// of a server.
/// </summary>
/// <param name="Excel">Origin for Excel, with «/» at its end.</param>
/// <param name="Wps">Origin for WPS, with «/» at its end.</param>
internal sealed record AddInAddresses(Uri Excel, Uri Wps)
{
    /// <summary>What stands in the files of <c>addin-manifest/</c>.</summary>
    public static readonly AddInAddresses Default = Of(new PageSettings());

    /// <summary>The addresses of the worker with these settings: its own machine, or the server it is for others.</summary>
    public static AddInAddresses Of(PageSettings page) => page.OpensNetwork
        ? OfServer(At("https", Environment.MachineName, page.Port))
        : new(At("https", "localhost", page.ExcelPort), At("http", "127.0.0.1", page.Port));

    /// <summary>The addresses of a worker on another machine, which both programs reach by https.</summary>
    public static AddInAddresses OfServer(Uri server) => new(server, server);

    /// <summary>An address below the origin for Excel.</summary>
    public Uri ForExcel(string path) => new(Excel, path);

    /// <summary>An address below the origin for WPS.</summary>
    public Uri ForWps(string path) => new(Wps, path);

    private static Uri At(string scheme, string host, int port) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{scheme}://{host}:{port}/"));
}
