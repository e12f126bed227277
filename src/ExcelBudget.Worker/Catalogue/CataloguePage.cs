using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Catalogue;

/// <summary>检查发现一览。The catalogue as a page of the manual, in Markdown. Written by <c>findings --page</c>, never by hand.</summary>
internal static class CataloguePage
{
    private const string Head = """
        # 检查发现一览

        本页列出程序自身能说的每一种检查发现，由 `excelbudget findings --page src/manual/findings.md` 生成，请勿手工修改。
        各省表样的勾稽关系和检查项目由表样包规定，不在此列（见表样包的 rules.yaml、note-check.yaml）。

        级别：**错误**必须改正，工作簿退回；**疑点**请核对后改正或在“答复”栏说明；**提示**不需要处理。

        """;

    /// <summary>The page, lines ending with a line feed.</summary>
    public static string Write()
    {
        var page = new StringBuilder(Head.ReplaceLineEndings("\n"));
        foreach (var (title, kinds) in FindingCatalogue.Parts)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n");
            foreach (var kind in kinds) Append(page, kind);
        }

        foreach (var (title, sentences) in FindingCatalogue.Sentences)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n| 说法 | 例 |\n| --- | --- |\n");
            foreach (var sentence in sentences)
                page.Append(CultureInfo.InvariantCulture, $"| {sentence.Template} | {sentence.ExampleWords()} |\n");
        }

        page.Append("\n## 无法读取的原因\n");
        foreach (var (title, reasons) in FindingCatalogue.Refusals)
        {
            page.Append(CultureInfo.InvariantCulture, $"\n### {title}\n\n| 代码 | 说明 |\n| --- | --- |\n");
            foreach (var reason in reasons) page.Append(CultureInfo.InvariantCulture, $"| `{reason.Code}` | {reason.Sentence} |\n");
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, FindingKind kind)
    {
        page.Append(CultureInfo.InvariantCulture, $"\n### {kind.Id}\n\n");
        page.Append(CultureInfo.InvariantCulture,
            $"{kind.Severity.Title()}　类别 `{kind.Category}`（{CategoryWords.Of(kind.Category)}）　规则 `{kind.Rule}`　依据：{kind.Basis}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- 说明：{kind.Sentence}\n- 怎么办：{kind.Advice}\n- 例：{kind.ExampleMessage()}\n");
    }
}
