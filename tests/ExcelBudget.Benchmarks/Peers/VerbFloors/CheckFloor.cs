using System.Buffers.Text;
using System.IO.Compression;
using System.Text;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.OfficePackages.Guard;

namespace ExcelBudget.Benchmarks.Peers.VerbFloors;

/// <summary>
/// The floor of the verb check with all its rules: the file read from disk, the sheets of the forms inflated and every cell of them
/// looked at once, each formula worked out again and held against what stands in its cell, each text gone through once for the words
/// that the checks look for, and a line written that says so. Knows the workbooks of this benchmark only: nothing is guarded, named,
/// isolated, told apart or worded, and a rule that needs more than one look at a text costs nothing.
/// </summary>
internal class CheckFloor : IPeer
{
    private readonly string _workbook;
    private readonly Dictionary<string, SheetPlan> _plans;
    private readonly WordScan _words = new();
    private readonly Dictionary<string, decimal[]> _cells = [];
    private readonly List<(int Start, int Length)> _shared = [];
    private readonly string _answer;
    private byte[] _part = new byte[1 << 20];
    private byte[] _strings = new byte[1 << 20];
    private char[] _text = new char[1 << 12];
    private int _different;
    private int _found;

    /// <param name="folder">The materials.</param>
    public CheckFloor(MaterialFolder folder)
    {
        _workbook = folder.Workbook;
        _answer = folder.Output("answer");
        var forms = EnteredCell.Read(folder.Cells).Select(cell => cell.Sheet).ToHashSet(StringComparer.Ordinal);
        _plans = WorkbookGuard.Open(File.ReadAllBytes(_workbook)).Package!.Content.Sheets.Where(sheet => forms.Contains(sheet.Name))
            .ToDictionary(sheet => sheet.PartName.TrimStart('/'), SheetPlan.Of, StringComparer.Ordinal);
        foreach (var (part, plan) in _plans) _cells[part] = new decimal[plan.Cells];
    }

    public virtual void Once()
    {
        _found = _different = 0;
        using var zip = new ZipArchive(new MemoryStream(File.ReadAllBytes(_workbook)), ZipArchiveMode.Read);
        var strings = Inflate(zip.GetEntry("xl/sharedStrings.xml")!, ref _strings);
        ReadShared(_strings.AsSpan(0, strings));
        foreach (var entry in zip.Entries)
        {
            if (!_plans.TryGetValue(entry.FullName, out var plan)) continue;
            var cells = _cells[entry.FullName];
            Array.Clear(cells);
            ReadCells(_part.AsSpan(0, Inflate(entry, ref _part)), plan.Columns, cells);
            foreach (var (cell, terms) in plan.Sums)
            {
                var sum = 0m;
                foreach (var term in terms) sum += cells[term];
                if (sum != cells[cell]) _different++;
            }
        }

        File.WriteAllText(_answer, $"{{\"file\":\"{_workbook}\",\"different\":{_different},\"words\":{_found}}}\n");
    }

    public virtual byte[] Output() => BitConverter.GetBytes(_found);

    private static int Inflate(ZipArchiveEntry entry, ref byte[] into)
    {
        if (into.Length < entry.Length) into = new byte[entry.Length];
        using var stream = entry.Open();
        return stream.ReadAtLeast(into.AsSpan(0, (int)entry.Length), (int)entry.Length);
    }

    private static ReadOnlySpan<byte> Between(ReadOnlySpan<byte> cell, ReadOnlySpan<byte> tag)
    {
        var start = cell.IndexOf(tag);
        if (start < 0) return default;
        var rest = cell[(start + tag.Length)..];
        return rest[..rest.IndexOf((byte)'<')];
    }

    private void ReadShared(ReadOnlySpan<byte> strings)
    {
        _shared.Clear();
        for (var at = 0; strings[at..].IndexOf("<t"u8) is >= 0 and var ahead;)
        {
            var start = at + ahead + strings[(at + ahead)..].IndexOf((byte)'>') + 1;
            var length = strings[start..].IndexOf((byte)'<');
            _shared.Add((start, length));
            at = start + length;
        }
    }

    private void ReadCells(ReadOnlySpan<byte> sheet, int columns, decimal[] cells)
    {
        while (sheet.IndexOf("<c r=\""u8) is >= 0 and var at)
        {
            sheet = sheet[(at + 6)..];
            int column = 0, row = 0, digit = 0;
            for (; sheet[digit] is >= (byte)'A' and <= (byte)'Z'; digit++) column = column * 26 + sheet[digit] - 'A' + 1;
            for (; sheet[digit] != '"'; digit++) row = row * 10 + sheet[digit] - '0';
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
                Look(_strings.AsSpan(_shared[index].Start, _shared[index].Length));
            }
            else if (tag.IndexOf(" t=\""u8) >= 0)
            {
                Look(value.IsEmpty ? Between(cell, "<t>"u8) : value);
            }
            else if (Utf8Parser.TryParse(value, out decimal number, out _) && row * columns + column < cells.Length)
            {
                cells[row * columns + column] = number;
            }
        }
    }

    private void Look(ReadOnlySpan<byte> utf8)
    {
        if (_text.Length < utf8.Length) _text = new char[utf8.Length];
        _found += _words.Count(_text.AsSpan(0, Encoding.UTF8.GetChars(utf8, _text)));
    }
}
