using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Tests.Reading;

/// <summary>YAML files that need not be parsed again.</summary>
public sealed class ParsedFilesTests
{
    [Fact]
    public void Files_OfSoundPacks_SayTheSameWhetherParsedOrKept()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("templates"), "*.yaml", SearchOption.AllDirectories))
        {
            var content = File.ReadAllBytes(file);
            var parsed = YamlTreeParser.Parse(new StreamReader(new MemoryStream(content)))!;
            ParsedFiles.Use(ParsedFiles.Pack([(content, parsed)]));
            Shown(ParsedFiles.Find(content)!).ShouldBe(Shown(parsed), file);
        }
    }

    [Fact]
    public void CodeTables_SayTheSameWhetherParsedOrKept()
    {
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("templates"), "*.csv", SearchOption.AllDirectories)
            .Where(file => Path.GetFileName(Path.GetDirectoryName(file)) == "codes"))
        {
            var content = File.ReadAllBytes(file);
            var parsed = TableFile.TreeOf(content);
            ParsedFiles.Use(ParsedFiles.Pack([(content, parsed)]));
            Shown(ParsedFiles.Find(content)!).ShouldBe(Shown(parsed), file);
            TableFile.Rows(content).Count.ShouldBe(parsed.Items.Count);
        }
    }

    [Fact]
    public void Store_ThatBreaksOffAnywhere_IsLeftAside()
    {
        var content = "unheard: [of, 'before', {by: anybody}]"u8.ToArray();
        var store = ParsedFiles.Pack([(content, YamlTreeParser.Parse(new StringReader("unheard: [of, 'before', {by: anybody}]"))!)]);
        for (var length = 0; length < store.Length; length++)
        {
            ParsedFiles.Use(store[..length]);
            ParsedFiles.Find(content).ShouldBeNull();
        }

        ParsedFiles.Use(store);
        ParsedFiles.Find(content).ShouldNotBeNull();
    }

    private static string Shown(YamlTree tree) => $"{tree.Line}:{tree.Column} " + tree switch
    {
        YamlKeys keys => "{" + string.Concat(keys.Entries.Select(entry => Shown(entry.Key) + Shown(entry.Value))) + "}",
        YamlList list => "[" + string.Concat(list.Items.Select(Shown)) + "]",
        YamlText text => $"{text.Style} “{text.Value}”",
        _ => "",
    };
}
