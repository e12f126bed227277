using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>
/// What names and units say of an indicator, by the words of the pack. When in doubt it says no: a check must not accuse the innocent.
/// </summary>
/// <param name="standards">绩效指标规范 of the pack.</param>
public sealed partial class IndicatorMeaning(IndicatorStandards standards)
{
    private const int LongestBasis = 6;
    private const decimal HighShare = 85m;
    private const decimal Whole = 100m;

    private readonly IndicatorWords _words = standards.Words;

    private readonly FilingStandard? _span = standards.Filing.FirstOrDefault(filing => filing.Kind == FilingStandard.Span);

    private readonly FilingStandard? _money = standards.Filing.FirstOrDefault(filing => filing.Kind == FilingStandard.Money);

    /// <summary>True when name or target stand for content that is not published.</summary>
    public bool IsClassified(ReviewedIndicator line) => Answer(line, LineQuestion.Classified,
        static (line, own) => own.IsClassified(line.Indicator.Value) || own.IsClassified(line.Indicator.Name));

    /// <summary>True for a text that only says that the content is not published.</summary>
    public bool IsClassified(string text) => _words.Classified.Contains(text);

    /// <summary>True for a share of a whole, by its name.</summary>
    public bool IsRate(ReviewedIndicator line) => Answer(line, LineQuestion.Rate,
        static (line, own) => Ending(line, own._words.Rates) > Ending(line, own._words.NotRates));

    /// <summary>True when the name speaks of growth, which has no upper bound.</summary>
    public bool IsGrowth(ReviewedIndicator line) =>
        Answer(line, LineQuestion.Growth, static (line, own) => Contains(line, own._words.Growth));

    /// <summary>True for money that is spent.</summary>
    public bool IsCost(ReviewedIndicator line) => Answer(line, LineQuestion.Cost, static (line, own) =>
        line.IsMoney && !own.IsNoCost(line) && (own.IsFiledAsCost(line) || (Contains(line, own._words.Costs) && !own.IsGain(line))
            || (own.IsOutOfPlace(line) && !IsLowerBound(line))));

    /// <summary>True for money that is spent, and for what each gets wherever it is filed: 救助标准 ≥350元/人·月.</summary>
    public bool IsPrice(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return IsCost(line) || (line.IsMoney && IsPerHead(line) && EndsWith(line, _words.PriceEnds) && !IsNoCost(line));
    }

    /// <summary>True for an indicator filed where the pack wants cost: as level 2 or as level 1.</summary>
    public bool IsFiledAsCost(ReviewedIndicator line) =>
        _money is { } money && (line.Indicator.Level2 == money.BelongsTo || line.Indicator.Level1 == money.BelongsTo);

    /// <summary>True for a price for one: by its name or by a stroke in its unit.</summary>
    public bool IsPerUnit(ReviewedIndicator line) => Answer(line, LineQuestion.PerUnit, static (line, own) =>
        line.Indicator.Unit.Length > line.Unit.Length || line.Indicator.Unit.Contains('每', StringComparison.Ordinal)
            || Contains(line, own._words.PerUnit));

    /// <summary>True when the name is a cost's, or stands where cost belongs.</summary>
    public bool NamesCost(ReviewedIndicator line) => Answer(line, LineQuestion.NamesCost,
        static (line, own) => own.IsFiledAsCost(line) || (Contains(line, own._words.Costs) && !own.IsNoCost(line)));

    /// <summary>True when a word of the name is a cost's, whatever the target measures.</summary>
    public bool SpeaksOfCost(ReviewedIndicator line) => Contains(line, _words.Costs) || Contains(line, _words.CostEnds);

    /// <summary>True when the name tells who pays, or what share of a cost is borne: 县级配套比例, 贴息比例.</summary>
    public bool NamesPayer(ReviewedIndicator line) => Contains(line, _words.Payers) || Contains(line, _words.CostShares);

    /// <summary>True when a name, or its first clause, ends as a cost's does: 办公费用，包括打印费等, not 补助种植面积.</summary>
    public bool EndsAsCost(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Answer(line, LineQuestion.EndsAsCost, static (line, own) => EndsWith(line, own._words.CostEnds)
            || own._words.CostEnds.Any(word => line.Indicator.Name.Split('，', ',')[0].EndsWith(word, StringComparison.Ordinal)));
    }

    /// <summary>True when money in a clause is no sum of this project: a price for one, a total of several years, income.</summary>
    public bool IsMoneyOfAnotherKind(string clause) =>
        ContainsAny(clause, _words.PerUnit) || ContainsAny(clause, _words.NotCosts) || SpeaksOfManyYears(clause);

    /// <summary>
    /// True for money of a text that is no cost of this project's year: income, what is brought about, the whole of several years.
    /// </summary>
    public bool SpeaksOfOtherMoney(TextQuantity told)
    {
        ArgumentNullException.ThrowIfNull(told);
        return ContainsAny(told.Before, _words.NotCosts) || ContainsAny(told.After, _words.NotCosts) || SpeaksOfManyYears(told.Before);
    }

    /// <summary>
    /// True when quantities of one sentence speak of money from elsewhere (县级配套, 自筹), so that they do not add up to this project's.
    /// </summary>
    public bool SpeaksOfOtherFunds(IEnumerable<TextQuantity> sentence) => sentence.Any(told => ContainsAny(told.About, _words.OtherFunds));

    /// <summary>True for a rate that counts how much of a quantity was done: 任务完成率 may stand under 数量指标.</summary>
    public bool IsRateOfQuantity(ReviewedIndicator line) => EndsWith(line, _words.QuantityRates);

    /// <summary>True for a price for one head.</summary>
    public bool IsPerHead(ReviewedIndicator line) => Contains(line, _words.PerHead)
        || line.Indicator.Unit.StartsWith("元/人", StringComparison.Ordinal) || line.Indicator.Unit == "万元/人";

    /// <summary>What a project is about: its name without 经费 and the like at the end.</summary>
    public string Subject(string name)
    {
        var ending = _words.SubjectEndings.Where(ending => name.EndsWith(ending, StringComparison.Ordinal)).MaxBy(ending => ending.Length);
        return name[..^(ending?.Length ?? 0)];
    }

    /// <summary>
    /// True when a text speaks of more than one year: a whole of several years is never compared with the amount of one.
    /// </summary>
    public bool SpeaksOfManyYears(string text) => ContainsAny(text, _words.ManyYears) || (HasYear(text) && YearSpan().IsMatch(text));

    /// <summary>True for the whole that contains the other costs.</summary>
    public bool IsTotal(ReviewedIndicator line) =>
        Answer(line, LineQuestion.Total, static (line, own) => Contains(line, own._words.Totals));

    /// <summary>True when an indicator speaks of more than one year.</summary>
    public bool IsOfManyYears(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Answer(line, LineQuestion.ManyYears, static (line, own) => own.SpeaksOfManyYears(line.Indicator.Name)
            // 合同金额 in a column beside the name says where the figure comes from
            || (!line.Indicator.Raw.Contains('\t', StringComparison.Ordinal) && own.SpeaksOfManyYears(line.Indicator.Raw))
            || (line.Description.Length > LongestBasis && own.SpeaksOfManyYears(line.Description)));
    }

    /// <summary>True when more is better.</summary>
    public bool IsMoreBetter(ReviewedIndicator line) => Answer(line, LineQuestion.MoreBetter,
        static (line, own) => EndsWith(line, own._words.MoreIsBetter) && !own.IsGrowth(line) && !own.IsDenied(line));

    /// <summary>True when it counts what should be rare, not the work done about it.</summary>
    public bool IsLessBetter(ReviewedIndicator line) =>
        Answer(line, LineQuestion.LessBetter, static (line, own) => !line.IsMoney && !own.DeniesRare(line)
            && (own.IsDenied(line) || ((Contains(line, own._words.LessIsBetter) || own.EndsInRare(line))
                && !Contains(line, own._words.WorkAgainst) && !own.IsWorkedOn(line) && !EndsWith(line, own._words.MoreIsBetter))));

    /// <summary>拥堵点位改造数: what is done about the rare thing stands behind it; 建设安全事故 is none.</summary>
    private bool IsWorkedOn(ReviewedIndicator line)
    {
        var name = line.Indicator.Name;
        var end = _words.LessIsBetter.Max(word => name.LastIndexOf(word, StringComparison.Ordinal) is >= 0 and var at ? at
            + word.Length : -1);
        return end >= 0 && ContainsAny(name[end..], _words.WorkBehind);
    }

    /// <summary>报告不合格率, 按期未整改率: what is denied of a rate of which more is better should be rare.</summary>
    private bool IsDenied(ReviewedIndicator line) => _words.MoreIsBetter.Any(word => line.Stem.Length > word.Length
        && line.Stem.EndsWith(word, StringComparison.Ordinal) && (line.Stem[^(word.Length + 1)] is '不' or '未' or '非'));

    /// <summary>戒断三年未复吸率, 无违纪率: what should be rare did not happen, and the more of that the better.</summary>
    private bool DeniesRare(ReviewedIndicator line) => _words.LessIsBetter.Concat(_words.RareEnds).Any(word =>
        line.Stem.IndexOf(word, StringComparison.Ordinal) is > 0 and var at && line.Stem[at - 1] is '未' or '无' or '零' or '免');

    /// <summary>True when what is counted is itself the rare thing: 责任事故发生次数, 差错率; not 投诉举报奖励件数.</summary>
    public bool EndsInRare(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        var stem = line.Stem;
        foreach (var ending in _words.RareMeasures)
        {
            if (stem.EndsWith(ending, StringComparison.Ordinal)) stem = stem[..^ending.Length];
        }

        return EndsInOne(line.Stem, _words.LessIsBetter) || EndsInOne(stem, _words.LessIsBetter)
            || EndsInOne(line.Stem, _words.RareEnds) || EndsInOne(stem, _words.RareEnds);
    }

    /// <summary>True when the name speaks of time: 年底前完成处数.</summary>
    public bool IsTimely(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Contains(line, _words.Timely);
    }

    /// <summary>True when the name is of money that comes in: 增收, 产值.</summary>
    public bool SpeaksOfIncome(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return Contains(line, _words.Incomes);
    }

    /// <summary>True for a span that should be short: 响应时间, 办结时限.</summary>
    public bool IsTimeLimit(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (line.Number is null || !IsTime(line.Unit)) return false;
        return EndsWith(line, _words.TimeLimits) || (EndsWith(line, _words.DateEnds) && line.Group == _span?.BelongsTo
            && !Contains(line, _words.LongTimes) && line.Indicator.Unit == line.Unit);
    }

    /// <summary>True for a share that is nearly the whole and that nobody bounds from above: 综合利用率 ≤92%.</summary>
    public bool IsHighShare(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line is { IsPercent: true, Number: >= HighShare and < Whole } && IsRate(line) && !IsFiledAsCost(line)
            && !IsLessBetter(line) && !Contains(line, _words.BoundedRates) && !IsGrowth(line);
    }

    private static bool EndsInOne(string text, IReadOnlyList<string> words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (text.EndsWith(words[at], StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>True for something counted in whole numbers.</summary>
    public bool IsCount(ReviewedIndicator line) => line.Number is not null && _words.Counted.Contains(line.Unit);

    /// <summary>True for how often something is held, in a unit that tells no pace: 宣讲 90场.</summary>
    public bool IsHeld(ReviewedIndicator line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Unit is "场" or "场次" or "期" or "班" && Contains(line, _words.Events);
    }

    /// <summary>True for meetings held and papers sent out: 召开推进会议, 印发文件数量.</summary>
    public bool IsMeans(ReviewedIndicator line, IReadOnlyList<string> ends)
    {
        ArgumentNullException.ThrowIfNull(line);
        if (!_words.MeansVerbs.Any(verb => line.Stem.StartsWith(verb, StringComparison.Ordinal))) return false;
        var counts = _words.CountNames.FirstOrDefault(word => line.Stem.EndsWith(word, StringComparison.Ordinal));
        return EndsInOne(line.Stem[..^(counts?.Length ?? 0)], ends);
    }

    /// <summary>True for a unit of time.</summary>
    public bool IsTime(string unit) => _words.TimeUnits.Contains(unit);

    /// <summary>True for a count that tells quality: prizes won, accidents.</summary>
    public bool IsCountOfQuality(ReviewedIndicator line) => Contains(line, _words.QualityCounts)
        || ((Contains(line, _words.LessIsBetter) || EndsInRare(line)) && !Contains(line, _words.WorkAgainst));

    private const string AllOfThis = "全部由本项目";

    /// <summary>True for a text in which somebody else pays a share; 由县财政全额承担 pays all.</summary>
    public bool SharesCosts(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        // 全部由本项目列支，平台运维费由省级承担: others pay for something else
        if (text.Contains(AllOfThis, StringComparison.Ordinal)) return false;
        return ContainsAny(_words.PaysAll.Aggregate(text, static (rest, word) => rest.Replace(word, "", StringComparison.Ordinal)),
            _words.Shares);
    }

    /// <summary>True when the name ends in one of the words; what stands in brackets at its end does not count.</summary>
    public static bool EndsWith(ReviewedIndicator line, IReadOnlyList<string> words)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(words);
        for (var at = 0; at < words.Count; at++)
        {
            if (line.Stem.EndsWith(words[at], StringComparison.Ordinal)) return true;
        }

        return false;
    }

    /// <summary>True when a text holds one of the words.</summary>
    public static bool ContainsAny(string text, IReadOnlyList<string> words) => WordList.IsIn(text, words);

    /// <summary>True for «达到100%»: a lower bound in form only.</summary>
    public bool Reaches(ReviewedIndicator line)
    {
        var raw = line.Indicator.Raw.Replace(" ", "", StringComparison.Ordinal);
        return _words.Reaches.Any(word => raw.Contains(word + line.Indicator.Value, StringComparison.Ordinal));
    }

    /// <summary>True for a rate that cannot sensibly be zero.</summary>
    public bool IsNeverZero(ReviewedIndicator line) => EndsWith(line, _words.NeverZero) || IsMoreBetter(line);

    /// <summary>True for a rate of control or execution, which belongs to cost as well as to quality.</summary>
    public bool IsNeverZeroByName(ReviewedIndicator line) => EndsWith(line, _words.NeverZero);

    /// <summary>True when a target binds from below.</summary>
    public static bool IsLowerBound(ReviewedIndicator line) =>
        line.Indicator.Operator is TargetOperator.AtLeast or TargetOperator.MoreThan;

    /// <summary>True when a target binds from above.</summary>
    public static bool IsUpperBound(ReviewedIndicator line) => line.Indicator.Operator is TargetOperator.AtMost or TargetOperator.LessThan;

    /// <summary>风险保障金额 ≥3000万元 under 效益指标: at least so much money, away from where cost belongs, is brought about, not spent.</summary>
    private bool IsGain(ReviewedIndicator line) => IsLowerBound(line) && standards.Levels.Any(level =>
        level.Level1 == line.Indicator.Level1 && level.Level1 != _money?.BelongsTo && !level.Level2.Contains(_money?.BelongsTo ?? ""));

    private bool Answer(ReviewedIndicator line, LineQuestion question, Func<ReviewedIndicator, IndicatorMeaning, bool> find) =>
        LineAnswers.Of(line, standards, question, this, find);

    private bool IsOutOfPlace(ReviewedIndicator line) => _money?.NotUnder.Contains(line.Group) == true;

    private static bool Contains(ReviewedIndicator line, IReadOnlyList<string> words) => ContainsAny(line.Indicator.Name, words);

    /// <summary>
    /// 免费开放总费用 is a cost: a word of no cost before a word of cost only says which; so does 招商工作成本 ≤150万元 where cost belongs.
    /// </summary>
    private bool IsNoCost(ReviewedIndicator line) =>
        Contains(line, _words.NotCosts)
            && !(EndsWith(line, _words.CostEnds) && !EndsWith(line, _words.NotCosts)
                && (Contains(line, _words.Qualifiers) || (IsFiledAsCost(line) && !IsLowerBound(line))));

    /// <summary>Length of the longest of some words that a name ends in: 有效率 is longer than 效率; 0 without one.</summary>
    private static int Ending(ReviewedIndicator line, IReadOnlyList<string> words)
    {
        var longest = 0;
        foreach (var word in words)
        {
            if (word.Length > longest && line.Stem.EndsWith(word, StringComparison.Ordinal)) longest = word.Length;
        }

        return longest;
    }

    private static bool HasYear(string text) =>
        text.Contains("20", StringComparison.Ordinal) || text.Contains("19", StringComparison.Ordinal);

    [GeneratedRegex(@"(19|20)[0-9]{2}\s*年?\s*(-|—+|–|－|~|～|至|到)\s*(19|20)?[0-9]{2}\s*年?(?![0-9])(?!\s*月)")]
    private static partial Regex YearSpan();
}
