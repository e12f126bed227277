using System.Globalization;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Excel;

/// <summary>How formulas find the code of a row: in its cell, in several cells, in front of a name, or by the name alone.</summary>
public static class CodeText
{
    /// <summary>No name of a code is longer.</summary>
    private const int Longest = 99;

    /// <summary>Names that hold the codes of one level in ascending order.</summary>
    public static string LevelCodes(string codeList, int depth) =>
        string.Create(CultureInfo.InvariantCulture, $"EB_levelcodes_{codeList}_{depth}");

    /// <summary>Names that hold the names of one level, in the order of their codes.</summary>
    public static string LevelNames(string codeList, int depth) =>
        string.Create(CultureInfo.InvariantCulture, $"EB_levelnames_{codeList}_{depth}");

    /// <summary>The code as a formula; empty where the row shows none.</summary>
    /// <param name="tree">The rows.</param>
    /// <param name="cell">The text of a column in the row, without blanks.</param>
    /// <param name="kept">Keeps a text that is needed more than once, and gives what stands for it.</param>
    public static string Of(RowGroup.Tree tree, Func<ColumnId, string> cell, Func<string, string> kept) => tree.Print switch
    {
        CodePrint.Cell => cell(tree.Column),
        CodePrint.Split => string.Join('&', tree.Pieces.Select(cell)),
        CodePrint.Joined => Joined(tree, kept(cell(tree.Column))),
        _ => Named(tree, kept(cell(tree.Column))),
    };

    /// <summary>The pattern that finds the cell of a code, or of codes with wildcards, by what it prints.</summary>
    /// <param name="tree">The rows.</param>
    /// <param name="code">The code as a formula.</param>
    public static string JoinedPattern(RowGroup.Tree tree, string code)
    {
        var (before, after) = Around(tree.Text!, "{code}");
        var tail = Around(after, "{name}").Before;
        return $"\"*{before}\"&{code}&\"{tail}*\"";
    }

    /// <summary>«[2010301]行政运行» → 2010301.</summary>
    private static string Joined(RowGroup.Tree tree, string text)
    {
        var (before, after) = Around(Ordinals.WithoutSlot(tree.Text!), "{code}");
        var tail = Around(after, "{name}").Before;
        var start = before.Length == 0 ? text : $"MID({text},FIND(\"{before}\",{text})+{before.Length},{Longest})";
        return tail.Length == 0 ? $"IFERROR({start},\"\")" : $"IFERROR(LEFT({start},FIND(\"{tail}\",{start})-1),\"\")";
    }

    /// <summary>«三、教育支出» → 205.</summary>
    private static string Named(RowGroup.Tree tree, string text)
    {
        var name = Ordinals.StyleOf(tree.Text!) is { } style
            ? $"IFERROR(MID({text},FIND(\"{Ordinals.EndOf(style)}\",{text})+1,{Longest}),{text})" : text;
        var (codes, names) = (LevelCodes(tree.CodeList, tree.LeafDepth), LevelNames(tree.CodeList, tree.LeafDepth));
        return $"IFERROR(INDEX({codes},MATCH({name},{names},0)),\"\")";
    }

    private static (string Before, string After) Around(string text, string slot) =>
        text.IndexOf(slot, StringComparison.Ordinal) is >= 0 and var at ? (text[..at], text[(at + slot.Length)..]) : (text, "");
}
