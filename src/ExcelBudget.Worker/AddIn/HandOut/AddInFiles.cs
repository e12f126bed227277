using System.Collections.Frozen;
using System.Text;

namespace ExcelBudget.Worker.AddIn.HandOut;

/// <summary>
/// 加载项的文件。Manifests, shell and icons of <c>addin-manifest/</c>, kept inside the program and known by name: «wps/ribbon.xml». They stand
/// there with the default addresses, so that they can be used as they are; here they get the addresses of the settings.
/// </summary>
internal static class AddInFiles
{
    private const string Beginning = "addin/";

    private static readonly FrozenDictionary<string, byte[]> Known =
        typeof(AddInFiles).Assembly.GetManifestResourceNames().Where(name => name.StartsWith(Beginning, StringComparison.Ordinal))
            .ToFrozenDictionary(name => name[Beginning.Length..].Replace('\\', '/'), Read, StringComparer.Ordinal);

    /// <summary>Names of all files.</summary>
    public static IEnumerable<string> Names => Known.Keys;

    /// <summary>A file as it stands; null when there is none of this name.</summary>
    public static byte[]? Find(string name) => Known.GetValueOrDefault(name);

    /// <summary>A text file with the addresses in it; null when there is none of this name. UTF-8 without byte order mark.</summary>
    public static byte[]? Filled(string name, AddInAddresses addresses) => Find(name) is not { } content ? null
        : Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(content)
            .Replace(AddInAddresses.Default.ForExcel("").ToString(), addresses.ForExcel("").ToString(), StringComparison.Ordinal)
            .Replace(AddInAddresses.Default.ForWps("").ToString(), addresses.ForWps("").ToString(), StringComparison.Ordinal)
            .Replace(AddInAddresses.Default.ForExcel("").Authority, addresses.ForExcel("").Authority, StringComparison.Ordinal));

    private static byte[] Read(string name)
    {
        using var stream = typeof(AddInFiles).Assembly.GetManifestResourceStream(name)!;
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
