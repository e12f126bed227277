namespace ExcelBudget.Domain.Indicators.Markup;

/// <summary>Leftovers of LaTeX and of escaped text in a cell: «$\leq 0\%$», «\geq», a line break written as «\n».</summary>
internal static class FormulaMarkup
{
    private const int LongestFormula = 80;
    private static readonly System.Buffers.SearchValues<char> FormulaSigns = System.Buffers.SearchValues.Create("\\≤≥=<>%^{0123456789");

    private static readonly Dictionary<string, char> Commands = new(StringComparer.Ordinal)
    {
        ["leq"] = '≤',
        ["le"] = '≤',
        ["leqslant"] = '≤',
        ["leqq"] = '≤',
        ["geq"] = '≥',
        ["ge"] = '≥',
        ["geqslant"] = '≥',
        ["geqq"] = '≥',
        ["lt"] = '<',
        ["gt"] = '>',
        ["times"] = '×',
        ["cdot"] = '·',
        ["div"] = '÷',
        ["pm"] = '±',
        ["sim"] = '~',
        ["approx"] = '≈',
        ["ast"] = '*',
        ["quad"] = ' ',
        ["qquad"] = ' ',
        ["percent"] = '%',
        ["to"] = '→',
        ["text"] = '\0',
        ["mathrm"] = '\0',
        ["rm"] = '\0',
        ["mathbf"] = '\0',
        ["textbf"] = '\0',
        ["left"] = '\0',
        ["right"] = '\0',
        ["displaystyle"] = '\0',
        ["bullet"] = '•',
        ["textcircled"] = '\0',
        ["mbox"] = '\0',
    };

    /// <summary>Reads a backslash and what belongs to it.</summary>
    /// <param name="source">The cell's text.</param>
    /// <param name="start">Place of the backslash.</param>
    /// <param name="length">Length of the command.</param>
    /// <param name="sign">The sign it prints; '\0' when it prints none.</param>
    public static bool TryReadCommand(string source, int start, out int length, out char sign)
    {
        (length, sign) = (0, '\0');
        var at = start + 1;
        while (at < source.Length && at - start < 16 && char.IsAsciiLetter(source[at])) at++;
        var word = source[(start + 1)..at];
        if (Commands.TryGetValue(word, out sign)) length = at - start;
        else if (word.Length > 0 && word[0] is 'n' or 'r' or 't') (length, sign) = (2, word[0] == 't' ? '\t' : Glyphs.Line);
        else if (word.Length == 0 && at < source.Length) (length, sign) = Escaped(source[at]);
        return length > 0;
    }

    /// <summary>True when a dollar sign opens a formula; <paramref name="end"/> is then the place of the one that closes it.</summary>
    public static bool OpensFormula(string source, int start, out int end)
    {
        var window = source.AsSpan(start + 1, Math.Min(LongestFormula, source.Length - start - 1));
        end = window.IndexOf('$') + start + 1;
        if (end <= start + 1) return false;
        var inside = window[..(end - start - 1)];
        return inside.IndexOfAny('\n', '<') < 0 && inside.ContainsAny(FormulaSigns);
    }

    private static (int Length, char Sign) Escaped(char sign) => sign switch
    {
        '%' or '$' or '&' or '#' or '_' or '{' or '}' or '*' or '-' or '.' or '(' or ')' or '[' or ']' or '~' or '<' or '>' => (2, sign),
        ',' or ';' or ' ' or '!' => (2, ' '),
        '\\' => (2, Glyphs.Line),
        _ => (0, '\0'),
    };
}
