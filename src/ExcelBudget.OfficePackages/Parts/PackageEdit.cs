using System.Globalization;
using System.IO.Compression;
using System.Xml;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.OfficePackages.Parts;

/// <summary>A guarded package with changes pending. Parts that do not change are copied with their compressed bytes as they are.</summary>
public sealed class PackageEdit
{
    private readonly ZipPackage _package;
    private readonly Dictionary<string, byte[]?> _pending = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Relationships> _links = new(StringComparer.OrdinalIgnoreCase);

    internal PackageEdit(ZipPackage package)
    {
        _package = package;
        Types = package.ReadTypes();
    }

    /// <summary>What each part is; changes are written with the others.</summary>
    public ContentTypes Types { get; }

    /// <summary>The links of a part, «» for the package itself; changes are written with the others.</summary>
    public Relationships LinksOf(string source) =>
        _links.TryGetValue(source, out var known) ? known : _links[source] = _package.ReadLinks(source);

    /// <summary>Is there such a part?</summary>
    public bool Has(string part) => _pending.TryGetValue(part, out var bytes) ? bytes is not null : _package.Contains(part);

    /// <summary>The bytes of a part; null when there is none.</summary>
    public byte[]? Read(string part) =>
        _pending.TryGetValue(part, out var changed) ? changed : _package.Contains(part) ? _package.Bytes(part) : null;

    /// <summary>A part that the file cannot be without.</summary>
    /// <exception cref="InvalidDataException">It is missing.</exception>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public XDocument Require(string part) =>
        XmlTree.Parse(Read(part) ?? throw new InvalidDataException($"The package has no part {part}."));

    /// <summary>Adds or replaces a part; the same bytes as before are no change.</summary>
    public void Write(string part, byte[] bytes)
    {
        if (Read(part) is { } before && before.AsSpan().SequenceEqual(bytes)) return;
        _pending[part] = bytes;
    }

    /// <summary>Removes a part and what was said of it, if it is there.</summary>
    public void Remove(string part)
    {
        _pending[part] = null;
        Types.Forget(part);
    }

    /// <summary>A part name that is still free: <paramref name="pattern"/> with {0} replaced by the first number that fits.</summary>
    public string FreeName(string pattern)
    {
        for (var number = 1; ; number++)
        {
            var name = pattern.Replace("{0}", number.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (!Has(name)) return name;
        }
    }

    /// <summary>The file with all changes made. The same changes to the same file give the same bytes.</summary>
    public byte[] ToBytes()
    {
        WriteLinks();
        if (Types.IsChanged) Write(ContentTypes.PartName, Types.ToBytes());
        var kept = _package.PartNames.Where(part => !_pending.TryGetValue(part, out var bytes) || bytes is not null)
            .Select(part => _pending.TryGetValue(part, out var bytes) ? Packed(part, bytes!) : _package.Packed(part));
        var added = _pending.Where(part => part.Value is not null && !_package.Contains(part.Key))
            .OrderBy(part => part.Key, StringComparer.Ordinal);
        return PackageWriter.Write([.. kept, .. added.Select(part => Packed(part.Key, part.Value!))]);
    }

    private void WriteLinks()
    {
        foreach (var (source, links) in _links.Where(entry => entry.Value.IsChanged))
        {
            var part = Relationships.NameFor(source);
            if (links.All.Count == 0)
            {
                Remove(part);
                continue;
            }

            Types.DeclareRelationships(source);
            Write(part, links.ToBytes());
        }
    }

    private static PackedPart Packed(string part, byte[] bytes) => PackedPart.Pack(part, bytes, CompressionLevel.Optimal);
}
