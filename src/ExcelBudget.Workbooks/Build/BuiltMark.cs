using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using ExcelBudget.Workbooks.Packaging;

namespace ExcelBudget.Workbooks.Build;

/// <summary>
/// Marks a template with a hash of what was built, so that one that people have restyled is told from one «as built» and never
/// overwritten unasked.
/// </summary>
internal static class BuiltMark
{
    /// <summary>Custom document property that holds the mark.</summary>
    public const string Property = "eb.built";

    /// <summary>What the property holds until the hash is known.</summary>
    public const string Placeholder = "to-be-marked";

    /// <summary>The package with its mark set.</summary>
    public static byte[] Set(byte[] package)
    {
        var parts = Parts(package);
        var hash = Hash(parts);
        return PackageWriter.Write([.. parts.Select(part => PackedPart.Pack(part.Name, Marked(part, hash), CompressionLevel.Optimal))]);
    }

    /// <summary>True when the package is as it was built.</summary>
    public static bool IsIntact(byte[] package)
    {
        try
        {
            var parts = Parts(package);
            var hash = Hash(parts);
            return parts.Exists(part => IsProperties(part.Name) && Encoding.UTF8.GetString(part.Content).Contains(hash, StringComparison.Ordinal));
        }
        catch (InvalidDataException)
        {
            return false;
        }
    }

    private static byte[] Marked((string Name, byte[] Content) part, string hash) => IsProperties(part.Name)
        ? Encoding.UTF8.GetBytes(Encoding.UTF8.GetString(part.Content).Replace(Placeholder, hash, StringComparison.Ordinal))
        : part.Content;

    private static bool IsProperties(string name) => name.StartsWith("docProps/", StringComparison.Ordinal);

    private static List<(string Name, byte[] Content)> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package), ZipArchiveMode.Read);
        var parts = new List<(string, byte[])>();
        foreach (var entry in zip.Entries)
        {
            using var source = entry.Open();
            using var content = new MemoryStream();
            source.CopyTo(content);
            parts.Add((entry.FullName, content.ToArray()));
        }

        return parts;
    }

    private static string Hash(IEnumerable<(string Name, byte[] Content)> parts)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var (name, content) in parts.Where(part => !IsProperties(part.Name)).OrderBy(part => part.Name, StringComparer.Ordinal))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(name));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..32];
    }
}
