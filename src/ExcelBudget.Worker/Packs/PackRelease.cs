using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Packs;

/// <summary>Keeps a version of a pack in its folder «earlier» before its forms are changed.</summary>
internal static partial class PackRelease
{
    private static readonly (string Folder, string Pattern)[] Kept =
        [("", "*.yaml"), ("", PackFiles.Note), ("forms", "*.yaml")];

    /// <summary>Name of a version's folder.</summary>
    public static string NameOf(int version) => version.ToString(CultureInfo.InvariantCulture);

    /// <summary>Copies what reading, checking and notes need, and raises the version in pack.yaml.</summary>
    /// <returns>Why it was not done; null when it was.</returns>
    public static string? Keep(LoadedPack pack)
    {
        var version = pack.RuleBook.Pack.Version;
        var target = Path.Combine(pack.Folder, PackFiles.Earlier, NameOf(version));
        if (Directory.Exists(target)) return $"{target} 已经有了：第 {version} 版以前存过。请核对 pack.yaml 的 version。";
        var declared = File.ReadAllText(Path.Combine(pack.Folder, "pack.yaml"));
        if (!Version().IsMatch(declared)) return "pack.yaml 没有单独成行的 version，请先补上。";
        foreach (var (folder, pattern) in Kept)
        {
            var source = Path.Combine(pack.Folder, folder);
            if (!Directory.Exists(source)) continue;
            foreach (var file in Directory.EnumerateFiles(source, pattern))
            {
                FileOperations.Replace(Path.Combine(target, folder, Path.GetFileName(file)),
                    file.EndsWith(".yaml", StringComparison.Ordinal) ? KeepShared(pack, target, file) : File.ReadAllBytes(file));
            }
        }

        var kept = CodeFile().Replace(declared, match => $"{match.Groups[1].Value}codes/{Path.GetFileName(match.Groups[2].Value)}");
        foreach (var file in CodeFile().Matches(declared).Select(match => Path.Combine(pack.Folder, match.Groups[2].Value))
            .Where(File.Exists))
            FileOperations.Replace(Path.Combine(target, "codes", Path.GetFileName(file)), File.ReadAllBytes(file));
        FileOperations.Replace(Path.Combine(target, "pack.yaml"), Encoding.UTF8.GetBytes(kept));
        var raised = Version().Replace(declared, match => match.Groups[1].Value + NameOf(version + 1), 1);
        FileOperations.Replace(Path.Combine(pack.Folder, "pack.yaml"), Encoding.UTF8.GetBytes(raised));
        return null;
    }

    /// <summary>What the file includes from other folders is kept beside it.</summary>
    private static byte[] KeepShared(LoadedPack pack, string target, string file)
    {
        var text = File.ReadAllText(file);
        foreach (var shared in SharedFiles.NamedIn(text).Select(shared => Path.Combine(pack.Folder, shared)).Where(File.Exists))
            FileOperations.Replace(Path.Combine(target, SharedFiles.Shared(Path.GetFileName(shared))), File.ReadAllBytes(shared));
        return Encoding.UTF8.GetBytes(SharedFiles.Beside(text));
    }

    /// <summary>Code lists may stand in a folder that packs share; a version kept has its own.</summary>
    [GeneratedRegex(@"(\bfile:[ \t]*)([^,}\s]+\.csv)")]
    private static partial Regex CodeFile();

    [GeneratedRegex(@"^(version:[ \t]*)\d+", RegexOptions.Multiline)]
    private static partial Regex Version();
}
