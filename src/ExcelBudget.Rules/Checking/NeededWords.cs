using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// Words without which a regular expression cannot be found in a text: looking for them is many times cheaper than trying the
/// expression at every place. Read from its plain characters, from groups and classes that must be there; what may be left out, looks
/// ahead or behind, or says what must not be, tells nothing.
/// </summary>
internal sealed partial class NeededWords
{
    // of each alternative of the expression all needs, each met by one of its words
    private readonly string[][][] _alternatives;

    private NeededWords(string[][][] alternatives) => _alternatives = alternatives;

    /// <summary>The words of an expression; null when one of its alternatives needs none that can be told.</summary>
    /// <param name="pattern">A sound expression that tells upper from lower case.</param>
    public static NeededWords? Of(string pattern)
    {
        if (Options().IsMatch(pattern)) return null;
        string[][][] alternatives = [.. Alternatives(pattern).Select(Needs)];
        return Array.Exists(alternatives, needs => needs.Length == 0) ? null : new NeededWords(alternatives);
    }

    /// <summary>
    /// Words of which a text must hold one for any of some expressions to be found in it or in a part of it that is put out of sight; null
    /// when that cannot be told.
    /// </summary>
    /// <param name="patterns">Sound expressions.</param>
    public static IReadOnlyList<string>? OneOf(IReadOnlyList<string> patterns)
    {
        if (patterns.Count == 0) return null;
        var words = new List<string>();
        foreach (var pattern in patterns)
        {
            if (Of(pattern) is not { } needed) return null;
            words.AddRange(needed.Leading);
        }

        // what is put out of sight reads as these signs
        return words.Exists(word => word.Contains(OwnName.Mask, StringComparison.Ordinal)) ? null : [.. words.Distinct()];
    }

    /// <summary>Words of which a text must hold one: of each alternative those that few texts hold.</summary>
    public IEnumerable<string> Leading => _alternatives.SelectMany(needs => needs.MaxBy(need => need.Min(word => word.Length))!);

    /// <summary>False when the expression cannot be found in a text.</summary>
    public bool AreIn(string text)
    {
        foreach (var needs in _alternatives)
        {
            if (AreMet(needs, text)) return true;
        }

        return false;
    }

    private static bool AreMet(string[][] needs, string text)
    {
        foreach (var words in needs)
        {
            if (!HasOne(words, text)) return false;
        }

        return true;
    }

    private static bool HasOne(string[] words, string text)
    {
        foreach (var word in words)
        {
            if (text.Contains(word, StringComparison.Ordinal)) return true;
        }

        return false;
    }

    private static IEnumerable<string> Alternatives(string pattern)
    {
        var start = 0;
        for (var at = 0; at < pattern.Length; at = After(pattern, at))
        {
            if (pattern[at] != '|') continue;
            yield return pattern[start..at];
            start = at + 1;
        }

        yield return pattern[start..];
    }

    private static string[][] Needs(string alternative)
    {
        var needs = new List<string[]>();
        var word = "";
        for (var at = 0; at < alternative.Length;)
        {
            var end = After(alternative, at);
            var element = alternative.AsSpan(at, end - at);
            var literal = Literal(element);
            var (mayLack, next) = Quantifier(alternative, end);
            if (literal is { } symbol && !mayLack) word += symbol;
            // what is repeated or left out ends the word
            if (literal is null || next > end)
            {
                if (word.Length > 0) needs.Add([word]);
                word = "";
            }

            if (literal is null && !mayLack && (OfClass(element) ?? OfGroup(element)) is { Length: > 0 } one) needs.Add(one);
            at = next;
        }

        if (word.Length > 0) needs.Add([word]);
        return [.. needs];
    }

    /// <summary>The members of a class that lists a few; null for any other.</summary>
    private static string[]? OfClass(ReadOnlySpan<char> element)
    {
        if (element is not ['[', .. var members, ']'] || members.Length is 0 or > 8 || members.IndexOfAny("^-\\[]") >= 0) return null;
        return [.. members.ToArray().Select(member => member.ToString())];
    }

    /// <summary>One word of each alternative of a group; null when it is none that must be there, or one of them needs no word.</summary>
    private static string[]? OfGroup(ReadOnlySpan<char> element)
    {
        if (element is not ['(', .. var inner, ')']) return null;
        if (inner.StartsWith("?:")) inner = inner[2..];
        else if (inner.StartsWith("?")) return null;
        var words = new List<string>();
        foreach (var needs in Alternatives(inner.ToString()).Select(Needs))
        {
            if (needs.MaxBy(need => need.Min(word => word.Length)) is not { } longest) return null;
            words.AddRange(longest);
        }

        return words.Count > 16 ? null : [.. words];
    }

    /// <summary>The character that an element stands for; null for more or less than one.</summary>
    private static char? Literal(ReadOnlySpan<char> element) => element switch
    {
        [var symbol] when symbol is not ('.' or '^' or '$' or '|') => symbol,
        ['\\', var escaped] when !char.IsAsciiLetterOrDigit(escaped) => escaped,
        _ => null,
    };

    /// <summary>Where the element at a place ends: a character, an escape, a class, a whole group.</summary>
    private static int After(string pattern, int at) => pattern[at] switch
    {
        '\\' => AfterEscape(pattern, at),
        '[' => AfterClass(pattern, at),
        '(' => AfterGroup(pattern, at),
        _ => at + 1,
    };

    private static int AfterEscape(string pattern, int at)
    {
        if (at + 1 >= pattern.Length) return pattern.Length;
        if (pattern[at + 1] is 'p' or 'P') return Closed(pattern, at, '}');
        if (char.IsAsciiDigit(pattern[at + 1]))
        {
            var end = at + 1;
            while (end < pattern.Length && char.IsAsciiDigit(pattern[end])) end++;
            return end;
        }

        var length = pattern[at + 1] switch { 'u' => 6, 'x' => 4, 'c' => 3, 'k' => Closed(pattern, at, '>') - at, _ => 2 };
        return Math.Min(pattern.Length, at + length);
    }

    private static int Closed(string pattern, int at, char sign) =>
        pattern.IndexOf(sign, at) is >= 0 and var end ? end + 1 : pattern.Length;

    private static int AfterClass(string pattern, int at)
    {
        // a bracket that comes first is a member
        var next = at + 1;
        if (next < pattern.Length && pattern[next] == '^') next++;
        if (next < pattern.Length && pattern[next] == ']') next++;
        while (next < pattern.Length && pattern[next] != ']')
            next = pattern[next] == '[' ? AfterClass(pattern, next) : pattern[next] == '\\' ? AfterEscape(pattern, next) : next + 1;
        return Math.Min(pattern.Length, next + 1);
    }

    private static int AfterGroup(string pattern, int at)
    {
        var next = at + 1;
        while (next < pattern.Length && pattern[next] != ')') next = After(pattern, next);
        return Math.Min(pattern.Length, next + 1);
    }

    /// <summary>How the element before may be repeated, and where that ends.</summary>
    private static (bool MayLack, int Next) Quantifier(string pattern, int at)
    {
        if (at >= pattern.Length) return (false, at);
        var (mayLack, next) = pattern[at] switch
        {
            '?' or '*' => (true, at + 1),
            '+' => (false, at + 1),
            '{' when at + 1 < pattern.Length && char.IsAsciiDigit(pattern[at + 1]) =>
                (pattern[at + 1] == '0', Closed(pattern, at, '}')),
            _ => (false, at),
        };
        // lazy
        if (next > at && next < pattern.Length && pattern[next] == '?') next++;
        return (mayLack, next);
    }

    /// <summary>Options change what characters mean.</summary>
    [GeneratedRegex(@"\(\?[imnsx-]+[):]", RegexOptions.CultureInvariant)]
    private static partial Regex Options();
}
