using System.Xml.Linq;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using static ExcelBudget.OfficePackages.Limits.UnreadableException;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>The parts of a zipped document by name. Names match in any letter case, as the package format says.</summary>
internal sealed class ZipPackage
{
    private static readonly KnownParts<ContentTypes> KnownTypes = new();
    private static readonly KnownParts<Relationships> KnownLinks = new();

    private readonly Dictionary<string, ZipEntry> _entries = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<ZipEntry> _unproven = new(ReferenceEqualityComparer.Instance);
    private readonly ZipInflater _inflater;

    /// <summary>Reads the directory; nothing is inflated yet.</summary>
    public ZipPackage(ReadOnlyMemory<byte> file, PackageLimits limits)
    {
        Limits = limits;
        _inflater = new ZipInflater(file, limits);
        foreach (var entry in ZipDirectory.Read(file.Span, limits)) Add(entry);
    }

    /// <summary>How large it may be.</summary>
    public PackageLimits Limits { get; }

    /// <summary>Bytes inflated so far.</summary>
    public long InflatedBytes => _inflater.Total;

    /// <summary>All parts in the file's order, with «/» between folders; folders are none.</summary>
    public IEnumerable<string> PartNames => _entries.Where(entry => !entry.Value.IsFolder).Select(entry => entry.Key);

    /// <summary>Is there such a part?</summary>
    public bool Contains(string name) => _entries.ContainsKey(name);

    /// <summary>The part's name as the zip spells it.</summary>
    public string StoredName(string name) => _entries[name].Name;

    /// <summary>A part's XML from its beginning; dispose the cursor.</summary>
    public XmlCursor OpenXml(string name)
    {
        using var part = Inflate(name);
        return Walk(part, name);
    }

    /// <summary>The bytes of a part that the caller proves by reading it; dispose them.</summary>
    public InflatedPart Inflate(string name)
    {
        var entry = Entry(name);
        var part = _inflater.Inflate(entry);
        _unproven.Remove(entry);
        return part;
    }

    /// <summary>What a deflated part is known by.</summary>
    public PartKey KeyOf(string name) => PartKey.Of(Entry(name), _inflater.PackedBytes(Entry(name)).Span, Limits);

    /// <summary>Length of a part as it stands in the zip.</summary>
    public int PackedLength(string name) => Entry(name).PackedLength;

    /// <summary>Takes a part as proven, whose equal was; false for one so large that it is to be proven each time.</summary>
    public bool TakeProven(string name)
    {
        var entry = Entry(name);
        if (!_inflater.CountProven(entry)) return false;
        _unproven.Remove(entry);
        return true;
    }

    /// <summary>The XML of a part's bytes from its beginning; dispose the cursor.</summary>
    public XmlCursor Walk(InflatedPart part, string name) => new(XmlChars.Decode(part.Bytes, name), name, Limits.XmlDepth);

    public byte[] Bytes(string name)
    {
        using var part = _inflater.Inflate(Entry(name));
        return part.Bytes.ToArray();
    }

    /// <summary>A part as it stands in the zip.</summary>
    public PackedPart Packed(string name)
    {
        var entry = Entry(name);
        return new PackedPart(name, entry.ClaimedCrc, (int)entry.ClaimedLength, _inflater.PackedBytes(entry), IsStored: !entry.Deflated);
    }

    /// <summary>What a part says, from one that came before where it is the same; what is returned must not be changed.</summary>
    /// <param name="known">Parts of that kind that came before.</param>
    /// <param name="name">The part.</param>
    /// <param name="context">What else the reading depends on.</param>
    /// <param name="read">Reads and proves the part.</param>
    public T Known<T>(KnownParts<T> known, string name, string context, Func<ZipPackage, string, T> read)
        where T : class
    {
        var key = KeyOf(name);
        if (known.Find(key, context) is { } before && TakeProven(name)) return before;
        var own = read(this, context);
        known.Add(key, context, own);
        return own;
    }

    /// <summary>What each part is, only to be looked at.</summary>
    public ContentTypes Types() => Known(KnownTypes, ContentTypes.PartName, "", static (package, _) => package.ReadTypes());

    /// <summary>The links of a part, only to be looked at; none when it has no list of them. The empty name is the package.</summary>
    public Relationships Links(string source) => Relationships.NameFor(source) is var part && Contains(part)
        ? Known(KnownLinks, part, source, static (package, source) => package.ReadLinks(source)) : Relationships.None(source);

    /// <summary>What each part is.</summary>
    public ContentTypes ReadTypes()
    {
        using var xml = OpenXml(ContentTypes.PartName);
        return ContentTypes.Read(xml);
    }

    /// <summary>The links of a part; none when it has no list of them. The empty name is the package itself.</summary>
    public Relationships ReadLinks(string source)
    {
        var part = Relationships.NameFor(source);
        if (!Contains(part)) return Relationships.None(source);
        using var xml = OpenXml(part);
        return Relationships.Read(xml, source);
    }

    /// <summary>
    /// A part as a tree, white space included. Looked through before, since a tree takes many times the memory of its bytes.
    /// </summary>
    public XDocument Tree(string name)
    {
        using (var xml = OpenXml(name))
        {
            var nodes = 0L;
            while (xml.Read())
            {
                if (xml.Node == XmlNode.Start) nodes += 1 + xml.AttributeCount;
            }

            if (nodes > Limits.TreeNodes) throw TooLarge($"部件 {name} 有 {nodes} 个元素和属性，上限 {Limits.TreeNodes} 个");
        }

        try
        {
            return XmlTree.Parse(Bytes(name));
        }
        catch (System.Xml.XmlException broken)
        {
            throw Damaged($"部件 {name} 的 XML 有误（第 {broken.LineNumber} 行）");
        }
    }

    /// <summary>Proves the parts nobody has opened: checksums of all, and of XML that it is well formed and without a DTD.</summary>
    public void VerifyRest()
    {
        foreach (var entry in _unproven.ToArray())
        {
            if (IsXml(entry.Name))
            {
                var packed = _inflater.PackedBytes(entry).Span;
                if (ProvenParts.Contains(entry, packed, Limits) && _inflater.CountProven(entry)) continue;
                Prove(Normal(entry.Name));
                ProvenParts.Add(entry, packed, Limits);
            }
            else
            {
                _inflater.Verify(entry);
            }
        }
    }

    private void Prove(string name)
    {
        using var part = Inflate(name);
        if (XmlScan.IsSound(part.Bytes, Limits.XmlDepth)) return;
        using var xml = Walk(part, name);
        while (xml.Read())
        {
        }
    }

    private ZipEntry Entry(string name) =>
        _entries.TryGetValue(name, out var entry) && !entry.IsFolder ? entry : throw Damaged($"缺少部件 {name}");

    private void Add(ZipEntry entry)
    {
        var name = Normal(entry.Name);
        if (name.StartsWith('/') || (name.Length > 1 && name[1] == ':') || name.Split('/').Contains(".."))
            throw Damaged($"压缩包条目名 {entry.Name} 指向包外");
        if (!_entries.TryAdd(name, entry)) throw Damaged($"压缩包内有两个 {entry.Name}");
        if (!entry.IsFolder) _unproven.Add(entry);
    }

    private static string Normal(string name) => name.Replace('\\', '/');

    private static bool IsXml(string name) =>
        name.EndsWith(".xml", StringComparison.OrdinalIgnoreCase) || name.EndsWith(".rels", StringComparison.OrdinalIgnoreCase);
}
