using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignGoal：绩效目标与项目不相干。A goal of some length that shares no word with its project's name or any of its indicators was meant for another
/// project. Words that fit every project (工作, 保障) do not count.
/// </summary>
internal sealed class ForeignGoalCheck : ProjectCheck
{
    private const int FewestPairs = 5;
    private const int FewestFigures = 2;
    private const int Sign = 3;
    private static readonly string[] Pays = ["发放", "拨付", "资助", "救助", "补贴", "兑付", "慰问", "把", "将"];

    /// <inheritdoc />
    public override string Name => "foreignGoal";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Indicators.Count < review.Standards.FewestIndicators
            || project.Indicators.Any(review.Meaning.IsClassified)) yield break;
        // what the form asks for was left standing: nobody's goal
        if (WordList.IsIn(project.Goal, review.Standards.Words.Prompts)) yield break;
        var other = OtherPlace(project, review) ?? LastSentence.Elsewhere(project, review)
            ?? (OwnFigures(project) < FewestFigures ? Other(project, review) : null);
        if (other is not null)
        {
            yield return Objection(project, $"写的是“{other}”，项目名称和各项指标都没有提到");
            yield break;
        }

        if (OwnFigures(project) > 0 || review.Standards.Words.References.Contains(GoalText.Substance(project.Goal))
            || GoalText.IsEmpty(project.Goal, review.Standards.Words)) yield break;
        // 水电费22万元、维护费30万元: a goal that only tells what its money is for speaks of no other subject
        if (ProjectFigures.Of(project).Goal.Count(told => told.IsMoney) > 1) yield break;
        // 完成 of 培训完成时间 says nothing of what is completed
        var goal = Pairs(WordList.Without(WordList.Without(project.Goal, review.Standards.Words.Generic),
            review.Standards.Words.Finishes));
        if (goal.Count >= FewestPairs && !HoldsOne(goal, project.Name)
            && !project.Indicators.Any(line => HoldsOne(goal, line.Indicator.Name) || HoldsOne(goal, line.Indicator.Value)))
            yield return Objection(project, "与项目名称、各项指标没有一处相同的内容");
    }

    private static Objection Objection(ReviewedProject project, string reason) =>
        new(project, Part: ProjectPart.Goal, Actual: ReviewedIndicator.Shortened(project.Goal), Match: reason);

    /// <summary>
    /// 县图书馆 in the goal of 文化馆免费开放: an institution that neither the name nor any indicator mentions, in a goal that never mentions
    /// the project's own.
    /// </summary>
    private static string? Other(ReviewedProject project, IndicatorReview review)
    {
        var institutions = review.Standards.Words.Institutions;
        if (!IndicatorMeaning.ContainsAny(project.Name, institutions) || !IndicatorMeaning.ContainsAny(project.Goal, institutions))
            return null;
        string[] own = [.. institutions.Where(word => project.Name.Contains(word, StringComparison.Ordinal))];
        // 图书分馆 is said of 图书馆 as well
        if (own.Any(word => project.Goal.Contains(word[..2], StringComparison.Ordinal))) return null;
        var lines = string.Join('\n', project.Indicators.Select(line => line.Indicator.Name + line.Indicator.Value));
        return institutions.FirstOrDefault(word => project.Goal.Contains(word, StringComparison.Ordinal)
            && !lines.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>
    /// 忙乐乡 in the goal of 沙耶镇农村幸福院: a place that the name does not mention, in a goal that never mentions the project's own.
    /// </summary>
    private static string? OtherPlace(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (TwoCounties(project, review) is { } second) return second;
        if (NotOfUnit(project, review) is { } foreign) return foreign;
        // 柳河口镇 has three signs before its own
        if (PlaceNames.In(project.Name, words).FirstOrDefault() is not { } own
            || project.Name.IndexOf(own, StringComparison.Ordinal) is not (0 or 1)
            || project.Goal.Contains(own[^Math.Min(own.Length, 3)..], StringComparison.Ordinal)) return null;
        return PlaceNames.In(project.Goal, words).FirstOrDefault(place => !project.Name.Contains(place, StringComparison.Ordinal));
    }

    /// <summary>青石乡 in the goal of a project of 白沙镇政府: a place of the unit's own kind, where the unit's own is never named.</summary>
    private static string? NotOfUnit(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (PlaceNames.OwnOf(review.UnitName, words) is not { } own) return null;
        var isCounty = own[^1] is '县' or '旗';
        // “闽溪云雾” is a brand: only the place itself, with its sign, is told of
        if (project.Goal.Contains(own, StringComparison.Ordinal)
            || (project.Goal.Contains(own[..2], StringComparison.Ordinal) && !project.Goal.Contains("“" + own[..2],
                StringComparison.Ordinal)))
            return null;
        var told = PlaceNames.In(project.Goal, words).Where(place => place[^1] is '县' or '旗' == isCounty && place[..2] != own[..2]
            && PlaceNames.IsName(place, words)).Distinct().ToArray();
        if (told.Length > 0 && PlaceNames.IsBesideNeighbours(project.Goal, told[0], words)) return null;
        // told again and again: 获得县长质量奖 tells no place
        return told is [var other] && (project.Goal.Split(other[..2]).Length > 2 || StartsPlace(project.Goal, other, words))
            && !(project.Name + project.Text.Replace(project.Goal, "", StringComparison.Ordinal)).Contains(other[..2],
                StringComparison.Ordinal)
            && !project.Indicators.Any(line => line.Indicator.Name.Contains(other[..2], StringComparison.Ordinal)) ? other : null;
    }

    /// <summary>，汾泉县盲人按摩从业人员: told once, where nothing but a place can stand.</summary>
    private static bool StartsPlace(string goal, string place, Domain.Packs.IndicatorWords words)
    {
        var at = goal.IndexOf(place, StringComparison.Ordinal);
        // 补植青川县大坝镇: a place within it stands right behind
        var behind = goal[(at + place.Length)..];
        if (behind.Length > 2 && (behind[2] is '镇' or '乡' || (behind.Length > Sign && behind[Sign] is '镇' or '乡'))) return true;
        return at == 0 || !IsHan(goal[at - 1]) || Pays.Any(word => goal.AsSpan(0, at).EndsWith(word)) || words.PlaceStarts.Any(word =>
            goal.AsSpan(0, at).EndsWith(word));
    }

    /// <summary>补贴沭芒县养殖户，提高潮碾县机械化水平: a county's project tells of another county, which neither name nor indicators mention.</summary>
    private static string? TwoCounties(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (!project.Goal.Contains('县', StringComparison.Ordinal) || WordList.IsIn(project.Goal, words.Neighbours)) return null;
        var counties = PlaceNames.In(project.Goal, words).Where(place => place[^1] == '县' && PlaceNames.IsName(place, words))
            .Distinct().ToArray();
        if (counties.Length != 2 || project.Name.Contains(counties[1], StringComparison.Ordinal)) return null;
        // 甲县、乙县 and 甲县至乙县 are told together
        var between = project.Goal.IndexOf(counties[1], StringComparison.Ordinal)
            - project.Goal.IndexOf(counties[0], StringComparison.Ordinal) - counties[0].Length;
        return between > 2 && !project.Indicators.Any(line => line.Indicator.Name.Contains(counties[1], StringComparison.Ordinal))
            ? counties[1] : null;
    }

    /// <summary>How many figures of the goal are the amount or an indicator's target: one that is was meant for this project.</summary>
    private static int OwnFigures(ReviewedProject project)
    {
        var figures = ProjectFigures.Of(project);
        return figures.Goal.Count(told => (told.IsMoney && told.Number == project.Amount?.Value)
            || figures.Lines.Any(line => line.Unit == told.Unit && line.Unit != "%" && line.Number == told.Number));
    }

    /// <summary>The pairs of neighbouring Chinese characters of a text.</summary>
    private static HashSet<int> Pairs(string text)
    {
        var pairs = new HashSet<int>();
        for (var at = 1; at < text.Length; at++)
        {
            if (IsPair(text, at)) pairs.Add(Pair(text, at));
        }

        return pairs;
    }

    private static bool HoldsOne(HashSet<int> pairs, string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (IsPair(text, at) && pairs.Contains(Pair(text, at))) return true;
        }

        return false;
    }

    private static bool IsPair(string text, int at) => IsHan(text[at - 1]) && IsHan(text[at]);

    private static int Pair(string text, int at) => (text[at - 1] << 16) | text[at];

    private static bool IsHan(char sign) => sign is >= '\u4E00' and <= '\u9FFF';
}
