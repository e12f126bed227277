using System.Globalization;
using ExcelBudget.Workbooks.Drafting;

namespace ExcelBudget.Worker.Packs;

/// <summary>猜。What a draft guessed and nobody has looked at yet: no fault, but whoever works on the pack should know.</summary>
internal static class OpenGuesses
{
    private const int MostLines = 12;

    /// <summary>How many there are, and for each file and thing to look at the lines; nothing where none is left.</summary>
    public static IEnumerable<string> In(string folder)
    {
        var guesses = Files(folder).SelectMany(file => File.ReadLines(file).Select((line, index) => (
            File: Path.GetRelativePath(folder, file).Replace('\\', '/'), Line: index + 1, What: What(line))))
            .Where(guess => guess.What.Length > 0).ToArray();
        if (guesses.Length == 0) yield break;
        yield return $"还有 {guesses.Length} 处是猜的，核对后删去“猜”字：";
        foreach (var group in guesses.SelectMany(guess => guess.What.Split('、').Select(what => (guess.File, guess.Line, What: what)))
            .GroupBy(guess => (guess.File, guess.What)))
        {
            var lines = group.Select(guess => guess.Line.ToString(CultureInfo.InvariantCulture)).Distinct().ToArray();
            var more = lines.Length > MostLines ? $" 等 {lines.Length} 行" : " 行";
            yield return $"{group.Key.File}：{group.Key.What}（第 {string.Join("、", lines.Take(MostLines))}{more}）";
        }
    }

    private static IEnumerable<string> Files(string folder) => Directory.EnumerateFiles(folder, "*.yaml")
        .Concat(Directory.Exists(Path.Combine(folder, "forms")) ? Directory.EnumerateFiles(Path.Combine(folder, "forms"), "*.yaml") : [])
        .Order(StringComparer.Ordinal);

    private static string What(string line) => line.IndexOf(DraftWriter.Mark, StringComparison.Ordinal) is >= 0 and var at
        ? line[(at + DraftWriter.Mark.Length)..].Trim() : "";
}
