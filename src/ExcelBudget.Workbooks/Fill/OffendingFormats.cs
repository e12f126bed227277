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
    /// <param name="isBlank">
    /// True where figures are typed with two decimals, so that rounding leaves small gaps: nine typed figures may be off by 0.045. A
    /// fixed tolerance, for speed: the 校验 sheet tells 尾差 exactly, and a retyped figure may colour a cell whose line is 尾差.
    /// </param>
    public static IReadOnlyList<string> For(IEnumerable<OffendingCells> offending, (string Broken, string Tail) formats, bool isBlank)
    {
        var tolerance = isBlank ? "0.0451" : "0.0051";
        var elements = new List<string>();
        var priority = 0;
        foreach (var area in offending.GroupBy(cells => (cells.FirstRow, cells.LastRow, cells.Column)))
        {
            var (firstRow, lastRow, column) = area.Key;
            var range = SheetReference.Cell(firstRow, column) + (firstRow == lastRow ? "" : ":" + SheetReference.Cell(lastRow, column));
            var xml = new StringBuilder("<conditionalFormatting sqref=\"").Append(range).Append("\">");
            foreach (var cells in area.OrderBy(cells => cells.Severity == Severity.Error ? 0 : 1))
            {
                xml.Append("<cfRule type=\"expression\" dxfId=\"").Append(cells.Severity == Severity.Error ? formats.Broken : formats.Tail)
                    .Append("\" priority=\"").Append((++priority + 100).ToString(CultureInfo.InvariantCulture)).Append("\"><formula>")
                    .Append(SecurityElement.Escape($"IFERROR({cells.Gap}>{tolerance},FALSE)")).Append("</formula></cfRule>");
            }

            elements.Add(xml.Append("</conditionalFormatting>").ToString());
        }

        return elements;
    }
}
