using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>平均与最高。每户最高不超过5000元，平均每户6000元: an average is never above the most that anyone gets.</summary>
internal static partial class AverageAboveMost
{
    private static readonly string[] Most = ["最高", "上限", "封顶"];
    private static readonly string[] Averages = ["平均", "均"];

    /// <summary>单户补助封顶8000元，户均补助9500元: right behind each other, of one kind of people or things.</summary>
    private static (string Text, string Reason)? Capped(string goal)
    {
        foreach (Match match in CappedAndAverage().Matches(goal))
        {
            var (most, average) = (Yuan(match, "most", "mosttens"), Yuan(match, "average", "averagetens"));
            if (average > most) return (match.Groups["told"].Value,
                $"比每个最高的{match.Groups["most"].Value}{match.Groups["mosttens"].Value}元还多");
        }

        return null;
    }

    private static decimal Yuan(Match match, string name, string tens) => decimal.Parse(match.Groups[name].ValueSpan,
        System.Globalization.CultureInfo.InvariantCulture) * (match.Groups[tens].Length > 0 ? TenThousand : 1m);

    private const decimal TenThousand = 10_000m;

    [GeneratedRegex(@"(?:单|每)(?<of>[户人家台套])(?<what>补助|补贴|奖补)?(?:资金)?(?:封顶|最高|上限)(?:为|不超过)?(?<most>[0-9]{1,7}(?:\.[0-9]{1,4})?)(?"
        + @"<mosttens>万?)元[，,、]"
        + @"(?<told>\k<of>均\k<what>(?:资金)?(?:为|约)?(?<average>[0-9]{1,7}(?:\.[0-9]{1,4})?)(?<averagetens>万?)元)")]
    private static partial Regex CappedAndAverage();

    /// <summary>The average of a sentence that is more than the most told for one of the same, with the reason; null for none.</summary>
    public static (string Text, string Reason)? In(ReviewedProject project)
    {
        if (Capped(project.PlainGoal) is { } capped) return capped;
        var goal = ProjectFigures.Of(project).Goal;
        foreach (var most in goal.Where(told => IsMost(told.Lead, told.Bound) && told is { IsAbout: false, Per.Count: > 0 }))
        {
            var average = goal.FirstOrDefault(told => told.Sentence == most.Sentence && told.Unit == most.Unit
                && told.Per.SequenceEqual(most.Per)
                && told.Bound == TargetOperator.Equal && told.Number > most.Number
                // 每户补助最高3000元，平均每户改造费用4600元; C级…，D级危房平均…: of something else
                && told.Lead.StartsWith(Averages[0], StringComparison.Ordinal) && !IsMost(told.Lead, told.Bound)
                && Words(told.Lead).All(sign => most.Lead.Contains(sign, StringComparison.Ordinal)));
            // C级每户最高1.6万元，D级每户最高3万元，平均每户2万元: between the two of them
            if (average is not null && goal.Any(told => told.Sentence == most.Sentence && told.Unit == most.Unit
                && told.Number >= average.Number && IsMost(told.Lead, told.Bound))) continue;
            if (average is not null) return (average.Lead + average.Text, $"比每个最高的{most.Text}还多");
        }

        return null;
    }

    /// <summary>The indicators of an average above the one that sets the most, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> OfLines(ReviewedProject project)
    {
        var lines = ProjectFigures.Of(project).Lines;
        foreach (var most in lines.Where(line => line.IsMoney && IsMost(line.Line.Indicator.Name, line.Bound)))
        {
            var per = Per(most);
            if (per.Count == 0) continue;
            foreach (var line in lines.Where(line => line.Unit == most.Unit && line.Number > most.Number && !ReferenceEquals(line, most)
                && Averages.Any(word => line.Line.Indicator.Name.Contains(word, StringComparison.Ordinal))
                && !IsMost(line.Line.Indicator.Name, line.Bound) && Per(line).SequenceEqual(per)
                && Subject(line.Line.Indicator.Name) == Subject(most.Line.Indicator.Name)))
                yield return (line.Line, $"比“{most.Line.Title}”（{most.Line.Target}）还多");
        }
    }

    private static string Words(string lead) => Averages.Concat(["每户", "每人", "每个", "每家", "约", "为", "达到", "标准"])
        .Aggregate(lead, static (left, word) => left.Replace(word, "", StringComparison.Ordinal));

    private static IReadOnlyList<string> Per(LineQuantity line) =>
        line.Per.Count > 0 ? line.Per : QuantityUnits.PerIn(line.Line.Indicator.Name);

    /// <summary>奖补 of 每户奖补上限 and of 户均奖补.</summary>
    private static string Subject(string name) => Most.Concat(Averages).Concat(["每户", "每人", "每个", "每家", "户", "人", "标准", "额度", "金额"])
        .Aggregate(name, static (left, word) => left.Replace(word, "", StringComparison.Ordinal));

    private static bool IsMost(string words, TargetOperator bound) => Most.Any(word => words.Contains(word, StringComparison.Ordinal))
        && bound is TargetOperator.AtMost or TargetOperator.LessThan or TargetOperator.Equal;
}
