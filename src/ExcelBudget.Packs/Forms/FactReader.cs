using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Forms;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Forms;

/// <summary>Reads where values come from: table, field, conditions.</summary>
internal static class FactReader
{
    private static readonly Dictionary<string, IReadOnlyList<string>> None = [];

    public static FactQuery? Query(YamlMap? map)
    {
        if (map is null) return null;
        var query = new FactQuery(map.Required("table"), map.Required("field"), Where(map.Map("where")), map.Flag("previousYear"))
        {
            Line = map.LineOf(map.Has("where") ? "where" : "table"),
        };
        map.RefuseOthers();
        return query;
    }

    public static IReadOnlyDictionary<string, IReadOnlyList<string>> Where(YamlMap? map) =>
        map is null ? None : map.Keys.ToDictionary(key => key, map.Texts);
}
