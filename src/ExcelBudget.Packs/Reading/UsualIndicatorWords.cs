using ExcelBudget.Packs.Yaml;
using YamlDotNet.RepresentationModel;

namespace ExcelBudget.Packs.Reading;

/// <summary>Words of the language for a pack that names none of its own: templates/common/indicator-standard-words.yaml.</summary>
internal static class UsualIndicatorWords
{
    private const string Resource = "indicator-standard-words.yaml";

    /// <summary>The lists by their keys.</summary>
    public static YamlMap Read()
    {
        using var stream = typeof(UsualIndicatorWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly");
        using var reader = new StreamReader(stream);
        var yaml = new YamlStream();
        yaml.Load(reader);
        return new YamlMap(Resource, (YamlMappingNode)yaml.Documents[0].RootNode, []);
    }
}
