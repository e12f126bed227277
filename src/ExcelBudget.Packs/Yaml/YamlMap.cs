using System.Globalization;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Packs.Yaml;

/// <summary>A YAML mapping that knows its file and lines, and notes keys nobody asked for.</summary>
internal sealed class YamlMap
{
    private readonly YamlKeys _node;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Func<string, string>? _fill;

    public YamlMap(string file, YamlKeys node, List<PackFault> faults, Func<string, string>? fill = null)
    {
        _fill = fill;
        File = file;
        _node = node;
        Faults = faults;
    }

    public string File { get; }

    public List<PackFault> Faults { get; }

    public int Line => _node.Line;

    public IEnumerable<string> Keys => _node.Entries.Select(entry => entry.Key.Value);

    /// <summary>The same mapping with its texts filled in, for one of the words that it is repeated for.</summary>
    public YamlMap Filled(Func<string, string> fill) => new(File, _node, Faults, _fill is null ? fill : text => fill(_fill(text)));

    public bool Has(string key) => _node[key] is not null;

    public int LineOf(string key) => Node(key) is { } node ? node.Line : Line;

    /// <summary>Where the text of a value begins: behind its quotation mark, or on the line after «|» and «&gt;».</summary>
    public TextPosition PositionOf(string key) => Node(key) switch
    {
        YamlText { Style: YamlStyle.Quoted } quoted => new TextPosition(quoted.Line, quoted.Column + 1),
        YamlText { Style: YamlStyle.Block } block => new TextPosition(block.Line + 1, 1),
        { } node => new TextPosition(node.Line, node.Column),
        null => new TextPosition(Line, 1),
    };

    public string? Text(string key) => Node(key) switch
    {
        null => null,
        YamlText scalar => Word(scalar),
        var other => Fault<string>(other, $"{key} 应为一个值"),
    };

    public string Required(string key)
    {
        if (Text(key) is { } text) return text;
        if (!Has(key)) Faults.Add(new PackFault(File, Line, $"缺少 {key}"));
        return "";
    }

    public bool Flag(string key, bool otherwise = false) => Text(key) switch
    {
        null => otherwise,
        "true" => true,
        "false" => false,
        var text => Fault<bool>(Node(key)!, $"{key} 应为 true 或 false，不能是“{text}”"),
    };

    public decimal Number(string key, decimal otherwise)
    {
        var text = Text(key);
        if (text is null) return otherwise;
        return decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
            ? number
            : Fault<decimal>(Node(key)!, $"{key} 应为数字，不能是“{text}”");
    }

    /// <summary>
    /// A list of words; empty when there is none. An array: checks go through the words of a pack for every line of every budget, and
    /// the runtime goes through an array in place of asking a list for one after the other.
    /// </summary>
    public IReadOnlyList<string> Texts(string key) => Node(key) switch
    {
        null => [],
        YamlText scalar => new[] { Word(scalar) },
        YamlList list => list.Items.Select(Word).ToArray(),
        var other => Fault<IReadOnlyList<string>>(other, $"{key} 应为一个列表") ?? [],
    };

    public YamlMap? Map(string key) => Node(key) switch
    {
        null => null,
        YamlKeys map => new YamlMap(File, map, Faults, _fill),
        var other => Fault<YamlMap>(other, $"{key} 下面应为若干“名称: 值”"),
    };

    public IReadOnlyList<YamlMap> Maps(string key) => Node(key) switch
    {
        // «relations:» with nothing behind it is a list without entries
        null or YamlText { Value: "" } => [],
        YamlList list => list.Items.Select(AsMap).OfType<YamlMap>().ToArray(),
        var other => Fault<IReadOnlyList<YamlMap>>(other, $"{key} 应为一个列表") ?? [],
    };

    public IReadOnlyList<IReadOnlyList<string>> Rows(string key) => Node(key) switch
    {
        null => [],
        YamlList list => [.. list.Items.OfType<YamlList>().Select(row => row.Items.Select(Scalar).ToArray())],
        var other => Fault<IReadOnlyList<IReadOnlyList<string>>>(other, $"{key} 应为由列表组成的列表") ?? [],
    };

    public bool IsList(string key) => Node(key) is YamlList;

    public bool IsMap(string key) => Node(key) is YamlKeys;

    /// <summary>Says that a key means something here.</summary>
    public void Ask(string key) => _asked.Add(key);

    /// <summary>Reports keys that mean nothing here: a slip of the pen must not be ignored in silence.</summary>
    public void RefuseOthers()
    {
        foreach (var (key, _) in _node.Entries.Where(entry => !_asked.Contains(entry.Key.Value)))
        {
            Faults.Add(new PackFault(File, key.Line, $"不认识的项目“{key.Value}”"));
        }
    }

    private YamlMap? AsMap(YamlTree node) =>
        node is YamlKeys map ? new YamlMap(File, map, Faults, _fill) : Fault<YamlMap>(node, "这里应为若干“名称: 值”");

    private YamlTree? Node(string key)
    {
        _asked.Add(key);
        return _node[key];
    }

    private T? Fault<T>(YamlTree node, string problem)
    {
        Faults.Add(new PackFault(File, node.Line, problem));
        return default;
    }

    private string Word(YamlTree node) => _fill is null ? Scalar(node) : _fill(Scalar(node));

    private static string Scalar(YamlTree node) => (node as YamlText)?.Value ?? "";
}
