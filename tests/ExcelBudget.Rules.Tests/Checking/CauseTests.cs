using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>What is said of causes: one finding each, at the cell, form or total that the figures point to.</summary>
public sealed class CauseTests
{
    [Theory]
    [InlineData("full", "T5[2070101,4]+1 & T6[30101,4]+2")]
    [InlineData("full", "T2[2070101,5]+3 & T6[30101,4]+2")]
    [InlineData("full", "T5[2070101,4]+1 & T5[2070108,5]+2")]
    [InlineData("clean", "T3[2013101,4]+5 & T2[2013102,5]+7")]
    public void TwoChanges_KnownToHaveChanged_AreTwoFindingsAtTheirCells(string sample, string edits)
    {
        var cells = Cells(edits);

        var errors = Errors(sample, edits, cells);

        errors.Select(error => error.Place.Address!.Value).ShouldBe(cells, ignoreOrder: true);
        errors.ShouldAllBe(error => error.Ties.Count > 0);
    }

    [Fact]
    public void TwoChanges_ThatHideEachOtherInTheTotals_AreTwoFindings() =>
        Errors("clean", "T2[2013101,5]+1 & T2[2012901,5]+-1", [new("T2", "2013101", "5"), new("T2", "2012901", "5")])
            .Select(error => error.Place.Address.ToString()).ShouldBe(["T2[2013101,5]", "T2[2012901,5]"], ignoreOrder: true);

    [Theory]
    [InlineData("T3[207,3]+1", "T3[207,3]")]
    [InlineData("T3[20701,4]+1", "T3[20701,4]")]
    [InlineData("T1[32,4]+1", "T1[32,4]")]
    [InlineData("T4[37,2]+-2", "T4[37,2]")]
    public void TotalTypedOverItsFormula_ThatDiffers_IsTheCauseAndNotItsLeaves(string edits, string place)
    {
        var error = Errors("full", edits).ShouldHaveSingleItem();

        error.Place.Address.ToString().ShouldBe(place);
        error.Message.ShouldContain("恢复公式");
        error.Ties.ShouldContain(tie => tie.Rule == error.Rule);
    }

    [Fact]
    public void Cause_OfSeveralTies_SaysWhatWouldSatisfyThemAll()
    {
        var error = Errors("full", "T4[1,2]+10").ShouldHaveSingleItem();

        error.Place.Address.ShouldBe(new CellAddress("T4", "1", "2"));
        error.Rule.ShouldBe("T1-T4-FUND-1", "it names the cell as a whole side");
        (error.Actual.Told(), error.Expected.Told(), error.Difference.Told()).ShouldBe(("2192.73", "2182.73", "10.00"));
        error.Ties.Select(tie => tie.Rule).ShouldBe(["T4-BALANCE", "T4-FUND-1", "T1-T4-FUND-1"], ignoreOrder: true);
    }

    [Fact]
    public void CellsThatExplainEquallyWell_NothingKnown_AreAllNamedAtTheirTotal()
    {
        var error = Errors("full", "T6[30101,4]+1").ShouldHaveSingleItem();

        error.Place.Address.ShouldBe(new CellAddress("T6", "合计", "3"));
        error.Difference.Told().ShouldBe("1.00");
        error.Related.ShouldContain(place => place.Address == new CellAddress("T6", "30101", "4"));
        error.Message.ShouldContain("“人员经费”栏、“公用经费”栏（多填了），请对照批复的预算逐行核对", customMessage: "columns to compare, no list of cells");
        error.Message.ShouldNotContain("等 ");
    }

    [Fact]
    public void AmountLeftOut_ThatAnotherFormHas_IsTheBlankCell()
    {
        var error = Errors("full", "T1[5,2]=").ShouldHaveSingleItem();

        error.Place.Address.ShouldBe(new CellAddress("T1", "5", "2"));
        error.Message.ShouldContain("没有填写");
    }

    [Theory]
    [InlineData("T3[2070101,4]", 10_000)]
    [InlineData("T2[2070101,5]", 1_000)]
    [InlineData("T6[30101,4]", 100)]
    [InlineData("T1[5,2]", 10)]
    [InlineData("T4[34,2]", 0.1)]
    [InlineData("T5[2070101,4]", 0.0001)]
    public void AmountWithThePointMisplaced_NothingKnown_IsOneSlipOfScale(string cell, double times)
    {
        var address = Cells(cell + "=").Single();
        var amount = (CellValue.Amount)Hebei.BudgetOf("full")[address]!;
        var error = HebeiCheck.Of(Edit.Set(Hebei.BudgetOf("full"), address, amount with { Yuan = amount.Yuan * (decimal)times }))
            .Findings.Where(finding => finding.Severity == Severity.Error).ShouldHaveSingleItem();

        error.Rule.ShouldBe("UNIT-SLIP");
        error.Category.ShouldBe("implausible_amount");
        error.Place.Address.ShouldBe(address);
        decimal.Parse(error.Expected.Told()!, CultureInfo.InvariantCulture).ShouldBe(amount.Yuan / 10_000m, 0.01m);
    }

    [Theory]
    [InlineData("T6", null, "T6[,]")]
    [InlineData("T5", null, "T5[,]")]
    [InlineData("T3", "5", "T3[,5]")]
    [InlineData("T2", "5", "T2[,5]")]
    public void FormOrColumnFilledInYuan_NothingKnown_IsOneSlipOfScale(string form, string? column, string place)
    {
        var errors = Scaled("full", form, column);

        var error = errors.ShouldHaveSingleItem(string.Join('\n', HebeiCheck.Lines(errors)));
        error.Rule.ShouldBe("UNIT-SLIP-AREA");
        error.Place.Address.ToString().ShouldBe(place);
    }

    [Fact]
    public void RoundingTails_OfAForm_AreOneRemarkThatListsThem()
    {
        var budget = Hebei.BudgetOf("clean");
        var edited = new[] { "T3[20805,3]", "T3[208,3]" }.Aggregate(budget, (edited, cell) =>
        {
            var address = Cells(cell + "=").Single();
            var shown = Domain.Money.AmountFormat.TenThousandYuan.Rounded(
                new Rules.Evaluation.BudgetFigures(Hebei.Book, budget).Value(address).Value.Value) + 0.005m;
            return Edit.Set(edited, address, new CellValue.Amount(shown * 10_000m, 100m));
        });

        var findings = HebeiCheck.Of(edited).Findings;

        findings.Where(finding => finding.Severity != Severity.Info).ShouldBeEmpty();
        findings.Select(finding => finding.Place.Address!.Value.Form).ShouldBeUnique();
        findings.ShouldContain(finding => finding.Category == Category.RoundingTail && finding.Ties.Count > 1);
    }

    private static Finding[] Scaled(string sample, string form, string? column)
    {
        var budget = Hebei.BudgetOf(sample);
        var cells = SingleSlips.EnteredAmounts(budget)
            .Where(cell => cell.Form.Value == form && (column is null || cell.Column.Value == column));
        var scaled = cells.Aggregate(budget, (edited, cell) => SingleSlips.Change(edited, cell, "unit slip")!);
        return [.. HebeiCheck.Of(scaled).Findings.Where(finding => finding.Severity == Severity.Error)];
    }

    private static Finding[] Errors(string sample, string edits, params CellAddress[] changed) =>
        [.. HebeiCheck.Of(Edit.Apply(Hebei.BudgetOf(sample), edits), changed)
            .Findings.Where(finding => finding.Severity == Severity.Error)];

    private static CellAddress[] Cells(string edits) =>
        [.. edits.Split(" & ").Select(edit => edit.Split('[', ',', ']')).Select(parts => new CellAddress(parts[0], parts[1], parts[2]))];
}
