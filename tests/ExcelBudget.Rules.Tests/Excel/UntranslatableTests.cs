using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Rules.Tests.Excel;

/// <summary>A rule that formulas cannot tell is named with its reason, and leaves the 校验 sheet as it is.</summary>
public sealed class UntranslatableTests
{
    [Theory]
    [InlineData("procurement[全部]", "procurement[本行,projectMoney] <= T3[本行,5]", "科目编码")]
    [InlineData("procurement[全部]", "procurement[本行,projectMoney] <= SUM(T3[下级,5])", "下级")]
    [InlineData("T9[全部]", "T9[本行,3] <= SUM(T3[所属末级,5])", "下级")]
    public void Rule_ThatNoFormulaCanTell_IsNamedWithItsReason(string rows, string check, string reason)
    {
        var book = With(rows, check);
        var relation = book.Relations.Single(relation => relation.Declaration.Id == "X-1");
        Untranslatable.Reason(book, relation).ShouldNotBeNull().ShouldContain(reason);
        new CheckLines(book).All.ShouldNotContain(line => line.Relation == relation);
    }

    [Fact]
    public void EveryRule_OfThePackInTheTree_HasItsLines() =>
        Hebei.Book.Relations.Where(relation => Untranslatable.Reason(Hebei.Book, relation) is not null).ShouldBeEmpty();

    private static RuleBook With(string rows, string check)
    {
        using var folder = new TempFolder();
        PackInYuan.Write(folder.Path, "");
        var rules = folder.In("hebei/rules.yaml");
        File.WriteAllText(rules, File.ReadAllText(rules).Replace("relations:\n", $"""
            relations:
            - id: X-1
              catalogue: IN-31
              kind: 表间
              category: cross_table_mismatch
              severity: error
              title: 公式写不出的一条
              for: "{rows}"
              check: "{check}"
              message: 不符。
              basis: 测试

            """, StringComparison.Ordinal));
        var reading = PackReader.Read(folder.In("hebei"));
        reading.Faults.ShouldBeEmpty();
        return reading.RuleBook!;
    }
}
