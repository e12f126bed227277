using ExcelBudget.Domain.Spelling;
using ExcelBudget.Packs.Yaml;
using YamlDotNet.Core;

namespace ExcelBudget.Packs.Yaml;

/// <summary>What is wrong with a YAML file, for someone who does not know YAML.</summary>
internal static class YamlProblem
{
    /// <summary>The fault with its line, what stands there and what was expected.</summary>
    /// <param name="file">File within the pack.</param>
    /// <param name="path">The file.</param>
    /// <param name="broken">What the parser says.</param>
    public static PackFault Of(string file, string path, YamlException broken)
    {
        var line = (int)Math.Max(1, broken.Start.Line);
        var shown = File.ReadLines(path).Skip(line - 1).FirstOrDefault()?.Trim() ?? "";
        return new PackFault(file, line, $"“{shown}”{YamlMessages.Meaning(broken.Message)}", (int)Math.Max(1, broken.Start.Column));
    }
}
