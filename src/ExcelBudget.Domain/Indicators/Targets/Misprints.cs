namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>Letters that a scan puts in place of digits: 1OO%, 2O23年.</summary>
internal static class Misprints
{
    /// <summary>The same text, sign for sign, with zeros for an O that stands among digits.</summary>
    public static string AsDigits(string text)
    {
        if (text.AsSpan().IndexOfAny('O', 'o') < 0) return text;
        var signs = text.ToCharArray();
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
