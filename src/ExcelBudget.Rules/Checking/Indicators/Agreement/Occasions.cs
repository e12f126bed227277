using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// 时节。Festivals, seasons and times of danger: 七一 in a name beside 春节 in the goal. Where either tells none or several of a kind, both
/// may be meant.
/// </summary>
internal sealed class Occasions
{
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, Occasions> Known = [];

    private readonly (string Kind, string[] InName, string[] InGoal)[] _all;
    private readonly WordSet _named;

    private Occasions(IReadOnlyList<string> list)
    {
        _all =
        [
            .. from line in list
               let parts = line.Split(':', '=')
               where parts.Length > 1
               select (parts[0], parts[1].Split('|'), parts[^1].Split('|')),
        ];
        _named = new WordSet([.. _all.SelectMany(one => one.InName)]);
    }

    /// <summary>What a name says and what the goal says, when each tells one occasion of a kind and they differ; null otherwise.</summary>
    public static (string Named, string Told)? Conflict(string name, string goal, IndicatorWords words) =>
        Known.GetValue(words.Occasions, static list => new Occasions(list)).Conflict(
            WordList.Without(name, words.NoOccasions), WordList.Without(WithoutNextYear(goal), words.NoOccasions));

    private static readonly string[] NextYear = ["次年", "来年", "翌年", "明年"];

    /// <summary>秋季收贮，保障次年春季补饲: what comes of it later.</summary>
    private static string WithoutNextYear(string goal) => NextYear.Aggregate(goal, static (text, word) =>
        text.IndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? text.Remove(at, Math.Min(word.Length + 2,
            text.Length - at)) : text);

    private (string Named, string Told)? Conflict(string name, string goal)
    {
        if (!_named.IsIn(name)) return null;
        foreach (var kind in _all.GroupBy(one => one.Kind))
        {
            var named = kind.Where(one => In(name, one.InName) is not null).ToArray();
            var told = kind.Where(one => In(goal, one.InGoal) is not null).ToArray();
            if (named is [var meant] && told is [var said] && meant != said)
                return (In(name, meant.InName)!, In(goal, said.InGoal)!);
        }

        return null;
    }

    private static string? In(string text, string[] words) => Array.Find(words, word => text.Contains(word, StringComparison.Ordinal));
}
