using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// unitAgainstName：计量单位与名称不符。A count in percent, people in 次; a unit that begins with a stroke and has lost its first half (/本); a
/// price written backwards (次/350元).
/// </summary>
internal sealed partial class UnitAgainstNameCheck : LineCheck
{
    private const decimal MostOfShare = 100m;
    private const decimal Half = 50m;
    private const string Times = "次数";
    private static readonly string[] Held = ["开展", "举办", "组织", "举行"];
    private static readonly string[] Bought = ["购置", "采购", "购买", "配备", "配发"];
    private const string Share = "比率";
    private const string Time = "时间";

    /// <inheritdoc />
    public override string Name => "unitAgainstName";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (IsBackwards(line))
            return new Objection(
            project, line, Actual: line.Indicator.Raw, Expected: "“元/次”“元/人”的写法", Match: line.Indicator.Unit.Length > 0
            ? line.Indicator.Unit : line.Indicator.Raw);
        if (line.Number is null || line.Indicator.Unit.Length == 0) return null;
        // 灭火设备配备率100% | 1000件: the name tells the rate, and another target follows
        if ((review.Standards.Words.Counted.Contains(line.Unit) || line.IsMoney) && RatesInName().IsMatch(line.Indicator.Name))
            return new Objection(project, line, Actual: line.Target, Expected: "百分比", Match: line.Unit);
        // 开展宣传教育活动 ≥12元: what is held is counted
        if (line is { IsMoney: true, Number: < MostOfShare } && line.Indicator.Unit == "元"
            && review.Standards.Measured.Contains(line.Group)
            && line.Stem.EndsWith("活动", StringComparison.Ordinal) && Array.Exists(Held, verb =>
                line.Stem.StartsWith(verb, StringComparison.Ordinal)))
            return new Objection(project, line, Actual: line.Target, Expected: "场、次等计数单位", Match: "元");
        // 数据到报率 ≥98次: a rate is told in percent
        if (line.Unit is "次" or "人" or "个" or "户" or "件" && line.Number <= MostOfShare && review.Meaning.IsRate(line)
            && Shares().IsMatch(line.Stem) && line.Indicator.Unit == line.Unit && line.Group == "质量指标")
            return new Objection(project, line, Actual: line.Target, Expected: "%", Match: line.Unit);
        // 举办旅游推介活动 ≥4%: an event is counted
        if (line is { Unit: "%", Number: < Half } && review.Standards.Measured.Contains(line.Group) && !review.Meaning.IsRate(line)
            && !review.Meaning.IsGrowth(line) && !review.Standards.Words.RateEnds.Append("份额").Any(end =>
                line.Stem.EndsWith(end, StringComparison.Ordinal)) && review.Standards.Words.Making.Any(verb =>
                line.Stem.StartsWith(verb, StringComparison.Ordinal)))
            return new Objection(project, line, Actual: line.Target, Expected: "场、次等计数单位", Match: line.Unit);
        // 购置防刺服 80次: what is bought is counted in pieces
        if (QuantityUnits.Kind(line.Unit) == Times && line.Unit != "批" && Bought.Any(verb => line.Stem.StartsWith(verb,
            StringComparison.Ordinal))
            && !review.Standards.Words.MeasureEnds.Any(end => end[0] is '次' or '场' && line.Stem.EndsWith(end, StringComparison.Ordinal))
            && !line.Stem.Contains("服务", StringComparison.Ordinal) && !line.Stem.Contains("检测", StringComparison.Ordinal)
                && !line.Stem.Contains("演出", StringComparison.Ordinal))
            return new Objection(project, line, Actual: line.Target, Expected: "件、套、台等计数单位", Match: line.Unit);
        // 参加避险演练群众 ≥4000万元 among the quantities: people are counted
        if (line.IsMoney && review.Standards.Measured.Contains(line.Group) && People().IsMatch(line.Stem))
            return new Objection(project, line, Actual: line.Target, Expected: "人、户等计数单位", Match: line.Unit);
        // 28.8万元 | %
        if (line.IsMoney && line.Indicator.Raw.Contains('\t', StringComparison.Ordinal)
            && MoneyInPercent().Match(line.Indicator.Raw) is { Success: true } percent)
            return new Objection(project, line, Actual: percent.Value, Expected: "元或万元", Match: "%");
        // 发病率≤45/10万
        if (line.Unit.Length == 0 && line.Indicator.Unit.Any(sign => char.IsAsciiDigit(sign) || sign is '万' or '千' or '亿')) return null;
        if (line.Unit.Length == 0)
            return new Objection(project, line, Actual: line.Target, Expected: "完整的计量单位", Match: line.Indicator.Unit);
        // 合格率 ≥97‰ would be less than a tenth
        if (line.Unit == "‰" && line.Number <= MostOfShare && review.Meaning.IsMoreBetter(line))
            return new Objection(project, line, Actual: line.Target, Expected: "%", Match: line.Unit);
        // 每人每月服务费 ≤30元/年
        if (OtherSpan(line) is { } span)
            return new Objection(project, line, Actual: line.Target, Expected: $"按“每{span}”计的单位", Match: line.Indicator.Unit);
        // 平均里程（公里） | 3.3 | 万公里
        if (InBrackets(line) is { } own) return new Objection(project, line, Actual: line.Target, Expected: own,
            Match: line.Indicator.Unit);
        var unit = line.Unit == "％" ? "%" : line.Unit;
        var kind = QuantityUnits.Kind(unit);
        var broken = review.Standards.Units.FirstOrDefault(
            standard => standard.Refuses(unit, kind) && !(IsOfEach(line) && standard.Takes.Contains(Share))
                && (standard.Under.Count == 0 || standard.Under.Contains(line.Group))
                && IndicatorMeaning.EndsWith(line, standard.Names));
        // 应助尽助学生 100% is a coverage
        if (kind == Share && IndicatorMeaning.ContainsAny(line.Indicator.Name, review.Standards.Words.Coverages)) return null;
        if (broken is not null) return new Objection(project, line, Actual: line.Target, Expected: broken.Usual, Match: line.Unit);
        // 40株加装支撑和围栏 beside 加装支撑围栏 40株: the goal counts it so
        return NeverMeasured.In(line, review.Standards.Words) is not { } thing
            || Quantities.ProjectFigures.Of(project).Goal.Any(told => told.Unit == line.Unit && told.Number == line.Number) ? null
            : new Objection(project, line, Actual: line.Target, Expected: $"能计量“{thing}”的单位", Match: line.Unit);
    }

    /// <summary>The unit that the name ends with in brackets, where the target has another size of it.</summary>
    private static string? InBrackets(ReviewedIndicator line)
    {
        if (BracketEnd().Match(line.Indicator.Name) is not { Success: true } bracket) return null;
        var own = bracket.Groups["unit"].Value;
        if (!QuantityUnits.IsWholeUnit(own) || !QuantityUnits.IsWholeUnit(line.Indicator.Unit)) return null;
        var (one, other) = (QuantityUnits.Base(own), QuantityUnits.Base(line.Indicator.Unit));
        return one.Unit == other.Unit && one.Factor != other.Factor ? own : null;
    }

    /// <summary>The span of time that the name says a price is for, where the unit says another.</summary>
    private static string? OtherSpan(ReviewedIndicator line)
    {
        if (!line.IsMoney || line.Indicator.Unit == line.Unit) return null;
        var told = QuantityUnits.PerIn(line.Indicator.Name).Where(per => QuantityUnits.Kind(per) == Time).ToArray();
        var set = QuantityUnits.Split(line.Indicator.Unit).Per.Where(per => QuantityUnits.Kind(per) == Time).ToArray();
        return told is [var one] && set is [var other] && one != other ? one : null;
    }

    /// <summary>发病率 3例/万人 and 频率 2次: a rate that is told per so many, or none at all.</summary>
    private static bool IsOfEach(ReviewedIndicator line) => line.Indicator.Unit != line.Unit;

    private static bool IsBackwards(ReviewedIndicator line) =>
        (line.Indicator.Raw.Contains('/', StringComparison.Ordinal) && Backwards().IsMatch(line.Indicator.Raw))
            || (!line.IsMoney && line.Indicator.Unit.Contains('/', StringComparison.Ordinal)
                && line.Indicator.Unit.Split('/') is [_, var last] && ReviewedIndicator.MoneyIn(last) is not null);

    /// <summary>配备率100%, 满意度达到95%以上: a name that ends in its own rate.</summary>
    [GeneratedRegex(@"(?:率|度|比例)(?:≥|≤|=|达到?|为)?[0-9]+(?:\.[0-9]+)?[%％](?:以上)?$")]
    private static partial Regex RatesInName();

    /// <summary>到报率, 合格率; 频率, 速率, 死亡率 are told in other units as well.</summary>
    [GeneratedRegex("(?:到报|合格|达标|完好|准确|及时|到位|覆盖|完成|通过|办结|优良|在线|出勤|成活|整改|入库|到课|回复)率$")]
    private static partial Regex Shares();

    [GeneratedRegex(@"[（(](?<unit>[^（）()0-9]{1,6})[）)]$")]
    private static partial Regex BracketEnd();

    [GeneratedRegex(@"[0-9](?:\.[0-9]+)?[百千万亿]?元\s*\t\s*[%％]")]
    private static partial Regex MoneyInPercent();

    /// <summary>A count or time before the stroke, money behind it.</summary>
    [GeneratedRegex(@"(?<![元0-9])(次|人|天|月|年|册|本|套|台|件|场|期|户|亩|辆|个)\s*/\s*[0-9]+(\.[0-9]+)?\s*[百千万]?元")]
    private static partial Regex Backwards();

    [System.Text.RegularExpressions.GeneratedRegex("(?:群众|人员|人数|户数|老人|学生|学员|职工|村民|居民|农户|患者|干部|党员|儿童)$")]
    private static partial System.Text.RegularExpressions.Regex People();
}
