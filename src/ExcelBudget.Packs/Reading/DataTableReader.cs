using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads «data» of pack.yaml: tables of the dataset that the pack declares, and columns it adds to those there are.</summary>
internal static class DataTableReader
{
    private static readonly Dictionary<string, DataKind> Kinds = new(StringComparer.Ordinal)
    {
        ["text"] = DataKind.Text,
        ["code"] = DataKind.Code,
        ["functionCode"] = DataKind.FunctionCode,
        ["economicCode"] = DataKind.EconomicCode,
        ["amount"] = DataKind.Amount,
        ["number"] = DataKind.Number,
        ["choice"] = DataKind.Choice,
    };

    private static readonly Dictionary<string, DataNeed> Needs = new(StringComparer.Ordinal)
    {
        ["required"] = DataNeed.Required,
        ["blank"] = DataNeed.BlankAllowed,
        ["optional"] = DataNeed.Optional,
    };

    public static IReadOnlyList<DataTable> Read(YamlMap pack)
    {
        if (pack.Map("data") is not { } data) return [];
        return [.. data.Keys.Select(name => data.Map(name) is { } map ? Table(name, map) : null).OfType<DataTable>()];
    }

    private static DataTable Table(string name, YamlMap map)
    {
        var table = new DataTable(name, map.Text("title") ?? "", map.Text("meaning") ?? "", [.. map.Maps("columns").Select(Column)])
        {
            Line = map.Line,
        };
        map.RefuseOthers();
        return table;
    }

    private static DataColumn Column(YamlMap map)
    {
        var column = new DataColumn(map.Required("name"), map.Required("title"), One(map, "kind", Kinds, "text"),
            One(map, "need", Needs, "required"))
        {
            Aliases = map.Texts("aliases"),
            Choices = map.Texts("choices"),
        };
        if (column.Kind == DataKind.Choice != column.Choices.Count > 0)
            map.Faults.Add(new PackFault(map.File, map.Line, $"列 {column.Name}：kind: choice 和 choices（可填的词）要一起写"));
        map.RefuseOthers();
        return column;
    }

    private static T One<T>(YamlMap map, string key, Dictionary<string, T> words, string otherwise)
    {
        var word = map.Text(key) ?? otherwise;
        if (words.TryGetValue(word, out var known)) return known;
        map.Faults.Add(new PackFault(map.File, map.LineOf(key), $"{key} 应为 {string.Join("、", words.Keys)} 之一，不能是“{word}”"));
        return words[otherwise];
    }
}
