using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>
/// The parts of a workbook file, with changes pending. Parts that do not change are copied with their compressed bytes as they are:
/// ZipArchive in update mode inflates only the entries that are opened.
/// </summary>
internal sealed class PackageParts : IDisposable
{
    private readonly byte[] original;
    private readonly ZipArchive archive;
    private readonly Dictionary<string, string> entryNames = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, byte[]?> pending = new(StringComparer.OrdinalIgnoreCase);

    public PackageParts(ReadOnlyMemory<byte> file)
    {
        original = file.ToArray();
        archive = new ZipArchive(new MemoryStream(original, writable: false), ZipArchiveMode.Read);
        foreach (var entry in archive.Entries) entryNames.TryAdd(PartName(entry.FullName), entry.FullName);
    }

    /// <summary>Is there such a part?</summary>
    public bool Has(string part) => pending.TryGetValue(part, out var bytes) ? bytes is not null : entryNames.ContainsKey(part);

    /// <summary>The bytes of a part; null when there is none.</summary>
    public byte[]? Read(string part)
    {
        if (pending.TryGetValue(part, out var changed)) return changed;
        if (!entryNames.TryGetValue(part, out var name)) return null;
        using var stream = archive.GetEntry(name)!.Open();
        var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>A part that the workbook cannot be without.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public XDocument Require(string part) =>
        XmlPart.Parse(Read(part) ?? throw new InvalidDataException($"The workbook has no part {part}."));

    /// <summary>Adds or replaces a part; the same bytes as before are no change.</summary>
    public void Write(string part, byte[] bytes)
    {
        if (Read(part) is { } before && before.AsSpan().SequenceEqual(bytes)) return;
        pending[part] = bytes;
    }

    /// <summary>Removes a part, if it is there.</summary>
    public void Remove(string part) => pending[part] = null;

    /// <summary>A part name that is still free: <paramref name="pattern"/> with {0} replaced by the first number that fits.</summary>
    public string FreeName(string pattern)
    {
        for (var number = 1; ; number++)
        {
            var name = pattern.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (!Has(name)) return name;
        }
    }

    /// <summary>The file with all changes made.</summary>
    public byte[] ToBytes()
    {
        var file = new MemoryStream();
        file.Write(original);
        // the same input gives the same output: new and changed entries take the time of the first one
        var time = archive.Entries[0].LastWriteTime;
        using (var updated = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            RenewEmptyEntries(updated);
            foreach (var (part, bytes) in pending.OrderBy(change => change.Key, StringComparer.Ordinal)) Apply(updated, part, bytes, time);
        }

        return file.ToArray();
    }

    /// <inheritdoc/>
    public void Dispose() => archive.Dispose();

    private static string PartName(string entryName) => entryName.Replace('\\', '/').TrimStart('/');

    /// <summary>
    /// Empty entries that announce sizes behind their data (old LibreOffice writes a thumbnail so) are copied by ZipArchive with the announcement but
    /// without the sizes, and readers that go from entry to entry, EPPlus among them, get lost. Written anew they are whole, and still empty.
    /// </summary>
    private static void RenewEmptyEntries(ZipArchive target)
    {
        foreach (var entry in target.Entries.Where(entry => entry.Length == 0).ToList())
        {
            var (name, time) = (entry.FullName, entry.LastWriteTime);
            entry.Delete();
            target.CreateEntry(name).LastWriteTime = time;
        }
    }

    private void Apply(ZipArchive target, string part, byte[]? bytes, DateTimeOffset time)
    {
        var entry = entryNames.TryGetValue(part, out var name) ? target.GetEntry(name) : null;
        if (bytes is null)
        {
            entry?.Delete();
            return;
        }

        entry ??= target.CreateEntry(part, CompressionLevel.Optimal);
        entry.LastWriteTime = time;
        using var stream = entry.Open();
        stream.SetLength(0);
        stream.Write(bytes);
    }
}
