using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// 各样东西的单价×数量。采购帐篷 50顶 and 帐篷单价 1600元, 采购棉被 600床 and 棉被单价 260元: unit prices whose names say what they are for, each with the one
/// count of that thing.
/// </summary>
internal static class PricesOfThings
{
    private static readonly string[] Ends = ["采购单价", "购置单价", "单价", "采购价格", "价格", "购置价"];

    /// <summary>检修灭火器, 年末库存帐篷 count what nobody buys.</summary>
    private static readonly string[] Buys = ["采购", "购置", "购买", "新购", "新购置", "更换", "更新", "配备", "配置", "添置", "补充", "安装", "新建", "建设"];

    /// <summary>What all of them come to, how it is made, and the lines; null where a price has no count of its own.</summary>
    public static (decimal Yuan, string Said, ReviewedIndicator[] Lines)? In(ReviewedProject project)
    {
        var figures = ProjectFigures.Of(project);
        var (yuan, said, lines) = (0m, new List<string>(), new List<ReviewedIndicator>());
        foreach (var price in figures.Lines.Where(line => line is { IsMoney: true, Per.Count: 0 or 1 } && Thing(line) is not null
            && line.Bound is TargetOperator.Equal or TargetOperator.AtMost))
        {
            var thing = Thing(price)!;
            var counts = figures.Lines.Where(line => line is { IsMoney: false, Per.Count: 0 } && line.Unit != "%" && line.Number > 0m
                && Buys.Any(word => line.Line.Stem == word + thing)
                && (price.Per.Count == 0 || price.Per[0] == line.Unit)).ToArray();
            if (counts is not [var count]) return null;
            yuan += price.Number * count.Number;
            said.Add($"{price.Line.Target}×{count.Line.Target}");
            lines.AddRange([price.Line, count.Line]);
        }

        return said.Count > 1 ? (yuan, string.Join(" + ", said), [.. lines]) : null;
    }

    /// <summary>帐篷 of 帐篷单价.</summary>
    private static string? Thing(LineQuantity price)
    {
        var name = price.Line.Stem;
        var end = Array.Find(Ends, word => name.EndsWith(word, StringComparison.Ordinal));
        return end is not null && name.Length - end.Length > 1 ? name[..^end.Length] : null;
    }
}
