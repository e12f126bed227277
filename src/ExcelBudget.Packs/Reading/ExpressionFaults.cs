using System.Buffers;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Yaml;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Packs.Reading;

/// <summary>Tells where in a pack's files an expression goes wrong, with the piece that gives offence.</summary>
internal static class ExpressionFaults
{
    private static readonly SearchValues<char> Ends = SearchValues.Create(" [](),:+-*/=≤≥≠<>，：［］（）");

    /// <summary>The fault with file, line and column.</summary>
    public static PackFault Locate(ExpressionFault fault, string folder)
    {
        var problem = $"{Owner(fault)}第 {fault.Column} 个字符处“{Piece(fault)}”：{fault.Problem}";
        var (file, start) = fault.Rule is { } rule
            ? (rule.File, rule.Positions.GetValueOrDefault(fault.Key, new TextPosition(rule.Line, 1)))
            : ($"forms/{fault.Form}.yaml", Find(Path.Combine(folder, "forms", $"{fault.Form}.yaml"), fault.Expression));
        // a rule that a form states by its formulas has no text of its own to point into
        if (fault.Rule is { Positions.Count: 0 }) return new PackFault(file, start.Line, problem);
        return new PackFault(file, start.Line, problem, start.Line > 0 ? start.Column + fault.Column - 1 : 0);
    }

    private static string Owner(ExpressionFault fault) => fault.Rule is { } rule
        ? $"规则 {rule.Id} 的 {fault.Key} “{fault.Expression}”"
        : $"表 {fault.Form} 的{fault.Key}“{fault.Expression}”";

    /// <summary>From the place on to the end of the word, or the symbol that stands there.</summary>
    private static string Piece(ExpressionFault fault)
    {
        var rest = fault.Expression[Math.Min(fault.Column - 1, fault.Expression.Length)..].TrimStart();
        if (rest.Length == 0) return "（末尾）";
        var end = rest.AsSpan().IndexOfAny(Ends);
        return end < 0 ? rest : rest[..Math.Max(end, 1)];
    }

    /// <summary>The first place where a file holds a text, such as a formula; 0 where it does not stand there as such.</summary>
    public static TextPosition Find(string path, string expression)
    {
        if (!File.Exists(path)) return default;
        var lines = File.ReadAllLines(path);
        var line = Array.FindIndex(lines, text => text.Contains(expression, StringComparison.Ordinal));
        return line < 0 ? default : new TextPosition(line + 1, lines[line].IndexOf(expression, StringComparison.Ordinal) + 1);
    }
}
