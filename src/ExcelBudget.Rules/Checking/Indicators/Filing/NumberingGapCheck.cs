using System.Globalization;

namespace ExcelBudget.Rules.Checking.Indicators.Filing;

/// <summary>
/// numberingGap：序号不连续。A group whose printed numbers leave one out: its only line is «2.», or 1, 2, 4. Repeated numbers are left alone: one
/// line may hold several indicators.
/// </summary>
internal sealed class NumberingGapCheck : ProjectCheck
{
    private const int Fewest = 4;

    /// <inheritdoc />
    public override string Name => "numberingGap";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        // forms with a column for each print no numbers
        if (!project.Indicators.Any(line => line.Indicator.Number.Length > 0)) yield break;
        var all = project.Indicators.Select(line => (Line: line, Number: Number(line))).ToArray();
        if (IsThrough(all))
        {
            for (var at = 1; at < all.Length; at++)
            {
                if (all[at].Number == all[at - 1].Number + 2)
                {
                    yield return new Objection(project, all[at].Line, Actual: Said(all[at].Number!.Value), Match: all[at].Line.Group,
                        Expected: Said(all[at].Number!.Value - 1));
                }
            }

            yield break;
        }

        foreach (var group in project.Indicators.GroupBy(line => (line.Indicator.Level1, line.Indicator.Level2)))
        {
            var numbered = group.Select(line => (Line: line, Number: Number(line))).ToArray();
            if (numbered.Any(pair => pair.Number is null)) continue;
            // 2, 7, 8, 11: lines left out of a list of the whole county, not one forgotten
            var last = numbered.Max(pair => pair.Number!.Value);
            // 1, 1, 4: three lines, of which one repeats a number and the last leaves two out
            if (last - numbered.Select(pair => pair.Number).Distinct().Count() > 1 && last - numbered.Length > 1) continue;
            // 1, 2, 2: the next number was not put up
            if (numbered.Length > 2 && numbered[^1].Number == numbered[^2].Number && numbered[^1].Number == numbered.Length - 1
                && numbered.Take(numbered.Length - 1).Select((pair, at) => pair.Number == at + 1).All(isRight => isRight))
            {
                yield return new Objection(project, numbered[^1].Line, Actual: Said(numbered[^1].Number!.Value),
                    Expected: Said(numbered.Length), Match: numbered[^1].Line.Group);
                continue;
            }

            var known = numbered.Select(pair => pair.Number!.Value).ToHashSet();
            if (numbered.FirstOrDefault(
                pair => pair.Number > 1 && !known.Contains(pair.Number.Value - 1)) is { Line: { } line, Number: { } number })
            {
                yield return new Objection(project, line, Actual: Said(number), Expected: Said(number - 1), Match: line.Group);
            }
        }
    }

    /// <summary>1 under 数量, 2 and 4 under 质量, 5 under 时效: numbers that go on through all headings, at most one left out.</summary>
    private static bool IsThrough((ReviewedIndicator Line, int? Number)[] all)
    {
        if (all.Length < Fewest || all[0].Number != 1 || all.Any(pair => pair.Number is null)) return false;
        var gaps = 0;
        for (var at = 1; at < all.Length; at++)
        {
            if (all[at].Number <= all[at - 1].Number) return false;
            gaps += all[at].Number!.Value - all[at - 1].Number!.Value - 1;
        }

        return gaps <= 1 && all.Select(pair => pair.Line.Group).Distinct().Skip(1).Any();
    }

    private static int? Number(ReviewedIndicator line) =>
        int.TryParse(line.Indicator.Number, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private static string Said(int number) => number.ToString(CultureInfo.InvariantCulture);
}
