using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>名次。排名进入全市前三 beside 空气质量全市排名 ≤8位: the rank promised among the same ones is better than what is set.</summary>
internal static partial class RankTold
{
    /// <summary>The rank of the goal that an indicator falls behind; null for none.</summary>
    public static string? Better(ReviewedIndicator line, ReviewedProject project, IndicatorWords words)
    {
        var name = line.Indicator.Name;
        if (!(name.Contains('名', StringComparison.Ordinal) || name.Contains("位次", StringComparison.Ordinal))
            || !Ranking().IsMatch(name) || Set(line) is not { } set || line.Indicator.Operator is TargetOperator.AtLeast
            or TargetOperator.MoreThan || line.Number is not null && line.Unit.TrimEnd('次') is not ("" or "名" or "位")) return null;
        // 由12位提升至8位 beside ≤8位: the goal tells this rank itself
        if (Promised().Matches(project.Goal).Any(match => match.Groups["rank"].Value == Domain.Money.Figures.Plain(set))) return null;
        if (Scope().Match(name) is not { Success: true } scope) return null;
        var told = Ranks().Matches(project.Goal).Where(match => match.Groups["scope"].Value == scope.Groups["scope"].Value).ToArray();
        return told is [var only] && FigureReader.Read(only.Groups["rank"].Value) is { IsFigure: true } figure && figure.Value < set
            && Kinship.Of(Subject(Clause(project.Goal, only)), Subject(name), words.Generic) > 0 ? only.Value : null;
    }

    /// <summary>≤8位, and 全市前八名 in words.</summary>
    private static decimal? Set(ReviewedIndicator line) => line.Number ?? (Ranks().Match(line.Indicator.Value) is { Success: true } rank
        && FigureReader.Read(rank.Groups["rank"].Value) is { IsFigure: true } figure ? figure.Value : null);

    /// <summary>What is ranked, without the words of ranks.</summary>
    private static string Subject(string text) => Scope().Replace(Ranking().Replace(text, "|"), "|");

    private static string Clause(string goal, Match match)
    {
        var start = goal.AsSpan(0, match.Index).LastIndexOfAny('。', '；', '\n') + 1;
        return goal[start..match.Index];
    }

    [GeneratedRegex("(?:至|到|保持|稳定在|前)第?(?<rank>[0-9]{1,3})[位名]")]
    private static partial Regex Promised();

    [GeneratedRegex("综合排名|排名|排位|名次|位次")]
    private static partial Regex Ranking();

    [GeneratedRegex("全(?<scope>[国省市州县区盟])")]
    private static partial Regex Scope();

    [GeneratedRegex(@"全(?<scope>[国省市州县区盟])(?:排名|排位|考核|综合)?(?:进入|位列|位居|保持|力争|在)?前(?<rank>[一二两三四五六七八九十]{1,3}|[0-9]{1,3})"
        + @"(?:名|位|(?=[，。；、）)\n]|$))")]
    private static partial Regex Ranks();
}
