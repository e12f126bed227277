using System.Collections.Concurrent;
using System.Text;

namespace ExcelBudget.OfficePackages.Formats;

/// <summary>A piece of a number format.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">What it prints, or its letters.</param>
internal readonly record struct FormatToken(FormatTokenKind Kind, string Text);

/// <summary>What a piece of a number format is.</summary>
internal enum FormatTokenKind
{
    /// <summary>Printed as it stands.</summary>
    Literal,

    /// <summary>0, # or ?.</summary>
    Digit,

    /// <summary>The decimal point.</summary>
    Point,

    /// <summary>A comma: thousands, or at the end a division by a thousand.</summary>
    Comma,

    /// <summary>%.</summary>
    Percent,

    /// <summary>Letters of a date: yyyy, m, dd, h, ss, aaaa.</summary>
    Date,

    /// <summary>上午/下午, AM/PM.</summary>
    HalfDay,

    /// <summary>@, the text of the cell.</summary>
    Text,

    /// <summary>General.</summary>
    General,

    /// <summary>[DBNum1]: Chinese numerals.</summary>
    Numerals,

    /// <summary>Something that is not shown here: fractions, exponents, conditions, elapsed hours.</summary>
    Other,
}

/// <summary>Takes a number format apart.</summary>
internal static class FormatTokens
{
    // a workbook has a dozen formats and thousands of cells; what strangers make up must not fill the memory
    private const int MostKnown = 256;
    private const int LongestKnown = 256;

    private static readonly ConcurrentDictionary<string, IReadOnlyList<IReadOnlyList<FormatToken>>> Known = new(StringComparer.Ordinal);

    /// <summary>The sections of a format: positive, negative, zero, text.</summary>
    public static IReadOnlyList<IReadOnlyList<FormatToken>> Sections(string format)
    {
        if (Known.TryGetValue(format, out var known)) return known;
        var sections = SectionsAnew(format);
        if (format.Length <= LongestKnown && Known.Count < MostKnown) Known.TryAdd(format, sections);
        return sections;
    }

    private static List<List<FormatToken>> SectionsAnew(string format)
    {
        var sections = new List<List<FormatToken>> { new() };
        for (var at = 0; at < format.Length;)
        {
            if (format[at] == ';')
            {
                sections.Add([]);
                at++;
            }
            else if (Next(format, ref at) is { } token) sections[^1].Add(token);
        }

        return sections;
    }

    private static FormatToken? Next(string format, ref int at)
    {
        var symbol = format[at];
        switch (symbol)
        {
            case '"':
                var close = format.IndexOf('"', at + 1);
                var quoted = close < 0 ? format[(at + 1)..] : format[(at + 1)..close];
                at = close < 0 ? format.Length : close + 1;
                return new(FormatTokenKind.Literal, quoted);
            case '\\' or '!':
                at += 2;
                return at <= format.Length ? new(FormatTokenKind.Literal, format[(at - 1)..at]) : null;
            case '_' or '*':
                // a blank as wide as the next sign, or a filling: neither is text
                at += 2;
                return null;
            case '[':
                return Bracket(format, ref at);
        }

        if (Words(format, ref at) is { } word) return word;
        if (char.ToLowerInvariant(symbol) is 'y' or 'm' or 'd' or 'h' or 's' or 'a' or 'e') return Letters(format, ref at);
        at++;
        return symbol switch
        {
            '0' or '#' or '?' => new(FormatTokenKind.Digit, symbol.ToString()),
            '.' => new(FormatTokenKind.Point, "."),
            ',' => new(FormatTokenKind.Comma, ","),
            '%' => new(FormatTokenKind.Percent, "%"),
            '@' => new(FormatTokenKind.Text, "@"),
            _ => new(FormatTokenKind.Literal, symbol.ToString()),
        };
    }

    private static FormatToken? Words(string format, ref int at)
    {
        foreach (var (word, kind) in (ReadOnlySpan<(string, FormatTokenKind)>)
            [("General", FormatTokenKind.General), ("G/通用格式", FormatTokenKind.General), ("上午/下午", FormatTokenKind.HalfDay),
                ("AM/PM", FormatTokenKind.HalfDay), ("E+", FormatTokenKind.Other), ("E-", FormatTokenKind.Other)])
        {
            if (!format.AsSpan(at).StartsWith(word, StringComparison.OrdinalIgnoreCase)) continue;
            at += word.Length;
            return new(kind, word);
        }

        return null;
    }

    private static FormatToken Letters(string format, ref int at)
    {
        var letter = char.ToLowerInvariant(format[at]);
        var letters = new StringBuilder();
        while (at < format.Length && char.ToLowerInvariant(format[at]) == letter)
        {
            letters.Append(letter);
            at++;
        }

        return new(FormatTokenKind.Date, letters.ToString());
    }

    /// <summary>A colour or a language prints nothing; «[$¥-804]» prints its sign.</summary>
    private static FormatToken? Bracket(string format, ref int at)
    {
        var close = format.IndexOf(']', at);
        var inside = close < 0 ? format[(at + 1)..] : format[(at + 1)..close];
        at = close < 0 ? format.Length : close + 1;
        if (inside.StartsWith('$')) return inside[1..].Split('-')[0] is { Length: > 0 } sign ? new(FormatTokenKind.Literal, sign) : null;
        if (inside.StartsWith("DBNum1", StringComparison.OrdinalIgnoreCase)) return new(FormatTokenKind.Numerals, inside);
        if (inside.StartsWith("DBNum", StringComparison.OrdinalIgnoreCase)) return new(FormatTokenKind.Other, inside);
        return inside is ['<' or '>' or '=', ..] or ['h' or 'H' or 'm' or 'M' or 's' or 'S'] or "hh" or "mm" or "ss"
            ? new(FormatTokenKind.Other, inside) : null;
    }
}
