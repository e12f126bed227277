using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Packs.Reading;

/// <summary>Whether code-tree rows fit their code list: levels, pieces of the code, names that must tell codes apart.</summary>
internal static class TreeConsistency
{
    public static IEnumerable<string> Problems(RowGroup.Tree tree, CodeList codes)
    {
        var levels = codes.LevelLengths.Count;
        if (tree.Depths.Zip(tree.Depths.Skip(1)).Any(pair => pair.First >= pair.Second))
            yield return $"levels 应从高到低，如 [类, 款, 项]，不能是 [{string.Join(", ", tree.Levels)}]";
        if (tree.LeafDepth >= levels)
        {
            yield return $"levels 写到“{tree.Levels[^1]}”，科目目录“{tree.CodeList}”只有 {levels} 级";
            yield break;
        }

        if (tree.Pieces.Count > 1 && tree.Pieces.Count != levels)
            yield return $"科目编码分在 {tree.Pieces.Count} 栏里，科目目录“{tree.CodeList}”有 {levels} 级，应一级一栏";
        if (tree.ItemField is null != codes.ItemDepth < 0)
            yield return "codes 里写了 itemDigits 的科目目录，tree 里要用 items 写明按哪一列逐项列出；没有写的不能用 items";
        if (tree.Pieces.Count > 1 && tree.Text is not null) yield return "科目编码分栏时不能再写 text";
        if (tree.Text is { } text)
        {
            foreach (var problem in OfText(tree, text, codes)) yield return problem;
        }
    }

    private static IEnumerable<string> OfText(RowGroup.Tree tree, string text, CodeList codes)
    {
        if (tree.Print == CodePrint.Joined)
        {
            var after = text.IndexOf("{code}", StringComparison.Ordinal) + "{code}".Length;
            if (after == text.Length || text[after] == '{') yield return $"text“{text}”的 {{code}} 后面要有符号把编码和名称分开，如 [{{code}}]{{name}}";
            yield break;
        }

        if (!text.Contains("{name}", StringComparison.Ordinal))
        {
            yield return $"text“{text}”里应有 {{name}}（科目名称），或 {{code}} 和 {{name}}";
            yield break;
        }

        if (tree.Depths.Count > 1) yield return "只印名称、不印编码的科目行只能印一级，如 levels: [类]";
        var twice = CodeNames.Of(codes, tree.LeafDepth).GroupBy(entry => PlainText.Label(entry.Name)).FirstOrDefault(group =>
            group.Count() > 1);
        if (twice is not null)
        {
            var same = string.Join("、", twice.Take(3).Select(entry => entry.Code));
            yield return $"科目目录“{tree.CodeList}”的“{tree.Levels[^1]}”级有重名的科目“{twice.First().Name}”（{same}），"
                + "只印名称分不清是哪一个；请印编码";
        }
    }
}
