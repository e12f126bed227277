using ExcelBudget.Domain.Codes;
using ExcelBudget.Packs.Forms;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Forms;

/// <summary>
/// 逐个列出。«each» before a column, a heading or a row repeats it: for each word of a list, with {word} filled in, or for each code of a
/// code list, with {code} and {name}.
/// </summary>
internal static class Repetition
{
    private const string Key = "each";

    private static readonly string[] Levels = ["类", "款", "项"];

    /// <summary>The mapping once for each word or code; itself where it is not repeated.</summary>
    public static IEnumerable<YamlMap> Of(YamlMap map, FormContext context)
    {
        if (!map.Has(Key)) return [map];
        if (map.IsList(Key)) return Words(map, map.Texts(Key), "word");
        if (map.Map(Key) is not { } each) return [];
        var repeated = each.Has("codes") ? Codes(map, each, context) : Words(map, each.Texts("words"), each.Text("as") ?? "word");
        each.RefuseOthers();
        return repeated;
    }

    private static IEnumerable<YamlMap> Words(YamlMap map, IReadOnlyList<string> words, string slot)
    {
        if (words.Count == 0) map.Faults.Add(new PackFault(map.File, map.LineOf(Key), "each 应写明逐个列出的词，如 each: [甲, 乙]"));
        return [.. words.Select(word => Marked(map.Filled(text => text.Replace($"{{{slot}}}", word, StringComparison.Ordinal))))];
    }

    private static IEnumerable<YamlMap> Codes(YamlMap map, YamlMap each, FormContext context)
    {
        var (id, under, only, level) = (each.Required("codes"), each.Text("under") ?? "", each.Texts("only"), each.Text("level"));
        if (!context.Codes.TryGetValue(id, out var codes))
        {
            map.Faults.Add(new PackFault(map.File, each.Line, $"each：没有科目目录“{id}”"));
            return [];
        }

        var depth = level is null ? codes.LevelOf(under) + 1 : Array.IndexOf(Levels, level);
        CodeEntry[] entries = [.. codes.Entries.Where(entry => only.Count > 0 ? only.Contains(entry.Code)
                : codes.LevelOf(entry.Code) == depth && entry.LastYear is null && entry.Code.StartsWith(under, StringComparison.Ordinal))
            .OrderBy(entry => entry.Code, StringComparer.Ordinal)];
        if (entries.Length == 0)
            map.Faults.Add(new PackFault(map.File, each.Line, $"each：科目目录“{id}”里没有这样的科目，请核对 level、under 和 only"));
        return [.. entries.Select(entry => Marked(map.Filled(text => text
            .Replace("{code}", entry.Code, StringComparison.Ordinal).Replace("{name}", entry.Name, StringComparison.Ordinal))))];
    }

    /// <summary>The key was asked for: it is no slip.</summary>
    private static YamlMap Marked(YamlMap map)
    {
        map.Ask(Key);
        return map;
    }
}
