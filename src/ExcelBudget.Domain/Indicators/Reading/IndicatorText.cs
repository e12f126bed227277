using ExcelBudget.Domain.Indicators.Copies;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Indicators.Tables;

namespace ExcelBudget.Domain.Indicators.Reading;

/// <summary>绩效指标 as the text of one cell: a whole tree of headings and indicators, in whatever style a department writes it.</summary>
public static class IndicatorText
{
    /// <summary>
    /// Reads a cell. Any text can be read, in time linear to its length; what is not understood is an indicator without target, a
    /// statement, or a
    /// fault, never dropped.
    /// </summary>
    /// <param name="cellText">As it stands in the cell, HTML and LaTeX included; empty gives an empty reading.</param>
    public static IndicatorReading Read(string cellText)
    {
        ArgumentNullException.ThrowIfNull(cellText);
        var clean = CopiedText.Mend(PageMarks.Remove(LineQuotes.Remove(MarkupRemoval.Clean(cellText))));
        if (TrailingLevels.Of(clean.Folded) is { } behind)
            return new ReadingAssembly(clean, new OutlineReader(clean.Folded) { Behind = behind }.Read()).Assemble();
        if (PastedTableReader.Read(clean) is var (table, isDoubtful))
            return new ReadingAssembly(clean, table).Assemble() with { IsDoubtful = isDoubtful };
        var cell = LineJoining.Join(LineQuotes.WithoutCellQuotes(clean));
        return new ReadingAssembly(cell, new OutlineReader(cell.Folded).Read()).Assemble();
    }

    /// <summary>
    /// The indicators as text in the layout of the form: 一、产出指标, then （一）数量指标：, then one numbered line each. Reading the text gives the
    /// same indicators (apart from <see cref="Indicator.Raw"/>).
    /// </summary>
    public static string Render(IEnumerable<Indicator> indicators) => IndicatorRendering.Render(indicators);
}
