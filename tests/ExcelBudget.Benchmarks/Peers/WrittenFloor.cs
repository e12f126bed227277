using System.IO.Compression;
using System.Text;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.OfficePackages.Xml;
using ExcelBudget.OfficePackages.Zip;
using ExcelBudget.OfficePackages.Zip.Weaving;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>
/// The floor of filling this very workbook: the unit's values parsed, every part that changes put together from fixed bytes and holes,
/// deflated, and all of it written as a package. Nothing is projected, computed, laid out or checked.
/// </summary>
internal sealed class WrittenFloor : IPeer
{
    private static readonly byte[] HoleBegin = Encoding.UTF8.GetBytes("<v>");
    private static readonly byte[] HoleEnd = Encoding.UTF8.GetBytes("</v>");

    private readonly string _cells;
    private readonly byte[][] _parts;
    private readonly PackedPart[] _fixed;
    private readonly WovenParts? _woven;
    private byte[] _last = [];

    /// <param name="folder">The materials.</param>
    /// <param name="isWoven">Weave the parts; otherwise they are deflated as usual.</param>
    public WrittenFloor(MaterialFolder folder, bool isWoven)
    {
        _cells = folder.Cells;
        _parts = [.. Directory.EnumerateFiles(folder.ChangedParts).Order(StringComparer.Ordinal).Select(File.ReadAllBytes)];
        // what every workbook of the layout has in common is deflated once: the code list and the sheet behind the checks
        _fixed = [.. _parts.OrderByDescending(part => part.Length).Take(1)
            .Select(part => PackedPart.Pack("fixed", part, CompressionLevel.Optimal))];
        _parts = [.. _parts.OrderByDescending(part => part.Length).Skip(1)];
        _woven = isWoven ? new WovenParts(64) : null;
    }

    public void Once()
    {
        var values = EnteredCell.Read(_cells);
        var packed = new List<PackedPart>(_fixed);
        using var xml = new Utf8Text();
        for (var number = 0; number < _parts.Length; number++)
        {
            xml.Clear();
            Put(xml, _parts[number]);
            packed.Add(_woven is null ? PackedPart.Pack($"part-{number}", xml.Written, CompressionLevel.Optimal)
                : _woven.Pack($"part-{number}", xml, CompressionLevel.Optimal));
        }

        _last = values.Count == 0 ? [] : PackageWriter.Write(packed);
    }

    /// <summary>The last workbook.</summary>
    public byte[] Written => _last;

    public byte[] Output() => BitConverter.GetBytes(_last.LongLength);

    private static void Put(Utf8Text xml, ReadOnlySpan<byte> part)
    {
        for (int begin; (begin = part.IndexOf(HoleBegin)) >= 0;)
        {
            var end = part.IndexOf(HoleEnd);
            xml.Append(part[..(begin + HoleBegin.Length)]);
            xml.BeginHole();
            xml.Append(part[(begin + HoleBegin.Length)..end]);
            xml.EndHole();
            xml.Append(HoleEnd);
            part = part[(end + HoleEnd.Length)..];
        }

        xml.Append(part);
    }
}
