using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Quantities;

/// <summary>计量单位 in one form each, with the multiplier taken out and what stands behind 每 or a stroke told apart.</summary>
public static class QuantityUnits
{
    /// <summary>元。</summary>
    public const string Yuan = "元";

    private const string Multipliers = "百千万亿";

    private static readonly Dictionary<string, string> UsualForms = new(Vocabulary.Pairs("usualForms"), StringComparer.OrdinalIgnoreCase);

    private static readonly Dictionary<string, string> Kinds = new(Vocabulary.Pairs("kinds"), StringComparer.Ordinal);

    private static readonly string[] Counted = Vocabulary.Of("per");

    private static readonly string[] Prices = Vocabulary.Of("prices");

    private static readonly string[] Averaged = Vocabulary.Of("averaged");

    private static readonly HashSet<string> Sizes = new(Vocabulary.Of("sizes"), StringComparer.OrdinalIgnoreCase);

    private static readonly HashSet<string> BareYears = new(Vocabulary.Of("bareYears"), StringComparer.Ordinal);

    private static readonly HashSet<string> BareTotals = new(Vocabulary.Of("bareTotals"), StringComparer.Ordinal);

    private static readonly Dictionary<string, decimal> Yearly = Numbers("timesAYear");

    private static readonly Dictionary<string, decimal> InOne = Numbers("inOne");

    /// <summary>How many of a span of time a year has: 12 for 月; null for what is no such span.</summary>
    public static decimal? TimesAYear(string unit) => Yearly.TryGetValue(unit, out var times) ? times : null;

    /// <summary>How many of a unit one of another is: 0.001 吨 are one 公斤; null where they do not measure the same.</summary>
    public static decimal? Scale(string from, string to)
    {
        if (from == to || (IsHeads(from) && IsHeads(to))) return 1m;
        return InOne.TryGetValue(from, out var one) && InOne.TryGetValue(to, out var other) && Kind(from) == Kind(to) ? one / other : null;
    }

    /// <summary>人 and 人次 are told for each other.</summary>
    public static bool IsHeads(string unit) => unit is "人" or "人次";

    /// <summary>True for a unit of lengths and the like, whose products are sizes and no sums.</summary>
    public static bool IsSize(string unit) => Sizes.Contains(unit);

    /// <summary>True for words that only say that something is of the whole year: 全年.</summary>
    public static bool IsBareYear(string words) => BareYears.Contains(words);

    /// <summary>True for words that only announce a total of what was told before: 共, 合计.</summary>
    public static bool IsBareTotal(string words) => BareTotals.Contains(words);

    /// <summary>The usual form of a unit and how many of it one is: 万人 is 10,000 人.</summary>
    public static (string Unit, decimal Factor) Base(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var (rest, factor) = (unit.Trim().TrimEnd('左', '右'), 1m);
        while (rest.Length > 0 && Multipliers.Contains(rest[0], StringComparison.Ordinal)
            && !rest.StartsWith("百分", StringComparison.Ordinal) && !IsWhole(rest))
        {
            factor *= rest[0] switch { '百' => 100m, '千' => 1_000m, '万' => 10_000m, _ => 100_000_000m };
            rest = rest[1..];
        }

        // 250万 in an amount of money leaves out 元
        if (rest.Length == 0 && factor > 1m) rest = Yuan;
        rest = Plain(rest);
        return (UsualForms.GetValueOrDefault(rest, rest), factor);
    }

    /// <summary>What a unit measures, 万 and the like taken out: 面积, 长度, 时间, 人, 个数; empty when nobody knows.</summary>
    public static string Kind(string unit) => Kinds.GetValueOrDefault(Base(unit).Unit, "");

    /// <summary>The unit itself and what it is for: 元 and 人, 月 of «元/人·月» and of «元每人每月».</summary>
    public static (string Unit, IReadOnlyList<string> Per) Split(string unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        var parts = unit.Split(['/', '／', '·', '.', '*', '每'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (parts.Length == 0) return ("", []);
        var isLost = unit.TrimStart().StartsWith('/');
        return isLost
            ? ("", [.. parts.Select(Usual)])
            : (parts[0], [.. parts[1..].Where(part => !part.Any(char.IsAsciiDigit)).Select(Usual)]);
    }

    /// <summary>What words say a price is for: 每人每月, 人均, 每册印刷费.</summary>
    public static IReadOnlyList<string> PerIn(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        var per = new List<string>();
        for (var at = words.AsSpan().IndexOfAny('每', '单'); at >= 0; at = NextEach(words, at + 1))
        {
            var found = Array.Find(Counted, word => string.CompareOrdinal(words, at + 1, word, 0, word.Length) == 0) ?? "";
            // 每万尾, 每处次: any unit will do
            var end = words[at] == '每' ? MeasureUnits.WordEnd(words, at + 1) : at;
            if (end > at + 1 + found.Length) found = words[(at + 1)..end];
            // 幼儿园18所每园2名: a sign alone before the figure
            if (found.Length == 0 && words[at] == '每' && at + 2 == words.Length && Outline.TextScan.IsHan(words[^1])) found = words[^1..];
            if (found.Length > 0) per.Add(Usual(found));
        }

        foreach (var word in Averaged)
        {
            if (words.Contains(word + "均", StringComparison.Ordinal)) per.Add(Usual(word));
            // 人均月工资3300元
            if (words.Contains(word + "均月", StringComparison.Ordinal)) per.Add("月");
        }

        return [.. per.Distinct()];
    }

    /// <summary>True for a text that begins with a unit: 万亩, 人次/年, 元（含税）.</summary>
    public static bool IsUnit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return MeasureUnits.Read(text, 0, text.Length) > 0;
    }

    /// <summary>True for a text that is a unit and nothing else: 台, 万亩; not 平稳有序, which begins with one.</summary>
    public static bool IsWholeUnit(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Length > 0 && MeasureUnits.Read(text, 0, text.Length) == text.Length;
    }

    /// <summary>True for words that call the money behind them a price for one: 预算单价, 均价.</summary>
    public static bool IsPriceOfOne(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return Array.Exists(Prices, word => words.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>每个 and 单个 are the same.</summary>
    private static int NextEach(string words, int from) =>
        words.AsSpan(from).IndexOfAny('每', '单') is >= 0 and var next ? from + next : -1;

    private static Dictionary<string, decimal> Numbers(string section) => Vocabulary.Pairs(section)
        .ToDictionary(pair => pair.Key, pair => decimal.Parse(pair.Value, System.Globalization.CultureInfo.InvariantCulture),
            StringComparer.Ordinal);

    /// <summary>台（套） is 台, 户（人）次 is 户次: the other word for the same thing.</summary>
    private static string Plain(string unit)
    {
        var open = unit.AsSpan().IndexOfAny('(', '（');
        var close = open < 1 ? -1 : unit.AsSpan(open).IndexOfAny(')', '）');
        return close < 0 ? unit : unit[..open] + unit[(open + close + 1)..];
    }

    private static string Usual(string unit) => UsualForms.GetValueOrDefault(unit, unit);

    private static bool IsWhole(string unit) => UsualForms.ContainsKey(unit) || unit is "千瓦" or "千瓦时" or "千克" or "千字";
}
