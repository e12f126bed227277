using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>计量单位。Reads the unit behind a number in folded text: 万元, 人次, 元/天·人, %.</summary>
internal static class MeasureUnits
{
    private const string Multipliers = "百千万亿";
    private const string Signs = "%‰‱℃°㎡㎥";
    private const string SecondRates = "人天日月年次期";
    private const int LongestWord = 4;
    private const int LongestRate = 14;

    /// <summary>
    /// Measure words of everyday budgets. A unit that is missing here is still read when an operator stands before the number.
    /// </summary>
    private static readonly HashSet<string> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        "人次", "人天", "人日", "人年", "人月", "人份", "人", "名", "位", "户次", "户", "家次", "家", "个百分点", "百分点", "百分比", "个等级", "等级", "个工作日", "工作日", "个月",
            "个点",
        "个", "次", "场次", "场", "期", "班次", "班", "批次", "批", "项次", "项", "件次", "件", "篇次", "篇", "条次", "条", "份", "册", "本", "卷", "套", "台次",
        "台套", "台", "辆次", "辆", "架次", "架", "艘", "部", "只", "头", "羽", "匹", "亩", "公顷", "平方米", "平方公里", "平方", "立方米", "立方", "延米", "公里",
        "千米", "米", "里", "吨", "公斤", "千克", "克", "斤", "升", "元", "角", "美元", "天次", "天", "日", "小时", "分钟", "秒", "周", "周年", "年", "月", "季度",
        "学时", "课时", "学期", "学年", "课", "节", "门", "张", "幅", "块", "面", "座", "栋", "幢", "间", "处", "所", "村", "镇", "乡", "县", "市", "社区", "站",
        "点位", "点", "盏", "株", "棵", "根", "颗", "粒", "支", "瓶", "箱", "袋", "盒", "桶", "车次", "车", "趟", "组", "对", "双", "副", "层", "级", "类", "种",
        "样", "款", "片", "标段", "段", "宗", "起", "例", "剂次", "剂", "针", "张床位", "床位", "床", "平", "号", "轮", "遍", "版", "页", "字", "桌", "席", "餐", "倍",
        "度", "千瓦时", "千瓦", "兆瓦", "兆", "岁", "分", "分贝", "分以上", "岗", "个岗位", "岗位", "代", "枚", "把", "顶", "尾", "颗次", "线", "芯", "路", "端", "屏",
        "户数", "人口", "站次", "网格", "批次样", "例次", "手", "令", "吨公里", "km", "m", "m2", "m3", "m²", "m³", "cm", "mm", "kg", "g", "t", "kw", "kwh",
            "mw",
        "gb", "tb", "mb", "mbps", "g", "h", "d", "℃", "dB", "mg", "ml", "微克", "毫克", "毫升", "毫米", "厘米", "分米", "公分", "毫伏", "兆字节", "万亩", "亿元",
            "万元", "千字", "句", "道", "圈", "家次", "趟次", "次数", "人份次", "学位", "孔", "井", "眼", "口", "蓬", "滴", "窝", "箱次", "日历天", "个日历天", "年度", "届",
            "届次", "回", "杯", "碗", "身", "件套", "篇幅", "字节", "条目", "款次", "项目", "L", "亩次", "期次", "周次", "套次", "张次", "幅次", "所次", "处次", "门次", "学分",
            "方", "台件", "单",
    };

    private static readonly HashSet<string> Spans = new(StringComparer.Ordinal)
    {
        "小时", "分钟", "秒", "天", "日", "周", "月", "个月", "年", "季度", "个工作日", "工作日", "周年", "岁",
    };

    private static readonly HashSet<string>.AlternateLookup<ReadOnlySpan<char>> Lookup = Words.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The place behind the unit; the place itself when no unit stands there.</summary>
    public static int Read(string text, int at, int end)
    {
        var after = Word(text, at, end);
        if (after == at && (at >= end || text[at] != '/')) return at;
        return Rate(text, after, end);
    }

    /// <summary>Where «次/350元» begins, given the place of its number: a rate that is printed unit first; -1 when none.</summary>
    public static int RateStart(string text, int from, int number)
    {
        if (number - 2 < from || text[number - 1] != '/') return -1;
        for (var start = number - 2; start >= from && number - start <= LongestWord; start--)
        {
            var isFree = start == from || TextScan.IsSpace(text[start - 1]) || text[start - 1] is ':' or ')';
            if (isFree && Longest(text, start, number - 1) == number - 1) return start;
        }

        return -1;
    }

    /// <summary>True for a length of time: «24小时» within a sentence is no target.</summary>
    public static bool IsSpanOfTime(string unit) => Spans.Contains(unit);

    private static int Word(string text, int at, int end)
    {
        if (at < end && Signs.Contains(text[at], StringComparison.Ordinal)) return at + 1;
        var start = at;
        while (start < end && start - at < 3 && Multipliers.Contains(text[start], StringComparison.Ordinal)) start++;
        // 千米 and 百分点 begin like a multiplier
        for (var from = at; from <= start; from++)
        {
            if (Longest(text, from, end) is var after && after > from && (from == at || after > start)) return after;
        }

        return Longest(text, start, end) is var last && last > start ? last : start;
    }

    private static int Longest(string text, int at, int end)
    {
        for (var length = Math.Min(LongestWord + 1, end - at); length > 0; length--)
        {
            var isLatin = char.IsAsciiLetter(text[at]);
            if (isLatin && at + length < text.Length && char.IsAsciiLetter(text[at + length])) continue;
            if (Lookup.Contains(text.AsSpan(at, length))) return at + length;
        }

        return at;
    }

    /// <summary>/天·人, /13人, 每人每天 behind a unit.</summary>
    private static int Rate(string text, int at, int end)
    {
        var (limit, start) = (Math.Min(end, at + LongestRate), at);
        while (at < limit && (IsRateSign(text, at, end) || (at > start && text[start] == '/' && IsSecondRate(text, at, end))))
        {
            at++;
            while (at < limit && IsRatePart(text[at])) at++;
        }

        return at;
    }

    /// <summary>True for the 、 of 元/人、天: what the price is for stands on both sides.</summary>
    public static bool IsSecondRate(string text, int at, int end) => text[at] == '、' && at > 0 && at + 1 < end
        && SecondRates.Contains(text[at + 1], StringComparison.Ordinal) && (at + 2 >= end || !TextScan.IsHan(text[at + 2]));

    private static bool IsRateSign(string text, int at, int end) =>
        text[at] == '/' || (text[at] == '*' && at + 1 < end && TextScan.IsHan(text[at + 1]) && Longest(text, at + 1, end) > at + 1)
            || (text[at] == '·' && at + 1 < end && TextScan.IsHan(text[at + 1]))
            || (text[at] == '每' && at + 1 < end && Longest(text, at + 1, end) > at + 1);

    private static bool IsRatePart(char sign) =>
        (TextScan.IsHan(sign) && sign != '每') || char.IsAsciiLetterOrDigit(sign) || sign is '.' or '㎡' or '²';
}
