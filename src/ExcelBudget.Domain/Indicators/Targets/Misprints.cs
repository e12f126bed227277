namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Letters that a scan puts in place of digits: 1OO%, 2O23年.</summary>
internal static class Misprints
{
    private static readonly System.Buffers.SearchValues<char> Letters = System.Buffers.SearchValues.Create("OolI");

    /// <summary>The same text, sign for sign, with zeros for an O that stands among digits and a one for an l that leads them.</summary>
    public static string AsDigits(string text)
    {
        if (text.AsSpan().IndexOfAny(Letters) < 0) return text;
        var signs = text.ToCharArray();
        for (var at = 0; at + 1 < signs.Length; at++)
        {
            // l00%: an l for the leading 1
            var isLed = at == 0 || !char.IsAsciiLetterOrDigit(signs[at - 1]);
            if (signs[at] is 'l' or 'I' && isLed && (char.IsAsciiDigit(signs[at + 1]) || signs[at + 1] is 'O' or 'o')) signs[at] = '1';
        }

        for (var at = 1; at < signs.Length; at++)
        {
            if (signs[at] is not ('O' or 'o') || !char.IsAsciiDigit(signs[at - 1])) continue;
            var next = at + 1;
            while (next < signs.Length && signs[next] is 'O' or 'o') next++;
            if (next == signs.Length || !char.IsAsciiLetter(signs[next])) signs[at] = '0';
        }

        return new string(signs);
    }
}
