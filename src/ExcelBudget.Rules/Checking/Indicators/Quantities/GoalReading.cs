using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>目标中的数。What a goal tells in figures: what is to be reached, and what it only starts from or compares with.</summary>
/// <param name="Aims">What is told of the project, in order; each knows what it is of.</param>
/// <param name="Past">Where changes start and what aims are compared with: 35% of 治理率由35%提升到60%.</param>
internal sealed record GoalReading(IReadOnlyList<TextQuantity> Aims, IReadOnlyList<TextQuantity> Past)
{
    private const string Part = "其中";
    private static readonly string[] Again = ["每", "全年共", "共计", "合计", "总计"];

    /// <summary>The reading of a goal as it stands.</summary>
    public static GoalReading Of(string goal) => Of(goal, []);

    /// <summary>The reading of a goal whose indicators use units that no list knows.</summary>
    public static GoalReading Of(string goal, IReadOnlyList<string> units)
    {
        var told = BareSubjects.Named(QuantityText.Read(goal, units));
        var (aims, past) = (new List<TextQuantity>(told.Count), new List<TextQuantity>());
        for (var at = 0; at < told.Count; at++)
        {
            if (told[at].IsStart || (told[at].IsCompared && aims.Count > 0))
            {
                past.Add(told[at] with { Before = told[at].IsStart ? Changing(told[at]) : aims[^1].Before });
                continue;
            }

            var start = at > 0 && told[at - 1] is { IsStart: true } before && before.Unit == told[at].Unit
                && before.Sentence == told[at].Sentence ? before : null;
            // the words before a change say what changes: 治理率由35%提升到60%
            aims.Add(start is null ? told[at] : told[at] with
            {
                Before = Changing(start),
                Per = told[at].Per.Count > 0 ? told[at].Per : start.Per,
            });
        }

        for (var at = 0; at < aims.Count; at++)
        {
            // 其中电工2期、焊工4期，每期45人，全年共270人: of all of them again
            if (aims[at] is { IsDetail: true, IsBracketed: false } again && Again.Any(word =>
                again.Lead.StartsWith(word, StringComparison.Ordinal)) && !again.Lead.Contains('、', StringComparison.Ordinal))
                aims[at] = again with { IsDetail = false };
        }

        return new GoalReading(WithoutWhole(aims), past);
    }

    /// <summary>其中东岭村1.8公里、白沙村1.5公里，共3.3公里: of no whole told before they are no parts, but all that there is.</summary>
    private static List<TextQuantity> WithoutWhole(List<TextQuantity> aims)
    {
        for (var at = 0; at < aims.Count; at++)
        {
            if (!aims[at].IsDetail || aims[at].IsBracketed || !aims[at].Lead.Contains(Part, StringComparison.Ordinal)) continue;
            var (unit, sentence) = (aims[at].Unit, aims[at].Sentence);
            if (aims[at].IsMoney || aims[at].Per.Count > 0 || aims.Take(at).Any(told => told.Unit == unit)) continue;
            var end = aims.FindIndex(at, told => told.Unit == unit && told.Sentence == sentence && told.IsTotal);
            if (end <= at + 1) continue;
            for (var part = at; part <= end; part++)
                if (!aims[part].IsBracketed) aims[part] = aims[part] with { IsDetail = false };
        }

        return aims;
    }

    /// <summary>水费收缴率 of «水费收缴率由2023年的88%提高到93%»: the year between takes nothing away.</summary>
    private static string Changing(TextQuantity start)
    {
        var own = Subject(start.Before);
        if (own.Count(char.IsLetter) > 1 || start.Lead.LastIndexOfAny(['由', '从']) is not (> 0 and var cut)) return own;
        var lead = start.Lead[..cut];
        return lead[(lead.LastIndexOfAny(['、', '0', '1', '2', '3', '4', '5', '6', '7', '8', '9']) + 1)..];
    }

    private static string Subject(string words) => words.LastIndexOfAny(['由', '从']) is > 0 and var cut ? words[..cut] : words;
}
