using System.Text.RegularExpressions;

namespace ExcelBudget.Packs.Datasets.Values;

/// <summary>Reads codes: always text, never numbers.</summary>
internal static partial class CodeText
{
    /// <summary>Any code; what Excel turned into scientific notation is refused, because digits are lost.</summary>
    public static CellReading Any(string text)
    {
        var code = TextForms.Trimmed(text);
        return Scientific().IsMatch(code)
            ? CellReading.Wrong("是科学计数法，编码的位数已经丢失。请把这一列设为文本格式，再重新填写编码。")
            : CellReading.Clean(code);
    }

    /// <summary>支出功能分类科目编码: 3 (类), 5 (款) or 7 (项) digits.</summary>
    public static CellReading Function(string text) => Digits(text, [3, 5, 7], "功能科目编码", "如 201、20131 或 2013101");

    /// <summary>部门预算支出经济分类科目编码: 3 (类) or 5 (款) digits.</summary>
    public static CellReading Economic(string text) => Digits(text, [3, 5], "经济科目编码", "如 301 或 30101");

    private static CellReading Digits(string text, int[] lengths, string what, string examples)
    {
        if (Any(text) is { Value: null } refused) return refused;
        var code = TextForms.Narrow(TextForms.Trimmed(text));
        if (!lengths.Contains(code.Length) || !code.All(char.IsAsciiDigit))
        {
            return CellReading.Wrong($"不是{what}。请填写 {string.Join("、", lengths)} 位数字的编码，{examples}，并把这一列设为文本格式。");
        }

        return code == TextForms.Trimmed(text) ? CellReading.Clean(code) : CellReading.Messy(code, $"是全角数字，已按 {code} 读取。请改为半角。");
    }

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+)?[eE]\+?[0-9]+\z")]
    private static partial Regex Scientific();
}
