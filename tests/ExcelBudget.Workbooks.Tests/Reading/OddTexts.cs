namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Texts that people and other programs really put into cells, and texts that read like parts of the form.</summary>
internal static class OddTexts
{
    private static readonly string[] Words =
    [
        "绩效目标", "一级指标", "二级指标", "三级指标", "项目编码", "项目名称", "预算金额", "是否涉密", "指标值", "合计", "栏次", "序号", "科目编码",
        "注：涉密事项不公开", "注：", "部门职责", "总体绩效目标", "其他需要说明的事项（见附件）", "预算年度：2020", "999别的单位", "表样", "填报说明",
        "部门预算支出总表", "预算项目绩效目标表", "部门政府采购预算", "1、绩效目标表", "excelbudget", "form", "row", "涉密",
        "_x0041_", "a_x000D_b", "=1+1", "+86", "@甲", "-", "'引号", "\"双引号\"", "“弯引号”", "<b>&amp;</b>", "]]>", "a\tb",
        "12.70 万元", "#REF!", "TRUE", "0012", "1e5", "2024-01-01", "≥95%", "12,345.6", "１２", "😀👍🏽", "𠮷野家", "é", "‏عربي",
        "配备台式计算机", "群众满意度", "按“三定”方案执行；经费从严从紧。", "中共××县委办公室", "A|B·C　D",
    ];

    /// <summary>One line of text.</summary>
    public static string Line(Random random) => random.Next(12) switch
    {
        0 => string.Concat(Enumerable.Range(0, random.Next(1, 400)).Select(_ => Words[random.Next(Words.Length)])),
        < 6 => Words[random.Next(Words.Length)],
        _ => Words[random.Next(Words.Length)] + random.Next(1000).ToString(System.Globalization.CultureInfo.InvariantCulture),
    };

    /// <summary>One to many paragraphs.</summary>
    public static string Paragraphs(Random random, int most) =>
        string.Join('\n', Enumerable.Range(0, random.Next(1, most + 1)).Select(_ => Line(random)));
}
