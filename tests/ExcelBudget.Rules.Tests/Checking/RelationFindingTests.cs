using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>How a broken relation is told.</summary>
public sealed class RelationFindingTests
{
    [Fact]
    public void BrokenRelation_Found_HasBothSidesWithSignAndTheCellsBehind()
    {
        var finding = Single("full", "T4[1,2]+10", "T1-T4-FUND-1");

        finding.Place.ShouldBe(new Place(Address: new CellAddress("T4", "1", "2")));
        finding.Actual.Told().ShouldBe("2192.73");
        finding.Expected.Told().ShouldBe("2182.73");
        finding.Difference.Told().ShouldBe("10.00");
        finding.Related.ShouldBe([new Place(Address: new CellAddress("T1", "1", "2"))]);
        finding.Message.ShouldContain("2192.73 万元");
    }

    [Fact]
    public void BrokenRelation_TooLittle_HasANegativeDifferenceAndAPlainGapInWords()
    {
        var finding = Single("full", "T4[1,2]+-10", "T1-T4-FUND-1");

        finding.Difference.Told().ShouldBe("-10.00");
        finding.Message.ShouldContain("相差 10.00 万元");
    }

    [Fact]
    public void GapOfAFewYuan_InWords_IsNotHiddenByTwoDecimals()
    {
        var finding = Single("full", "T4[1,2]+0.0012", "T1-T4-FUND-1");

        finding.Difference.Told().ShouldBe("0.0012");
        finding.Actual.Told().ShouldNotBe(finding.Expected.Told());
        finding.Message.ShouldContain("相差 0.0012 万元");
    }

    [Fact]
    public void PrintedSides_OfAnyGap_AddUp()
    {
        // 2182.725 and 2182.7401 print 2182.73 and 2182.74, one cent apart, and differ by nearly two
        var finding = Single("full", "T1[1,2]=2182.725 & T4[1,2]=2182.7401", "T1-T4-FUND-1");

        (decimal.Parse(finding.Actual.Told()!, CultureInfo.InvariantCulture) - decimal.Parse(
            finding.Expected.Told()!, CultureInfo.InvariantCulture))
            .ShouldBe(decimal.Parse(finding.Difference.Told()!, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void TwoRulesAboutTheSameCellsAndFigures_Broken_SpeakOnceAndAreBothListed()
    {
        // T5-T3-CODE (at most) and T5-T3-ALL (equal) both compare T5 with T3 in column 3
        var finding = HebeiCheck.Of(Edit.Apply(Hebei.BudgetOf("clean"), "T5[2013101,5]+1")).Findings
            .Where(finding => finding.Ties.Prepend(finding).Any(IsOfT3)).ShouldHaveSingleItem();

        finding.Ties.Where(IsOfT3).Select(tie => tie.Rule).ShouldBe(["T5-T3-ALL", "T5-T3-CODE"]);

        static bool IsOfT3(Finding finding) => finding.Rule.StartsWith("T5-T3", StringComparison.Ordinal)
            && finding.Place.Address == new CellAddress("T5", "2013101", "3");
    }

    [Fact]
    public void RowOfACode_InWords_IsCodeAndName() =>
        Single("full", "T3[207,3]+1", "T3-ROW").Message.ShouldContain("“207 文化旅游体育与传媒支出”");

    [Fact]
    public void FixedRow_InWords_IsItsLabelWithoutOrdinal() =>
        Single("full", "T1[7,4]+1", "T1-T3-CLASS").Message.ShouldContain("“文化旅游体育与传媒支出”");

    [Fact]
    public void CountOfThings_InWords_HasNoUnitOfMoney() =>
        Single("full", "assets[办公用房,quantity]+100000", "ASSETS-OFFICE").Message.ShouldNotContain("万元");

    [Fact]
    public void ProjectsFinding_OfAnIndicator_NamesTheProject()
    {
        var finding = Single("full", "indicators[13099924P00002#1,target]=", "TARGET-MISSING");

        finding.Project.ShouldBe("13099924P00002");
        finding.Message.ShouldContain("群众文化活动与送戏下乡经费");
    }

    [Fact]
    public void Findings_OfABudget_HaveErrorsFirstThenFormsInOrder()
    {
        var findings = HebeiCheck.Of(Edit.Apply(Hebei.BudgetOf("as-published"), "T6[30101,4]+1 & T1[1,2]+1")).Findings;

        findings.Select(finding => finding.Severity).ShouldBe(findings.Select(finding => finding.Severity).OrderDescending());
        findings[0].Place.Address!.Value.Form.Value.ShouldBe("T1");
    }

    private static Finding Single(string sample, string edits, string rule) =>
        HebeiCheck.Told(HebeiCheck.Of(Edit.Apply(Hebei.BudgetOf(sample), edits)).Findings).Where(finding => finding.Rule == rule)
            .ShouldHaveSingleItem();
}
