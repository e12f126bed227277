using ExcelBudget.Rules.Checking.Indicators.Completeness;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>duplicateIndicator：指标重复。The same name and target twice in one project.</summary>
internal sealed class DuplicateIndicatorCheck : ProjectCheck
{
    /// <summary>分值：10 is a column, no name.</summary>
    private const int ShortestName = 3;

    /// <summary>畜禽粪污综合利用率 names one thing; 验收合格率 may be of several.</summary>
    private const int ShortestRate = 6;

    /// <summary>Signs of a name that only say that it counts.</summary>
    private const string Counting = "数量个的总次";

    /// <inheritdoc />
    public override string Name => "duplicateIndicator";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var seen = new Dictionary<string, ReviewedIndicator>(StringComparer.Ordinal);
        var rates = new Dictionary<string, ReviewedIndicator>(StringComparer.Ordinal);
        foreach (var line in project.Indicators.Where(
            line => !review.Meaning.IsClassified(line) && line.Indicator.Name.Count(char.IsLetter) >= ShortestName))
        {
            var key = GoalText.Substance(line.Indicator.Name) + "\n" + line.Target;
            if ((Elsewhere(line, rates, review) ?? Otherwise(line, project, review) ?? Fuller(line, project, review)) is { } other)
            {
                yield return new Objection(project, line, Actual: line.Target, Expected: $"{other.Group}（{other.Target}）")
                { Also = [other] };
                continue;
            }

            if (Reworded(line, project.Indicators, review) is { } same && !seen.ContainsKey(key))
            {
                yield return new Objection(project, line, Actual: line.Target, Expected: $"{same.Group}（{same.Title}）") { Also = [same] };
                seen.Add(key, line);
                continue;
            }

            if (!seen.TryAdd(key, line)) yield return new Objection(project, line, Actual: line.Target, Expected: seen[key].Group);
        }
    }

    /// <summary>
    /// 农村公路养护里程 300公里 and, under another heading, 农村公路养护里程 260公里: one name, one unit, two figures. In one group the lines may be
    /// of several places, but not where both say «at least».
    /// </summary>
    private static ReviewedIndicator? Otherwise(ReviewedIndicator line, ReviewedProject project, IndicatorReview review)
    {
        var lines = project.Indicators;
        // 验收合格率 may be of several things
        if (line.Number is null || (line.IsPercent && IndicatorMeaning.EndsWith(line, review.Standards.Words.Asked))
            || line.Indicator.Name.Length < (line.IsPercent ? ShortestRate - 1 : ShortestName + 1)) return null;
        var isShort = !line.IsPercent && line.Indicator.Name.Length < ShortestRate;
        foreach (var other in lines)
        {
            if (ReferenceEquals(other, line)) return null;
            if (other.Indicator.Name == line.Indicator.Name && other.Indicator.Unit == line.Indicator.Unit && other.Number is not null
                && other.Number != line.Number && !review.Meaning.IsOfManyYears(line)
                // in one group two lines may be of two years or places, unless both bind alike
                // 新购图书 ≥12000册 and ≥15000册: of a short name only where the goal tells one of them
                // 每个终端维护费 ≤500元 and ≤800元: of prices only where the goal tells one of them
                && (line.IsMoney ? other.Group == line.Group && other.Indicator.Operator == line.Indicator.Operator
                        && line.Indicator.Name.StartsWith('每') && IsToldOnce(line, other, project)
                    : other.Group != line.Group ? !line.IsPercent && !isShort : (!isShort && IsBoundAlike(line, other, lines))
                    || IsToldOnce(line, other, project))) return other;
        }

        return null;
    }

    /// <summary>数据到报率 ≥98% and 气象站数据到报率 ≥90% of 区域自动气象站运行维护: what the longer name adds is the project's own thing.</summary>
    private static ReviewedIndicator? Fuller(ReviewedIndicator line, ReviewedProject project, IndicatorReview review)
    {
        if (line.Number is null || !line.IsPercent || IndicatorMeaning.EndsWith(line, review.Standards.Words.Asked)) return null;
        foreach (var other in project.Indicators)
        {
            if (ReferenceEquals(other, line)) return null;
            if (other.Number is null || other.Number == line.Number || !other.IsPercent || other.Group != line.Group) continue;
            var (full, plain) = line.Stem.Length > other.Stem.Length ? (line.Stem, other.Stem) : (other.Stem, line.Stem);
            if (plain.Length >= ShortestRate - 1 && full.Length - plain.Length > 1 && full.EndsWith(plain, StringComparison.Ordinal)
                && project.Name.Contains(full[..^plain.Length], StringComparison.Ordinal)) return other;
        }

        return null;
    }

    /// <summary>检查生产经营单位⇥重点企业⇥≥60家 and 检查生产经营单位⇥一般企业⇥≥200家: another column says which.</summary>
    private static bool AreToldApart(ReviewedIndicator one, ReviewedIndicator other)
    {
        static string Rest(ReviewedIndicator line) => line.Indicator.Value.Length == 0 ? line.Indicator.Raw
            : line.Indicator.Raw.Replace(line.Indicator.Value, "", StringComparison.Ordinal);
        return one.Indicator.Raw.AsSpan().IndexOfAny('\t', '|') >= 0 && Rest(one) != Rest(other);
    }

    /// <summary>组织代表视察调研 8次 and 6次, where the goal tells 8次 alone: the other line tells nothing of its own.</summary>
    private static bool IsToldOnce(ReviewedIndicator one, ReviewedIndicator other, ReviewedProject project)
    {
        if (one.IsPercent || AreToldApart(one, other) || project.Indicators.Count(line =>
            line.Indicator.Name == one.Indicator.Name) != 2) return false;
        if (LineQuantity.Of(one) is not { } first || LineQuantity.Of(other) is not { } second) return false;
        var figures = ProjectFigures.Of(project);
        return figures.IsTold(first) != figures.IsTold(second);
    }

    /// <summary>检查使用单位 ≥130家 and ≥160家, side by side, of the only two lines of that name.</summary>
    private static bool IsBoundAlike(ReviewedIndicator one, ReviewedIndicator other, IReadOnlyList<ReviewedIndicator> lines) =>
        !AreToldApart(one, other) &&
        one.Indicator.Operator == other.Indicator.Operator && IndicatorMeaning.IsLowerBound(one)
        && lines.Count(line => line.Indicator.Name == one.Indicator.Name) == 2;

    /// <summary>悬挂光荣牌 5200块 and 光荣牌悬挂数 5200块: an earlier line of the group with the same figure, named by the same signs.</summary>
    private static ReviewedIndicator? Reworded(ReviewedIndicator line, IReadOnlyList<ReviewedIndicator> lines, IndicatorReview review)
    {
        if (line.Number is not > 1m || line.IsMoney || line.IsPercent || review.Meaning.IsTime(line.Unit)) return null;
        var signs = Signs(line, review);
        if (signs.Length <= ShortestName) return null;
        foreach (var other in lines)
        {
            if (ReferenceEquals(other, line)) return null;
            if (other.Number == line.Number && other.Unit == line.Unit && other.Group == line.Group && other.Stem != line.Stem
                && Signs(other, review) == signs) return other;
        }

        return null;
    }

    /// <summary>The signs of a name in order, without those that only say that it counts.</summary>
    private static string Signs(ReviewedIndicator line, IndicatorReview review)
    {
        // 新型职业农民培育人数 is 培育新型职业农民
        var counts = review.Standards.Words.CountNames.FirstOrDefault(word => line.Stem.EndsWith(word, StringComparison.Ordinal));
        return string.Concat(line.Stem[..^(counts?.Length ?? 0)]
            .Where(sign => char.IsLetter(sign) && !Counting.Contains(sign, StringComparison.Ordinal)).Order());
    }

    /// <summary>The same rate, by its full name, earlier with another figure: one of the two is wrong.</summary>
    private static ReviewedIndicator? Elsewhere(ReviewedIndicator line, Dictionary<string, ReviewedIndicator> rates,
        IndicatorReview review)
    {
        if (!line.IsPercent || line.Number is null || line.Stem.Length < ShortestRate - (IsSatisfaction(line, review) ? 1 : 0)
            || !review.Meaning.IsRate(line)) return null;
        if (rates.TryAdd(line.Indicator.Name, line)) return null;
        var first = rates[line.Indicator.Name];
        return first.Number != line.Number ? first : null;
    }

    private static bool IsSatisfaction(ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Level1 == review.Standards.Words.SatisfactionLevel;
}
