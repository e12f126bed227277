namespace ExcelBudget.Domain.Spelling;

/// <summary>
/// 全角半角。One sign for the many that look alike on the screen and must not make a difference in meaning: full-width and small forms,
/// blanks of every width, hyphens, dashes and minus signs. The only folding of the program; readers add only what their own notation
/// needs.
/// </summary>
public static class TextFolding
{
    /// <summary>The half-width sign that stands for all its forms; a sign that has no other form is returned as it is.</summary>
    /// <param name="sign">Any UTF-16 unit; halves of a surrogate pair come back unchanged.</param>
    public static char Half(char sign) => sign switch
    {
        < '\u0080' => sign,
        '￥' => '¥',
        >= '\uFF01' and <= '\uFF5E' => (char)(sign - 0xFEE0),
        >= '\uFE50' and <= '\uFE6B' => Small(sign),
        '｡' => '。',
        '､' => '、',
        '⁄' or '∕' => '/',
        '٪' => '%',
        '＇' or '’' or '‘' or '‛' => '\'',
        '\uFFE0' => '¢',
        _ when IsMinus(sign) || IsDash(sign) => '-',
        _ when IsBlank(sign) => IsBreak(sign) ? '\n' : ' ',
        _ => sign,
    };

    /// <summary>
    /// The text with every sign in its half-width form; as many signs as before. The same instance when nothing changes.
    /// </summary>
    public static string Half(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var at = 0;
        while (at < text.Length && text[at] < '\u0080') at++;
        return at == text.Length ? text : string.Create(text.Length, text, static (folded, source) =>
        {
            for (var index = 0; index < source.Length; index++) folded[index] = Half(source[index]);
        });
    }

    /// <summary>
    /// Without blanks and invisible signs at both ends; line ends become «\n». The inside and its width stay as written.
    /// </summary>
    public static string Trimmed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var (start, end) = (0, text.Length);
        while (start < end && IsNothing(text[start])) start++;
        while (end > start && IsNothing(text[end - 1])) end--;
        var kept = start == 0 && end == text.Length ? text : text[start..end];
        return kept.Contains('\r', StringComparison.Ordinal)
            ? kept.Replace("\r\n", "\n", StringComparison.Ordinal).Replace('\r', '\n')
            : kept;
    }

    /// <summary>Half-width and without any blank or invisible sign: what two spellings of one figure or code have in common.</summary>
    public static string Compact(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var sign in text)
        {
            if (!IsNothing(sign)) kept[length++] = Half(sign);
        }

        return new string(kept[..length]);
    }

    /// <summary>What two spellings of the same word have in common: compact, and in lower case.</summary>
    public static string Key(string text) => Compact(text).ToLowerInvariant();

    /// <summary>True for a text of blanks and invisible signs only, and for an empty one.</summary>
    public static bool IsBlank(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        foreach (var sign in text)
        {
            if (!IsNothing(sign)) return false;
        }

        return true;
    }

    /// <summary>True for blanks of every width, no-break spaces, tabs and line ends.</summary>
    public static bool IsBlank(char sign) => char.IsWhiteSpace(sign);

    /// <summary>True for what ends a line.</summary>
    public static bool IsBreak(char sign) => sign is '\n' or '\r' or '\v' or '\f' or '\u0085' or '\u2028' or '\u2029';

    /// <summary>
    /// True for signs that print nothing: zero-width characters, direction marks, soft hyphens, byte order marks, control characters.
    /// </summary>
    public static bool IsInvisible(char sign) => sign is '\u00AD' or '\uFEFF' or '\u2060' or '\u180E' or (>= '\u200B' and <= '\u200F')
        or (>= '\u202A' and <= '\u202E') or (>= '\u2061' and <= '\u2064') or (>= '\u2066' and <= '\u2069') or (>= '\uFE00' and <= '\uFE0F')
        || (char.IsControl(sign) && !char.IsWhiteSpace(sign));

    /// <summary>True for the hyphen and for every sign that is only ever a minus or a hyphen.</summary>
    public static bool IsMinus(char sign) => sign is '-' or '−' or '－' or '﹣' or '‐' or '‑' or '‒' or '⁻' or '₋' or '➖';

    /// <summary>True for dashes. In sentences they are punctuation; alone before a digit people type them for a minus.</summary>
    public static bool IsDash(char sign) => sign is '–' or '—' or '―' or '─' or '﹘' or '⸺' or '━' or 'ー';

    private static bool IsNothing(char sign) => sign >= '\u0080' ? IsBlank(sign) || IsInvisible(sign) : sign <= ' ' || sign == '\u007F';

    private static char Small(char sign) => sign switch
    {
        '﹐' => ',',
        '﹑' => '、',
        '﹒' => '.',
        '﹔' => ';',
        '﹕' => ':',
        '﹖' => '?',
        '﹗' => '!',
        '﹘' or '﹣' => '-',
        '﹙' => '(',
        '﹚' => ')',
        '﹛' => '{',
        '﹜' => '}',
        '﹟' => '#',
        '﹠' => '&',
        '﹡' => '*',
        '﹢' => '+',
        '﹤' => '<',
        '﹥' => '>',
        '﹦' => '=',
        '﹨' => '\\',
        '﹩' => '$',
        '﹪' => '%',
        '﹫' => '@',
        _ => sign,
    };
}
