using ExcelBudget.Workbooks.Build;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Tables;

/// <summary>Writes one list: title, headings, rows, notes, and how it prints.</summary>
internal sealed class TableSheetWriter
{
    private const string CodeFormat = "@";
    private const string DayFormat = "yyyy-mm-dd";
    private const string CountFormat = "0";
    private const string FigureFormat = "0.######";

    private readonly ExcelWorksheet _sheet;
    private readonly TableSheet _table;
    private readonly int _headerRow;

    public TableSheetWriter(ExcelPackage package, TableSheet table)
    {
        _sheet = package.Workbook.Worksheets.Add(table.Name);
        _table = table;
        _headerRow = table.Title is null ? 1 : table.Subtitle is null ? 2 : 3;
    }

    private int FirstRow => _headerRow + 1;

    private int LastRow => _headerRow + _table.Rows.Count + _table.RoomFor;

    private int Width => _table.Columns.Count;

    public void Write()
    {
        for (var index = 0; index < Width; index++) _sheet.Column(index + 1).Width = _table.Columns[index].Width;
        if (_table.IsPlain)
        {
            Plain();
            return;
        }

        Titles();
        Headers();
        if (LastRow >= FirstRow) Body();
        Notes();
        Validate();
        Chart();
        View();
    }

    private void Plain()
    {
        for (var index = 0; index < _table.Rows.Count; index++)
        {
            for (var column = 0; column < _table.Rows[index].Count; column++) Put(_sheet.Cells[index + 1, column + 1],
                _table.Rows[index][column]);
            Look.Note(_sheet.Cells[index + 1, 1, index + 1, Width]);
            if (_table.Rows[index] is [{ IsSpread: true } line])
            {
                _sheet.Cells[index + 1, 1, index + 1, Width].Merge = true;
                _sheet.Row(index + 1).Height = 16 * Lines(line.Text, _table.Columns.Sum(column => column.Width)) + 4;
                continue;
            }

            _sheet.Row(index + 1).Height = Height(_table.Rows[index]);
            for (var column = 0; column < _table.Rows[index].Count; column++)
                if (_table.Rows[index][column].Tone == CellTone.Total) Look.Section(_sheet.Cells[index + 1, column + 1]);
        }

        _sheet.View.ShowGridLines = false;
        Print(_table.Rows.Count);
    }

    private void Titles()
    {
        if (_table.Title is null) return;
        _sheet.Cells[1, 1].Value = _table.Title;
        var title = _sheet.Cells[1, 1, 1, Width];
        title.Merge = true;
        Look.Title(title);
        _sheet.Row(1).Height = 32;
        if (_table.Subtitle is null) return;
        _sheet.Cells[2, 1].Value = _table.Subtitle;
        var second = _sheet.Cells[2, 1, 2, Width];
        second.Merge = true;
        Look.SecondLine(second, ExcelHorizontalAlignment.Left);
        _sheet.Row(2).Height = 20;
    }

    private void Headers()
    {
        for (var index = 0; index < Width; index++) _sheet.Cells[_headerRow, index + 1].Value = _table.Columns[index].Header;
        Look.Header(_sheet.Cells[_headerRow, 1, _headerRow, Width]);
        foreach (var (_, index) in _table.Columns.Select((column, index) => (column, index)).Where(pair => pair.column.IsRequired))
            TableLook.Show(_sheet.Cells[_headerRow, index + 1], CellTone.Underway);
        var lines = _table.Columns.Max(column => Lines(column.Header, column.Width));
        _sheet.Row(_headerRow).Height = Math.Max(24, 16 * lines + 8);
    }

    private void Body()
    {
        for (var index = 0; index < Width; index++) Style(_table.Columns[index], _sheet.Cells[FirstRow, index + 1, LastRow, index + 1]);
        for (var index = 0; index < _table.Rows.Count; index++)
        {
            var row = _table.Rows[index];
            for (var column = 0; column < row.Count; column++) Put(_sheet.Cells[FirstRow + index, column + 1], row[column]);
            _sheet.Row(FirstRow + index).Height = Height(row);
        }
    }

    private static void Style(TableColumn column, ExcelRange cells)
    {
        Look.Cell(cells, column.Kind switch
        {
            TableColumnKind.Text => ExcelHorizontalAlignment.Left,
            TableColumnKind.Figure => ExcelHorizontalAlignment.Right,
            _ => ExcelHorizontalAlignment.Center,
        });
        cells.Style.Numberformat.Format = column.Kind switch
        {
            TableColumnKind.Day => DayFormat,
            TableColumnKind.Count => CountFormat,
            TableColumnKind.Figure => FigureFormat,
            _ => CodeFormat,
        };
    }

    private static void Put(ExcelRange cell, TableCell content)
    {
        if (content.Day is { } day) cell.Value = day.ToDateTime(TimeOnly.MinValue);
        else if (content.Number is { } number) cell.Value = number;
        else if (content.Text.Length > 0) cell.Value = content.Text;
        TableLook.Show(cell, content.Tone);
    }

    private double Height(IReadOnlyList<TableCell> row)
    {
        var lines = row.Zip(_table.Columns).Select(pair => Lines(pair.First.Text, pair.Second.Width)).DefaultIfEmpty(1).Max();
        // Excel's tallest row is 409 points
        return Math.Min(400, 16 * Math.Max(1, lines) + 4);
    }

    private static int Lines(string text, double width) =>
        text.Split('\n').Sum(line => Math.Max(1, (int)Math.Ceiling(TextMetrics.Width(line) * 1.05 / Math.Max(4, width - 1))));

    private void Notes()
    {
        for (var index = 0; index < _table.Notes.Count; index++)
        {
            var row = LastRow + 2 + index;
            _sheet.Cells[row, 1].Value = _table.Notes[index];
            var cells = _sheet.Cells[row, 1, row, Width];
            cells.Merge = true;
            Look.Note(cells);
            _sheet.Row(row).Height = 16 * Lines(_table.Notes[index], _table.Columns.Sum(column => column.Width)) + 2;
        }
    }

    private void Validate()
    {
        if (_table.RoomFor == 0) return;
        for (var index = 0; index < Width; index++)
            TableChoices.Write(_sheet, _table.Columns[index], _sheet.Cells[FirstRow, index + 1, LastRow, index + 1].Address);
    }

    private void Chart()
    {
        if (_table.Chart is not { } chart || chart.Rows == 0) return;
        TableChartWriter.Write(_sheet, chart, _headerRow, LastRow + 2 + _table.Notes.Count);
    }

    private void View()
    {
        _sheet.View.FreezePanes(FirstRow, _table.FrozenColumns + 1);
        if (_table.HasFilter && LastRow >= FirstRow) _sheet.Cells[_headerRow, 1, LastRow, Width].AutoFilter = true;
        _sheet.PrinterSettings.RepeatRows = new ExcelAddress($"${_headerRow}:${_headerRow}");
        // rows nobody has filled in are not printed
        Print(_table.Notes.Count == 0 ? LastRow - _table.RoomFor : LastRow + 1 + _table.Notes.Count);
    }

    private void Print(int lastRow)
    {
        var page = _sheet.PrinterSettings;
        page.PaperSize = ePaperSize.A4;
        page.Orientation = _table.IsPortrait ? eOrientation.Portrait : eOrientation.Landscape;
        page.FitToPage = true;
        page.FitToWidth = 1;
        page.FitToHeight = 0;
        page.HorizontalCentered = true;
        page.LeftMargin = page.RightMargin = 0.5m;
        page.TopMargin = page.BottomMargin = 0.6m;
        _sheet.HeaderFooter.OddFooter.CenteredText = "第 &P 页，共 &N 页";
        if (_table.Chart is null || _table.IsPlain) page.PrintArea = _sheet.Cells[1, 1, Math.Max(1, lastRow), Width];
    }
}
