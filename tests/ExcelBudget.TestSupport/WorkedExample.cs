using System.Text.RegularExpressions;

namespace ExcelBudget.TestSupport;

/// <summary>The pack that templates/GUIDE.md makes from an empty folder: whoever copies its files has a pack that works.</summary>
public static partial class WorkedExample
{
    /// <summary>Id of the pack.</summary>
    public const string Id = "shili";

    private static readonly Lazy<string> Unpacked = new(Unpack);

    /// <summary>The pack's folder, with the files of the guide.</summary>
    public static string Folder => Unpacked.Value;

    private static string Unpack()
    {
        var root = Directory.CreateTempSubdirectory("guide-").FullName;
        foreach (var file in Directory.EnumerateFiles(Repository.PathOf("templates", "common"), "*", SearchOption.AllDirectories))
            Write(Path.Combine(root, Path.GetRelativePath(Repository.Packs, file)), File.ReadAllText(file));
        var folder = Path.Combine(root, Id);
        foreach (Match block in Blocks().Matches(File.ReadAllText(Repository.PathOf("templates", "GUIDE.md"))))
            Write(Path.Combine(folder, block.Groups["file"].Value), block.Groups["text"].Value);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return folder;
    }

    private static void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }

    [GeneratedRegex(@"```(?:yaml|csv)\r?\n# 文件 (?<file>\S+)\r?\n(?<text>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Blocks();
}
