using System.Collections.Concurrent;
using System.IO.Compression;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>
/// Deflates parts of which many are alike but for their holes. What stands in them is looked at, and nothing is taken for granted: a part
/// whose fixed bytes were there before is woven, any other is deflated as ever. Thread-safe.
/// </summary>
/// <param name="most">How many woven texts are kept; one takes some three times the room of its part.</param>
public sealed class WovenParts(int most)
{
    // a fixed text is woven when it comes back: most workbooks of units with rows of their own never do
    private readonly ConcurrentDictionary<(string Name, uint Fixed, int Holes), Lazy<WovenText?>?> _known = [];
    private int _woven;

    // what is mostly holes may grow too much when it is woven
    private const int MostGrown = 5;

    /// <summary>Deflates a part.</summary>
    /// <param name="name">Name in the package.</param>
    /// <param name="xml">The part, with its holes.</param>
    /// <param name="level">How hard to deflate what is not woven.</param>
    public PackedPart Pack(string name, Utf8Text xml, CompressionLevel level)
    {
        var part = xml.Written;
        var holes = xml.Holes;
        if (TextOf(name, part, holes) is not { } text || !text.Text.IsIn(part, holes)) return PackedPart.Pack(name, part, level);
        return new PackedPart(name, Crc32.Append(0, part), part.Length, text.Deflate(part, holes));
    }

    private WovenText? TextOf(string name, ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
    {
        var key = (name, Fingerprint(part, holes), holes.Length);
        if (_known.TryGetValue(key, out var known) && known is not null) return known.Value;
        if (_known.Count >= 8 * most || (known is null && _woven >= most))
        {
            // what was in use comes back and is woven again
            _known.Clear();
            _woven = 0;
        }

        if (_known.TryAdd(key, null)) return null;
        var (copy, places) = (part.ToArray(), holes.ToArray());
        var woven = new Lazy<WovenText?>(() => Worthwhile(copy, places));
        if (_known.TryUpdate(key, woven, null)) Interlocked.Increment(ref _woven);
        return _known.TryGetValue(key, out known) ? known?.Value : null;
    }

    private static WovenText? Worthwhile(byte[] part, int[] holes)
    {
        var woven = new WovenText(part, holes);
        var deflated = PackedPart.Pack("", part, CompressionLevel.Optimal).Deflated.Length;
        return woven.Deflate(part, holes).Length <= deflated + (deflated / MostGrown) ? woven : null;
    }

    private static uint Fingerprint(ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
    {
        var (sum, from) = (0u, 0);
        for (var at = 0; at < holes.Length; at += 2)
        {
            sum = Crc32.Append(sum, part[from..holes[at]]);
            from = holes[at + 1];
        }

        return Crc32.Append(sum, part[from..]);
    }
}
