using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>What one person did to her workbook in one sitting, and the causes a reviewer would name: a line of afternoon.tsv.</summary>
/// <param name="Department">Whose workbook.</param>
/// <param name="Done">What she did.</param>
/// <param name="How">The same for a program.</param>
/// <param name="Causes">What must be told; none where nothing may be.</param>
public sealed record Sitting(string Department, string Done, string How, IReadOnlyList<NamedCause> Causes)
{
    private const string BasicMark = "basic: ";

    /// <summary>All of them, in the order of the file.</summary>
    public static IReadOnlyList<Sitting> All { get; } =
    [
        .. File.ReadAllLines(Repository.PathOf("tests", "data", "afternoon", "afternoon.tsv")).Skip(1).Where(line => line.Length > 0)
            .Select(line => line.Split('\t'))
            .Select(parts => new Sitting(parts[0], parts[1], parts[2].Replace("\\n", "\n", StringComparison.Ordinal), Named(parts[3]))),
    ];

    /// <summary>True where LibreOffice does it, which moves formulas with rows.</summary>
    public bool IsBasic => How.StartsWith(BasicMark, StringComparison.Ordinal);

    /// <summary>The statements of the macro.</summary>
    public string Macro => How[BasicMark.Length..].Replace(" : ", "\n", StringComparison.Ordinal);

    /// <summary>Causes as a reviewer writes them down; «-» for none.</summary>
    public static NamedCause[] Named(string causes) => causes == "-" ? [] : [.. causes.Split(" ;; ").Select(NamedCause.Of)];
}

/// <summary>One cause as a reviewer names it.</summary>
/// <param name="Places">Sheets and cells at any of which one finding must stand.</param>
/// <param name="Value">What an expected value must say; null where the reviewer leaves it open.</param>
/// <param name="Words">Words of which the sentence must have one.</param>
public sealed partial record NamedCause(IReadOnlyList<string> Places, string? Value, IReadOnlyList<string> Words)
{
    /// <summary>«T3!E10 = 782.08 ~ 颠倒|下发».</summary>
    public static NamedCause Of(string text)
    {
        var parts = Pattern().Match(text);
        return new NamedCause(
            parts.Groups[1].Value.Split('/'), parts.Groups[2].Success ? parts.Groups[2].Value : null, parts.Groups[3].Value.Split('|'));
    }

    /// <summary>True for a cause that is a change of something issued, and no more: «~ 改动清单».</summary>
    public bool IsOfChange => Words is ["改动清单"];

    /// <summary>True when a finding stands at one of the places.</summary>
    public bool IsAt(Finding finding) => IsAt(finding.Place);

    /// <summary>True for one of the places.</summary>
    public bool IsAt(Place at) => Places.Any(place => IsAt(at, place));

    /// <summary>True when a finding says what the reviewer would.</summary>
    public bool IsToldBy(Finding finding) =>
        IsAt(finding) && Words.Any(word => finding.Message.Contains(word, StringComparison.Ordinal))
        && (Value is null || finding.Expected is null || finding.Expected.ToString() == Value);

    private static bool IsAt(Place at, string place)
    {
        if (place == "-") return at.Cell is null;
        var parts = place.Split('!');
        return at.Sheet?.StartsWith(parts[0], StringComparison.Ordinal) == true && (parts.Length == 1 || at.Cell == parts[1]);
    }

    [GeneratedRegex("^(.+?)(?: = (.+?))? ~ (.+)$")]
    private static partial Regex Pattern();
}
