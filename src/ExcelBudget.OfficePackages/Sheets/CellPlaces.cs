using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>
/// Where rows and cells of a sheet stand: a file may leave it out (ECMA-376, 18.3.1.4 and 18.3.1.73), then each follows the one before.
/// </summary>
public static class CellPlaces
{
    /// <summary>Writes at each row and cell of a sheet where it stands; what a file says wrong stays as it is.</summary>
    public static void Name(XElement sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        foreach (var (row, number) in Rows(sheet))
        {
            if (row.Attribute("r") is null) row.SetAttributeValue("r", number);
            foreach (var (cell, column) in Cells(row))
                if (cell.Attribute("r") is null) cell.SetAttributeValue("r", new CellReference(number, column).ToString());
        }
    }

    /// <summary>Leaves out the numbers of rows that follow the one before, and what rows span; cells keep their places.</summary>
    public static void LeaveOutRows(XElement sheet)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        var before = 0;
        foreach (var (row, number) in Rows(sheet).ToArray())
        {
            row.SetAttributeValue("spans", null);
            if (number == before + 1) row.SetAttributeValue("r", null);
            before = number;
        }
    }

    private static IEnumerable<(XElement Row, int Number)> Rows(XElement sheet)
    {
        var number = 0;
        foreach (var row in Named(sheet, "sheetData").SelectMany(data => Named(data, "row")))
        {
            var text = row.Attribute("r")?.Value;
            number = int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var own) ? own : number + 1;
            yield return (row, number);
        }
    }

    private static IEnumerable<(XElement Cell, int Column)> Cells(XElement row)
    {
        var column = 0;
        foreach (var cell in Named(row, "c"))
        {
            column = CellReference.TryParse(cell.Attribute("r")?.Value, out var own) ? own.Column : column + 1;
            yield return (cell, column);
        }
    }

    private static IEnumerable<XElement> Named(XElement parent, string name) =>
        parent.Elements().Where(each => each.Name.LocalName == name);
}
