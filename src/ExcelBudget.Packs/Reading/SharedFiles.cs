using System.Text.RegularExpressions;

namespace ExcelBudget.Packs.Reading;

/// <summary>Files that packs share, as a file of a pack names them: «include: [../common/rules.yaml]».</summary>
public static partial class SharedFiles
{
    /// <summary>Paths of the files that a text includes, relative to the pack.</summary>
    public static IEnumerable<string> NamedIn(string yaml) => Include().Matches(yaml)
        .SelectMany(match => match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));

    /// <summary>The text with what it includes standing beside it, as a version that is kept has it.</summary>
    public static string Beside(string yaml) => Include().Replace(yaml, match => match.Value.Replace(
        match.Groups[1].Value,
        string.Join(", ", match.Groups[1].Value.Split(',', StringSplitOptions.TrimEntries).Select(Path.GetFileName).Select(Shared)),
        StringComparison.Ordinal));

    /// <summary>Name of a shared file beside the files of the pack, which may have one of the same name.</summary>
    public static string Shared(string? file) => "shared-" + file;

    [GeneratedRegex(@"^include:[ \t]*\[([^\]]*)\]", RegexOptions.Multiline)]
    private static partial Regex Include();
}
