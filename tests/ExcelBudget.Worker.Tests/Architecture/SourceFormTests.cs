using System.Text.RegularExpressions;

namespace ExcelBudget.Worker.Tests.Architecture;

/// <summary>What every source file keeps to.</summary>
public sealed partial class SourceFormTests
{
    private const int LongestLine = 140;

    [Fact]
    public void Line_OfASourceFile_IsNoLongerThanAScreenIsWide() => Sources().SelectMany(LongLines).ShouldBeEmpty();

    [Fact]
    public void Type_OfTheProduct_HasItsNameToItself() => Sources()
        .Where(file => Path.GetRelativePath(Repository.Root, file).StartsWith("src", StringComparison.Ordinal))
        .SelectMany(file => File.ReadLines(file).Select(line => TopLevelType().Match(line)).Where(match => match.Success)
            .Select(match => (Name: match.Groups["name"].Value, File: Path.GetRelativePath(Repository.Root, file))))
        .Distinct().GroupBy(type => type.Name).Where(types => types.Select(type => Room(type.File)).Distinct().Count() > 1)
        .Select(types => $"{types.Key}: {string.Join(", ", types.Select(type => type.File))}").ShouldBeEmpty();

    // a folder is a namespace: within one the compiler sees to it, and parts of one type share it
    private static string Room(string file) => Path.GetDirectoryName(file)!;

    private static IEnumerable<string> Sources() => new[] { "src", "tests" }
        .SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs", SearchOption.AllDirectories))
        .Where(file => !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal));

    private static IEnumerable<string> LongLines(string file) => File.ReadLines(file)
        .Select((line, index) => (line.Length, Number: index + 1)).Where(line => line.Length >= LongestLine)
        .Select(line => $"{Path.GetRelativePath(Repository.Root, file)}({line.Number}): {line.Length}");

    [GeneratedRegex(
        @"^(?:(?:public|internal|sealed|abstract|static|readonly|partial|ref) )*(?:record struct|" +
        @"record|class|struct|interface|enum) (?<name>\w+)")]
    private static partial Regex TopLevelType();
}
