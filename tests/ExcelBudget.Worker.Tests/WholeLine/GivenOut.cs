using System.IO.Compression;
using System.Text;

namespace ExcelBudget.Worker.Tests.WholeLine;

/// <summary>What the program gave out, read word by word.</summary>
internal static class GivenOut
{
    /// <summary>Every file below a folder but the originals; of packages, the parts that are not as they came in.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="known">Packages that came in.</param>
    public static IEnumerable<(string Name, string Text)> In(string folder, IEnumerable<byte[]> known)
    {
        var parts = known.SelectMany(Parts).Select(part => part.Text).ToHashSet(StringComparer.Ordinal);
        foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
        {
            var name = Path.GetRelativePath(folder, file);
            if (name.StartsWith("archive", StringComparison.Ordinal) || name.StartsWith("inbox", StringComparison.Ordinal)) continue;
            using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            foreach (var text in Texts(name, content).Where(text => !parts.Contains(text.Text))) yield return text;
        }
    }

    /// <summary>The texts of something given out: of a package, its parts.</summary>
    public static IEnumerable<(string Name, string Text)> Texts(string name, byte[] content) => content is [(byte)'P', (byte)'K', ..]
        ? Parts(content).Select(part => (name + "!" + part.Name, part.Text))
        : [(name, Encoding.UTF8.GetString(content))];

    private static List<(string Name, string Text)> Parts(byte[] package)
    {
        if (package is not [(byte)'P', (byte)'K', ..]) return [];
        var parts = new List<(string Name, string Text)>();
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            parts.Add((entry.FullName, reader.ReadToEnd()));
        }

        return parts;
    }
}
