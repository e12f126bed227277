using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>Words of the language for a pack that names none of its own: templates/common/indicator-standard-words.yaml.</summary>
internal static class UsualIndicatorWords
{
    private const string Resource = "indicator-standard-words.yaml";

    /// <summary>The lists by their keys.</summary>
    public static YamlMap Read() => new(Resource, (YamlKeys)YamlFile.TreeOf(Content())!, []);

    /// <summary>The file as it was built in.</summary>
    public static byte[] Content()
    {
        using var stream = typeof(UsualIndicatorWords).Assembly.GetManifestResourceStream(Resource)
            ?? throw new InvalidOperationException($"{Resource} is not part of the assembly");
        var content = new byte[stream.Length];
        stream.ReadExactly(content);
        return content;
    }
}
