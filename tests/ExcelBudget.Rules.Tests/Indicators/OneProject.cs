using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>A project made up for one question, judged by the standards of the pack qinghai.</summary>
internal static class OneProject
{
    /// <summary>What one check objects to.</summary>
    /// <param name="check">Its name in rules.yaml.</param>
    /// <param name="projects">The projects of a budget of 2024.</param>
    public static IReadOnlyList<Objection> Found(string check, params ReviewedProject[] projects) =>
        [.. IndicatorChecks.All.Single(one => one.Name == check)
            .Check(new IndicatorReview(Document.Book.Pack.Indicators!, 2024, projects))];

    /// <summary>A project of an amount in 万元 with indicators written «二级指标：名称 ≥5次».</summary>
    public static ReviewedProject With(decimal inTenThousandYuan, params string[] lines) => new()
    {
        Key = new RowKey("1"),
        Name = "业务工作经费",
        Amount = Measure.Money(inTenThousandYuan * 10_000m, 50m),
        Goal = "完成年度业务工作任务。",
        IsFreeText = true,
        Indicators = [.. lines.Select(Line)],
    };

    private static ReviewedIndicator Line(string text)
    {
        var (group, rest) =
            (text[..text.IndexOf('：', StringComparison.Ordinal)], text[(text.IndexOf('：', StringComparison.Ordinal) + 1)..]);
        var level1 = Document.Book.Pack.Indicators!.Levels.FirstOrDefault(level => level.Level2.Contains(group))?.Level1 ?? group;
        var parts = rest.Split(' ', 2);
        var (name, printed) = parts.Length == 1 ? (rest, "") : (parts[0], parts[1]);
        var (sign, value, unit) = Target(printed, name);
        return new ReviewedIndicator(new Indicator
        {
            Level1 = level1,
            Level2 = group == level1 ? "" : group,
            Name = name,
            Operator = sign,
            Value = value,
            Unit = unit,
            Raw = rest,
            Number = "",
        });
    }

    private static (TargetOperator, string, string) Target(string printed, string name)
    {
        if (printed.Length == 0) return (TargetOperator.Qualitative, name, "");
        var sign = printed[0] switch
        {
            '≥' => TargetOperator.AtLeast,
            '≤' => TargetOperator.AtMost,
            '>' => TargetOperator.MoreThan,
            '<' =>
            TargetOperator.LessThan,
            _ => TargetOperator.Equal
        };
        var rest = printed.TrimStart('≥', '≤', '>', '<');
        var digits = rest.TakeWhile(symbol => char.IsDigit(symbol) || symbol == '.').Count();
        if (rest.Contains('*', StringComparison.Ordinal) || rest.Contains('年', StringComparison.Ordinal)) return (sign, rest, "");
        return digits == 0 ? (TargetOperator.Qualitative, rest, "") : (sign, rest[..digits], rest[digits..]);
    }
}
