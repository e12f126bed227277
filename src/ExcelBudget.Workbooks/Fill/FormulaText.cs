using System.Text;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>A formula as the bytes that stand in its cell.</summary>
internal sealed class FormulaText
{
    /// <param name="formula">The formula without «=».</param>
    public FormulaText(string formula) => Escaped = Encoding.UTF8.GetBytes(SheetXmlWriter.Escape(formula));

    /// <summary>The bytes, markup escaped.</summary>
    public byte[] Escaped { get; }
}
