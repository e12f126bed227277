using System.Text.RegularExpressions;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// 认表头的写法。How titles, headings and labels are written, by name; data that packs share (common/draft-headings.txt), so that what
/// another province prints is added there.
/// </summary>
public sealed class DraftPatterns
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(1);

    private readonly Dictionary<string, Regex> _patterns = new(StringComparer.Ordinal);

    private DraftPatterns()
    {
    }

    /// <summary>Reads lines «name=regular expression»; # begins a comment. Of two lines of one name the later counts.</summary>
    public static DraftPatterns Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var patterns = new DraftPatterns();
        foreach (var line in text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (line[0] == '#' || line.IndexOf('=', StringComparison.Ordinal) is not (> 0 and var at)) continue;
            patterns._patterns[line[..at]] = new Regex(line[(at + 1)..], RegexOptions.CultureInvariant, Longest);
        }

        return patterns;
    }

    /// <summary>True when a text is written so; never for a name that the file does not have.</summary>
    public bool Is(string name, string text) => _patterns.TryGetValue(name, out var pattern) && pattern.IsMatch(Folded(text));

    /// <summary>What the first group of a pattern takes; null when the text is not written so.</summary>
    public string? Part(string name, string text) =>
        _patterns.TryGetValue(name, out var pattern) && pattern.Match(Folded(text)) is { Success: true } match
            ? match.Groups[1].Value : null;

    /// <summary>The text with every place that is written so replaced.</summary>
    public string Replaced(string name, string text, Func<string, string> with) =>
        _patterns.TryGetValue(name, out var pattern) ? pattern.Replace(text, match => with(match.Value)) : text;

    /// <summary>The places of a text that are written so.</summary>
    public IEnumerable<string> All(string name, string text) =>
        _patterns.TryGetValue(name, out var pattern) ? pattern.Matches(Folded(text)).Select(match => match.Value) : [];

    /// <summary>A text without blanks.</summary>
    public static string Plain(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)));

    /// <summary>A text as patterns see it: without blanks, brackets and colons full-width.</summary>
    public static string Folded(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign)).Select(sign => sign switch
    {
        '(' => '（',
        ')' => '）',
        ':' => '：',
        _ => sign,
    }));
}
