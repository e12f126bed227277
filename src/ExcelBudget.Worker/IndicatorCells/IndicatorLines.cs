using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Worker.IndicatorCells;

/// <summary>A reading of an indicator cell as lines for people.</summary>
internal static class IndicatorLines
{
    /// <summary>The indicators under their headings, the count, and what looks wrong in the form of the text.</summary>
    public static IEnumerable<string> Of(IndicatorReading reading)
    {
        var (level1, level2) = (string.Empty, string.Empty);
        foreach (var indicator in reading.Indicators)
        {
            if ((indicator.Level1, indicator.Level2) != (level1, level2)) yield return Heading(indicator);
            (level1, level2) = (indicator.Level1, indicator.Level2);
            yield return $"  {indicator.Number}. {Name(indicator)} ｜ {Target(indicator)}";
        }

        yield return $"共 {reading.Indicators.Count} 条指标。";
        foreach (var fault in reading.Faults) yield return $"注意：{Words(fault.Kind)}：“{OneLine(fault.Text)}”{Place(fault)}";
    }

    private static string Heading(Indicator indicator) => (indicator.Level1, indicator.Level2) switch
    {
        ("", "") => "（没有标题）",
        (var level1, "") => level1,
        ("", var level2) => level2,
        var (level1, level2) => $"{level1} — {level2}",
    };

    private static string Name(Indicator indicator) => indicator.Name.Length == 0 ? "（没有名称）" : OneLine(indicator.Name);

    private static string Target(Indicator indicator) => indicator.Operator switch
    {
        TargetOperator.None => "（没有指标值）",
        TargetOperator.Qualitative when indicator.Value == indicator.Name => "定性（整句描述）",
        var target => $"{target.Sign()} {OneLine(indicator.Value)} {indicator.Unit}".TrimEnd(),
    };

    private static string Place(IndicatorFault fault) =>
        string.Join(" — ", new[] { fault.Level1, fault.Level2 }.Where(level => level.Length > 0)) is { Length: > 0 } place ? $"（{place}）"
        : "";

    private static string OneLine(string text) => text.ReplaceLineEndings(" ");

    private static string Words(IndicatorFaultKind kind) => kind switch
    {
        IndicatorFaultKind.NumberingBreak => "序号不连续",
        IndicatorFaultKind.MalformedHeading => "标题不完整，按相应的指标读取",
        IndicatorFaultKind.UnknownHeading => "标题不在指标框架内",
        IndicatorFaultKind.MisplacedHeading => "二级指标放错了一级指标",
        IndicatorFaultKind.EmptyHeading => "标题下没有指标",
        IndicatorFaultKind.RepeatedHeading => "标题重复",
        IndicatorFaultKind.ValueOnHeading => "指标值直接写在标题后，缺少指标名称",
        IndicatorFaultKind.NoTarget => "没有指标值",
        IndicatorFaultKind.NumberInStatement => "句子里有数字，但看不出是不是指标值",
        IndicatorFaultKind.NoHeading => "文字前没有指标标题",
        IndicatorFaultKind.Truncated => "文字到这里没有写完",
        _ => "请核对",
    };
}
