namespace ExcelBudget.Packs.Yaml;

/// <summary>What stands at a place of a YAML file.</summary>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal abstract record YamlTree(int Line, int Column);

/// <summary>How a text is written.</summary>
internal enum YamlStyle
{
    /// <summary>As it is.</summary>
    Plain,

    /// <summary>Between quotation marks.</summary>
    Quoted,

    /// <summary>On the lines below «|» or «&gt;».</summary>
    Block,
}

/// <summary>A text.</summary>
internal sealed record YamlText(int Line, int Column, string Value, YamlStyle Style) : YamlTree(Line, Column);

/// <summary>A list.</summary>
internal sealed record YamlList(int Line, int Column, IReadOnlyList<YamlTree> Items) : YamlTree(Line, Column);

/// <summary>Values by their keys, in the order of the file; a key that is no text has an empty one.</summary>
internal sealed record YamlKeys(int Line, int Column, IReadOnlyList<(YamlText Key, YamlTree Value)> Entries) : YamlTree(Line, Column)
{
    private readonly Dictionary<string, YamlTree> _values = Values(Entries);

    /// <summary>The value of a key; null when it is not there.</summary>
    public YamlTree? this[string key] => _values.GetValueOrDefault(key);

    private static Dictionary<string, YamlTree> Values(IReadOnlyList<(YamlText Key, YamlTree Value)> entries)
    {
        var values = new Dictionary<string, YamlTree>(entries.Count, StringComparer.Ordinal);
        foreach (var (key, value) in entries) values.TryAdd(key.Value, value);
        return values;
    }
}
