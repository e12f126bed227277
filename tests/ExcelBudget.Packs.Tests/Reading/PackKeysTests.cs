using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ExcelBudget.Packs.Tests.Reading;

/// <summary>templates/KEYS.md tells every key: what a reader of packs asks for and the page does not tell fails here.</summary>
public sealed partial class PackKeysTests
{
    private static readonly string Page = File.ReadAllText(Repository.PathOf("templates", "KEYS.md"));

    /// <summary>Words of keys and of their values, as the readers of pack files name them.</summary>
    [Fact]
    public void WordsThatReadersOfPacksAskFor_StandInTheReference()
    {
        var told = Code().Matches(Page).SelectMany(match => Word().Matches(match.Value)).Select(match => match.Value).ToHashSet();
        string[] folders = ["src/ExcelBudget.Packs/Forms", "src/ExcelBudget.Packs/Reading", "src/ExcelBudget.Packs/Yaml",
            "src/ExcelBudget.Notes/Outline"];
        var asked = folders.SelectMany(folder => Directory.EnumerateFiles(Repository.PathOf(folder), "*.cs"))
            .SelectMany(File.ReadLines).Where(line => !line.TrimStart().StartsWith("//", StringComparison.Ordinal))
            .SelectMany(line => Asked().Matches(line).Select(match => match.Groups[1].Value)).Distinct().ToArray();
        asked.Length.ShouldBeGreaterThan(200);
        asked.Where(word => !told.Contains(word)).ShouldBeEmpty();
    }

    /// <summary>An example can be copied into a file as it stands, and shows the key it is there for.</summary>
    [Fact]
    public void ExamplesOfTheReference_AreYamlWithTheirKey()
    {
        var rows = Page.Split('\n').Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Replace("\\|", "\u0001", StringComparison.Ordinal).Split(" | ")).ToArray();
        rows.ShouldAllBe(row => row.Length == 5);
        foreach (var row in rows)
        {
            if (row[4].TrimEnd(' ', '|') is not ['`', .. var example, '`'] || example.Contains('…', StringComparison.Ordinal)) continue;
            var stream = new YamlStream();
            stream.Load(new StringReader(example.Replace('\u0001', '|')));
            stream.Documents[0].RootNode.AllNodes.OfType<YamlMappingNode>().SelectMany(map => map.Children.Keys)
                .Select(key => key.ToString()).Intersect(Word().Matches(row[0]).Select(match => match.Value))
                .ShouldNotBeEmpty(example);
        }
    }

    [GeneratedRegex("`[^`]*`")]
    private static partial Regex Code();

    [GeneratedRegex("[A-Za-z][A-Za-z0-9]*")]
    private static partial Regex Word();

    [GeneratedRegex("(?<![$@])\"([a-z][a-zA-Z0-9]*)\"")]
    private static partial Regex Asked();
}
