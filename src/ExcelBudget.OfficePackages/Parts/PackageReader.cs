using System.IO.Compression;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>A part of a package as plain bytes.</summary>
/// <param name="Name">Name in the package, without a leading slash.</param>
/// <param name="Content">The bytes.</param>
public readonly record struct PlainPart(string Name, byte[] Content);

/// <summary>Reads the packages of our own templates. Dropped files never come here: they may be bombs.</summary>
public static class PackageReader
{
    /// <summary>The parts in the file's order, folders left out.</summary>
    /// <exception cref="InvalidDataException">The bytes are no zip file.</exception>
    public static List<PlainPart> Read(ReadOnlyMemory<byte> package)
    {
        using var archive = new ZipArchive(new MemoryStream(package.ToArray(), writable: false), ZipArchiveMode.Read);
        var parts = new List<PlainPart>();
        foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
        {
            using var content = new MemoryStream();
            using (var stream = entry.Open()) stream.CopyTo(content);
            parts.Add(new PlainPart(entry.FullName, content.ToArray()));
        }

        return parts;
    }
}
