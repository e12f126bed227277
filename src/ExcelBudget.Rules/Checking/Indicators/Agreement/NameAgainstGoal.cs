using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// 项目名称与目标。What the name says and the goal says otherwise: 第三批 beside 第二批, 柳河镇敬老院 beside 杨集镇敬老院, 6座 beside 5座. Only where the goal
/// never says what the name says.
/// </summary>
internal static partial class NameAgainstGoal
{
    private const int Near = 16;
    private const int Kin = 2;
    private const int PlaceLength = 2;
    private const int Institution = 3;
    private static readonly string[] Villages = ["村", "社区"];

    /// <summary>What the name says and what the goal says instead; null where they agree or nobody knows.</summary>
    public static (string Named, string Told)? Conflict(ReviewedProject project, IndicatorReview review) =>
        Ordinal(project) ?? Phase(project) ?? Numbered(project) ?? Place(project, review.Standards.Words) ?? Count(project, review);

    /// <summary>第三批非遗传承人 beside 第二批认定的县级非遗传承人: of the same thing, and nothing that is over already.</summary>
    private static (string, string)? Ordinal(ReviewedProject project)
    {
        if (!project.Name.Contains('第', StringComparison.Ordinal) || !project.Goal.Contains('第', StringComparison.Ordinal)) return null;
        if (Batches().Matches(project.Name) is not [var own] || IsOfMoney().IsMatch(project.Name)) return null;
        var told = Batches().Matches(project.Goal).Where(match => match.Groups["kind"].Value == own.Groups["kind"].Value)
            .DistinctBy(match => Number(match)).ToArray();
        return told is [var other] && Number(other) != Number(own) && !IsOver(project.Goal, other)
            && Kinship.Of(Behind(project.Goal, other), project.Name, []) >= Kin ? (own.Value, other.Value) : null;
    }

    /// <summary>…二期工程 beside 实施三期工程.</summary>
    private static (string, string)? Phase(ReviewedProject project)
    {
        if (!project.Name.Contains('期', StringComparison.Ordinal) || Phases().Matches(project.Name) is not [var own]) return null;
        var told = Phases().Matches(project.Goal).DistinctBy(match => Number(match)).ToArray();
        return told is [var other] && Number(other) != Number(own) && !IsOver(project.Goal, other)
            && AnyPhase().Matches(project.Goal).All(match => Number(match) != Number(own)) ? (own.Value, other.Value) : null;
    }

    /// <summary>第二实验小学 in the name, 第三实验小学 in the goal, and never the name's own.</summary>
    private static (string, string)? Numbered(ReviewedProject project)
    {
        if (Institutions().Matches(project.Name) is not [var own]) return null;
        var told = Institutions().Matches(project.Goal).Where(match => match.Groups["of"].Value == own.Groups["of"].Value).ToArray();
        // 到县第三实验小学跟岗交流: where they go
        return told.Length > 0 && Array.TrueForAll(told, match => match.Value != own.Value
            && project.Goal.AsSpan(Math.Max(0, match.Index - 2), Math.Min(2, match.Index)).IndexOfAny(Goes) < 0) ? (own.Value,
                told[0].Value) : null;
    }

    private static readonly System.Buffers.SearchValues<char> Goes = System.Buffers.SearchValues.Create("到赴与和往去流收自入解、轻");

    [GeneratedRegex("第[一二三四五六七八九十]{1,2}(?<of>实验小学|实验中学|高级中学|初级中学|小学|中学|幼儿园|人民医院|敬老院|水厂|污水处理厂)")]
    private static partial Regex Institutions();

    /// <summary>柳河镇敬老院… beside 杨集镇敬老院: the very institution of another place, and the own place is never told.</summary>
    private static (string, string)? Place(ReviewedProject project, IndicatorWords words)
    {
        var (name, goal) = (project.Name, project.Goal);
        if (name.Length <= PlaceLength) return null;
        var sign = words.PlaceSigns.Concat(Villages).FirstOrDefault(word =>
            string.CompareOrdinal(name, PlaceLength, word, 0, word.Length) == 0);
        if (sign is null || name.Length < PlaceLength + sign.Length + Institution) return null;
        var own = name[..PlaceLength];
        if (!IsPlace(own, words) || goal.Contains(own, StringComparison.Ordinal)) return null;
        var institution = name.Substring(PlaceLength, sign.Length + Institution);
        var at = goal.IndexOf(institution, StringComparison.Ordinal);
        if (at < PlaceLength) return null;
        var other = goal[(at - PlaceLength)..at];
        return other != own && IsPlace(other, words)
            && !project.Indicators.Any(line => line.Indicator.Name.Contains(own, StringComparison.Ordinal))
            ? (own + institution, other + institution) : null;
    }

    /// <summary>6座乡镇垃圾中转站改造 beside 对5座乡镇垃圾中转站进行改造: the one count of the name, of the very things.</summary>
    private static (string, string)? Count(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        if (InWords(project, figures) is { } spelled) return spelled;
        if (figures.Name is not [{ IsMoney: false, IsAbout: false, Per.Count: 0, Years: null, Bound: TargetOperator.Equal } own]
            || own.Unit == "%" || QuantityUnits.Kind(own.Unit) is "时间" or "长度" or "面积") return null;
        if (own.After.Length < Kin) return InBrackets(own, project, figures, review);
        var told = figures.Goal.Where(quantity => quantity.Unit == own.Unit).ToArray();
        if (told is not [{ IsAbout: false, IsDetail: false, Per.Count: 0, Bound: TargetOperator.Equal } only] || only.Number == own.Number)
            return null;
        // 今年先建5座, 6座中的5座: a part of what the name tells
        var words = review.Standards.Words;
        var noun = own.After[..Math.Min(own.After.Length, Institution)];
        return (only.After.StartsWith(noun, StringComparison.Ordinal)
                // 改造乡镇垃圾中转站5座
                || Kinship.Of(only.Before, own.After, words.Generic) > Kin
                // 新建停车场6处项目 beside 新建停车场8处
                || (own.Before.Length > Kin + 1 && Kinship.Of(only.Before, own.Before, words.Generic) > Kin
                    && only.Before.EndsWith(own.Before[^2..], StringComparison.Ordinal)))
            && !WordList.IsIn(only.Lead, words.ThisYear) && !WordList.IsIn(project.Goal, words.PartOfWork) && only.Years is null
            && !figures.Lines.Any(line => line.Unit == own.Unit && line.Number == own.Number) ? (own.Text, only.Text) : null;
    }

    /// <summary>农村公路三座危桥改造 beside 对张湾、柳河、大程、马集4座危桥: the name counts in words.</summary>
    private static (string, string)? InWords(ReviewedProject project, ProjectFigures figures)
    {
        if (Spelled().Match(project.Name) is not { Success: true } match || Number(match) is not { } number) return null;
        var (unit, noun) = (match.Groups["unit"].Value, match.Groups["noun"].Value);
        var told = figures.Goal.Where(one => one.Unit == unit && one is { Per.Count: 0, IsDetail: false, IsAbout: false })
            .DistinctBy(one => one.Number).ToArray();
        return told is [{ Bound: TargetOperator.Equal, Years: null } only] && only.Number != number && only.After.StartsWith(noun,
            StringComparison.Ordinal) && figures.Lines.Any(line => line.Unit == unit && line.Number == only.Number)
            ? (match.Value, only.Text + only.After[..noun.Length]) : null;
    }

    [GeneratedRegex("(?<![一二三四五六七八九十百])(?<number>[两二三四五六七八九十]{1,3})(?<unit>[座处所条个家栋间台辆眼])(?<noun>\\p{L}{2})")]
    private static partial Regex Spelled();

    /// <summary>公厕提升改造（12座） beside 共改造15座: the count that the name's brackets hold, of what the name says.</summary>
    private static (string, string)? InBrackets(TextQuantity own, ReviewedProject project, ProjectFigures figures, IndicatorReview review)
    {
        var name = project.Name;
        if (!own.IsBracketed || own.Before.Length > 0 || name[^1] is not ('）' or ')') || name.LastIndexOfAny(['（', '('])
            is not (> 1 and var at))
            return null;
        var alike = figures.Goal.Where(told => told.Unit == own.Unit && told.Per.Count == 0).ToArray();
        if (alike.Length == 0 || Array.Exists(alike, told => told.Number == own.Number)
            // 水闸8座、泵站4座 of （12座）
            || alike.Sum(told => told.Number) == own.Number
            || figures.Lines.Any(line => line.Unit == own.Unit && line.Number == own.Number)) return null;
        var first = alike[0];
        return first is { IsAbout: false, IsDetail: false, Bound: TargetOperator.Equal, Years: null }
            && Kinship.Of(first.Lead + "|" + first.After, name[..at], review.Standards.Words.Generic) > 0
            && figures.Lines.Any(line => line.Unit == own.Unit && line.Number == first.Number)
            && !WordList.IsIn(first.Context, review.Standards.Words.ThisYear) && !WordList.IsIn(first.Context,
                review.Standards.Words.PartOfWork)
            ? (own.Text, first.Text) : null;
    }

    private static bool IsPlace(string two, IndicatorWords words) => two.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FFF') < 0
        && PlaceNames.IsName(two, words) && !WordList.IsIn(two, words.NoNames)
        // 张集镇 is a place although 集镇 is none
        && !words.NoPlaces.Any(word => word != "集" && two.EndsWith(word, StringComparison.Ordinal));

    /// <summary>第二批已发完, 在一期基础上: what is over is told beside what is to be done.</summary>
    private static bool IsOver(string goal, Match told)
    {
        var end = goal.AsSpan(told.Index).IndexOfAny('。', '；', '\n');
        var start = goal.AsSpan(0, told.Index).LastIndexOfAny('。', '；', '\n') + 1;
        return Over().IsMatch(end < 0 ? goal[start..] : goal[start..(told.Index + end)]);
    }

    private static string Behind(string goal, Match told)
    {
        var from = told.Index + told.Length;
        return goal[from..Math.Min(goal.Length, from + Near)];
    }

    private static decimal? Number(Match match) =>
        FigureReader.Read(match.Groups["number"].Value) is { IsFigure: true } figure ? figure.Value : null;

    [GeneratedRegex(@"第(?<number>[一二三四五六七八九十]{1,3}|[0-9]{1,2})(?<kind>批|期|轮|阶段|标段)")]
    private static partial Regex Batches();

    [GeneratedRegex(@"(?<![第0-9])(?<number>[一二三四五六七八九])期(?=工程|项目|建设|改造|扩建|[）)]|$)")]
    private static partial Regex Phases();

    [GeneratedRegex(@"(?<number>[一二三四五六七八九])期")]
    private static partial Regex AnyPhase();

    /// <summary>提前下达…第二批资金: a batch of money is none of things.</summary>
    [GeneratedRegex("下达|资金|债券|指标|经费")]
    private static partial Regex IsOfMoney();

    [GeneratedRegex("已|基础上|上一|去年|上年|往年|同|续|公布|通知|国家|名单|《")]
    private static partial Regex Over();
}
