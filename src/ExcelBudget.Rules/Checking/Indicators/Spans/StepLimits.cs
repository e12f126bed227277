using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>先后步骤的时限。A limit that ends before an earlier step's can, both counted from the same moment: 接报后到场 ≤2小时, 接报后修复 ≤1小时.</summary>
internal static class StepLimits
{
    private const char Behind = '后';
    private const decimal MinutesOfHour = 60m;
    private const decimal MinutesOfDay = 1440m;

    /// <summary>The limits shorter than those of an earlier step, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> In(ReviewedProject project, IndicatorWords words)
    {
        var limits = project.Indicators.Select(line => Limit(line, words)).OfType<Step>().ToArray();
        if (limits.Length < 2) yield break;
        foreach (var later in limits)
        {
            if (Array.Find(limits, first => first.Place < later.Place && first.Start == later.Start && first.Minutes > later.Minutes)
                is { } earlier) yield return (later.Line, $"比先要做的“{earlier.Line.Title}”（{earlier.Line.Target}）还短");
        }
    }

    private static Step? Limit(ReviewedIndicator line, IndicatorWords words)
    {
        if (Minutes(line.Unit) is not { } one || line.Number is not { } number || line.Indicator.Operator is TargetOperator.AtLeast
            or TargetOperator.MoreThan) return null;
        var name = line.Indicator.Name;
        var cut = name.IndexOf(Behind, StringComparison.Ordinal);
        // 远程修复 needs nobody on the spot
        if (cut < 1 || name.Contains("远程", StringComparison.Ordinal) || name.Contains("在线", StringComparison.Ordinal)) return null;
        var place = WordGroups.Only(WordGroups.Of(words.LimitSteps), name[(cut + 1)..]);
        // 到场后修复: counted from the earlier step
        return place < 0 || WordGroups.Of(words.LimitSteps).Any(step => Array.Exists(step, name[..cut].Contains)) ? null
            : new Step(line, place, name[..cut], number * one);
    }

    private static decimal? Minutes(string unit) => unit switch
    {
        "分钟" or "分" => 1m,
        "小时" or "个小时" => MinutesOfHour,
        "天" or "日" => MinutesOfDay,
        _ => null,
    };

    private sealed record Step(ReviewedIndicator Line, int Place, string Start, decimal Minutes);
}
