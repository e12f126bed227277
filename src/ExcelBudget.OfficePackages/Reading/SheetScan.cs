using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>
/// Reads a worksheet over its bytes: what most programs write in most files. A sheet with anything else in it, or beyond a limit, is left
/// to <see cref="SheetReader"/>'s walk with the cursor, which reads or refuses it.
/// </summary>
/// <param name="cells">Makes cells of what was read.</param>
/// <param name="limits">Sizes allowed.</param>
internal sealed class SheetScan(CellReader cells, PackageLimits limits)
{
    private const int LongestReference = 64;

    private readonly ScannedText _characters = new();

    /// <summary>Reads one worksheet; false when it is to be read again from its beginning by the cursor.</summary>
    /// <param name="part">The part's bytes.</param>
    /// <param name="content">What is read; of no worth after false.</param>
    /// <param name="cellsBefore">Cells of the sheets before.</param>
    public bool TryRead(ReadOnlySpan<byte> part, SheetContent content, int cellsBefore)
    {
        if (!XmlScan.TryBegin(part, limits.XmlDepth, out var scan) || !scan.ReadStart() || !scan.Name.SequenceEqual("worksheet"u8))
            return false;
        if (scan.IsEmpty) return scan.IsOver();
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("worksheet"u8) && scan.IsOver();
            if (!scan.ReadStart() || !ReadSection(ref scan, content, cellsBefore)) return false;
        }

        return false;
    }

    private bool ReadSection(ref XmlScan scan, SheetContent content, int cellsBefore)
    {
        var name = scan.Name;
        if (name.SequenceEqual("sheetData"u8)) return ReadRows(ref scan, content, cellsBefore);
        if (name.SequenceEqual("cols"u8)) return ReadColumns(ref scan, content);
        if (name.SequenceEqual("mergeCells"u8)) return ReadMerges(ref scan, content);
        // with a prefix it may be one of these
        var local = name[(name.IndexOf((byte)':') + 1)..];
        var isOne = local.SequenceEqual("sheetData"u8) || local.SequenceEqual("cols"u8) || local.SequenceEqual("mergeCells"u8);
        return !isOne && scan.Skip(2);
    }

    private bool ReadRows(ref XmlScan scan, SheetContent content, int cellsBefore)
    {
        var row = 0;
        if (scan.IsEmpty) return true;
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("sheetData"u8);
            if (!scan.ReadStart() || !scan.Name.SequenceEqual("row"u8)) return false;
            if (!scan.Attribute("r"u8, out var number) || !scan.Flag("hidden"u8, out var isHidden)) return false;
            row++;
            if (!number.IsEmpty && !TryWhole(number, out row)) return false;
            if (row is < 1 or > CellReference.MaxRow) return false;
            if (isHidden && row <= limits.Rows) content.HiddenRows.Add(row);
            if (!ReadCells(ref scan, row, content, cellsBefore)) return false;
        }

        return false;
    }

    private bool ReadCells(ref XmlScan scan, int row, SheetContent content, int cellsBefore)
    {
        var column = 0;
        if (scan.IsEmpty) return true;
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("row"u8);
            if (!scan.TryCellStart(out var reference, out var style, out var type)
                && !ReadCellStart(ref scan, out reference, out style, out type)) return false;
            var place = new CellReference(row, column + 1);
            if (!reference.IsEmpty && !TryPlace(reference, out place)) return false;
            column = place.Column;
            if (scan.IsEmpty) continue;
            if (!TryReadCell(ref scan, place, style, type, out var cell)) return false;
            if (cell is not null && !IsAllowed(cell, content, cellsBefore)) return false;
            if (cell is not null) content.Cells.Add(cell);
        }

        return false;
    }

    private bool IsAllowed(FlatCell cell, SheetContent content, int cellsBefore) =>
        cell.Row <= limits.Rows && cell.Column <= limits.Columns && cellsBefore + content.Cells.Count < limits.Cells
        && (cell.Kind != FlatCellKind.Text || cell.Text.Length <= limits.TextCharacters);

    private static bool ReadCellStart(
        scoped ref XmlScan scan, out ReadOnlySpan<byte> place, out ReadOnlySpan<byte> style, out ReadOnlySpan<byte> type)
    {
        place = style = type = default;
        return scan.ReadStart() && scan.Name.SequenceEqual("c"u8)
            && scan.Attribute("r"u8, out place) && scan.Attribute("s"u8, out style) && scan.Attribute("t"u8, out type);
    }

    private bool TryReadCell(
        ref XmlScan scan, CellReference place, ReadOnlySpan<byte> style, ReadOnlySpan<byte> written, out FlatCell? cell)
    {
        cell = null;
        var id = 0;
        if (!TryType(written, out var type) || (!style.IsEmpty && !TryWhole(style, out id))) return false;
        var read = new ReadCell();
        while (scan.ToTag())
        {
            if (scan.IsAtEnd)
            {
                cell = cells.Cell(place, read, id);
                return scan.ReadEnd("c"u8);
            }

            if (!ReadPart(ref scan, place, type, ref read)) return false;
        }

        return false;
    }

    private bool ReadPart(ref XmlScan scan, CellReference place, CellType type, ref ReadCell read)
    {
        if (scan.TryLeaf((byte)'v', out var leaf)) return ReadValue(leaf, type, ref read);
        if (scan.TryLeaf((byte)'f', out leaf)) return ReadFormula(default, leaf, place, ref read);
        if (!scan.ReadStart()) return false;
        if (scan.Name.SequenceEqual("v"u8)) return scan.ReadText("v"u8, out leaf) && ReadValue(leaf, type, ref read);
        if (scan.Name.SequenceEqual("f"u8)) return ReadFormula(ref scan, place, ref read);
        if (!scan.Name.SequenceEqual("is"u8) || !RichScan.TryRead(ref scan, "is"u8, 5, _characters, out var text)) return false;
        read.Value = FlatValue.OfText(text);
        return true;
    }

    private bool ReadValue(ReadOnlySpan<byte> raw, CellType type, ref ReadCell read)
    {
        if (type == CellType.Number && NumberText.TryPlain(raw, out var number))
        {
            read.Value = FlatValue.OfNumber(number, null);
            return true;
        }

        if (type == CellType.Shared && TryWhole(raw, out var index)) return cells.TryShared(index, out read.Value);
        return _characters.TryRead(raw, out var text) && cells.TryValue(text, type, out read.Value);
    }

    private bool ReadFormula(ref XmlScan scan, CellReference place, ref ReadCell read)
    {
        if (!scan.Attribute("t"u8, out var kind) || !scan.Attribute("si"u8, out var number) || !scan.Attribute("ref"u8, out var area))
            return false;
        if (area.Length > LongestReference) return false;
        var group = -1;
        if (!number.IsEmpty && !TryWhole(number, out group)) return false;
        Span<char> corners = stackalloc char[LongestReference];
        var range = CellRange.TryParse(Characters(area, corners), out var found) ? found : (CellRange?)null;
        var form = new FormulaForm(kind.SequenceEqual("shared"u8), kind.SequenceEqual("array"u8), group, range);
        return scan.ReadText("f"u8, out var raw) && ReadFormula(form, raw, place, ref read);
    }

    private bool ReadFormula(in FormulaForm form, ReadOnlySpan<byte> raw, CellReference place, ref ReadCell read)
    {
        if (KnownFormulas.Find(raw) is { } known) return cells.TryFormula(form, known, place, ref read);
        if (!_characters.TryRead(raw, out var written)) return false;
        var text = CellReader.FormulaText(written);
        KnownFormulas.Add(raw, text);
        return cells.TryFormula(form, text, place, ref read);
    }

    private bool ReadColumns(ref XmlScan scan, SheetContent content)
    {
        if (scan.IsEmpty) return true;
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("cols"u8);
            if (!scan.ReadStart() || !scan.Name.SequenceEqual("col"u8) || !scan.Flag("hidden"u8, out var isHidden)) return false;
            if (isHidden && !HideColumns(ref scan, content)) return false;
            if (!scan.Skip(3)) return false;
        }

        return false;
    }

    private bool HideColumns(ref XmlScan scan, SheetContent content)
    {
        if (!scan.Attribute("min"u8, out var min) || !scan.Attribute("max"u8, out var max)) return false;
        if (!TryWhole(min, out var first) || !TryWhole(max, out var last)) return false;
        for (var column = Math.Max(1, first); column <= Math.Min(last, limits.Columns); column++) content.HiddenColumns.Add(column);
        return true;
    }

    private bool ReadMerges(ref XmlScan scan, SheetContent content)
    {
        if (scan.IsEmpty) return true;
        Span<char> corners = stackalloc char[LongestReference];
        while (scan.ToTag())
        {
            if (scan.IsAtEnd) return scan.ReadEnd("mergeCells"u8);
            if (!scan.ReadStart() || !scan.Name.SequenceEqual("mergeCell"u8) || content.Merges.Count == limits.Merges) return false;
            if (!scan.Attribute("ref"u8, out var area) || area.Length > LongestReference) return false;
            if (!CellRange.TryParse(Characters(area, corners), out var range) || !scan.Skip(3)) return false;
            content.Merges.Add(range);
        }

        return false;
    }

    private static ReadOnlySpan<char> Characters(ReadOnlySpan<byte> text, Span<char> target) =>
        target[..System.Text.Encoding.Latin1.GetChars(text, target)];

    /// <summary>«D9»; what is written otherwise is for the cursor.</summary>
    private static bool TryPlace(ReadOnlySpan<byte> text, out CellReference place)
    {
        int at = 0, column = 0, row = 0;
        for (; at < text.Length && text[at] is >= (byte)'A' and <= (byte)'Z' && at < 3; at++) column = column * 26 + text[at] - 'A' + 1;
        var isFound = at > 0 && column <= CellReference.MaxColumn && TryWhole(text[at..], out row) && text[at] != '0'
            && row <= CellReference.MaxRow;
        place = new CellReference(row, column);
        return isFound;
    }

    /// <summary>Up to nine digits and nothing else.</summary>
    private static bool TryWhole(ReadOnlySpan<byte> text, out int number)
    {
        number = 0;
        if (text.Length is 0 or > 9) return false;
        foreach (var digit in text)
        {
            if (!char.IsAsciiDigit((char)digit)) return false;
            number = number * 10 + digit - '0';
        }

        return true;
    }

    private static bool TryType(ReadOnlySpan<byte> written, out CellType type)
    {
        type = CellType.Number;
        if (written.IsEmpty || written.SequenceEqual("n"u8)) return true;
        if (written.SequenceEqual("s"u8)) type = CellType.Shared;
        else if (written.SequenceEqual("str"u8)) type = CellType.Formula;
        else if (written.SequenceEqual("b"u8)) type = CellType.Boolean;
        else if (written.SequenceEqual("e"u8)) type = CellType.Error;
        else if (written.SequenceEqual("inlineStr"u8)) type = CellType.Inline;
        else return false;
        return true;
    }
}
