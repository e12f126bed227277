using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using static ExcelBudget.OfficePackages.Limits.UnreadableException;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>The parts of a zipped document by name. Names match in any letter case, as the package format says.</summary>
internal sealed class ZipPackage
{
    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ZipEntry> _unproven = [];
    private readonly ZipInflater _inflater;

    /// <summary>Reads the directory; nothing is inflated yet.</summary>
    public ZipPackage(ReadOnlyMemory<byte> file, GuardLimits limits)
    {
        _inflater = new ZipInflater(file, limits);
        foreach (var entry in ZipDirectory.Read(file.Span, limits)) Add(entry);
    }

    /// <summary>Bytes inflated so far.</summary>
    public long InflatedBytes => _inflater.Total;

    /// <summary>All parts, with «/» between folders.</summary>
    public IEnumerable<string> PartNames => _entries.Keys;

    /// <summary>Is there such a part?</summary>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>The part's name as the zip spells it.</summary>
    public string StoredName(string name) => _entries[name].Name;

    /// <summary>A part's XML from its beginning; dispose the cursor.</summary>
    public XmlCursor OpenXml(string name)
    {
        if (!_entries.TryGetValue(name, out var entry)) throw Damaged($"缺少部件 {name}");
        using var part = _inflater.Inflate(entry);
        _unproven.Remove(entry);
        return new XmlCursor(XmlChars.Decode(part.Bytes, name), name);
    }

    /// <summary>Proves the parts nobody has opened: checksums of all, and of XML that it is well formed and without a DTD.</summary>
    public void VerifyRest()
    {
        foreach (var entry in _unproven.ToArray())
        {
            if (IsXml(entry.Name))
            {
                using var xml = OpenXml(Normal(entry.Name));
                while (xml.Read())
                {
                }
            }
            else
            {
                _inflater.Verify(entry);
            }
        }
    }

    private void Add(ZipEntry entry)
    {
        var name = Normal(entry.Name);
        if (name.StartsWith('/') || (name.Length > 1 && name[1] == ':') || name.Split('/').Contains("..")) throw Damaged($"压缩包条目名 {entry.Name} 指向包外");
        if (!_entries.TryAdd(name, entry)) throw Damaged($"压缩包内有两个 {entry.Name}");
        if (!entry.IsFolder) _unproven.Add(entry);
    }

    private static string Normal(string name) => name.Replace('\\', '/');

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
