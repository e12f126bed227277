namespace ExcelBudget.Worker.Tests.Architecture;

/// <summary>What every source file keeps to.</summary>
public sealed class SourceFormTests
{
    private const int LongestLine = 140;

    /// <summary>Lines that are still longer, by project: these numbers only ever get smaller.</summary>
    private static readonly Dictionary<string, int> StillLonger = new()
    {
        ["src/ExcelBudget.Domain"] = 122,
        ["src/ExcelBudget.Notes"] = 27,
        ["src/ExcelBudget.OfficePackages"] = 66,
        ["src/ExcelBudget.Packs"] = 72,
        ["src/ExcelBudget.Rules"] = 115,
        ["src/ExcelBudget.Workbooks"] = 125,
        ["src/ExcelBudget.Worker"] = 38,
        ["tests/ExcelBudget.Benchmarks"] = 8,
        ["tests/ExcelBudget.Domain.Tests"] = 28,
        ["tests/ExcelBudget.Notes.Tests"] = 26,
        ["tests/ExcelBudget.Packs.Tests"] = 44,
        ["tests/ExcelBudget.Rules.Tests"] = 73,
        ["tests/ExcelBudget.TestSupport"] = 26,
        ["tests/ExcelBudget.Workbooks.Tests"] = 110,
        ["tests/ExcelBudget.Worker.Tests"] = 38,
    };

    [Fact]
    public void Line_OfASourceFile_IsNoLongerThanAScreenIsWide()
    {
        var lines = Sources().SelectMany(LongLines).ToArray();
        var byProject = lines.GroupBy(line => line.Project).ToDictionary(group => group.Key, group => group.Count());
        foreach (var (project, count) in byProject)
        {
            count.ShouldBeLessThanOrEqualTo(
                StillLonger.GetValueOrDefault(project),
                string.Join('\n', lines.Where(line => line.Project == project).Select(line => line.Where)));
        }
    }

    private static IEnumerable<string> Sources() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<(string Project, string Where)> LongLines(string file)
    {
        var relative = Path.GetRelativePath(Repository.Root, file).Replace('\\', '/');
        var project = string.Join('/', relative.Split('/').Take(2));
        return File.ReadLines(file).Select((line, index) => (line, index)).Where(line => line.line.Length >= LongestLine)
            .Select(line => (project, $"{relative}({line.index + 1}): {line.line.Length}"));
    }
}
