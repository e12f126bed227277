using System.Globalization;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Reading;

/// <summary>Reads a worksheet with the cursor: whatever form it has, and saying why where it is refused.</summary>
/// <param name="reader">Reads cells.</param>
/// <param name="limits">Sizes allowed.</param>
internal sealed class SheetWalk(CellReader reader, PackageLimits limits)
{
    private int _cellsBefore;

    /// <summary>Reads one worksheet.</summary>
    /// <param name="xml">Its part, from the beginning.</param>
    /// <param name="content">Takes what is read.</param>
    /// <param name="cellsBefore">Cells of the sheets before.</param>
    public void Read(XmlCursor xml, SheetContent content, int cellsBefore)
    {
        _cellsBefore = cellsBefore;
        xml.ReadRoot("worksheet");
        while (xml.ReadChild(1))
        {
            if (xml.Is("sheetData")) ReadRows(xml, content);
            else if (xml.Is("cols")) ReadColumns(xml, content.HiddenColumns);
            else if (xml.Is("mergeCells")) ReadMerges(xml, content.Merges);
        }
    }

    private void ReadRows(XmlCursor xml, SheetContent content)
    {
        var row = 0;
        while (xml.ReadChild(2))
        {
            if (!xml.Is("row")) continue;
            row = RowNumber(xml, row + 1);
            if (row <= limits.Rows && xml.Flag("hidden")) content.HiddenRows.Add(row);
            ReadCells(xml, row, content.Cells);
        }
    }

    private void ReadCells(XmlCursor xml, int row, List<FlatCell> cells)
    {
        var column = 0;
        while (xml.ReadChild(3))
        {
            if (!xml.Is("c")) continue;
            var place = Place(xml, row, column + 1);
            column = place.Column;
            if (reader.Read(xml, place) is { } cell) Add(cell, cells, xml);
        }
    }

    private void Add(FlatCell cell, List<FlatCell> cells, XmlCursor xml)
    {
        if (cell.Row > limits.Rows || cell.Column > limits.Columns)
            throw UnreadableException.TooLarge($"部件 {xml.Part} 的 {cell.Reference} 有内容，超出 {limits.Rows} 行 × {limits.Columns} 列");
        if (cell.Kind == FlatCellKind.Text && cell.Text.Length > limits.TextCharacters)
            throw UnreadableException.TooLarge($"部件 {xml.Part} 的 {cell.Reference} 有 {cell.Text.Length} 个字符，上限 {limits.TextCharacters} 个");
        if (_cellsBefore + cells.Count >= limits.Cells) throw UnreadableException.TooLarge($"有内容的单元格超过 {limits.Cells} 个");
        cells.Add(cell);
    }

    // rows and cells may leave out where they are: then they follow the one before
    private static int RowNumber(XmlCursor xml, int next)
    {
        var text = xml.Attribute("r");
        if (text.IsEmpty) return next;
        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row is >= 1 and <= CellReference.MaxRow
            ? row
            : throw xml.Bad($"行号 {text} 不对");
    }

    private static CellReference Place(XmlCursor xml, int row, int nextColumn)
    {
        var text = xml.Attribute("r");
        if (text.IsEmpty) return new CellReference(row, nextColumn);
        return CellReference.TryParse(text, out var place) ? place : throw xml.Bad($"单元格地址 {text} 不对");
    }

    private void ReadColumns(XmlCursor xml, HashSet<int> hidden)
    {
        while (xml.ReadChild(2))
        {
            if (!xml.Is("col") || !xml.Flag("hidden")) continue;
            var last = Math.Min(ColumnNumber(xml, "max"), limits.Columns);
            for (var column = Math.Max(1, ColumnNumber(xml, "min")); column <= last; column++) hidden.Add(column);
        }
    }

    private static int ColumnNumber(XmlCursor xml, string attribute) =>
        int.TryParse(xml.Attribute(attribute), NumberStyles.None, CultureInfo.InvariantCulture, out var column)
            ? column
            : throw xml.Bad("列号不对");

    private void ReadMerges(XmlCursor xml, List<CellRange> merges)
    {
        while (xml.ReadChild(2))
        {
            if (!xml.Is("mergeCell")) continue;
            if (merges.Count == limits.Merges) throw UnreadableException.TooLarge($"部件 {xml.Part} 的合并单元格超过 {limits.Merges} 处");
            merges.Add(CellRange.TryParse(xml.Attribute("ref"), out var range) ? range : throw xml.Bad("合并单元格的区域不对"));
        }
    }
}
