using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>Names, goals and cells may end anywhere and begin with anything: every check has an answer.</summary>
public sealed class TornTextTests
{
    private const string Name = "第三批杨集镇敬老院消防改造6座（2024年七一）";

    private const string Goal = "由上年1200件增加到1500件，增长20%；3月1日至8月31日共9个月；其中县级承担30%，市级70%，按6:4分担；应检360家，"
        + "实检324家，每月2次×12个月=24次；人民币叁拾伍万元；为曲麓县大坪林场聘用护林员22名，其中女23名；1公顷，15亩；汛前完成，第一轮4月底前，其余10月底前。";

    private static readonly string[] Lines =
    [
        "数量指标：培训 ≥240人人", "数量指标：硬化道路 ≥-8座", "质量指标：合格率 ≥9 5%", "时效指标：完成时间 204年3月底前", "成本指标：费用 ≤12，5万元",
        "满意度指标：满意度 ≥95%",
    ];

    [Fact]
    public void TextsThatEndAnywhere_AreAnsweredByEveryCheck()
    {
        for (var end = 0; end <= Goal.Length; end++)
        {
            Review(Name[..(end % (Name.Length + 1))], Goal[..end]);
            Review(Name[^(end % (Name.Length + 1))..], Goal[^end..]);
        }
    }

    [Fact]
    public void ProjectWithoutAnything_IsAnsweredByEveryCheck()
    {
        foreach (var name in (string[])["", "第", "三批", "镇", "杨集镇", "年"]) Review(name, "", []);
    }

    private static void Review(string name, string goal) => Review(name, goal, Lines);

    private static void Review(string name, string goal, string[] lines)
    {
        var project = OneProject.With(60m, lines) with { Name = name, Goal = goal, Amount = Measure.Money(600_000m, 50m) };
        var review = new IndicatorReview(Document.Book.Pack.Indicators!, 2024, [project]) { UnitName = "示例县第一事务局" };
        foreach (var check in IndicatorChecks.All)
            Should.NotThrow(() => check.Check(review).ToArray(), $"{check.Name}: «{name}» «{goal}»");
    }
}
