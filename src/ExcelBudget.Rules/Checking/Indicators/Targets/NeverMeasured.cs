using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// 量不了的单位。What a thing cannot be measured in: files in kilometres, teachers in tons, saplings in kilometres. The name's last noun tells
/// the thing, or the noun before what is done with it (档案扫描). Nothing is said of nouns and units that no list knows.
/// </summary>
internal static class NeverMeasured
{
    private const string Heads = "人";
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, Thing[]> Things = [];

    /// <summary>The noun that a name counts, where the unit can be none of it; null otherwise.</summary>
    public static string? In(ReviewedIndicator line, IndicatorWords words)
    {
        if (line.Indicator.Unit != line.Unit) return null;
        var unit = QuantityUnits.Base(line.Unit).Unit;
        var kind = QuantityUnits.Kind(unit);
        if (kind.Length == 0) return null;
        var stem = WithoutEnd(line.Stem, words.CountEnds);
        foreach (var thing in Things.GetValue(words.NeverMeasured, Read))
        {
            if (!thing.Never.Contains(kind) && !thing.Never.Contains(unit)) continue;
            var noun = End(line.Stem, thing.Nouns) ?? End(stem, thing.Nouns);
            // 管护河道 30人 counts those who do it
            if (kind == Heads && (noun is null || !words.Making.Any(verb => stem.StartsWith(verb, StringComparison.Ordinal)))) continue;
            if ((noun ?? End(WithoutEnd(stem, thing.Done), thing.Nouns)) is { } found) return found;
        }

        return null;
    }

    private static string? End(string name, string[] nouns) =>
        nouns.Where(noun => name.EndsWith(noun, StringComparison.Ordinal)).MaxBy(noun => noun.Length);

    private static string WithoutEnd(string name, IReadOnlyList<string> ends) =>
        ends.Where(end => name.EndsWith(end, StringComparison.Ordinal)).MaxBy(end => end.Length) is { } longest
            ? name[..^longest.Length] : name;

    private static Thing[] Read(IReadOnlyList<string> list) =>
    [
        .. list.Select(thing => thing.Split('=')).Where(parts => parts.Length == 3)
            .Select(parts => new Thing(parts[0].Split('|'), parts[1].Split('|'), parts[2].Split('|'))),
    ];

    /// <summary>Things that are measured alike.</summary>
    /// <param name="Nouns">What they are called.</param>
    /// <param name="Never">Units, or kinds of what units measure, that cannot be theirs.</param>
    /// <param name="Done">What is done with them, where it stands behind the noun.</param>
    private sealed record Thing(string[] Nouns, string[] Never, string[] Done);
}
