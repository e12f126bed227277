using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Reckoning;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>
/// 同一个数前后两样。建设高标准农田2.4万亩 … 项目建成后，2.6万亩高标准农田全部…: what was counted before is taken up again by its name, in front of which its
/// figure stands, and all of it is meant.
/// </summary>
internal static partial class ToldAgain
{
    private const int ShortestNoun = 3;
    private const int LongestNoun = 8;
    private const decimal Near = 0.25m;
    private const string Year = "全年";
    private static readonly string[] Openings = ["通过", "全年", "全部", "所有", "本年", "上述", "以上", "这", "将", "使", "让", "确保", "共", "对", "为",
        "年初", "年内", "年底", "与", "和", "向", "给", "由", "组织", "年", "目标"];
    private static readonly string[] Before = ["上年已", "去年已", "往年已", "此前已", "前期已"];
    private static readonly string[] AllOfIt = ["全部", "均", "全面", "共", "都", "全年"];

    /// <summary>The figure told again, where its first told is another; null where they agree or others may be meant.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        var goal = figures.Goal;
        // 35个全部配备，其中5个上年已改造
        if (Array.Exists(Before, word => project.PlainGoal.Contains(word, StringComparison.Ordinal))) return null;
        foreach (var again in goal)
        {
            if (!IsPlain(again, figures, review) || !IsBare(again.Lead) || Noun(again, goal) is not { } noun) continue;
            var told = goal.TakeWhile(other => !ReferenceEquals(other, again)).Where(other => other.Unit == again.Unit
                && IsPlain(other, figures, review)).ToArray();
            if (told.FirstOrDefault(other => EndsIn(other, noun)) is not { } first
                || first.Sentence == again.Sentence || Array.Exists(told, other => other.Number == again.Number)
                // 28个全部配齐（含原有的）
                || HoldsOthers().IsMatch(again.After) || HoldsOthers().IsMatch(Behind(project.PlainGoal, again))
                // 2.4万亩和0.2万亩: what is told in several places may be added up
                // 40所全部配齐（含4所不需维修的）
                || goal.Any(other => other.Unit == again.Unit && other.Number == Math.Abs(first.Number - again.Number))
                || Array.Exists(told, other => !ReferenceEquals(other, first) && first.Number + other.Number == again.Number)
                // 40 new posts and all 260 of them: what differs by much is another thing
                || !(Math.Abs(first.Number - again.Number) <= Near * Math.Max(first.Number, again.Number)
                    || Explained.AreExchanged(first.Number, again.Number))) continue;
            return new Miscount(first.Text, first.Before + first.Text, again.Text + again.After)
            {
                Also = [.. figures.Lines.Where(line => line.Unit == again.Unit && line.Number == first.Number).Select(line => line.Line)],
            };
        }

        return null;
    }

    /// <summary>高标准农田 of 高标准农田全部实现旱能灌; 联赛 of 全年216场联赛的锻炼 where an earlier figure is told of 四级联赛.</summary>
    private static string? Noun(TextQuantity again, IReadOnlyList<TextQuantity> goal)
    {
        foreach (var word in AllOfIt)
        {
            if (again.After.IndexOf(word, StringComparison.Ordinal)
                is >= ShortestNoun and <= LongestNoun and var at) return again.After[..at];
        }

        // 全部10个市场验收合格: whatever was counted before under that noun
        if (!again.Lead.Contains(Year, StringComparison.Ordinal) && !again.Lead.Contains(AllOfIt[0],
            StringComparison.Ordinal)) return null;
        for (var length = Math.Min(LongestNoun, again.After.Length); length > 1; length--)
        {
            var noun = again.After[..length];
            if (goal.TakeWhile(other => !ReferenceEquals(other, again)).Any(other => other.Unit == again.Unit
                && EndsIn(other, noun))) return noun;
        }

        return null;
    }

    /// <summary>农贸市场8个, 8个农贸市场.</summary>
    private static bool EndsIn(TextQuantity told, string noun) => told.Before.EndsWith(noun, StringComparison.Ordinal)
        // 每村配备保洁员3名，共156名
        // 36所村卫生室 … 38所村卫生室改造全部竣工
        || (told.After.Length >= ShortestNoun && noun.StartsWith(told.After.Length > LongestNoun ? told.After[..ShortestNoun] : told.After,
            StringComparison.Ordinal))
        || (told.IsTotal && told.Context.Contains(noun, StringComparison.Ordinal))
        || (told.After.Length >= noun.Length && told.After.Length <= LongestNoun && told.After.EndsWith(noun, StringComparison.Ordinal));

    /// <summary>10月底前38所…全部竣工: when it is done names no other thing.</summary>
    [GeneratedRegex("[0-9]{1,2}月(?:底|末|初|[上中下]旬)?(?:之前|以前|前)?|[上下]半年|分[0-9一二两三四]{1,2}[期批次]")]
    private static partial Regex Months();

    private static string Behind(string goal, TextQuantity told) => goal.IndexOf(told.Text + told.After, StringComparison.Ordinal)
        is >= 0 and var at ? goal[at..].Split('。', '；', ';', '\n')[0] : "";

    [GeneratedRegex("含原有|含已|含上年|含往年|原有的|加上|连同")]
    private static partial Regex HoldsOthers();

    /// <summary>通过全年216场联赛: nothing before the figure names another thing.</summary>
    private static bool IsBare(string lead) => !Openings.Aggregate(Months().Replace(lead, ""), static (left, word) =>
        left.Replace(word, "", StringComparison.Ordinal)).Any(char.IsLetter);

    private static bool IsPlain(TextQuantity told, ProjectFigures figures, IndicatorReview review) => told is
    {
        IsMoney: false, IsAbout: false, IsDetail: false, Per.Count: 0, Number: > 0m, Bound: TargetOperator.Equal or TargetOperator.AtLeast,
    } && told.Unit != "%" && !figures.IsOfOtherYears(told, review.Year);
}
