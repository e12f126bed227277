using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Indicators;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// Indicators stand in the public form as text and in another form one by one; whichever side is used, the other follows.
/// </summary>
public sealed class TwoSidesTests
{
    private static readonly RuleBook Book = PackReader.Read(Repository.PathOf("templates/qinghai")).RuleBook!;
    private static readonly TwoSides Sides = TwoSides.Of(Book.Pack)!;
    private static readonly Budget Sample = new BudgetProjection(Book.Pack,
        DatasetReader.Read(Repository.PathOf("templates/qinghai/sample/clean"), Book.Pack.Tables).Dataset).Of("405001", 2024);
    private static readonly CellAddress Text = new("projects", "3", "indicators");
    private static readonly CellAddress Value = new("indicators", "3#2", "value");

    [Fact]
    public void Facts_WithIndicatorsOneByOne_FillThePublicText()
    {
        var text = Sample[Text]!.AsText()!;

        text.ShouldStartWith("一、产出指标\n（一）数量指标：\n1.举办培训期数");
        text.ShouldContain("2.培训人次 ≥120人次");
    }

    [Fact]
    public void Facts_WithAText_FillTheRowsAndKeepTheText()
    {
        Sample[new CellAddress("projects", "4", "indicators")]!.AsText()!.ShouldStartWith("一、产出指标\n（一）数量指标：\n1.修复破损档案页数≥3000页");
        Sample[new CellAddress("indicators", "4#1", "operator")].ShouldBe(new CellValue.Text("≥"));
        Sample[new CellAddress("indicators", "4#1", "value")].ShouldBe(new CellValue.Text("3000"));
        Sample[new CellAddress("indicators", "4#1", "unit")].ShouldBe(new CellValue.Text("页"));
        Sample.Forms.Single(form => form.Form.Value == "indicators").Rows
            .Count(row => RowKeys.OwnerOf(row.Key) == new RowKey("4")).ShouldBe(7);
    }

    [Fact]
    public void Sample_Checked_HasNothingToSay() =>
        new BudgetChecker(new BudgetFigures(Book, Sample)).Check().Findings.ShouldBeEmpty();

    [Fact]
    public void Rows_ChangedAlone_RewriteTheText()
    {
        var (budget, findings) = Settle(Set(Sample, Value, "150"), Value);

        budget[Text]!.AsText()!.ShouldContain("≥150人次");
        findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Info);
        Sides.Entered(budget, Text.Row).ShouldNotBeNull();
    }

    [Fact]
    public void Text_ChangedAlone_CountsAndIsKept()
    {
        var typed = Sample[Text]!.AsText()!.Replace("≥120", "≥130", StringComparison.Ordinal);
        var (budget, findings) = Settle(Set(Sample, Text, typed), Text);

        budget[Text]!.AsText().ShouldBe(typed);
        findings.ShouldBeEmpty();
        Sides.Entered(budget, Text.Row).ShouldBeNull();
    }

    [Fact]
    public void BothSides_ChangedDifferently_AreAskedAboutAndNothingIsRewritten()
    {
        var typed = Sample[Text]!.AsText()!.Replace("≥120", "≥130", StringComparison.Ordinal);
        var (budget, findings) = Settle(Set(Set(Sample, Text, typed), Value, "150"), Text, Value);

        budget[Text]!.AsText().ShouldBe(typed);
        findings.ShouldHaveSingleItem().Severity.ShouldBe(Severity.Warning);
    }

    [Fact]
    public void Text_Cleared_IsMadeAnewFromTheRows()
    {
        var (budget, findings) = Settle(Set(Set(Sample, Value, "150"), Text, null), Text, Value);

        budget[Text]!.AsText()!.ShouldContain("≥150人次");
        findings.ShouldBeEmpty();
    }

    [Fact]
    public void TextWithAFault_IsCheckedAsItStands()
    {
        var typed = Sample[Text]!.AsText()!.Replace("≤1.8万元", "≤2.8万元", StringComparison.Ordinal);
        var (budget, _) = Settle(Set(Sample, Text, typed), Text);

        var finding = new BudgetChecker(new BudgetFigures(Book, budget),
            new IssuedFigures(new Dictionary<CellAddress, Change> { [Text] = new(new Place(Address: Text), "", "改过") })).Check().Findings
                .ShouldHaveSingleItem();

        finding.Category.ShouldBe("amount_vs_cost_indicator");
        finding.Place.Address.ShouldBe(Text);
    }

    private static (Budget Budget, IReadOnlyList<Finding> Findings) Settle(Budget budget, params CellAddress[] changed)
    {
        var findings = new List<Finding>();
        return (Sides.Settle(budget, changed.ToHashSet(), findings), findings);
    }

    private static Budget Set(Budget budget, CellAddress address, string? text) =>
        Edit.Set(budget, address, text is null ? null : new CellValue.Text(text));
}
