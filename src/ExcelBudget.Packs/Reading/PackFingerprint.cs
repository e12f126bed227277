using System.Security.Cryptography;
using System.Text;

namespace ExcelBudget.Packs.Reading;

/// <summary>Fingerprint of what a pack means: forms, rules and codes, not the look of its workbook and note.</summary>
public static class PackFingerprint
{
    /// <summary>Twelve hexadecimal digits over the pack's YAML and CSV files, whatever their line ends.</summary>
    public static string Of(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        string[] own = [.. Files(folder)];
        foreach (var file in own.Concat(Shared(folder, own)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(Encoding.UTF8.GetBytes(File.ReadAllText(file).ReplaceLineEndings("\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>What the pack includes is part of what it means.</summary>
    private static IEnumerable<string> Shared(string folder, IEnumerable<string> files) => files
        .Where(file => file.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(file => SharedFiles.NamedIn(File.ReadAllText(file)))
        .Distinct(StringComparer.Ordinal).Select(file => Path.Combine(folder, file)).Where(File.Exists).Order(StringComparer.Ordinal);

    private static IEnumerable<string> Files(string folder) => new[] { (".", "*.yaml"), ("forms", "*.yaml"), ("codes", "*.csv") }
        .SelectMany(pair => Directory.Exists(Path.Combine(folder, pair.Item1))
            ? Directory.EnumerateFiles(Path.Combine(folder, pair.Item1), pair.Item2) : [])
        .Order(StringComparer.Ordinal);
}
