using System.Globalization;
using System.Security;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Conditional formats that turn the cells of broken relations red, of 疑点 amber, while the accountant types.</summary>
internal static class OffendingFormats
{
    /// <summary>The ready elements for one form's sheet.</summary>
    /// <param name="offending">The form's cells.</param>
    /// <param name="formats">Indexes of the red and the amber differential format.</param>
    public static IReadOnlyList<string> For(IEnumerable<OffendingCells> offending, (string Broken, string Tail) formats)
    {
        var elements = new List<string>();
        var priority = 0;
        foreach (var area in offending.GroupBy(cells => (cells.FirstRow, cells.LastRow, cells.Column, cells.LastColumn)))
        {
            var (firstRow, lastRow, column, lastColumn) = area.Key;
            var range = SheetReference.Cell(firstRow, column)
                + (firstRow == lastRow && column == lastColumn ? "" : ":" + SheetReference.Cell(lastRow, lastColumn));
            var xml = new StringBuilder("<conditionalFormatting sqref=\"").Append(range).Append("\">");
            foreach (var cells in area.OrderBy(cells => cells.Severity == Severity.Error ? 0 : 1))
            {
                // attributes in the order of the template's own rules: what is alike deflates to nothing
                xml.Append("<cfRule priority=\"").Append((++priority + 100).ToString(CultureInfo.InvariantCulture))
                    .Append("\" type=\"expression\" dxfId=\"").Append(cells.Severity == Severity.Error ? formats.Broken : formats.Tail)
                    .Append("\"><formula>")
                    .Append(SecurityElement.Escape(cells.Formula)).Append("</formula></cfRule>");
            }

            elements.Add(xml.Append("</conditionalFormatting>").ToString());
        }

        return elements;
    }
}
