using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>
/// The pack's README tells for each row of the rule catalogue which rules see to it, or why none does; it must not tell tales.
/// </summary>
public sealed partial class CoverageTests
{
    private static readonly Dictionary<string, int> RowsOfCatalogue =
        new(StringComparer.Ordinal) { ["IN"] = 41, ["XT"] = 30, ["YR"] = 22, ["CP"] = 31, ["WB"] = 26 };

    private static readonly (string Row, string[] Rules, string Remark)[] Table = [.. ReadTable()];

    [Fact]
    public void EveryRowOfTheCatalogueAboutWorkbooks_IsInTheReadmeOnce() =>
        Table.Select(row => row.Row)
            .ShouldBe(RowsOfCatalogue.SelectMany(group => Enumerable.Range(1, group.Value).Select(number => $"{group.Key}-{number:00}")),
            ignoreOrder: true);

    [Fact]
    public void EveryRow_NamesRulesOrSaysWhyNot() =>
        Table.Where(row => row.Rules.Length == 0 && row.Remark.Length == 0).Select(row => row.Row).ShouldBeEmpty();

    [Fact]
    public void RulesInTheReadme_ExistInThePackOrInTheProgram()
    {
        var declared = Declared().Select(rule => rule.Id).ToHashSet();
        var sources = Directory.EnumerateFiles(Repository.PathOf("src"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).Select(File.ReadAllText).ToArray();

        Table.SelectMany(row => row.Rules).Distinct()
            .Where(rule => !declared.Contains(rule) && !sources.Any(source => source.Contains($"\"{rule}\"", StringComparison.Ordinal)))
            .ShouldBeEmpty();
    }

    [Fact]
    public void RulesOfThePackAboutWorkbooks_StandInTheReadmeUnderTheirRow()
    {
        var rows = Table.ToDictionary(row => row.Row, row => row.Rules);

        Declared().Where(rule => rows.TryGetValue(rule.Catalogue, out var named) && !named.Contains(rule.Id))
            .Select(rule => $"{rule.Id} → {rule.Catalogue}")
            .ShouldBeEmpty("add them to the table of templates/hebei/README.md");
    }

    private static IEnumerable<(string Id, string Catalogue)> Declared() =>
        Hebei.Book.Pack.Relations.Cast<Domain.Packs.RuleDeclaration>().Concat(Hebei.Book.Pack.TextChecks)
            .Select(rule => (rule.Id, rule.Catalogue));

    private static IEnumerable<(string Row, string[] Rules, string Remark)> ReadTable() =>
        from line in File.ReadLines(Repository.PathOf("templates/hebei/README.md"))
        where TableRow().IsMatch(line)
        let cells = line.Trim('|').Split('|', StringSplitOptions.TrimEntries)
        select (cells[0], RuleId().Matches(cells[2]).Select(id => id.Groups[1].Value).ToArray(), cells[3]);

    [GeneratedRegex(@"^\| (?:IN|XT|YR|CP|WB)-\d\d \|")]
    private static partial Regex TableRow();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex RuleId();
}
