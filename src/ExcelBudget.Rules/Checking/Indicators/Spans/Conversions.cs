using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>单位换算。The same measure told in two units that do not make each other: 300亩（合30公顷）.</summary>
internal static partial class Conversions
{
    /// <summary>What rounding may change.</summary>
    private const decimal Rounded = 0.05m;
    private const decimal TenThousand = 10_000m;

    private static readonly System.Buffers.SearchValues<char> Signs = System.Buffers.SearchValues.Create("合折即（(就当等");

    private static readonly System.Runtime.CompilerServices.ConditionalWeakTable<IReadOnlyList<string>,
        FrozenDictionary<(string, string), decimal>> Known = [];

    /// <summary>The first measure told in two units that contradict each other, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(string goal, IndicatorWords words)
    {
        if (goal.AsSpan().IndexOfAny(Signs) < 0) return null;
        var measures = Known.GetValue(words.Measures, static list => list.Select(entry => Entry().Match(entry))
            .Where(match => match.Success)
            .ToFrozenDictionary(match => (match.Groups["large"].Value, match.Groups["small"].Value), match => Number(match, "many")));
        foreach (var match in Twice().Matches(goal).Concat(InBrackets().Matches(goal)))
        {
            var (one, other) = (match.Groups["unit"].Value, match.Groups["otherunit"].Value);
            var (told, said) = (Figure(match, "one", "tens"), Figure(match, "other", "othertens"));
            var made = measures.TryGetValue((one, other), out var many) ? told * many
                : measures.TryGetValue((other, one), out many) ? told / many : 0m;
            // 鲜草500吨，折合12.5万公斤干草: what it becomes, not the same
            var behind = goal.AsSpan(match.Index + match.Length);
            if (match.Value.Contains('折', StringComparison.Ordinal) && behind.Length > 1 && char.IsLetter(behind[0])
                && goal.AsSpan(0, match.Index).IndexOf(behind[..2]) < 0 && !behind.StartsWith("以") && !behind.StartsWith("左")) continue;
            if (made > 0m && Math.Abs(made - said) > Rounded * made)
                return (match.Value,
                    $"{match.Groups["one"].Value}{match.Groups["tens"].Value}{one}合{Figures.Plain(Figures.Round(made, 2))}{other}");
        }

        return null;
    }

    private static decimal Figure(Match match, string name, string tens) =>
        Number(match, name) * (match.Groups[tens].Success ? TenThousand : 1m);

    private static decimal Number(Match match, string name) => decimal.Parse(match.Groups[name].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^(?<large>\p{L}+)=(?<many>[0-9]+)(?<small>\p{L}+)$")]
    private static partial Regex Entry();

    /// <summary>300亩（30公顷）: nothing but the other unit in brackets.</summary>
    [GeneratedRegex(@"(?<![0-9.,])(?<one>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<tens>万)?(?<unit>平方公里|平方米|公顷|公里|公斤|千克|亩|米|吨|斤)[（(]约?"
        + @"(?<other>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<othertens>万)?(?<otherunit>平方公里|平方米|公顷|公里|公斤|千克|亩|米|吨|斤)[）)]")]
    private static partial Regex InBrackets();

    [GeneratedRegex(@"(?<![0-9.,])(?<one>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<tens>万)?(?<unit>平方公里|平方米|公顷|公里|公斤|千克|亩|米|吨|斤)[（(，,]?"
        + @"(?:约合|折合|合|折|即|也就是|相当于|等于)约?(?<other>[0-9]{1,9}(?:\.[0-9]{1,4})?)(?<othertens>万)?(?<otherunit>平方公里|平方米|公顷|公里|公斤|千克|亩|米|吨|斤)")]
    private static partial Regex Twice();
}
