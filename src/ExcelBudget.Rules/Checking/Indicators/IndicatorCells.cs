using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Reads indicators from one cell of free text.</summary>
internal static class IndicatorCells
{
    private const string Stops = "。；;.%）)";
    private const int FewestStops = 3;

    /// <summary>A project with the indicators of its text.</summary>
    public static ReviewedProject Complete(ReviewedProject project, string text)
    {
        var reading = IndicatorText.Read(text);
        return project with
        {
            IsFreeText = true,
            Text = text,
            Weights = TextWeights.In(text),
            HasDoubtfulTargets = reading.IsDoubtful,
            Indicators = [.. reading.Indicators.Select(indicator => new ReviewedIndicator(indicator))],
            // a heading that is printed again further down and filled there is not empty
            EmptyHeadings = [.. Headings(reading, IndicatorFaultKind.EmptyHeading)
                .Select(fault => fault.Level2.Length > 0 ? fault.Level2 : fault.Level1).Distinct().Except(Filled(reading))],
            BreaksOff = reading.Faults.Any(fault => fault.Kind == IndicatorFaultKind.Truncated) || BreaksOff(text),
            MalformedHeadings = [.. Headings(reading, IndicatorFaultKind.MalformedHeading).Select(fault => fault.Text)],
        };
    }

    private static IEnumerable<string> Filled(IndicatorReading reading) =>
        reading.Indicators.SelectMany(indicator => new[] { indicator.Level1, indicator.Level2 });

    /// <summary>
    /// True for a text whose last line is a heading, or that stops in the middle of words although its other lines end with a stop.
    /// </summary>
    private static bool BreaksOff(string text)
    {
        var end = text.TrimEnd();
        if (end.Length == 0) return false;
        if (end.EndsWith("指标", StringComparison.Ordinal) || end.EndsWith("指标：", StringComparison.Ordinal)
            || end.EndsWith("指标:", StringComparison.Ordinal))
        {
            return true;
        }
        var stops = Math.Max(end.Count(sign => sign == '。'), end.Count(sign => sign is '；' or ';'));
        return !Stops.Contains(end[^1], StringComparison.Ordinal) && stops >= FewestStops && char.IsLetter(end[^1]);
    }

    private static IEnumerable<IndicatorFault> Headings(IndicatorReading reading, IndicatorFaultKind kind) =>
        reading.Faults.Where(fault => fault.Kind == kind);
}
