using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Reads indicators from one cell of free text.</summary>
internal static class IndicatorCells
{
    /// <summary>A project with the indicators of its text.</summary>
    public static ReviewedProject Complete(ReviewedProject project, string text)
    {
        var reading = IndicatorText.Read(text);
        return project with
        {
            IsFreeText = true,
            Indicators = [.. reading.Indicators.Select(indicator => new ReviewedIndicator(indicator))],
            EmptyHeadings = [.. Headings(reading, IndicatorFaultKind.EmptyHeading).Select(fault => fault.Level2.Length > 0 ? fault.Level2 : fault.Level1).Distinct()],
            MalformedHeadings = [.. Headings(reading, IndicatorFaultKind.MalformedHeading).Select(fault => fault.Text)],
        };
    }

    private static IEnumerable<IndicatorFault> Headings(IndicatorReading reading, IndicatorFaultKind kind) => reading.Faults.Where(fault => fault.Kind == kind);
}
