using System.Buffers;
using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Outline;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Numbers in Chinese numerals in running text: 三次, 两辆, 二百公里, 百分之九十五, 十二月底.</summary>
internal static class SpokenNumerals
{
    private const string Numerals = "零〇一二两三四五六七八九十百千";
    private const string Inner = Numerals + "万亿";
    // words such as 三级, 二期, 一号 rank things more often than they count them
    private const string Ranks = "期级类号线方面点代道度村镇乡县市组段中样";
    private const string Standard = "标准";
    private const int LongestList = 60;
    private const int LongestNoun = 3;
    private static readonly SearchValues<char> ListEnds = SearchValues.Create(",，。;；:：\n");
    private static readonly SearchValues<char> AnyNumeral = SearchValues.Create(Numerals);
    private static readonly SearchValues<char> Places = SearchValues.Create("零〇十百千万亿");
    private static readonly string[] Limits = Vocabulary.Of("numeralLimits");

    private static readonly ConditionalWeakTable<CellText, string> Known = [];

    /// <summary>The folded text of a cell with digits in place of numerals, made once.</summary>
    public static string AsDigits(CellText cell) => Known.GetValue(cell, static key => AsDigits(key.Folded));

    /// <summary>
    /// The same text, sign for sign, with digits in place of numerals that state an amount or a month. Numerals inside words (统一, 三公经费,
    /// 第三次, 一次性) stay.
    /// </summary>
    public static string AsDigits(string text)
    {
        if (text.AsSpan().IndexOfAny(AnyNumeral) < 0) return text;
        var signs = text.ToCharArray();
        for (var at = 0; at < text.Length;)
        {
            var (end, isAmount) = Read(text, at);
            if (isAmount) Write(signs, text, at, end);
            at = Math.Max(end, at + 1);
        }

        return new string(signs);
    }

    private static (int End, bool IsAmount) Read(string text, int at)
    {
        if (FractionEnd(text, at) is > 0 and var fraction) return (fraction, true);
        var end = NumeralEnd(text, at);
        if (end == at) return (at, false);
        var isTenths = end - at == 1 && end < text.Length && text[end] == '成' && OperatorReader.Before(text, 0, at)
            .Operator != TargetOperator.None;
        return isTenths ? (end + 1, true) : (end, IsAmount(text, at, end));
    }

    private static int FractionEnd(string text, int at) => ChineseNumerals.FractionLength(text, at) is > 0 and var length
        && NumeralEnd(text, at + length) is var end && end > at + length ? end : -1;

    private static int NumeralEnd(string text, int at)
    {
        var end = at;
        while (end < text.Length && (Numerals.Contains(text[end], StringComparison.Ordinal)
            || (end > at && Inner.Contains(text[end], StringComparison.Ordinal) && end + 1 < text.Length
                && Numerals.Contains(text[end + 1], StringComparison.Ordinal)))) end++;
        return end;
    }

    /// <summary>
    /// An amount has a unit and ends its phrase, or an operator or a verb of doing before it; a month has its 底, 前 or day.
    /// </summary>
    private static bool IsAmount(string text, int at, int end)
    {
        if (at > 0 && text[at - 1] is '第' or '每' or '其' or '统' or '同' or '逐' or '唯' or '之') return false;
        if (IsMonth(text, end)) return true;
        // 百, 千 alone are no number, 三八 and 六一 are days of the calendar
        if (end - at == 1 ? text[at] is '百' or '千' : text.AsSpan(at, end - at).IndexOfAny(Places) < 0) return false;
        var rounded = end;
        while (rounded < text.Length && text[rounded] is '万' or '亿') rounded++;
        if (rounded < text.Length && text[rounded] == '余') rounded++;
        else rounded = end;
        var unit = MeasureUnits.Read(text, rounded, text.Length);
        if (unit == rounded) return false;
        // 改造一次网: the name of a thing
        if (text[unit - 1] == '次' && unit < text.Length && text[unit] is '网' or '线' or '侧' or '泵') return false;
        var isRank = unit - rounded == 1 && Ranks.Contains(text[rounded], StringComparison.Ordinal);
        // 达到一级A标准: the name of a grade
        if (isRank && IsGrade(text, unit)) return false;
        var (sign, _, _) = OperatorReader.Before(text, 0, at);
        if (sign != TargetOperator.None) return true;
        return !isRank && (EndsList(text, at, rounded) || EndsPhrase(text, unit) || Phrases.EndsAsDoing(text, 0, at));
    }

    /// <summary>图书馆、文化馆、美术馆三个场馆: so many are counted behind the list of them.</summary>
    private static bool EndsList(string text, int at, int unit)
    {
        if (unit >= text.Length || text[unit] is not ('个' or '所' or '家' or '座' or '处')) return false;
        // what is counted is called by the sign that the names end with; 农资、日用品三个服务区 is another thing
        if (at == 0 || unit + 2 >= text.Length
            || !text.AsSpan(unit + 1, Math.Min(LongestNoun, text.Length - unit - 1)).Contains(text[at - 1])) return false;
        // 三个乡镇63个村: another count goes on
        var rest = text.AsSpan(unit);
        var end = rest.IndexOfAny(ListEnds);
        if ((end < 0 ? rest : rest[..end]).ContainsAnyInRange('0', '9')) return false;
        var (start, joints) = (at, 0);
        while (start > 0 && at - start < LongestList && (TextScan.IsHan(text[start - 1]) || text[start - 1] == '、'))
        {
            if (text[--start] == '、') joints++;
        }

        return joints > 0 && ChineseNumerals.Value(text.AsSpan(at, unit - at)) is { } told && told == joints + 1;
    }

    private static bool IsGrade(string text, int at) => at < text.Length && (char.IsAsciiLetter(text[at])
        || string.CompareOrdinal(text, at, Standard, 0, Standard.Length) == 0);

    private static bool IsMonth(string text, int end) =>
        end + 1 < text.Length && text[end] == '月' && text[end + 1] is '底' or '初' or '末' or '中' or '上' or '下' or '前' or '份' or '以';

    private static bool EndsPhrase(string text, int at) =>
        at >= text.Length || TextScan.IsSpace(text[at]) || ",、;。.:)(!".Contains(text[at], StringComparison.Ordinal)
        || Array.Exists(Limits, word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0);

    private static void Write(char[] signs, string text, int at, int end)
    {
        var value = ChineseNumerals.Value(text.AsSpan(at, end - at))?.ToString(CultureInfo.InvariantCulture) ?? "1";
        value = value.Length > end - at ? value[..(end - at)] : value.PadLeft(end - at, '0');
        value.CopyTo(0, signs, at, value.Length);
    }
}
