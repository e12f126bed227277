using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using ExcelBudget.Packs.Yaml;

namespace ExcelBudget.Packs.Reading;

/// <summary>
/// 已核对。A file beside the packs that says: read by this very program, exactly these files had no fault, the templates of workbook and note
/// included. Then a verb need not read all packs to know that it may open workbooks, and what it reads it need not parse: the trees of the
/// YAML files lie in a second file, which the mark vouches for. A mark that fits no longer, is damaged or cannot be written only costs
/// the reading.
/// </summary>
public static class SoundMark
{
    private const string Name = "sound.mark";

    private const string Trees = "sound.trees";

    private static readonly string[] Kinds = [".yaml", ".csv", ".txt", ".docx", ".xlsx"];

    // what reads packs, and those above it that read their templates
    private static readonly string[] Rooms =
        ["ExcelBudget.Domain", "ExcelBudget.Rules", "ExcelBudget.Packs", "ExcelBudget.Workbooks", "ExcelBudget.Notes"];

    /// <summary>True when the packs in a folder are known to be sound as they are now.</summary>
    public static bool Fits(string packs)
    {
        try
        {
            var mark = Path.Combine(packs, Name);
            return File.Exists(mark) && File.ReadAllText(mark).Trim() == Of(State(packs), File.ReadAllBytes(Path.Combine(packs, Trees)));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Leaves the mark for packs that were just read without a fault; a folder that takes no file goes without.</summary>
    /// <param name="packs">Their folder.</param>
    /// <param name="state">Its <see cref="State"/> before they were read: a file that was changed meanwhile was not proven.</param>
    public static void Keep(string packs, string state)
    {
        try
        {
            var trees = ParsedFiles.Pack([.. Parsed(packs), .. BuiltIn()]);
            File.WriteAllBytes(Path.Combine(packs, Trees), trees);
            // one that is written half fits nothing
            File.WriteAllText(Path.Combine(packs, Name), Of(state, trees));
        }
        catch (Exception kept) when (kept is IOException or UnauthorizedAccessException)
        {
            // installed where nobody may write: every start reads the packs, as it would without this
        }
    }

    /// <summary>Takes up the trees of packs whose mark fits, so that their files are not parsed again.</summary>
    public static void UseTrees(string packs)
    {
        try
        {
            ParsedFiles.Use(File.ReadAllBytes(Path.Combine(packs, Trees)));
        }
        catch (Exception unread) when (unread is IOException or UnauthorizedAccessException)
        {
            // gone since the mark was looked at: the files are parsed
        }
    }

    private static IEnumerable<(byte[] Content, YamlTree Tree)> Parsed(string packs) =>
        from file in Files(packs).Order(StringComparer.Ordinal)
        let content = File.ReadAllBytes(Path.Combine(packs, file))
        let tree = Path.GetExtension(file) switch
        {
            ".yaml" => Parsed(YamlFile.TreeOf, content),
            ".csv" when file.Contains("/codes/", StringComparison.Ordinal) => Parsed(TableFile.TreeOf, content),
            _ => null,
        }
        where tree is not null
        select (content, tree);

    private static IEnumerable<(byte[] Content, YamlTree Tree)> BuiltIn()
    {
        var content = UsualIndicatorWords.Content();
        if (YamlFile.TreeOf(content) is { } tree) yield return (content, tree);
    }

    private static YamlTree? Parsed(Func<byte[], YamlTree?> parser, byte[] content)
    {
        try
        {
            return parser(content);
        }
        catch (Exception problem) when (problem is not OutOfMemoryException)
        {
            // a file beside a sound pack that is none of it
            return null;
        }
    }

    private static string Of(string state, byte[] trees)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(state));
        hash.AppendData(trees);
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>
    /// Everything that decides whether a pack has faults: the program that reads it and fills its templates, and all files of all packs.
    /// </summary>
    /// <exception cref="IOException">A file cannot be read.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be read.</exception>
    public static string State(string packs)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var room in Rooms.Select(Assembly.Load)) hash.AppendData(room.ManifestModule.ModuleVersionId.ToByteArray());
        foreach (var file in Files(packs).Order(StringComparer.Ordinal))
        {
            var content = File.ReadAllBytes(Path.Combine(packs, file));
            hash.AppendData(Encoding.UTF8.GetBytes($"{file}\n{content.Length}\n"));
            hash.AppendData(content);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>What packs are read from, by the path below their folder with «/»; samples are data, not packs.</summary>
    private static IEnumerable<string> Files(string packs) =>
        from file in Directory.EnumerateFiles(packs, "*", SearchOption.AllDirectories)
        where Kinds.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase)
        let name = Path.GetRelativePath(packs, file).Replace(Path.DirectorySeparatorChar, '/')
        where !name.Contains("/sample/", StringComparison.Ordinal)
        select name;
}
