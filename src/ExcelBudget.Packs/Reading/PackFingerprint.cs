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
        (string File, string Text)[] own = [.. Files(folder).Select(file => (file, File.ReadAllText(file)))];
        foreach (var (file, text) in own.Concat(Shared(folder, own)))
        {
            hash.AppendData(Encoding.UTF8.GetBytes(Path.GetFileName(file)));
            hash.AppendData(Encoding.UTF8.GetBytes(text.ReplaceLineEndings("\n")));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset())[..12];
    }

    /// <summary>What the pack includes is part of what it means.</summary>
    private static IEnumerable<(string File, string Text)> Shared(string folder, IEnumerable<(string File, string Text)> files) => files
        .Where(own => own.File.EndsWith(".yaml", StringComparison.Ordinal)).SelectMany(own => SharedFiles.NamedIn(own.Text))
        .Distinct(StringComparer.Ordinal).Select(file => Path.Combine(folder, file)).Where(File.Exists).Order(StringComparer.Ordinal)
        .Select(file => (file, File.ReadAllText(file)));

    private static IEnumerable<string> Files(string folder) => new[] { (".", "*.yaml"), ("forms", "*.yaml"), ("codes", "*.csv") }
        .SelectMany(pair => Directory.Exists(Path.Combine(folder, pair.Item1))
            ? Directory.EnumerateFiles(Path.Combine(folder, pair.Item1), pair.Item2) : [])
        .Order(StringComparer.Ordinal);
}
