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

    /// <summary>A file in which the parser loses its way, told at the last place it still understood.</summary>
    /// <param name="file">File within the pack.</param>
    /// <param name="path">The file.</param>
    public static PackFault Unclosed(string file, string path)
    {
        using var reader = new StreamReader(path);
        var parser = new Parser(reader);
        var last = 1;
        try
        {
            while (parser.MoveNext()) last = (int)Math.Max(1, parser.Current?.Start.Line ?? 1);
        }
        catch (Exception problem) when (problem is InvalidOperationException or YamlException)
        {
            // that is what is being told
        }

        var shown = File.ReadLines(path).Skip(last - 1).FirstOrDefault()?.Trim() ?? "";
        return new PackFault(file, last, $"“{shown}”附近有括号或引号没有配对");
    }
}
