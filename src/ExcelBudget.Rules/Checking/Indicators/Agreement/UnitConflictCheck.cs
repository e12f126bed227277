using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// unitConflict：计量单位与目标不一致。The same figure for the same thing in a unit that measures something else (230人 and ≥230个), or in another one
/// of its kind (4500亩 and ≥4500公顷). Measure words that count pieces may stand for each other, and so may 人, 人次 and 户.
/// </summary>
internal sealed class UnitConflictCheck : LineCheck
{
    private const int Kin = 2;
    private const int LongestGift = 6;
    private const decimal Fewest = 10m;
    private const decimal FewestThings = 2m;
    private const int ShortestNoun = 4;
    private const int LongestNoun = 10;
    private const decimal Large = 1_000m;
    private const string Percent = "%";
    private const string Time = "时间";
    private const string Pieces = "个数";

    /// <inheritdoc />
    public override string Name => "unitConflict";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (LineQuantity.Of(line) is { IsMoney: true, Per.Count: > 0 } paidFor && OfOtherSpan(paidFor, project) is { } yearly)
            return new Objection(project, line, Actual: line.Target, Expected: yearly.Before + yearly.Text, Match: line.Indicator.Unit);
        if (LineQuantity.Of(line) is { IsMoney: true, Per: [var one] } price)
        {
            return OfOther(price, one, project, review) is { } paid
                ? new Objection(project, line, Actual: line.Target, Expected: paid.Before + paid.Text, Match: line.Indicator.Unit) : null;
        }

        var goal = ProjectFigures.Of(project).Goal;
        // 监测市民体质3000人 beside 体质监测 ≥3000元 under 数量指标
        if (LineQuantity.Of(line) is { Per.Count: 0, IsMoney: true } sum && review.Standards.Measured.Contains(line.Group)
            && goal.Where(told => told.Number == sum.Number).ToArray() is [{ IsMoney: false, Per.Count: 0 } people]
            && Kinship.Of(people, line.Indicator.Name, []) > 0)
            return new Objection(project, line, Actual: line.Target, Expected: people.Text, Match: line.Unit);
        if (LineQuantity.Of(line) is not { Per.Count: 0, IsMoney: false } set) return null;
        // 社教活动80场 beside 社教活动 ≥80%
        if (set.Unit == Percent && !review.Meaning.IsRate(line) && !review.Meaning.IsGrowth(line)
            && goal.Where(quantity => quantity.Number == set.Number).ToArray() is [{ Per.Count: 0 } counted]
            && review.Standards.Words.Counted.Contains(counted.Unit) && Kinship.NamesTheSame(counted, line.Indicator.Name, []))
        {
            return new Objection(project, line, Actual: line.Target, Expected: counted.Text, Match: line.Unit);
        }

        // 数据传输率不低于90% beside 数据传输率 ≥90次
        if (set.Unit != Percent && review.Standards.Words.Counted.Contains(set.Unit) && review.Meaning.IsRate(line)
            && goal.FirstOrDefault(told => told.Unit == Percent && told.Number == set.Number
                && Kinship.Of(told, line.Indicator.Name, []) >= Kin) is { } rate)
            return new Objection(project, line, Actual: line.Target, Expected: rate.Text, Match: line.Unit);

        // 98% beside ≥98‰
        if (set.Unit is Percent or "‰" && goal.FirstOrDefault(told => told.Number == set.Number && told.Unit != set.Unit
            && (told.Unit is Percent or "‰") && Kinship.Of(told, line.Indicator.Name, []) >= Kin) is { } share)
            return new Objection(project, line, Actual: line.Target, Expected: share.Text, Match: line.Unit);
        if (QuantityUnits.Kind(set.Unit) == Time && Slower(set, goal, line) is { } quick)
            return new Objection(project, line, Actual: line.Target, Expected: quick.Text, Match: line.Unit);
        if (review.Standards.Words.UnreadKinds.Contains(QuantityUnits.Kind(set.Unit))) return null;
        // 监测隐患点180处 beside 180处隐患点，落实180名: one of them agrees
        // 22个礼堂各1名 are 22名
        var isTold = goal.Any(quantity => quantity.Unit == set.Unit
            && (quantity.Number == set.Number || EachTimes.Of(quantity, review.Standards.Words) == set.Number)
            // 设回收点26个, 今年增加26吨 beside 设置回收点 26吨: the same figure of another thing
            && !(Kinship.Of(quantity, line.Indicator.Name, []) == 0 && goal.Any(other => other.Number == set.Number
                && IsOther(other.Unit, set.Unit, review) && Kinship.Of(other, line.Indicator.Name, []) >= Kin)));
        var told = isTold ? null : goal.FirstOrDefault(quantity =>
            quantity.Per.Count == 0 && quantity.Number == set.Number && (set.Number >= Fewest || IsOfThings(quantity, set, line))
                && (IsOther(quantity.Unit, set.Unit, review) || IsToldBeside(quantity, set, goal, review))
                && (IsAbout(quantity, line, review) || IsUnmistakable(quantity, line, goal, review.Standards.Words.YearTotals))
                    && !IsPost(quantity, set, review)
                && !IsUser(quantity, set, line, review)
                // 1260户 beside 补助户数 1260户 and 引进母牛 1260头: each has its own
                && !ProjectFigures.Of(project).IsCarried(quantity));
        // 村组干部230人 ≥230个: the name itself tells the unit
        told ??= QuantityText.Read(line.Indicator.Name)
            .FirstOrDefault(quantity => quantity.Per.Count == 0 && quantity.Number == set.Number
                && IsOther(quantity.Unit, set.Unit, review));
        // 280户牧民每户配一套 beside 280套: each of them gets one
        if (told is not null && EachGetsOne(told.Unit, set.Unit, project.PlainGoal)) return null;
        return told is null ? null : new Objection(project, line, Actual: line.Target, Expected: told.Text, Match: line.Unit);
    }

    /// <summary>每户配一套, 每人一台.</summary>
    private static bool EachGetsOne(string whom, string what, string goal)
    {
        for (var at = goal.IndexOf("每" + whom, StringComparison.Ordinal); at >= 0;
            at = goal.IndexOf("每" + whom, at + 1, StringComparison.Ordinal))
        {
            var rest = goal.AsSpan(at + 1 + whom.Length);
            if (rest[..Math.Min(rest.Length, LongestGift)] is var gift && (gift.IndexOf("一" + what) >= 0 || gift.IndexOf("1"
                + what) >= 0)) return true;
        }

        return false;
    }

    /// <summary>
    /// 每套1.5万元 beside ≤1.5万元/平方米: the one price of the goal, the same figure, for another thing than the indicator's, which the project
    /// counts nowhere.
    /// </summary>
    private static TextQuantity? OfOther(LineQuantity price, string per, ReviewedProject project,
        IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        if (QuantityUnits.Kind(per) is "" or Time || figures.Goal.Any(told => told.Unit == per)
            || figures.Lines.Any(line => line.Unit == per)) return null;
        return figures.Goal.Where(told => told is { IsMoney: true, Per.Count: > 0 }).ToArray() is [{ Per: [var other] } only]
            && only.Number == price.Number && other != per && !per.EndsWith(other, StringComparison.Ordinal)
                && QuantityUnits.Kind(other) is not ("" or Time)
            && (QuantityUnits.Kind(other) != QuantityUnits.Kind(per) || QuantityUnits.Kind(per) != Pieces)
            && !(review.Standards.Words.KindredUnits.Contains(QuantityUnits.Kind(other))
                && review.Standards.Words.KindredUnits.Contains(QuantityUnits.Kind(per))) ? only : null;
    }

    /// <summary>每人每年4800元 beside ≤4800元/人·月: the one such figure of the goal, for another span of time.</summary>
    private static TextQuantity? OfOtherSpan(LineQuantity price, ReviewedProject project)
    {
        var span = price.Per.FirstOrDefault(per => QuantityUnits.Kind(per) == Time);
        return span is not null && ProjectFigures.Of(project).Goal.Where(told => told.IsMoney && told.Number == price.Number).ToArray()
            is [{ Per.Count: > 0 } only] && only.Per.FirstOrDefault(per => QuantityUnits.Kind(per) == Time) is { } other && other != span
            ? only : null;
    }

    /// <summary>故障2小时内到场 beside 故障到场时间 ≤2天: the figure of the goal, told in its words, in another unit of time.</summary>
    private static TextQuantity? Slower(LineQuantity set, IReadOnlyList<TextQuantity> goal, ReviewedIndicator line) =>
        goal.Any(told => told.Number == set.Number && told.Unit == set.Unit) ? null
            : goal.FirstOrDefault(told => told.Number == set.Number && told.Per.Count == 0 && told.Unit != set.Unit
                && QuantityUnits.Kind(told.Unit) == Time && Kinship.Of(told, line.Indicator.Name, []) >= Kin
                // 故障报修2小时内响应 beside 故障报修修复时间: another step
                && (told.After.Length < 2 || line.Indicator.Name.Contains(told.After[..2], StringComparison.Ordinal))
                // 2小时内到场 beside 到场后修复时间: what comes after
                && !(told.After.TrimStart('内').Length > 1 && line.Indicator.Name.Contains(told.After.TrimStart('内')[..2] + "后",
                    StringComparison.Ordinal)));

    /// <summary>9处宗教活动场所 beside 改造宗教活动场所 9人: few as they are, the noun right behind the figure is the indicator's.</summary>
    private static bool IsOfThings(TextQuantity told, LineQuantity set, ReviewedIndicator line) => set.Number >= FewestThings
        && QuantityUnits.IsHeads(set.Unit) && QuantityUnits.Kind(told.Unit) == Pieces && told.After.Length >= ShortestNoun
        && Enumerable.Range(ShortestNoun, Math.Min(told.After.Length, LongestNoun) - ShortestNoun + 1).Any(length =>
            line.Stem.EndsWith(told.After[..length], StringComparison.Ordinal));

    /// <summary>开发公益性岗位120个 beside 在岗人数 120人: who counts posts counts people.</summary>
    private static bool IsPost(TextQuantity told, LineQuantity set, IndicatorReview review) =>
        QuantityUnits.Kind(set.Unit) == "人" && review.Standards.Words.Posts.Any(word =>
            told.Before.EndsWith(word, StringComparison.Ordinal) || told.After.StartsWith(word, StringComparison.Ordinal));

    /// <summary>160人使用电子定位装置 beside 使用电子定位装置 160部: each has one, and people and things count alike.</summary>
    private static bool IsUser(TextQuantity told, LineQuantity set, ReviewedIndicator line, IndicatorReview review) =>
        // 为140名社区矫正对象配发定位终端
        (told.Before.EndsWith('为') && QuantityUnits.Kind(set.Unit) == Pieces && review.Standards.Words.KindredUnits.Contains(
            QuantityUnits.Kind(told.Unit)) && review.Standards.Words.UsedBy.Any(word => told.After.IndexOf(word,
                StringComparison.Ordinal) is > 0
            and var at && Kinship.Of(told.After[(at + word.Length)..], line.Indicator.Name, []) > 0))
        || QuantityUnits.Kind(set.Unit) == Pieces && review.Standards.Words.KindredUnits.Contains(QuantityUnits.Kind(told.Unit))
        && review.Standards.Words.UsedBy.FirstOrDefault(word => told.After.StartsWith(word, StringComparison.Ordinal)) is { } verb
        && Kinship.Of(told.After[verb.Length..], line.Indicator.Name, []) > 0;

    /// <summary>节电42万度 beside 年节电量 ≥42万盏: a large figure, told once, with some word in common.</summary>
    private static bool IsUnmistakable(TextQuantity told, ReviewedIndicator line, IReadOnlyList<TextQuantity> goal,
        IReadOnlyList<string> yearTotals) =>
        told.Number >= Large && goal.Count(other => other.Number == told.Number) == 1
            // 开展快速检测，全年不少于2400批次: what a bare figure counts its sentence says
            && (Kinship.Of(told, line.Indicator.Name, []) > 0 || (QuantityUnits.IsHeads(line.Unit) && WordList.Without(told.Lead,
                yearTotals).Trim('|').Length == 0
                && Kinship.Of(told.Context, line.Indicator.Name, []) > 1));

    private static bool IsAbout(TextQuantity told, ReviewedIndicator line, IndicatorReview review) =>
        Kinship.Of(told, line.Indicator.Name, []) >= Kin
            || Kinship.NamesTheSame(told, line.Indicator.Name, review.Standards.Words.Generic);

    /// <summary>50户186人 beside 搬迁人口 ≥186户: the goal counts both, and the figure is the other's.</summary>
    private static bool IsToldBeside(TextQuantity told, LineQuantity set, IReadOnlyList<TextQuantity> goal,
        IndicatorReview review) =>
        told.Unit != set.Unit && !(QuantityUnits.IsHeads(told.Unit) && QuantityUnits.IsHeads(set.Unit))
            && review.Standards.Words.KindredUnits.Contains(QuantityUnits.Kind(told.Unit))
        && review.Standards.Words.KindredUnits.Contains(QuantityUnits.Kind(set.Unit))
        && goal.Any(other => other.Unit == set.Unit && other.Sentence == told.Sentence && other.Number != set.Number
            && other.Per.Count == 0) && goal.Count(other => other.Number == set.Number) == 1;

    /// <summary>True for units that cannot tell the same thing by the same figure.</summary>
    private static bool IsOther(string told, string set, IndicatorReview review)
    {
        var words = review.Standards.Words;
        var (one, other) = (QuantityUnits.Kind(told), QuantityUnits.Kind(set));
        if (told == set || words.UnreadKinds.Contains(one)) return false;
        if (words.PieceUnits.Contains(one) && words.PieceUnits.Contains(other)) return false;
        return !(words.KindredUnits.Contains(one) && words.KindredUnits.Contains(other));
    }
}
