using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>What the rule book says of whole budgets.</summary>
public sealed class SampleTests
{
    [Fact]
    public void HebeiPack_WithItsChecks_HasNoFault() => PackReader.Read(Repository.PathOf("templates/hebei")).Faults.ShouldBeEmpty();

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    public void SoundBudget_WhenChecked_DrawsNoRemarkAndLeavesNothingUnchecked(string sample)
    {
        var outcome = HebeiCheck.Of(Hebei.BudgetOf(sample));

        // a budget need not publish goals for all of its project money
        HebeiCheck.Lines(outcome.Findings.Where(finding => finding.Rule != "PROJECTS-COVERAGE")).ShouldBeEmpty();
        outcome.Unchecked.ShouldBeEmpty();
    }

    [Fact]
    public void ProjectMoneyWithoutGoals_WhenChecked_IsInformation()
    {
        var budget = Edit.Apply(Hebei.BudgetOf("library"), "projects[13099924P00201,amount]=15");
        var finding = HebeiCheck.Of(budget).Findings.Single(finding => finding.Rule == "PROJECTS-COVERAGE");

        finding.Severity.ShouldBe(Severity.Info);
        finding.Actual.Told().ShouldBe("27.35");
        finding.Expected.Told().ShouldBe("32.35");
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("as-published")]
    [InlineData("full")]
    public void ProjectMoneyWithoutGoals_WhereAmountsAreWithheld_IsNotSpokenOf(string sample) =>
        HebeiCheck.Of(Hebei.BudgetOf(sample)).Findings.ShouldNotContain(finding => finding.Rule == "PROJECTS-COVERAGE");

    [Fact]
    public void BudgetAsPublished_WhenChecked_HasNoBrokenRelation()
    {
        var relations = Hebei.Book.Relations.Select(relation => relation.Declaration.Id).ToHashSet();

        HebeiCheck.Lines(HebeiCheck.Of(Hebei.BudgetOf("as-published")).Findings.Where(finding => relations.Contains(finding.Rule)))
            .ShouldBeEmpty();
    }

    [Theory]
    [InlineData("STALE-YEAR", "texts", "overall_goal", "text")]
    [InlineData("STALE-YEAR-PROJECT", "projects", "13043423P00001", "name")]
    [InlineData("STALE-YEAR-INDICATOR", "indicators", "13043423P00001#1", "description")]
    [InlineData("NUMBERING", "texts", "sub_goals", "text")]
    [InlineData("TEXT-REPEATED", "texts", "sub_goals", "text")]
    [InlineData("EXPENSE-KINDS", "texts", "operating_cost_scope", "text")]
    [InlineData("TARGET-REPEATS-NAME", "indicators", "13043423P00021#7", "target")]
    [InlineData("RATE-OVER-100", "indicators", "13043423P00020#2", "target")]
    [InlineData("DATED-WORDS", "texts", "overall_goal", "text")]
    public void BudgetAsPublished_WhenChecked_ShowsItsBlemishes(string rule, string form, string row, string column) =>
        HebeiCheck.Of(Hebei.BudgetOf("as-published")).Findings
            .ShouldContain(finding => finding.Rule == rule && finding.Place.Address == new CellAddress(form, row, column));

    [Fact]
    public void BudgetAsPublished_WhenChecked_RaisesNothingElse()
    {
        var findings = HebeiCheck.Of(Hebei.BudgetOf("as-published")).Findings;

        HebeiCheck.Lines(findings.Where(finding => finding.Severity == Severity.Error)).ShouldBeEmpty();
        // the nine blemishes above, two more targets of project 19 that repeat their names, six projects that hide behind 涉密
        // without being marked so, and a goal that is itself marked （涉密）; 涉密文件传输系统 in another is what is bought
        HebeiCheck.Lines(findings).Count().ShouldBe(18, string.Join('\n', HebeiCheck.Lines(findings)));
    }

    [Fact]
    public void PastedOverItem_WhenChecked_IsNamedByItsFirstWords()
    {
        var findings = HebeiCheck.Of(Hebei.BudgetOf("as-published")).Findings;

        findings.Single(finding => finding.Rule == "TEXT-REPEATED").Message.ShouldContain("4、党委系统公务内网建设");
        var numbering = findings.Single(finding => finding.Rule == "NUMBERING");
        numbering.Actual.Told().ShouldBe("4");
        numbering.Expected.Told().ShouldBe("7");
    }

    [Fact]
    public void ScopeOfOperatingCosts_NamingAbsentKinds_IsOneFindingWithAllOfThem()
    {
        var finding = HebeiCheck.Of(Hebei.BudgetOf("as-published")).Findings.Single(finding => finding.Rule == "EXPENSE-KINDS");

        finding.Message.ShouldContain("邮电费、差旅费、手续费、公务接待费、工会经费");
        finding.Message.ShouldNotContain("离退休干部经费", Case.Sensitive, "it is no code's name, so nothing is known of it");
    }
}
