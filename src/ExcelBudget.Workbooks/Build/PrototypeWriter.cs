using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Template;
using OfficeOpenXml;
using OfficeOpenXml.Style;

namespace ExcelBudget.Workbooks.Build;

/// <summary>Writes the look of prototype rows; values come when a workbook is filled.</summary>
internal sealed class PrototypeWriter(FormDefinition form, FormDefinition? inner, ExcelWorksheet sheet)
{
    private const double RowHeight = 21;

    public void Write(Prototype prototype, int row)
    {
        sheet.Row(row).Height = HeightOf(prototype.Kind);
        switch (prototype.Kind)
        {
            case PrototypeKind.Fixed:
                Cells(form, row, column => CellSpec.Of(column, prototype.Fixed!), isOpen: false);
                break;
            case PrototypeKind.Level:
                Cells(form, row, column => CellSpec.Of(
                    column, prototype.Tree!, prototype.Level == prototype.Tree!.Levels.Count - 1), isOpen: true);
                break;
            case PrototypeKind.Free:
                Cells(form, row, column => CellSpec.Of(column, prototype.Tree!, isLeaf: true), isOpen: true);
                break;
            case PrototypeKind.Side:
                Cells(form, row, column => OfSide(prototype.Stretch, column), isOpen: true);
                break;
            case PrototypeKind.Item:
                Cells(form, row, CellSpec.OfListed, isOpen: true);
                break;
            case PrototypeKind.Heading:
                Merged(row, Look.Section);
                break;
            case PrototypeKind.Paragraph:
                Merged(row, cells => Look.Cell(cells, ExcelHorizontalAlignment.Left));
                Open(sheet.Cells[row, 1, row, Width], isEntry: true);
                break;
            case PrototypeKind.BlockLine:
                WriteBlockLine(prototype.Line!, row);
                break;
            case PrototypeKind.InnerHeader:
                HeaderBuilder.Write(sheet, inner!, row);
                break;
            case PrototypeKind.InnerRow:
                Cells(inner!, row, CellSpec.OfListed, isOpen: true);
                break;
        }
    }

    /// <summary>Blocks are low: three of a usual size are to fit on a page.</summary>
    private static double HeightOf(PrototypeKind kind) => kind switch
    {
        PrototypeKind.Spacer => 10,
        PrototypeKind.BlockLine or PrototypeKind.InnerHeader or PrototypeKind.InnerRow => 19,
        _ => RowHeight,
    };

    /// <summary>
    /// A column of lists side by side looks as it does where it is entered; what it prints comes when a workbook is filled.
    /// </summary>
    private CellSpec OfSide(int stretch, FormColumn column)
    {
        var specs = form.AllRows.Where(group => group.Stretch == stretch && group.Covers(column.Id)).Select(group => group switch
        {
            RowGroup.Fixed fixedRow => CellSpec.Of(column, fixedRow),
            RowGroup.Tree tree => CellSpec.Of(column, tree, isLeaf: true),
            RowGroup.Part part => CellSpec.Of(column, part.Form.Tree!, isLeaf: true),
            _ => default,
        }).ToArray();
        var spec = Array.Find(specs, spec => spec.Role == CellRole.Entered);
        return spec.Role == CellRole.Entered ? spec : specs.FirstOrDefault() with { Label = null };
    }

    private int Width => Math.Max((inner ?? form).Columns.Count, 3);

    private void Cells(FormDefinition of, int row, Func<FormColumn, CellSpec> specOf, bool isOpen)
    {
        for (var index = 0; index < of.Columns.Count; index++)
        {
            var column = of.Columns[index];
            var spec = specOf(column);
            var cell = sheet.Cells[row, index + 1];
            Look.Cell(cell, AlignmentOf(column), isWrapped: !column.IsFigure);
            cell.Style.Numberformat.Format = FormatOf(of, column);
            if (spec.Label is { } label) cell.Value = label;
            if (isOpen || spec.Role == CellRole.Entered) Open(cell, spec.Role == CellRole.Entered);
        }
    }

    private static ExcelHorizontalAlignment AlignmentOf(FormColumn column) =>
        column.IsRowNumber || column.Kind == CellKind.Code ? ExcelHorizontalAlignment.Center
        : column.IsFigure ? ExcelHorizontalAlignment.Right
        : ExcelHorizontalAlignment.Left;

    private static string FormatOf(FormDefinition of, FormColumn column) => column.Kind switch
    {
        CellKind.Amount => Look.FormatOf(of.Amounts),
        CellKind.Percent => column.WithoutBase is null ? Look.FormatOf(of.Rates) : Look.RateWithZeroFormat,
        CellKind.Number => Look.NumberFormat,
        CellKind.Label when column.IsRowNumber => "0",
        // text format keeps codes as typed: 2080501, not 2,080,501 or 2.08E+06
        CellKind.Code or CellKind.Text => "@",
        _ => "General",
    };

    private void Merged(int row, Action<ExcelRange> look)
    {
        var cells = sheet.Cells[row, 1, row, Width];
        cells.Merge = true;
        look(cells);
    }

    private void WriteBlockLine(BlockLine line, int row)
    {
        if (line.IsTitle)
        {
            Merged(row, cells => Look.Section(cells));
            sheet.Row(row).Height = 26;
            return;
        }

        foreach (var cell in line.Cells)
        {
            var at = cell.At + 1;
            var cells = sheet.Cells[row, at, row + cell.Rows - 1, at + cell.Span - 1];
            if (cell.Span > 1 || cell.Rows > 1) cells.Merge = true;
            if (cell.Column is { } id) WriteField(form.Column(id)!, cells);
            else
            {
                Look.Header(cells);
                sheet.Cells[row, at].Value = cell.Label is not { Length: > 0 } label ? null : cell.IsVertical ? Vertical(label, cell, row)
                    : label;
            }
        }
    }

    /// <summary>One character to a line; a label over a single line makes it high enough.</summary>
    private string Vertical(string label, BlockCell cell, int row)
    {
        if (cell.Rows == 1) sheet.Row(row).Height = Math.Max(sheet.Row(row).Height, (label.Length * TextMetrics.LineHeight) + 4);
        return string.Join('\n', label.ToCharArray());
    }

    private void WriteField(FormColumn column, ExcelRange cells)
    {
        Look.Cell(cells, column.IsFigure ? ExcelHorizontalAlignment.Right : ExcelHorizontalAlignment.Left, isWrapped: !column.IsFigure);
        cells.Style.Numberformat.Format = FormatOf(form, column);
        Open(cells, isEntry: true);
    }

    private static void Open(ExcelRange cells, bool isEntry)
    {
        cells.Style.Locked = false;
        if (isEntry) Look.Entry(cells);
    }
}
