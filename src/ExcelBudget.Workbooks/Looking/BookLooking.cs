using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Formats;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Looking;

/// <summary>看一看。Draws a workbook that the guard has passed: what its file shows, with the results that stand in it.</summary>
public static class BookLooking
{
    /// <summary>The most cells of one sheet that are drawn: a browser draws no more at once.</summary>
    private const int MostCells = 40_000;

    /// <summary>Looks at a workbook.</summary>
    public static BookLook Look(GuardedWorkbook workbook)
    {
        ArgumentNullException.ThrowIfNull(workbook);
        var sheets = workbook.Content.Sheets.Select(sheet => sheet.Visibility == SheetVisibility.Visible
            ? Draw(workbook, sheet) : new SheetLook(sheet.Name, (int)sheet.Visibility, Protected: true));
        return new BookLook([.. sheets], StyleReading.Read(workbook));
    }

    private static SheetLook Draw(GuardedWorkbook workbook, FlatSheet sheet)
    {
        if (workbook.Tree(sheet.PartName)?.Root is not { } root) return new SheetLook(sheet.Name, 0, Protected: true);
        CellPlaces.Name(root);
        var (rows, cells, isCut) = (new List<RowLook>(), new List<CellLook>(), false);
        foreach (var row in Named(root, "sheetData").Take(1).SelectMany(data => Named(data, "row")))
        {
            if (isCut = cells.Count > MostCells) break;
            var styled = Named(row, "c").ToArray();
            if (styled.Length == 0 || !CellReference.TryParse(styled[0].Attribute("r")?.Value, out var first)) continue;
            if (row.Attribute("ht") is not null || IsOn(row, "hidden"))
                rows.Add(new RowLook(first.Row, Figure(row, "ht"), IsOn(row, "hidden")));
            cells.AddRange(styled.Select(cell => Cell(cell, sheet, workbook.Content.Date1904)).OfType<CellLook>());
        }

        return new SheetLook(sheet.Name, 0, Named(root, "sheetProtection").Any(each => IsOn(each, "sheet")))
        {
            Columns =
            [
                .. Named(root, "cols").SelectMany(each => Named(each, "col")).Select(column => new ColumnLook(
                    Whole(column, "min"), Math.Min(Whole(column, "max"), CellReference.MaxColumn), Figure(column, "width") ?? 9m,
                    IsOn(column, "hidden"), Whole(column, "style"))),
            ],
            Rows = rows,
            Cells = cells,
            Merges = [.. sheet.Merges.Select(merge => merge.ToString())],
            IsCut = isCut,
        };
    }

    private static CellLook? Cell(XElement element, FlatSheet sheet, bool date1904)
    {
        if (!CellReference.TryParse(element.Attribute("r")?.Value, out var at)) return null;
        var (cell, style) = (sheet[at.Row, at.Column], Whole(element, "s"));
        if (cell is null) return new CellLook(at.ToString(), "", null, null, null, null, style);
        var number = cell.Kind == FlatCellKind.Number ? cell.Number : null;
        var text = number is { } figure ? NumberFormat.Show(figure, cell.Format, date1904) ?? cell.Text
            : cell.Kind == FlatCellKind.Text ? NumberFormat.Show(cell.Text, cell.Format) : cell.Text;
        return new CellLook(at.ToString(), text, number?.ToString(CultureInfo.InvariantCulture),
            cell.Kind == FlatCellKind.Boolean ? cell.Text == "TRUE" : null, cell.Kind == FlatCellKind.Error ? true : null,
            cell.Formula, style);
    }

    private static IEnumerable<XElement> Named(XElement parent, string name) =>
        parent.Elements().Where(each => each.Name.LocalName == name);

    private static bool IsOn(XElement element, string attribute) => element.Attribute(attribute)?.Value is "1" or "true";

    private static int Whole(XElement element, string attribute) =>
        int.TryParse(element.Attribute(attribute)?.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static decimal? Figure(XElement element, string attribute) => decimal.TryParse(
        element.Attribute(attribute)?.Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
