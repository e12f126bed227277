using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Tests.Spellings;

/// <summary>One spelling of a figure and what it means, whoever reads it.</summary>
/// <param name="Text">As typed.</param>
/// <param name="Value">The number in its own unit; null when the text is no figure.</param>
/// <param name="Unit">元, own (万 or 亿 without 元), %, ‰, 百分点; empty when the place decides.</param>
/// <param name="Problem">Why it is no figure; None for a figure, nothing and blank.</param>
/// <param name="Means">The meaning as the table writes it.</param>
/// <param name="Cleaned">What had to be cleaned.</param>
/// <param name="Entrances">D dataset, W workbook, N note, R rule language.</param>
public sealed partial record TypedFigure(string Text, decimal? Value, string Unit, FigureProblem Problem, string Means,
    Untidiness Cleaned, string Entrances)
{
    /// <summary>All spellings of the table.</summary>
    public static IReadOnlyList<TypedFigure> All { get; } = [.. System.IO.File.ReadLines(TablePath()).Skip(1).Select(Parse)];

    /// <summary>Those an entrance may meet.</summary>
    /// <param name="entrance">D, W, N or R.</param>
    public static IEnumerable<TypedFigure> At(char entrance) =>
        All.Where(spelling => spelling.Entrances.Contains(entrance, StringComparison.Ordinal));

    /// <summary>
    /// What an amount of the spelling is in yuan where a bare number counts so many yuan; null for rates and what is no figure.
    /// </summary>
    public decimal? InYuan(decimal shown) =>
        Value is not { } value ? null : Unit switch { "" => value * shown, "元" or "own" => value, _ => null };

    private static string TablePath([System.Runtime.CompilerServices.CallerFilePath] string source = "")
    {
        // test binaries may run without their sources beside them: then the data lies above the binaries
        var beside = Path.Combine(Path.GetDirectoryName(source)!, "figures.tsv");
        if (System.IO.File.Exists(beside)) return beside;
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !System.IO.File.Exists(Path.Combine(folder.FullName, "ExcelBudget.sln"))) folder = folder.Parent;
        return Path.Combine(folder!.FullName, "tests", "data", "spellings", "figures.tsv");
    }

    private static TypedFigure Parse(string line)
    {
        var parts = line.Split('\t');
        var text = parts[0] == "(empty)"
            ? ""
            : Escaped().Replace(parts[0], match => ((char)Convert.ToInt32(match.Groups[1].Value, 16)).ToString());
        var meaning = parts[1].Split(' ');
        var problem = meaning[0].StartsWith('!') ? Enum.Parse<FigureProblem>(meaning[0][1..]) : FigureProblem.None;
        var isFigure = decimal.TryParse(meaning[0], NumberStyles.Number, CultureInfo.InvariantCulture, out var value);
        var cleaned = parts[2] == "-" ? Untidiness.None : Enum.Parse<Untidiness>(parts[2]);
        return new TypedFigure(text, isFigure ? value : null, meaning.Length > 1 ? meaning[1] : "", problem, parts[1], cleaned, parts[3]);
    }

    [GeneratedRegex(@"\\u([0-9a-f]{4})")]
    private static partial Regex Escaped();
}
