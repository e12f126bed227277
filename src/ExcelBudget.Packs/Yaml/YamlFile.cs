using YamlDotNet.Core;

namespace ExcelBudget.Packs.Yaml;

/// <summary>Opens one YAML file of a pack.</summary>
internal static class YamlFile
{
    private const string Include = "include";

    /// <summary>
    /// The file's mapping, and behind it those of the files it includes, which packs share: «include: [../common/rules.yaml]».
    /// </summary>
    public static IReadOnlyList<YamlMap> OpenWithShared(string folder, string file, List<PackFault> faults)
    {
        if (Open(folder, file, faults) is not { } own) return [];
        return [own, .. own.Texts(Include).Select(shared => Open(folder, shared, faults)).OfType<YamlMap>()];
    }

    /// <summary>The file's mapping; null (and a fault) when it is missing, empty or not YAML.</summary>
    public static YamlMap? Open(string folder, string file, List<PackFault> faults)
    {
        var path = Path.Combine(folder, file);
        if (!File.Exists(path))
        {
            faults.Add(new PackFault(file, 0, "找不到文件"));
            return null;
        }

        try
        {
            if (TreeOf(File.ReadAllBytes(path)) is YamlKeys root) return new YamlMap(file, root, faults);
            faults.Add(new PackFault(file, 1, "文件应由若干“名称: 值”组成"));
        }
        catch (YamlException broken)
        {
            faults.Add(YamlProblem.Of(file, path, broken));
        }
        catch (InvalidOperationException)
        {
            // the parser gives up without a word where brackets are never closed
            faults.Add(YamlProblem.Unclosed(file, path));
        }

        return null;
    }

    /// <summary>The tree of a file, parsed now where nobody did before.</summary>
    public static YamlTree? TreeOf(byte[] content)
    {
        if (ParsedFiles.Find(content) is { } known) return known;
        using var reader = new StreamReader(new MemoryStream(content, writable: false));
        return YamlTreeParser.Parse(reader);
    }
}
