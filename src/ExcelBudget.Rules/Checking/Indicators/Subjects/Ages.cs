using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>年龄界限。65岁以上老年人8000人 beside 60岁以上老年人体检 =8000人: one age is told and another is set.</summary>
internal static partial class Ages
{
    /// <summary>What the indicator and what the goal says; null where they agree or the goal tells of several ages.</summary>
    public static (string Set, string Told)? Against(LineQuantity line, TextQuantity told, ReviewedProject project)
    {
        var name = line.Line.Indicator.Name;
        if (!name.Contains('岁', StringComparison.Ordinal) || !project.Goal.Contains('岁', StringComparison.Ordinal)) return null;
        if (Bounds().Matches(name) is not [var set] || AnyAge().Count(name) != 1) return null;
        // 60周岁以上老人1600人 …80周岁以上120人: of several ages the one that is told with this figure
        var isOnly = Bounds().Count(project.Goal) == 1 && AnyAge().Count(project.Goal) == 1;
        if ((isOnly ? Bounds().Match(project.Goal) : Bounds().Matches(told.Lead) is [var near] && AnyAge().Count(told.Lead) == 1
                && !project.Goal.Contains(set.Value, StringComparison.Ordinal) ? near : null) is not { } said) return null;
        if (!told.Lead.Contains(said.Value, StringComparison.Ordinal) || project.Name.Contains('岁', StringComparison.Ordinal)) return null;
        return set.Groups["age"].Value != said.Groups["age"].Value && set.Groups["down"].Success == said.Groups["down"].Success
            ? (set.Value, said.Value) : null;
    }

    /// <summary>60周岁以上 beside 服务对象最低年龄 65周岁.</summary>
    public static (string Set, string Told)? AsFigure(ReviewedIndicator line, ReviewedProject project)
    {
        if (line.Number is not { } age || line.Unit is not ("岁" or "周岁") || !line.Stem.Contains("年龄",
            StringComparison.Ordinal)) return null;
        if (Bounds().Matches(project.Goal) is not [var said] || AnyAge().Count(project.Goal) != 1) return null;
        // 配送志愿者最低年龄, 助餐员年龄上限 ≤55岁 are of those who serve
        if (Serving.Any(word => line.Stem.Contains(word, StringComparison.Ordinal) && !project.Goal.Contains(word + said.Value,
            StringComparison.Ordinal) && !project.Goal.Contains(said.Value + word, StringComparison.Ordinal))) return null;
        return Age(said) == age || line.Stem.Contains("平均", StringComparison.Ordinal)
            || (IndicatorMeaning.IsUpperBound(line) && !said.Groups["down"].Success) ? null : (line.Target, said.Value);
    }

    private static readonly string[] Serving = ["志愿者", "护理员", "保洁员", "管护员", "护林员", "驾驶员", "工作人员", "助餐员", "教练", "从业人员", "配送"];

    /// <summary>80周岁以上 throughout the goal beside 70周岁以上老年人生活水平: of people that the goal leaves out.</summary>
    public static (string Set, string Told)? Outside(ReviewedIndicator line, ReviewedProject project)
    {
        var name = line.Indicator.Name;
        // 70岁以上老年人慰问 90人 is of others, and counted by itself; 60岁以上老年人政策知晓率 asks more people
        if (line.Number is not null) return null;
        if (!name.Contains('岁', StringComparison.Ordinal) || project.Name.Contains('岁', StringComparison.Ordinal)) return null;
        if (Bounds().Matches(name) is not [var set] || AnyAge().Count(name) != 1) return null;
        var bounds = Bounds().Matches(project.Goal).ToArray();
        if (bounds.Length == 0) return null;
        var (isDown, age) = (set.Groups["down"].Success, Age(set));
        var ages = Numbers().Matches(project.Goal).Select(Age).ToArray();
        if (!Array.TrueForAll(bounds, bound => bound.Groups["down"].Success == isDown)) return null;
        var edge = isDown ? ages.Max() : ages.Min();
        return (isDown ? age > edge : age < edge) ? (set.Value, Array.Find(bounds, bound => Age(bound) == edge)?.Value ?? bounds[0].Value)
            : null;
    }

    /// <summary>0—6岁 throughout the goal beside 康复救助7—14岁残疾儿童: the one span of ages of either, and they have no year in common.</summary>
    public static (string Set, string Told)? OfOtherSpan(ReviewedIndicator line, ReviewedProject project)
    {
        if (!line.Indicator.Name.Contains('岁', StringComparison.Ordinal)) return null;
        if (AgeSpans().Matches(line.Indicator.Name) is not [var set] || AgeSpans().Matches(project.Goal) is not [var told]
            || AnyAge().Count(project.Goal) != 1) return null;
        return Age(set) > Age(told, "to") || Age(set, "to") < Age(told) ? (set.Value, told.Value) : null;
    }

    /// <summary>80周岁及以上 in the name of the project beside 领取津贴的70周岁及以上老人 1664人, the goal's own figure: of people it is not for.</summary>
    public static (string Set, string Told)? BelowName(ReviewedIndicator line, ReviewedProject project)
    {
        if (line.Number is not { } number || !line.Indicator.Name.Contains('岁', StringComparison.Ordinal)) return null;
        if (Bounds().Matches(line.Indicator.Name) is not [{ } set] || Bounds().Matches(project.Name) is not [{ } named]
            || set.Groups["down"].Success || named.Groups["down"].Success || AnyAge().Count(project.Name) != 1
            || AnyAge().Count(line.Indicator.Name) != 1 || Age(set) >= Age(named)) return null;
        // 高龄津贴和老年人体检: two matters, each for its own ages
        return !Numbers().Matches(project.Goal).Any(told => Age(told) == Age(set)) && project.Name.Replace("及以", "",
            StringComparison.Ordinal).AsSpan().IndexOfAny('和', '及', '、') < 0
            && ProjectFigures.Of(project).Goal.Any(told => told.Number == number) ? (set.Value, named.Value) : null;
    }

    private static int Age(Match match, string end) => int.Parse(match.Groups[end].ValueSpan,
        System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<![0-9])(?<age>[0-9]{1,3})(?:周?岁)?[-—–~～至到](?<to>[0-9]{1,3})周?岁")]
    private static partial Regex AgeSpans();

    private static int Age(Match match) => int.Parse(match.Groups["age"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?<age>[0-9]{1,3})(?:周?岁|[-—~～至到][0-9]{1,3}周?岁)")]
    private static partial Regex Numbers();

    [GeneratedRegex(@"年?满(?<age>[0-9]{1,3})周?岁(?:及?以上)?|(?<![0-9])(?<age>[0-9]{1,3})周?岁(?:[（(]?含[)）]?)?及?以(?:上|(?<down>下))")]
    private static partial Regex Bounds();

    [GeneratedRegex(@"[0-9]周?岁")]
    private static partial Regex AnyAge();
}
