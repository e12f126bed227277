namespace ExcelBudget.Workbooks.Formulas;

/// <summary>通配符。«?» is one symbol, «*» any number of them, «~» takes the next as it stands; letters in either case.</summary>
internal static class Wildcards
{
    /// <summary>Does a text fit a pattern? Each star is tried once from where it began, so that many stars cost no more than their
    /// product.</summary>
    public static bool Fit(string value, string pattern)
    {
        var (at, sign, star, resume) = (0, 0, -1, 0);
        while (at < value.Length)
        {
            if (sign < pattern.Length && pattern[sign] == '*')
            {
                (star, resume) = (sign++, at);
            }
            else if (sign < pattern.Length && Same(value[at], pattern, ref sign)) at++;
            else if (star >= 0)
            {
                at = ++resume;
                sign = star + 1;
            }
            else return false;
        }

        while (sign < pattern.Length && pattern[sign] == '*') sign++;
        return sign == pattern.Length;
    }

    private static bool Same(char symbol, string pattern, ref int sign)
    {
        var isPlain = pattern[sign] == '~' && sign + 1 < pattern.Length;
        var wanted = pattern[isPlain ? sign + 1 : sign];
        if ((isPlain || wanted != '?') && char.ToUpperInvariant(wanted) != char.ToUpperInvariant(symbol)) return false;
        sign += isPlain ? 2 : 1;
        return true;
    }
}
