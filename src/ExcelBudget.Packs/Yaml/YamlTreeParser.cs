using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ExcelBudget.Packs.Yaml;

/// <summary>Parses YAML.</summary>
internal static class YamlTreeParser
{
    /// <summary>The first document of a text.</summary>
    /// <returns>Its tree; null when it is empty.</returns>
    /// <exception cref="YamlException">It is not YAML.</exception>
    /// <exception cref="InvalidOperationException">The parser lost its way in brackets that are never closed.</exception>
    public static YamlTree? Parse(TextReader text)
    {
        var stream = new YamlStream();
        stream.Load(text);
        return stream.Documents is [var document, ..] ? Of(document.RootNode) : null;
    }

    private static YamlTree Of(YamlNode node) => node switch
    {
        YamlMappingNode map => new YamlKeys(Line(map), Column(map), [.. map.Children.Select(pair => (Key(pair.Key), Of(pair.Value)))]),
        YamlSequenceNode list => new YamlList(Line(list), Column(list), [.. list.Children.Select(Of)]),
        _ => Key(node),
    };

    private static YamlText Key(YamlNode node) => node is YamlScalarNode text
        ? new YamlText(Line(node), Column(node), text.Value ?? "", text.Style switch
        {
            ScalarStyle.SingleQuoted or ScalarStyle.DoubleQuoted => YamlStyle.Quoted,
            ScalarStyle.Literal or ScalarStyle.Folded => YamlStyle.Block,
            _ => YamlStyle.Plain,
        })
        : new YamlText(Line(node), Column(node), "", YamlStyle.Plain);

    private static int Line(YamlNode node) => (int)node.Start.Line;

    private static int Column(YamlNode node) => (int)node.Start.Column;
}
