using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.IO.Compression;
using System.Numerics;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Zip.Weaving;

/// <summary>
/// Deflates parts of which many are alike but for their holes. What stands in them is looked at, and nothing is taken for granted: a part
/// whose fixed bytes were there before is woven, any other is deflated as ever. Thread-safe.
/// </summary>
/// <param name="most">How many woven texts are kept; one takes some three times the room of its part.</param>
public sealed class WovenParts(int most)
{
    // to weave costs what deflating three times does: chance brings most fixed texts of units with rows of their own back once or twice
    private const int SeenBefore = 4;

    // texts seen, woven or not, for each that is kept woven
    private const int MostSeen = 8;

    // what is mostly holes may grow too much when it is woven
    private const int MostGrown = 5;

    private readonly ConcurrentDictionary<(string Name, uint Fixed, int Holes), Seen> _known = [];
    private int _woven;

    /// <summary>Deflates a part.</summary>
    /// <param name="name">Name in the package.</param>
    /// <param name="xml">The part, with its holes.</param>
    /// <param name="level">How hard to deflate what is not woven.</param>
    public PackedPart Pack(string name, Utf8Text xml, CompressionLevel level)
    {
        var part = xml.Written;
        var holes = xml.Holes;
        var seen = Known((name, Fingerprint(part, holes), holes.Length));
        if (seen.Text is { } text && text.Text.IsIn(part, holes))
            return new PackedPart(name, Crc32.Append(0, part), part.Length, text.Deflate(part, holes));
        var packed = PackedPart.Pack(name, part, level);
        if (Interlocked.Increment(ref seen.Times) == SeenBefore && Worthwhile(part, holes, packed.Deflated.Length) is { } woven)
        {
            seen.Text = woven;
            Interlocked.Increment(ref _woven);
        }

        return packed;
    }

    private Seen Known((string Name, uint Fixed, int Holes) key)
    {
        if (_known.TryGetValue(key, out var known)) return known;
        if (Volatile.Read(ref _woven) >= most)
        {
            // what was in use comes back and is woven again
            _known.Clear();
            Volatile.Write(ref _woven, 0);
        }
        else if (_known.Count >= MostSeen * most)
        {
            foreach (var (old, seen) in _known.Where(pair => pair.Value.Text is null)) _known.TryRemove(new(old, seen));
        }

        return _known.GetOrAdd(key, static _ => new Seen());
    }

    private static WovenText? Worthwhile(ReadOnlySpan<byte> part, ReadOnlySpan<int> holes, int deflated)
    {
        var woven = new WovenText(part, holes);
        return woven.Deflate(part, holes).Length <= deflated + (deflated / MostGrown) ? woven : null;
    }

    private static uint Fingerprint(ReadOnlySpan<byte> part, ReadOnlySpan<int> holes)
    {
        var (sum, from) = (0u, 0);
        for (var at = 0; at < holes.Length; at += 2)
        {
            sum = Appended(sum, part[from..holes[at]]);
            from = holes[at + 1];
        }

        return Appended(sum, part[from..]);
    }

    /// <summary>The sum that processors reckon themselves: stretches are short, and the zip's sum is slow on those.</summary>
    private static uint Appended(uint sum, ReadOnlySpan<byte> bytes)
    {
        for (; bytes.Length >= sizeof(ulong); bytes = bytes[sizeof(ulong)..])
            sum = BitOperations.Crc32C(sum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
        foreach (var one in bytes) sum = BitOperations.Crc32C(sum, one);
        return sum;
    }

    /// <summary>A fixed text that was there before, and how often.</summary>
    private sealed class Seen
    {
        public int Times;

        /// <summary>Ready to be written; null while it is not worth it.</summary>
        public volatile WovenText? Text;
    }
}
