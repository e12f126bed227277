using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>
/// Follows the list marks under one heading, to tell a mark from a decimal and to notice when the numbers do not run on.
/// </summary>
internal sealed class MarkSequence(string text)
{
    private const int LongestGap = 3;
    private const int LongestItem = 80;
    private readonly Dictionary<MarkStyle, int> _last = [];

    /// <summary>A new heading begins: lists begin anew.</summary>
    public void Restart() => _last.Clear();

    /// <summary>True when a list mark is meant here.</summary>
    public bool Accepts(ListMark mark, int at, Boundary boundary)
    {
        if (mark.Style == MarkStyle.None) return false;
        if (mark.Style == MarkStyle.Bullet)
            return boundary >= Boundary.Heading || (boundary == Boundary.Blank && text[at] is not ('·' or '√'));
        var last = _last.GetValueOrDefault(mark.Style);
        var behind = at + mark.Length;
        if (IsNumberBehind(mark, behind) && !StartsWithYear(behind, mark.Ordinal == last + 1)
            && !(mark.Ordinal == last + 1 && boundary >= Boundary.Heading && StartsWithAge(behind))
            && !IsNextOnItsLine(mark, behind, last, boundary) && !IsListed(mark, behind, last, boundary)) return false;
        if (boundary >= Boundary.Heading) return true;
        if (mark.Style == MarkStyle.Letter || (mark.Style == MarkStyle.Decimal && char.IsAsciiDigit(text[behind - 1])))
            return boundary != Boundary.None && (mark.Number!.Count(sign => sign == '.') > 1 || (last > 0 && mark.Ordinal == last + 1));
        if (boundary == Boundary.None) return last > 0 && mark.Ordinal == last + 1 && IsClear(mark, at, behind);
        if (mark.Style == MarkStyle.Chinese && text[behind - 1] != '、') return false;
        // 1.…；2.…；2.投入转运车: the number before it, printed once more
        return mark.Ordinal == 1 || (mark.Ordinal > last && mark.Ordinal <= last + LongestGap)
            || (mark.Ordinal == last && last > 1 && behind < text.Length && TextScan.IsHan(text[behind]));
    }

    /// <summary>Takes a mark.</summary>
    /// <returns>False when it does not follow the mark before.</returns>
    public bool Take(ListMark mark)
    {
        if (mark.Style == MarkStyle.Bullet) return true;
        var last = _last.GetValueOrDefault(mark.Style);
        _last[mark.Style] = mark.Ordinal;
        foreach (var deeper in _last.Keys.Where(style => style > mark.Style).ToArray()) _last.Remove(deeper);
        return mark.Ordinal == last + 1;
    }

    private bool IsNumberBehind(ListMark mark, int behind) =>
        mark.Style is MarkStyle.Arabic && behind < text.Length && char.IsAsciiDigit(text[behind])
            && (text[behind - 1] == '.' || mark.Ordinal != _last.GetValueOrDefault(mark.Style) + 1);

    /// <summary>«1.2024年底前» and «1.100%»: the stop belongs to a mark.</summary>
    private bool StartsWithYear(int at, bool isNext)
    {
        var digits = at;
        while (digits < text.Length && digits - at < 5 && char.IsAsciiDigit(text[digits])) digits++;
        return isNext && digits - at >= 3;
    }

    /// <summary>«1.60岁以上老年人体检»: nobody is 1.60 years old.</summary>
    private bool StartsWithAge(int at)
    {
        var digits = at;
        while (digits < text.Length && digits - at < 3 && char.IsAsciiDigit(text[digits])) digits++;
        // 1.35至64周岁妇女筛查人数
        if (digits - at >= 2 && digits + 2 < text.Length && text[digits] is '至' or '-' or '~' or '到' && char.IsAsciiDigit(text[digits
            + 1]))
        {
            digits++;
            while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        }

        return digits - at >= 2 && digits < text.Length && (text[digits] == '岁'
            || (text[digits] == '周' && digits + 1 < text.Length && text[digits + 1] == '岁'));
    }

    /// <summary>
    /// «1.80至89周岁每人每月：50元» above «2.90至99周岁每人每月：100元»: the numbers of the lines run on, and each has another figure for its target.
    /// </summary>
    private bool IsListed(ListMark mark, int behind, int last, Boundary boundary)
    {
        if (boundary < Boundary.Heading || mark.Ordinal != last + 1) return false;
        var window = text.AsSpan(behind, Math.Min(LongestItem, text.Length - behind));
        var number = window.IndexOfAnyExceptInRange('0', '9');
        if (number < 1 || !TextScan.IsHan(window[number]) || window[number] is '万' or '元' or '亿') return false;
        var words = window[number..];
        var figure = words.IndexOfAnyInRange('0', '9');
        if (figure < 0 || words[..figure].IndexOfAny("\n\u2029;。") >= 0) return false;
        var next = words.IndexOf($"{mark.Ordinal + 1}.");
        return last > 0 || (next > figure && words[next - 1] is '\n' or Markup.Glyphs.Paragraph or ';' or '。' or ' ');
    }

    /// <summary>«2.12个月» on a line of its own, behind number 1: a mark. Money («2.50万元») stays an amount.</summary>
    private bool IsNextOnItsLine(ListMark mark, int behind, int last, Boundary boundary)
    {
        if (boundary < Boundary.Heading || last == 0 || mark.Ordinal != last + 1) return false;
        var digits = behind;
        while (digits < text.Length && char.IsAsciiDigit(text[digits])) digits++;
        var unit = Targets.MeasureUnits.Read(text, digits, text.Length);
        return digits - behind == 2 && unit > digits && !text.AsSpan(digits, unit - digits).Contains('元');
    }

    /// <summary>In the middle of words only a mark that cannot be anything else: «≥4次2.举办».</summary>
    private bool IsClear(ListMark mark, int at, int behind)
    {
        if (mark.Style == MarkStyle.Circled) return true;
        if (mark.Style is not (MarkStyle.Arabic or MarkStyle.ArabicInBrackets) || at == 0) return false;
        var before = text[at - 1];
        var isAlone = !char.IsAsciiLetterOrDigit(before)
            && before is not ('.' or '第' or '-' or '~' or '/' or '*' or '≥' or '≤' or '=' or '>' or '<');
        return isAlone && behind < text.Length && (TextScan.IsHan(text[behind]) || text[behind] is '《' or '“' or ' ')
            && text[behind - 1] is '.' or ')' or '、';
    }
}
