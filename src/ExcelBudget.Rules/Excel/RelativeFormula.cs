namespace ExcelBudget.Rules.Excel;

/// <summary>Formulas as a spreadsheet shares them: alike where they differ only by where they stand.</summary>
internal static class RelativeFormula
{
    /// <summary>True when a formula is another one as it reads one column to the right, columns with «$» staying where they are.</summary>
    /// <param name="formula">The formula.</param>
    /// <param name="next">What may be the same formula one column on.</param>
    public static bool IsOneColumnOn(ReadOnlySpan<char> formula, ReadOnlySpan<char> next)
    {
        if (next.Length < formula.Length) return false;
        while (formula.Length > 0)
        {
            var length = TokenLength(formula);
            var token = formula[..length];
            var nextLength = length;
            if (ColumnLength(token) is > 0 and var letters)
            {
                // Z becomes AA
                if (token[..letters].TrimStart('Z').Length == 0) nextLength++;
                if (next.Length < nextLength || !IsMoved(token, letters, next[..nextLength])) return false;
            }
            else if (!next.StartsWith(token)) return false;

            formula = formula[length..];
            next = next[nextLength..];
        }

        return next.Length == 0;
    }

    /// <summary>A quoted text or sheet name, a word, or one other character.</summary>
    private static int TokenLength(ReadOnlySpan<char> formula)
    {
        if (formula[0] is '"' or '\'') return formula[1..].IndexOf(formula[0]) is >= 0 and var end ? end + 2 : formula.Length;
        var length = 0;
        while (length < formula.Length && (char.IsAsciiLetterOrDigit(formula[length]) || formula[length] is '$' or '_' or '.')) length++;
        return Math.Max(1, length);
    }

    /// <summary>How many letters a reference has whose column moves; 0 for any other word.</summary>
    private static int ColumnLength(ReadOnlySpan<char> word)
    {
        var letters = 0;
        while (letters < word.Length && word[letters] is >= 'A' and <= 'Z') letters++;
        if (letters is < 1 or > 3) return 0;
        var row = letters < word.Length && word[letters] == '$' ? letters + 1 : letters;
        if (row == word.Length) return 0;
        for (; row < word.Length; row++)
        {
            if (!char.IsAsciiDigit(word[row])) return 0;
        }

        return letters;
    }

    private static bool IsMoved(ReadOnlySpan<char> token, int letters, ReadOnlySpan<char> next)
    {
        var nextLetters = next.Length - token.Length + letters;
        return next[nextLetters..].SequenceEqual(token[letters..])
            && Number(next[..nextLetters]) == Number(token[..letters]) + 1;
    }

    private static int Number(ReadOnlySpan<char> letters)
    {
        var number = 0;
        foreach (var letter in letters) number = letter is >= 'A' and <= 'Z' ? (number * 26) + letter - 'A' + 1 : -1_000_000;
        return number;
    }
}
