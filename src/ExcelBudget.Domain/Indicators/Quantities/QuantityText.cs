using System.Globalization;
using ExcelBudget.Domain.Indicators.Markup;
using ExcelBudget.Domain.Indicators.Targets;

namespace ExcelBudget.Domain.Indicators.Quantities;

/// <summary>
/// Reads the quantities that running text tells. Dates, ages from to, ordinals, titles and products written out are none.
/// </summary>
public static class QuantityText
{
    private const string Separators = ",。;、:!?()[]\n\t《》“”";
    private const string Clauses = ",。;:!?\n";
    private const int LongestTitle = 100;

    /// <summary>What is less, or more, is a slip of the keyboard and counts nothing.</summary>
    private const decimal Trifle = 0.0000001m;
    private const decimal Most = 10_000_000_000_000m;
    private const int LongestNote = 30;
    private const int LongestContext = 40;
    private const string MoneyGoesOn = "元用的以左余多至到为和及与由支投拨补资给购建在按需左不";
    private const int LongestQuote = 10;
    private const string Week = "周";
    private const string Age = "岁";
    private static readonly System.Buffers.SearchValues<char> QuoteBreaks =
        System.Buffers.SearchValues.Create(",。;:!?()《》“”\n\t0123456789");
    private static readonly string[] People = Vocabulary.Of("people");
    private static readonly string[] Details = ["其中", "包括", "含"];

    /// <summary>The quantities of a text in order, in time linear to its length.</summary>
    public static IReadOnlyList<TextQuantity> Read(string text) => Read(text, []);

    /// <summary>The quantities of a text in order; 叶 of 古籍320叶 is a unit as well when it is among those given.</summary>
    /// <param name="text">The text.</param>
    /// <param name="units">计量单位 that no list knows and that are used of the same matter.</param>
    public static IReadOnlyList<TextQuantity> Read(string text, IReadOnlyList<string> units)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(units);
        var cell = MarkupRemoval.Clean(text);
        return new Scan(cell.Printed, Misprints.AsDigits(SpokenNumerals.AsDigits(cell.Folded)), units).Read();
    }

    private sealed class Scan(string printed, string text, IReadOnlyList<string> units)
    {
        private readonly List<TextQuantity> _found = [];
        private readonly YearsTold _years = new();
        private int _words;
        private int _clause;
        private int _start;
        private int _lastEnd = -1;
        private int _sentence;
        private int _depth;
        private bool _isDetail;

        public List<TextQuantity> Read()
        {
            for (var at = 0; at < text.Length;)
            {
                if (text[at] == '《' && text.IndexOf('》', at, Math.Min(LongestTitle, text.Length - at)) is > 0 and var close) at = close;
                if (char.IsAsciiDigit(text[at]) && Take(at) is var next && next > at) at = next;
                else Step(at++);
            }

            return _found;
        }

        private void Step(int at)
        {
            var sign = text[at];
            _years.Look(text, at);
            if (sign == '(' && _depth++ == 0) _years.Keep(at);
            if (sign == ')' && _depth > 0 && --_depth == 0) _years.Restore(text, at);
            if (sign is '。' or ';' or '!' or '\n') _years.Clear();
            if (sign is '。' or ';' or '!' or '\n') (_sentence, _isDetail, _depth) = (_sentence + 1, false, 0);
            // 每人60元（含教材），计7.2万元: what a bracket holds ends with it
            if (_depth == 0 && Array.Exists(Details, word => string.CompareOrdinal(text, at, word, 0, word.Length) == 0)) _isDetail = true;
            if (sign is '。' or ';' or '!' or '\n') _start = at + 1;
            if ((Separators.Contains(sign, StringComparison.Ordinal) && !IsShortQuote(at)) || sign == Glyphs.Paragraph) _words = at + 1;
            if (Clauses.Contains(sign, StringComparison.Ordinal)) _clause = at + 1;
        }

        private int Take(int at)
        {
            var amount = BeforePrice(WithOwnUnit(WithGivenUnit(AmountReader.Read(text, at, text.Length))));
            var end = Math.Max(amount.End, AmountReader.Number(text, at, text.Length));
            for (var place = at; place < end; place++) _years.Look(text, place);
            if (amount.IsDate || amount.IsExpression || amount.Unit.Length == 0 || IsMonthOfYear(amount, at) || IsPartOfName(at)
                || IsRange(at, amount))
                return Pass(end);
            if (NumberIn(at, amount.ValueEnd) is { } number && (number == 0m || number is > Trifle and < Most)) _found.Add(Of(at,
                amount, number));
            return Pass(end);
        }

        /// <summary>60户每户3000元: a count, and a price right behind it.</summary>
        private Amount BeforePrice(Amount amount)
        {
            var each = amount.Unit.IndexOf('每', StringComparison.Ordinal);
            if (each < 1 || !amount.Unit.AsSpan(each).ContainsAnyInRange('0', '9')) return amount;
            var end = text.IndexOf('每', amount.ValueEnd);
            return end < 0 || end >= amount.End ? amount : amount with { Unit = amount.Unit[..each].Trim(), End = end };
        }

        /// <summary>古籍320叶: a unit that no list knows but the matter uses.</summary>
        private Amount WithGivenUnit(Amount amount)
        {
            foreach (var unit in units)
            {
                if (amount.ValueEnd > 0 && string.CompareOrdinal(text, amount.ValueEnd, unit, 0, unit.Length) == 0
                    && amount.Unit.Length < unit.Length)
                {
                    return amount with { Unit = unit, End = amount.ValueEnd + unit.Length };
                }
            }

            return amount;
        }

        /// <summary>26万盆: behind 万 a measure word that no list knows; 26万用于 leaves out 元.</summary>
        private Amount WithOwnUnit(Amount amount)
        {
            // 80周岁 is an age, no week
            if (amount.Unit == Week && amount.End < text.Length && text[amount.End] == Age[0])
                return amount with { Unit = Age, End = amount.End + 1 };
            var isBare = amount.Unit.Length > 0 && amount.Unit.All(sign => sign is '百' or '千' or '万' or '亿');
            if (!isBare || amount.End >= text.Length || !Outline.TextScan.IsHan(text[amount.End])) return amount;
            if (MoneyGoesOn.Contains(text[amount.End])) return amount;
            if (Array.Exists(People, word => string.CompareOrdinal(text, amount.End, word, 0, word.Length) == 0))
                return amount with { Unit = amount.Unit + "人" };
            return amount with { Unit = amount.Unit + text[amount.End], End = amount.End + 1 };
        }

        /// <summary>The number between two places, in digits or in numerals as printed.</summary>
        private decimal? NumberIn(int at, int end)
        {
            var digits = text[at..end].Replace(",", "", StringComparison.Ordinal);
            if (char.IsAsciiDigit(Glyphs.Folded(printed[at])) || printed[at] is 'O' or 'o')
            {
                return decimal.TryParse(digits, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) ? number
                    : null;
            }

            return Spelling.ChineseNumerals.FractionLength(printed, at) > 0 ? null
                : Spelling.ChineseNumerals.Value(printed.AsSpan(at, end - at));
        }

        private int Pass(int end)
        {
            _words = end;
            return end;
        }

        private TextQuantity Of(int at, Amount amount, decimal number)
        {
            var (whole, own) = QuantityUnits.Split(amount.Unit);
            var (unit, factor) = QuantityUnits.Base(whole);
            var (sign, wordsEnd, _) = OperatorReader.Before(text, _words, at);
            var isAbout = AboutSign.IsBefore(text, at) || amount.Unit.EndsWith("左右", StringComparison.Ordinal)
                || text.AsSpan(amount.ValueEnd, amount.End - amount.ValueEnd).Contains('余');
            var before = printed[_words..Math.Max(_words, sign == TargetOperator.None ? at : wordsEnd)].Trim();
            // 购置无人机1台10万元: the money is for what was counted right before it
            if (before.Length == 0 && unit == QuantityUnits.Yuan && IsRightBehind(at) && _found is [.., { IsMoney: false } counted])
            {
                before = counted.Before;
            }
            var per = QuantityUnits.PerIn(before).Concat(own).Distinct().ToList();
            if (unit == QuantityUnits.Yuan && per.Count == 0 && QuantityUnits.IsPriceOfOne(before)) per.Add(CountedBefore());
            _lastEnd = amount.End;
            var decimals = text.AsSpan(at, amount.ValueEnd - at).IndexOf('.') is >= 0 and var point ? amount.ValueEnd - at - point - 1 : 0;
            var weight = 1m;
            for (var i = 0; i < decimals; i++) weight /= 10m;
            return new TextQuantity
            {
                Text = printed[at..amount.End].Trim(),
                Number = number * factor,
                HalfDigit = decimals > 0 ? weight * factor / 2m : 0m,
                Unit = unit,
                Per = per,
                Bound = sign != TargetOperator.None ? sign : amount.Implied != TargetOperator.None && !isAbout ? amount.Implied
                    : TargetOperator.Equal,
                IsAbout = isAbout,
                Before = before,
                Lead = printed[_clause..at].Trim(),
                Context = printed[Math.Max(_start, at - LongestContext)..at].Trim(),
                Years = _years.Last,
                IsOfLastYear = _years.IsLastYear,
                After = Behind(amount.End),
                Sentence = _sentence,
                IsDetail = _isDetail || _depth > 0,
                IsBracketed = _depth > 0,
            };
        }

        /// <summary>彩超2台（单价130万元）: the unit of what was counted last; 个 where nothing was.</summary>
        private string CountedBefore() =>
            _found.FindLast(told => !told.IsMoney && told.Sentence == _sentence && told.Per.Count == 0)?.Unit ?? "个";

        private bool IsRightBehind(int at) => _lastEnd >= 0 && _lastEnd <= at && text.AsSpan(_lastEnd, at - _lastEnd).IsWhiteSpace();

        private string Behind(int at)
        {
            // 63万元（社会保险补助）: the note behind a figure says what it is for
            if (at < text.Length && text[at] == '(' && text.IndexOf(')', at, Math.Min(LongestNote, text.Length - at)) is > 0 and var close
                && text.AsSpan(at, close - at).IndexOfAnyInRange('0', '9') < 0) at++;
            var end = at;
            while (end < text.Length && !char.IsAsciiDigit(text[end])
                && (!Separators.Contains(text[end], StringComparison.Ordinal) || IsShortQuote(end))) end++;
            return printed[at..end].Trim();
        }

        /// <summary>“专精特新”企业每家: marks around a few words part nothing.</summary>
        private bool IsShortQuote(int at)
        {
            if (text[at] == '“')
            {
                var ahead = text.AsSpan(at + 1, Math.Min(LongestQuote, text.Length - at - 1));
                return ahead.IndexOf('”') is > 0 and var close && ahead[..close].IndexOfAny(QuoteBreaks) < 0;
            }

            if (text[at] != '”') return false;
            var before = text.AsSpan(Math.Max(0, at - LongestQuote), Math.Min(LongestQuote, at));
            return before.LastIndexOf('“') is >= 0 and var open && before[(open + 1)..].IndexOfAny(QuoteBreaks) < 0;
        }

        /// <summary>1月、2月停渡, 9月集中宣传: a month, no length of time; 3月内 is one.</summary>
        private bool IsMonthOfYear(Amount amount, int at) => amount.Unit == "月" && amount.ValueEnd - at <= 2
            && amount.Implied == TargetOperator.None && (amount.End >= text.Length || text[amount.End] is not ('内' or '以' or '期'))
            && (at == 0 || text[at - 1] is not ('每' or '满' or '期' or '共' or '计' or '*' or '×'));

        private bool IsPartOfName(int at) => at > 0 && (text[at - 1] is '第' or '届' || char.IsAsciiLetter(text[at - 1]));

        private bool IsRange(int at, Amount amount) =>
            text.AsSpan(at, amount.ValueEnd - at).IndexOfAny("-~至到") >= 0
                // 5人至10人 is a range, 缩短至15分钟 is none
                || (at > 0 && (text[at - 1] is '-' or '~' || (text[at - 1] == '至' && IsRangeSo(at - 1))));

        /// <summary>100亩（含）至300亩: nothing but a bracket between the figure and 至.</summary>
        private bool IsRangeSo(int joint) => _lastEnd >= 0 && _lastEnd <= joint
            && text.AsSpan(_lastEnd, joint - _lastEnd).Trim("()含以上不").IsEmpty;
    }
}
