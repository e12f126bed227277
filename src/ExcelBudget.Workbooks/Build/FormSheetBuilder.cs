using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Writes one form's sheet of a template: heading, header, prototype rows, notes.</summary>
internal sealed class FormSheetBuilder
{
    private const int NumberLineRow = 2;
    private const double NarrowCell = 10;
    private const double SecondLineCell = 22;

    private readonly Pack _pack;
    private readonly FormDefinition _form;
    private readonly FormDefinition? _inner;
    private readonly ExcelWorksheet _sheet;
    private readonly int _width;

    public FormSheetBuilder(Pack pack, FormDefinition form, ExcelWorkbook workbook)
    {
        _pack = pack;
        _form = form;
        _inner = form.Blocks is { } blocks ? pack[blocks.Inner] : null;
        _sheet = workbook.Worksheets.Add(form.Sheet);
        _width = Math.Max((_inner ?? form).Columns.Count, 3);
    }

    private int TitleRow => _form.NumberLine is null ? NumberLineRow : NumberLineRow + 1;

    private int SecondLineRow => TitleRow + 1;

    public void Build()
    {
        for (var column = 0; column < _width; column++) _sheet.Column(column + 1).Width = WidthOf(column);
        foreach (var column in (_inner ?? _form).Columns.Where(column => column.IsHidden))
            _sheet.Column((_inner ?? _form).IndexOf(column.Id) + 1).Hidden = true;
        WriteStatus();
        WriteNumberLine();
        WriteTitle();
        WriteSecondLine();
        var row = WriteGuidance(SecondLineRow + 1);
        var top = row;
        row = _form.Blocks is null && _form.Rows.OfType<RowGroup.Texts>().FirstOrDefault() is null ? WriteHeader(row) : row;
        if (row > top) _sheet.View.FreezePanes(row, 1);
        row = WriteRegion(row);
        WriteFoot(row);
        SheetSettings.Page(_sheet, _form.Portrait, top, row > top && _form.Blocks is null ? HeaderEnd(top) : top - 1);
        if (_form.OnePage) SheetSettings.OnePage(_sheet);
        if (_form.Blocks is not null) SheetSettings.FixedScale(_sheet, Enumerable.Range(0, _width).Sum(WidthOf));
        if (_form is { Published: false, List: not null }) SheetSettings.DoNotPrint(_sheet, _width);
        SheetSettings.Protect(_sheet);
        _sheet.TabColor = _form.Published ? Look.FormTab : Look.WorkTab;
    }

    /// <summary>A form of one column is laid over three, so that the second line has its three cells.</summary>
    private double WidthOf(int column)
    {
        var columns = (_inner ?? _form).Columns;
        if (columns.Count > 1) return column < columns.Count ? columns[column].Width : NarrowCell;
        return column == 0 ? columns[0].Width - (2 * SecondLineCell) : SecondLineCell;
    }

    private int HeaderEnd(int top) =>
        _form.Rows.OfType<RowGroup.Texts>().Any() ? top - 1 : top + HeaderBuilder.Depth(_form) + (_form.PrintsColumnNumbers ? 1 : 0) - 1;

    /// <summary>The state of the form's checks stands above what is printed.</summary>
    private void WriteStatus()
    {
        var cells = _sheet.Cells[1, 1, 1, _width];
        cells.Merge = true;
        Look.Status(cells);
        Look.StatusColours(_sheet, _sheet.Cells[1, 1, 1, _width], "$A$1");
        _sheet.Row(1).Height = 20;
        Name(TemplateNames.Status(_form.Id), _sheet.Cells[1, 1]);
    }

    private void WriteNumberLine()
    {
        if (_form.NumberLine is null) return;
        var cells = _sheet.Cells[NumberLineRow, 1, NumberLineRow, _width];
        cells.Merge = true;
        Look.SecondLine(cells, ExcelHorizontalAlignment.Left);
        _sheet.Row(NumberLineRow).Height = 18;
        Name(TemplateNames.NumberLine(_form.Id), _sheet.Cells[NumberLineRow, 1]);
    }

    private void WriteTitle()
    {
        var cells = _sheet.Cells[TitleRow, 1, TitleRow, _width];
        cells.Merge = true;
        _sheet.Cells[TitleRow, 1].Value = _form.Title;
        Look.Title(cells);
        _sheet.Row(TitleRow).Height = 36;
        Name(TemplateNames.Title(_form.Id), _sheet.Cells[TitleRow, 1]);
    }

    private void WriteSecondLine()
    {
        var line = SecondLineCells.Of([.. Enumerable.Range(0, _width).Select(WidthOf)]);
        for (var part = 0; part < 3; part++)
        {
            var cells = _sheet.Cells[SecondLineRow, line[part].First, SecondLineRow, line[part].Last];
            if (line[part].First != line[part].Last) cells.Merge = true;
            Look.SecondLine(
                cells, part switch
                {
                    0 => ExcelHorizontalAlignment.Left,
                    1 => ExcelHorizontalAlignment.Center,
                    _ =>
                ExcelHorizontalAlignment.Right
                });
        }

        _sheet.Row(SecondLineRow).Height = 21;
        Name(TemplateNames.SecondLine(_form.Id), _sheet.Cells[SecondLineRow, 1, SecondLineRow, _width]);
    }

    private int WriteGuidance(int row)
    {
        if (_form.Guidance is not { } guidance) return row;
        var cells = _sheet.Cells[row, 1, row, _width];
        cells.Merge = true;
        _sheet.Cells[row, 1].Value = guidance;
        Look.Guidance(cells);
        var total = Enumerable.Range(0, _width).Sum(WidthOf);
        _sheet.Row(row).Height = TextMetrics.Height(TextMetrics.Lines(guidance, total));
        return row + 1;
    }

    private int WriteHeader(int top)
    {
        HeaderBuilder.Write(_sheet, _form, top);
        var row = top + HeaderBuilder.Depth(_form);
        if (_form.PrintsColumnNumbers)
        {
            Look.Header(_sheet.Cells[row, 1, row, _form.Columns.Count]);
            for (var column = 0; column < _form.Columns.Count; column++)
            {
                _sheet.Cells[row, column + 1].Value = _form.NumberOf(_form.Columns[column]) is { Length: > 0 } number ? number : null;
            }

            _sheet.Row(row).Height = 20;
            row++;
        }

        Name(TemplateNames.Columns(_form.Id), _sheet.Cells[row - 1, 1, row - 1, _form.Columns.Count]);
        return row;
    }

    private int WriteRegion(int top)
    {
        var prototypes = Prototype.Of(_form);
        var writer = new PrototypeWriter(_form, _inner, _sheet);
        for (var index = 0; index < prototypes.Count; index++)
        {
            // Excel deletes a row of a protected sheet only when every cell of it is unlocked, those beside the form too
            if (Prototype.IsOpen(prototypes[index].Kind)) _sheet.Row(top + index).Style.Locked = false;
            writer.Write(prototypes[index], top + index);
        }

        var end = top + prototypes.Count;
        // a thin row below the table belongs to every range over it, so that rows inserted at the end are counted too
        _sheet.Row(end).Height = 6;
        Name(TemplateNames.Rows(_form.Id), _sheet.Cells[top, 1, end, _width]);
        Validations.Write(_form, _inner, _sheet, top, end - 1);
        return end + 1;
    }

    private void WriteFoot(int row)
    {
        if (_form.EmptyNote is not null)
        {
            Note(row, "");
            Name(TemplateNames.EmptyNote(_form.Id), _sheet.Cells[row, 1]);
            row++;
        }

        foreach (var note in _form.FootNotes) Note(row++, note);
        var code = _sheet.Cells[row, 1, row, _width];
        code.Merge = true;
        Look.SmallCode(code);
        Name(TemplateNames.Code(_form.Id), _sheet.Cells[row, 1]);
        // the code is for the reader of the file, not for the printed form
        _sheet.PrinterSettings.PrintArea = _sheet.Cells[NumberLineRow, 1, row - 1, _width];
    }

    private void Note(int row, string text)
    {
        var cells = _sheet.Cells[row, 1, row, _width];
        cells.Merge = true;
        _sheet.Cells[row, 1].Value = text;
        Look.Note(cells);
        _sheet.Row(row).Height = TextMetrics.Height(TextMetrics.Lines(text, Enumerable.Range(0, _width).Sum(WidthOf)));
    }

    private void Name(string name, ExcelRange cells) => _sheet.Workbook.Names.Add(name, cells);
}
