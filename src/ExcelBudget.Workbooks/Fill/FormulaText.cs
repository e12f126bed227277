using System.Text;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// A formula as the element that stands in its cell. Each cell has its own: where what is alike down a column was written once and shared,
/// LibreOffice computed totals wrong after a row had been deleted.
/// </summary>
internal sealed class FormulaText
{
    /// <param name="formula">The formula without «=».</param>
    public FormulaText(string formula) => Element = Encoding.UTF8.GetBytes("<f>" + SheetXmlWriter.Escape(formula) + "</f>");

    /// <summary>The element, markup escaped.</summary>
    public byte[] Element { get; }
}
