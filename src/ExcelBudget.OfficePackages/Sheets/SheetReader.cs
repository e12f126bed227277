using System.Globalization;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Reads worksheets one after the other, with one count of cells over all of them.</summary>
internal sealed class SheetReader(ZipPackage package, List<string> texts, CellFormats styles, bool date1904)
{
    private readonly PackageLimits _limits = package.Limits;
    private readonly CellReader _cellReader = new(texts, styles, date1904);
    private int _cellCount;

    /// <summary>Reads one worksheet part.</summary>
    public FlatSheet Read(string part, string name, SheetVisibility visibility)
    {
        var cells = new List<FlatCell>();
        var merges = new List<CellRange>();
        HashSet<int> hiddenRows = [], hiddenColumns = [];
        using var xml = package.OpenXml(part);
        xml.ReadRoot("worksheet");
        _cellReader.Begin();
        while (xml.ReadChild(1))
        {
            if (xml.Is("sheetData")) ReadRows(xml, cells, hiddenRows);
            else if (xml.Is("cols")) ReadColumns(xml, hiddenColumns);
            else if (xml.Is("mergeCells")) ReadMerges(xml, merges);
        }
        return new FlatSheet(name, _cellReader.Finish(cells), merges, visibility, new SheetHiding(hiddenRows, hiddenColumns),
            package.StoredName(part));
    }

    private void ReadRows(XmlCursor xml, List<FlatCell> cells, HashSet<int> hidden)
    {
        var row = 0;
        while (xml.ReadChild(2))
        {
            if (!xml.Is("row")) continue;
            row = RowNumber(xml, row + 1);
            if (row <= _limits.Rows && xml.Flag("hidden")) hidden.Add(row);
            ReadCells(xml, row, cells);
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
            if (_cellReader.Read(xml, place) is { } cell) Add(cell, cells, xml);
        }
    }

    private void Add(FlatCell cell, List<FlatCell> cells, XmlCursor xml)
    {
        if (cell.Row > _limits.Rows || cell.Column > _limits.Columns)
            throw UnreadableException.TooLarge($"部件 {xml.Part} 的 {cell.Reference} 有内容，超出 {_limits.Rows} 行 × {_limits.Columns} 列");
        if (cell.Kind == FlatCellKind.Text && cell.Text.Length > _limits.TextCharacters)
            throw UnreadableException.TooLarge($"部件 {xml.Part} 的 {cell.Reference} 有 {cell.Text.Length} 个字符，上限 {_limits.TextCharacters} 个");
        if (++_cellCount > _limits.Cells) throw UnreadableException.TooLarge($"有内容的单元格超过 {_limits.Cells} 个");
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
            var last = Math.Min(ColumnNumber(xml, "max"), _limits.Columns);
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
            if (merges.Count == _limits.Merges) throw UnreadableException.TooLarge($"部件 {xml.Part} 的合并单元格超过 {_limits.Merges} 处");
            merges.Add(CellRange.TryParse(xml.Attribute("ref"), out var range) ? range : throw xml.Bad("合并单元格的区域不对"));
        }
    }
}
