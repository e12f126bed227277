using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>
/// 小数点写成逗号。≤12，5万元 is one target, which the reading takes for two: ≤12 without a unit and 5万元 without a name.
/// </summary>
/// <param name="Line">The indicator that holds the figure before the comma.</param>
/// <param name="Rest">The one made of what stands behind it; null where it was read as one.</param>
/// <param name="Slip">What is written and what was meant.</param>
internal sealed partial record DecimalComma(ReviewedIndicator Line, ReviewedIndicator? Rest, Mistyping Slip)
{
    /// <summary>The first of a project; null for none.</summary>
    public static DecimalComma? Of(ReviewedProject project) =>
        HoldsOne(project.Text) ? project.Memory.Of(project, project, static (project, _) => new Answer(Find(project))).Comma : null;

    /// <summary>True for a line that is nothing but one half of such a figure.</summary>
    public static bool Tears(ReviewedProject project, ReviewedIndicator line) =>
        Of(project) is { } comma && (ReferenceEquals(comma.Line, line) || ReferenceEquals(comma.Rest, line));

    private static bool HoldsOne(string text)
    {
        for (var at = text.IndexOf('，', StringComparison.Ordinal); at > 0 && at < text.Length - 1; at = text.IndexOf('，', at + 1))
        {
            if (char.IsAsciiDigit(text[at - 1]) && char.IsAsciiDigit(text[at + 1])) return true;
        }

        return false;
    }

    private static DecimalComma? Find(ReviewedProject project)
    {
        foreach (Match match in Commas().Matches(project.Text))
        {
            var (before, unit) = (match.Groups["before"].Value, match.Groups["unit"].Value);
            if (!QuantityUnits.IsUnit(unit) && unit is not ("%" or "％")) continue;
            var lines = project.Indicators;
            for (var at = 0; at < lines.Count; at++)
            {
                var isWhole = lines[at].Indicator.Raw.Contains(match.Value, StringComparison.Ordinal);
                if (!isWhole && !lines[at].Indicator.Raw.EndsWith(before, StringComparison.Ordinal)) continue;
                var rest = !isWhole && at + 1 < lines.Count && match.Value.EndsWith(lines[at + 1].Indicator.Raw, StringComparison.Ordinal)
                    ? lines[at + 1] : null;
                // both halves read as one, or torn into these two and no others
                if (!isWhole && rest is null) continue;
                var meant = before + "." + match.Groups["right"].Value + unit;
                return new DecimalComma(lines[at], rest, new Mistyping(match.Value, meant, "小数点写成了逗号") { IsDoubtful = true });
            }
        }

        return null;
    }

    private sealed record Answer(DecimalComma? Comma);

    [GeneratedRegex(@"(?<before>[≥≧≤≦=＝][ \t]?[0-9]{1,4})，(?<right>[0-9]{1,2})(?<unit>[%％]|\p{L}{1,3})(?=\s*(?:[。；;\n]|$))")]
    private static partial Regex Commas();
}
