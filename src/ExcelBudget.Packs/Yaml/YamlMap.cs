using System.Globalization;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ExcelBudget.Packs.Yaml;

/// <summary>A YAML mapping that knows its file and lines, and notes keys nobody asked for.</summary>
internal sealed class YamlMap
{
    private readonly YamlMappingNode _node;
    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly Func<string, string>? _fill;

    public YamlMap(string file, YamlMappingNode node, List<PackFault> faults, Func<string, string>? fill = null)
    {
        _fill = fill;
        File = file;
        _node = node;
        Faults = faults;
    }

    public string File { get; }

    public List<PackFault> Faults { get; }

    public int Line => (int)_node.Start.Line;

    public IEnumerable<string> Keys => _node.Children.Keys.Select(Scalar);

    /// <summary>The same mapping with its texts filled in, for one of the words that it is repeated for.</summary>
    public YamlMap Filled(Func<string, string> fill) => new(File, _node, Faults, _fill is null ? fill : text => fill(_fill(text)));

    public bool Has(string key) => _node.Children.ContainsKey(new YamlScalarNode(key));

    public int LineOf(string key) => Node(key) is { } node ? (int)node.Start.Line : Line;

    /// <summary>Where the text of a value begins: behind its quotation mark, or on the line after «|» and «&gt;».</summary>
    public TextPosition PositionOf(string key) => Node(key) switch
    {
        YamlScalarNode { Style: ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted } quoted =>
            new TextPosition((int)quoted.Start.Line, (int)quoted.Start.Column + 1),
        YamlScalarNode { Style: ScalarStyle.Literal or ScalarStyle.Folded } block => new TextPosition((int)block.Start.Line + 1, 1),
        { } node => new TextPosition((int)node.Start.Line, (int)node.Start.Column),
        null => new TextPosition(Line, 1),
    };

    public string? Text(string key) => Node(key) switch
    {
        null => null,
        YamlScalarNode scalar => Word(scalar),
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

    public IReadOnlyList<string> Texts(string key) => Node(key) switch
    {
        null => [],
        YamlScalarNode scalar => [Word(scalar)],
        YamlSequenceNode list => [.. list.Children.Select(Word)],
        var other => Fault<IReadOnlyList<string>>(other, $"{key} 应为一个列表") ?? [],
    };

    public YamlMap? Map(string key) => Node(key) switch
    {
        null => null,
        YamlMappingNode map => new YamlMap(File, map, Faults, _fill),
        var other => Fault<YamlMap>(other, $"{key} 下面应为若干“名称: 值”"),
    };

    public IReadOnlyList<YamlMap> Maps(string key) => Node(key) switch
    {
        // «relations:» with nothing behind it is a list without entries
        null or YamlScalarNode { Value: null or "" } => [],
        YamlSequenceNode list => [.. list.Children.Select(AsMap).OfType<YamlMap>()],
        var other => Fault<IReadOnlyList<YamlMap>>(other, $"{key} 应为一个列表") ?? [],
    };

    public IReadOnlyList<IReadOnlyList<string>> Rows(string key) => Node(key) switch
    {
        null => [],
        YamlSequenceNode list => [.. list.Children.OfType<YamlSequenceNode>().Select(row => row.Children.Select(Scalar).ToArray())],
        var other => Fault<IReadOnlyList<IReadOnlyList<string>>>(other, $"{key} 应为由列表组成的列表") ?? [],
    };

    public bool IsList(string key) => Node(key) is YamlSequenceNode;

    public bool IsMap(string key) => Node(key) is YamlMappingNode;

    /// <summary>Says that a key means something here.</summary>
    public void Ask(string key) => _asked.Add(key);

    /// <summary>Reports keys that mean nothing here: a slip of the pen must not be ignored in silence.</summary>
    public void RefuseOthers()
    {
        foreach (var key in _node.Children.Keys.Where(key => !_asked.Contains(Scalar(key))))
        {
            Faults.Add(new PackFault(File, (int)key.Start.Line, $"不认识的项目“{Scalar(key)}”"));
        }
    }

    private YamlMap? AsMap(YamlNode node) =>
        node is YamlMappingNode map ? new YamlMap(File, map, Faults, _fill) : Fault<YamlMap>(node, "这里应为若干“名称: 值”");

    private YamlNode? Node(string key)
    {
        _asked.Add(key);
        return _node.Children.TryGetValue(new YamlScalarNode(key), out var node) ? node : null;
    }

    private T? Fault<T>(YamlNode node, string problem)
    {
        Faults.Add(new PackFault(File, (int)node.Start.Line, problem));
        return default;
    }

    private string Word(YamlNode node) => _fill is null ? Scalar(node) : _fill(Scalar(node));

    private static string Scalar(YamlNode node) => (node as YamlScalarNode)?.Value ?? "";
}
