namespace ExcelBudget.Worker.Tests.Architecture;

/// <summary>What every source file keeps to.</summary>
public sealed class SourceFormTests
{
    private const int LongestLine = 140;

    [Fact]
    public void Line_OfASourceFile_IsNoLongerThanAScreenIsWide() => Sources().SelectMany(LongLines).ShouldBeEmpty();

    private static IEnumerable<string> Sources() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> LongLines(string file) => File.ReadLines(file)
        .Select((line, index) => (line.Length, Number: index + 1)).Where(line => line.Length >= LongestLine)
        .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}({line.Number}): {line.Length}");
}
