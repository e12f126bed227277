using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>All quantities of a project, read once: what its goal tells and what its indicators set.</summary>
internal sealed class ProjectFigures
{
    /// <summary>Years after which nobody copies a text.</summary>
    private const int LeftOver = 2;

    private readonly bool _tellsOwnYear;

    // the units of a county have the same projects, and a workbook comes back
    private static readonly KnownTexts<IReadOnlyList<TextQuantity>> Goals =
        new(goal => [.. Aims(Whole(QuantityText.Read(goal)))], longest: 400, most: 2_048);

    private static readonly KnownTexts<IReadOnlyList<TextQuantity>> Names = new(QuantityText.Read);

    private ProjectFigures(ReviewedProject project)
    {
        Goal = Goals[project.Goal];
        Name = Names[project.Name];
        Text = project.Name + project.Goal;
        _tellsOwnYear = project.Goal.Contains("今年", StringComparison.Ordinal) || project.Goal.Contains("本年", StringComparison.Ordinal)
            || project.Goal.Contains("当年", StringComparison.Ordinal);
        Lines = [.. project.Indicators.Select(LineQuantity.Of).OfType<LineQuantity>()];
    }

    /// <summary>The goal's, in order.</summary>
    public IReadOnlyList<TextQuantity> Goal { get; }

    public IReadOnlyList<TextQuantity> Name { get; }

    public IReadOnlyList<LineQuantity> Lines { get; }

    /// <summary>Name and goal as they stand.</summary>
    public string Text { get; }

    /// <summary>
    /// Where a change starts is not what the project is to reach; but the words before it say what changes: 治理率由35%提升到60%.
    /// </summary>
    private static IEnumerable<TextQuantity> Aims(List<TextQuantity> told)
    {
        for (var at = 0; at < told.Count; at++)
        {
            if (told[at].IsStart) continue;
            var start = at > 0 && told[at - 1] is { IsStart: true } before && before.Unit == told[at].Unit
                && before.Sentence == told[at].Sentence ? before : null;
            yield return start is null ? told[at] : told[at] with
            {
                Before = Subject(start.Before),
                Per = told[at].Per.Count > 0 ? told[at].Per : start.Per,
            };
        }
    }

    /// <summary>举办培训班4期，每期80人，共320人次: a bare 共 counts what its sentence began with.</summary>
    private static List<TextQuantity> Whole(IReadOnlyList<TextQuantity> told)
    {
        var whole = new List<TextQuantity>(told.Count);
        foreach (var quantity in told)
        {
            var first = !QuantityUnits.IsBareTotal(quantity.Before) || quantity.IsMoney ? null
                : whole.Find(other => other.Sentence == quantity.Sentence && !other.IsMoney);
            // 患者规范管理200人，每人补助400元: the price is for what was counted right before it
            var counted = quantity is { IsMoney: true, Per.Count: > 0 } && quantity.Before.StartsWith('每')
                && whole is [.., { IsMoney: false } last] && last.Sentence == quantity.Sentence ? last : null;
            // 完成送戏120场，增加20场，达到140场: a bare aim is of what its sentence began with
            first ??= quantity is { IsMoney: false, Per.Count: 0, Before.Length: 0, Bound: Domain.Indicators.TargetOperator.AtLeast }
                && whole is [.., { Per.Count: 0 } beforeIt] && beforeIt.Unit == quantity.Unit && beforeIt.Sentence == quantity.Sentence
                ? whole.Find(other => other.Sentence == quantity.Sentence && other.Unit == quantity.Unit && other.Before.Length > 1)
                : null;
            if (OfBareYear(quantity, whole) is { } begun) whole.Add(quantity with { Before = begun });
            else if (OfOneYear(quantity, whole) is { } subject) whole.Add(quantity with { Before = subject.Before, IsDetail = false });
            else if (OfPrice(quantity, whole) is { } price) whole.Add(quantity with { Per = price.Per });
            else whole.Add(first is not null ? quantity with { Before = first.Before, IsTotal = true }
                : counted is not null ? quantity with { Counted = counted.Before } : quantity);
        }

        return whole;
    }

    /// <summary>集中销毁载体12吨，全年4次; 16个乡镇每月举办便民日，全年192场: a bare 全年 is of what its sentence told before.</summary>
    private static string? OfBareYear(TextQuantity quantity, List<TextQuantity> whole)
    {
        if (quantity is not { IsMoney: false, Per.Count: 0 } || !QuantityUnits.IsBareYear(quantity.Before)) return null;
        var first = whole.Find(other => other.Sentence == quantity.Sentence && !other.IsMoney);
        if (first is null || first.Unit == quantity.Unit) return null;
        return first.Before.Length > 1 ? first.Before
            : whole.FindLast(other => other.Sentence == quantity.Sentence && other.After.Length > 1)?.After;
    }

    /// <summary>2022年至2024年改造管网60公里，其中2022年16公里，2023年20公里: a year's own part is of what the sentence began with.</summary>
    private static TextQuantity? OfOneYear(TextQuantity quantity, List<TextQuantity> whole) =>
        quantity is { IsMoney: false, Per.Count: 0, Years: { } told } && told.From == told.To && quantity.Before.Trim('年', '度').Length == 0
        && whole.Find(other => other.Sentence == quantity.Sentence) is { Before.Length: > 1, Years: { } all } first
        && first.Unit == quantity.Unit && all.From < all.To ? first : null;

    /// <summary>每户奖补1200元，其中省级400元、县级200元: what is told behind 其中 of a price is for one as well.</summary>
    private static TextQuantity? OfPrice(TextQuantity quantity, List<TextQuantity> whole) =>
        quantity is { IsMoney: true, IsDetail: true, Per.Count: 0 }
        && whole.FindLast(other => other.Sentence == quantity.Sentence && other is { IsMoney: true, IsDetail: false })
            is { Per.Count: > 0 } price && price.Number > quantity.Number
        && whole.SkipWhile(other => !ReferenceEquals(other, price)).Skip(1).All(other => other is { IsMoney: true, IsDetail: true })
            ? price : null;

    /// <summary>
    /// True for what is told of other years. A goal that tells one past year only was rather left over from it: its figures are meant.
    /// </summary>
    public bool IsOfOtherYears(TextQuantity quantity, int year) => quantity.IsOfOtherYears(year)
        && !(!_tellsOwnYear && quantity.Years is { } told && told.From == told.To && told.To < year && told.To >= year - LeftOver
            && Goal.All(other => other.Years is null || other.Years == told)
            // figures told before the year are the budget's: the year only reports
            && Goal[0].Years == told);

    /// <summary>True for an indicator whose very figure the goal tells of other years or of several: 三年累计27期, 2025—2027年建成5个.</summary>
    public bool IsOfSeveralYears(LineQuantity line, IndicatorReview review) => line.Unit != "%" && Goal.Any(told => told.Unit == line.Unit
            && told.Number == line.Number && (review.Meaning.SpeaksOfManyYears(told.Before) || IsOfOtherYears(told, review.Year)))
        && !Goal.Any(told => told.Unit == line.Unit && told.Number == line.Number && !review.Meaning.SpeaksOfManyYears(told.Before)
            && !IsOfOtherYears(told, review.Year));

    /// <summary>
    /// 总投资4.2亿元，总建筑面积12万平方米; 本年完成3.5万平方米: a whole beside one of several years is of several years too.
    /// </summary>
    public bool IsOfAllYears(TextQuantity quantity, Domain.Packs.IndicatorWords words) =>
        (WordList.IsIn(quantity.Before, words.Totals) || Goal.Any(other => other.Sentence != quantity.Sentence
            && other.Unit == quantity.Unit && other.Per.SequenceEqual(quantity.Per)))
        && Goal.Any(other => other.Sentence == quantity.Sentence && WordList.IsIn(other.Before, words.ManyYears));

    private static string Subject(string words) => words.LastIndexOfAny(['由', '从']) is > 0 and var cut ? words[..cut] : words;

    public static ProjectFigures Of(ReviewedProject project) =>
        project.Memory.Of(project, project, static (project, _) => new ProjectFigures(project));
}
