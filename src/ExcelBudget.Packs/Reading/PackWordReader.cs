using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>Reads «words» of pack.yaml: words of titles and notes that follow from what a unit says of itself.</summary>
internal static class PackWordReader
{
    /// <summary>The words in declared order.</summary>
    public static IReadOnlyList<PackWord> Read(YamlMap pack)
    {
        if (pack.Map("words") is not { } declared) return [];
        return [.. declared.Keys.Select(name => declared.Map(name) is { } map ? Word(name, map) : null).OfType<PackWord>()];
    }

    /// <summary>Words that name no column there is, or take the name of another slot.</summary>
    public static IEnumerable<PackFault> Problems(Pack pack)
    {
        foreach (var word in pack.Words)
        {
            if (FormSlots.Names.Contains(word.Name)) yield return Fault($"“{word.Name}”已经是别的标记，请换一个名称");
            if (pack.Form(word.Form) is not { } form) yield return Fault($"“{word.Name}”的 from：没有表“{word.Form}”");
            else if (form.Column(word.Column) is null) yield return Fault($"“{word.Name}”的 from：表 {form.Id} 没有栏“{word.Column}”");
        }
    }

    private static PackFault Fault(string problem) => new("pack.yaml", 0, "words：" + problem);

    private static PackWord? Word(string name, YamlMap map)
    {
        var (from, values) = (map.Required("from"), map.Map("values"));
        var otherwise = map.Text("otherwise") ?? "";
        map.RefuseOthers();
        var open = from.IndexOf('[', StringComparison.Ordinal);
        if (open <= 0 || !from.EndsWith(']'))
        {
            map.Faults.Add(new PackFault(map.File, map.LineOf("from"), $"from 应写成 表[栏]，如 unit[层级]，不能是“{from}”"));
            return null;
        }

        return new PackWord(name, new FormId(from[..open]), new ColumnId(from[(open + 1)..^1]),
            values is null ? [] : [.. values.Keys.Select(key => (key, values.Text(key) ?? ""))], otherwise);
    }
}
