using System.Globalization;
using System.Text.RegularExpressions;

namespace ExcelBudget.Workbooks.Template;

/// <summary>A formula of a template cut at the references to cells in it, once: only their rows move.</summary>
internal sealed partial class ReferenceText
{
    private readonly List<(string Before, CellSpan Span)> _references = [];

    /// <param name="formula">The formula.</param>
    public ReferenceText(string formula)
    {
        var at = 0;
        foreach (Match match in Reference().Matches(formula))
        {
            if (!match.Groups["r1"].Success) continue;
            _references.Add((formula[at..match.Index], new CellSpan(match)));
            at = match.Index + match.Length;
        }

        Rest = formula[at..];
    }

    /// <summary>The references in order, each with the text between it and the one before.</summary>
    public IReadOnlyList<(string Before, CellSpan Span)> References => _references;

    /// <summary>The text behind the last reference.</summary>
    public string Rest { get; }

    // strings are matched first so that nothing inside them is taken for a reference
    [GeneratedRegex("""
        "(?:[^"]|"")*"|(?<![\w.$])(?<prefix>(?:'(?:[^']|'')+'|[\w.]+)!)?
        (?<c1>\$?[A-Z]{1,3}\$?)(?<r1>\d{1,7})(?::(?<c2>\$?[A-Z]{1,3}\$?)(?<r2>\d{1,7}))?(?![\w(.!])
        """, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex Reference();
}

/// <summary>A reference to one cell or to an area.</summary>
internal sealed class CellSpan
{
    /// <param name="match">Where it was found.</param>
    internal CellSpan(Match match)
    {
        var prefix = match.Groups["prefix"].Value;
        Text = match.Value;
        Sheet = prefix.Length == 0 ? null : prefix.TrimEnd('!').Trim('\'').Replace("''", "'", StringComparison.Ordinal);
        Begin = prefix + match.Groups["c1"].Value;
        First = int.Parse(match.Groups["r1"].ValueSpan, CultureInfo.InvariantCulture);
        if (!match.Groups["r2"].Success) return;
        Between = ":" + match.Groups["c2"].Value;
        Last = int.Parse(match.Groups["r2"].ValueSpan, CultureInfo.InvariantCulture);
    }

    /// <summary>As the template has it.</summary>
    public string Text { get; }

    /// <summary>The sheet it names; null where it names none.</summary>
    public string? Sheet { get; }

    /// <summary>Up to its first row.</summary>
    public string Begin { get; }

    /// <summary>Its first row.</summary>
    public int First { get; }

    /// <summary>From behind its first row up to its last; null for one cell.</summary>
    public string? Between { get; }

    /// <summary>Its last row; 0 for one cell.</summary>
    public int Last { get; }
}
