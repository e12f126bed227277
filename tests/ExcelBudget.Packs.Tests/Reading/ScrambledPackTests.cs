using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Packs.Tests.Reading;

/// <summary>Whatever a writer leaves half written: a pack has faults with file and line, and the program none.</summary>
public sealed class ScrambledPackTests : IDisposable
{
    private static readonly string[] Slips = ["", "[]", "[1, 2]", "{ a: 1 }", "~", "-5", "\"[\"", "本表[本行"];

    private readonly string _folder = Path.Combine(Directory.CreateTempSubdirectory("pack").FullName, "gouzao");

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_folder)!, recursive: true);

    /// <summary>One value at a time is replaced by something else, or its line taken away.</summary>
    [Fact]
    public void EachValueScrambled_IsAFaultOfThePack_NeverOfTheProgram()
    {
        var source = Repository.PathOf("tests", "data", "packs", "gouzao");
        foreach (var file in Directory.EnumerateFiles(source, "*.yaml", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(_folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.WriteAllText(copy, File.ReadAllText(file)
                .Replace("../../../../templates", Repository.PathOf("templates"), StringComparison.Ordinal));
        }

        PackReader.Read(_folder).Faults.ShouldBeEmpty();
        var told = new List<string>();
        var at = 0;
        var step = int.TryParse(Environment.GetEnvironmentVariable("EXCELBUDGET_SCRAMBLES"), out var asked) ? asked : 61;
        foreach (var file in Directory.EnumerateFiles(_folder, "*.yaml", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var lines = File.ReadAllLines(file);
            for (var line = 0; line < lines.Length; line++)
            {
                foreach (var slip in Scrambled(lines[line]))
                {
                    if (++at % step != 0) continue;
                    File.WriteAllLines(file, [.. lines[..line], .. slip, .. lines[(line + 1)..]]);
                    told.AddRange(PackReader.Read(_folder).Faults.Where(fault => fault.Problem.StartsWith("程序", StringComparison.Ordinal))
                        .Select(fault => $"{Path.GetFileName(file)}:{line + 1} {string.Join(' ', slip)}: {fault.Problem}"));
                }
            }

            File.WriteAllLines(file, lines);
        }

        told.ShouldBeEmpty();
    }

    /// <summary>The line without each of its values in turn, and no line at all.</summary>
    private static IEnumerable<string[]> Scrambled(string line)
    {
        yield return [];
        for (var colon = line.IndexOf(": ", StringComparison.Ordinal); colon >= 0;
            colon = line.IndexOf(": ", colon + 2, StringComparison.Ordinal))
        {
            var end = line.IndexOfAny([',', '}'], colon);
            foreach (var slip in Slips) yield return [line[..(colon + 2)] + slip + (end < 0 ? "" : line[end..])];
        }
    }
}
