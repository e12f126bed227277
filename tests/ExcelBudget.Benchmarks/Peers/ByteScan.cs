using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using ExcelBudget.Benchmarks.Contents;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>
/// The floor of reading cells: every part inflated, and the bytes of each sheet looked through once for values, with no XML reader.
/// Knows the workbooks of this benchmark only: plain attributes, double quotes, no comments.
/// </summary>
internal sealed class ByteScan(MaterialFolder folder) : IPeer
{
    private readonly byte[] _workbook = File.ReadAllBytes(folder.Workbook);
    private readonly List<decimal> _numbers = [];
    private readonly List<(byte[]? Part, int Start, int Length)> _texts = [];
    private readonly List<(int Start, int Length)> _shared = [];
    private byte[] _part = new byte[1 << 20];

    public void Once()
    {
        _numbers.Clear();
        _texts.Clear();
        using var zip = new ZipArchive(new MemoryStream(_workbook), ZipArchiveMode.Read);
        var strings = Inflated(zip.GetEntry("xl/sharedStrings.xml")!).ToArray();
        ReadShared(strings);
        foreach (var entry in zip.Entries)
        {
            var bytes = Inflated(entry);
            if (entry.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)) ReadCells(bytes, strings);
        }
    }

    public byte[] Output()
    {
        var totals = new CellTotals();
        foreach (var number in _numbers) totals.Add(number);
        foreach (var (part, start, length) in _texts)
            totals.Add(System.Net.WebUtility.HtmlDecode(Encoding.UTF8.GetString(part!, start, length)));
        return totals.ToBytes();
    }

    private ReadOnlySpan<byte> Inflated(ZipArchiveEntry entry)
    {
        if (_part.Length < entry.Length) _part = new byte[entry.Length];
        using var stream = entry.Open();
        return _part.AsSpan(0, stream.ReadAtLeast(_part.AsSpan(0, (int)entry.Length), (int)entry.Length));
    }

    private void ReadShared(byte[] strings)
    {
        _shared.Clear();
        for (var at = 0; Next(strings, at, "<t"u8) is >= 0 and var tag;)
        {
            var start = tag + strings.AsSpan(tag).IndexOf((byte)'>') + 1;
            var length = strings.AsSpan(start).IndexOf((byte)'<');
            _shared.Add((start, length));
            at = start + length;
        }
    }

    private void ReadCells(ReadOnlySpan<byte> sheet, byte[] strings)
    {
        while (sheet.IndexOf("<c "u8) is >= 0 and var at)
        {
            sheet = sheet[at..];
            var end = sheet.IndexOf((byte)'>');
            var tag = sheet[..end];
            sheet = sheet[(end + 1)..];
            if (tag[^1] == '/') continue;
            var cell = sheet[..sheet.IndexOf("</c>"u8)];
            sheet = sheet[(cell.Length + 4)..];
            var value = Between(cell, "<v>"u8);
            if (tag.IndexOf(" t=\"s\""u8) >= 0)
            {
                _ = Utf8Parser.TryParse(value, out int index, out _);
                _texts.Add((strings, _shared[index].Start, _shared[index].Length));
            }
            else if (tag.IndexOf(" t=\""u8) >= 0)
            {
                AddText(value.IsEmpty ? Between(cell, "<t>"u8) : value);
            }
            else if (Utf8Parser.TryParse(value, out decimal number, out _))
            {
                _numbers.Add(number);
            }
        }
    }

    private void AddText(ReadOnlySpan<byte> text)
    {
        if (!text.IsEmpty) _texts.Add((text.ToArray(), 0, text.Length));
    }

    private static ReadOnlySpan<byte> Between(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> tag)
    {
        var start = cell.IndexOf(tag);
        if (start < 0) return default;
        var rest = cell[(start + tag.Length)..];
        return rest[..rest.IndexOf((byte)'<')];
    }

    private static int Next(byte[] bytes, int from, ReadOnlySpan<byte> tag) =>
        bytes.AsSpan(from).IndexOf(tag) is >= 0 and var ahead ? from + ahead : -1;
}
