using System.Globalization;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>
/// numberingGap：序号不连续。A group whose printed numbers leave one out: its only line is «2.», or 1, 2, 4. Repeated numbers are left alone: one
/// line may hold several indicators.
/// </summary>
internal sealed class NumberingGapCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "numberingGap";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        // forms with a column for each print no numbers
        if (!project.Indicators.Any(line => line.Indicator.Number.Length > 0)) yield break;
        foreach (var group in project.Indicators.GroupBy(line => (line.Indicator.Level1, line.Indicator.Level2)))
        {
            var numbered = group.Select(line => (Line: line, Number: Number(line))).ToArray();
            if (numbered.Any(pair => pair.Number is null)) continue;
            // 2, 7, 8, 11: lines left out of a list of the whole county, not one forgotten
            var last = numbered.Max(pair => pair.Number!.Value);
            // 1, 1, 4: three lines, of which one repeats a number and the last leaves two out
            if (last - numbered.Select(pair => pair.Number).Distinct().Count() > 1 && last - numbered.Length > 1) continue;
            var known = numbered.Select(pair => pair.Number!.Value).ToHashSet();
            if (numbered.FirstOrDefault(
                pair => pair.Number > 1 && !known.Contains(pair.Number.Value - 1)) is { Line: { } line, Number: { } number })
            {
                yield return new Objection(project, line, Actual: Said(number), Expected: Said(number - 1), Match: line.Group);
            }
        }
    }

    private static int? Number(ReviewedIndicator line) =>
        int.TryParse(line.Indicator.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
