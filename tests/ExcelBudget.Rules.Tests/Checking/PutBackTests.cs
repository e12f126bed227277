using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>
/// 下发时的数 is evidence: what was changed together since the workbook was issued is one cause, and putting it back the first advice.
/// </summary>
public sealed class PutBackTests
{
    [Theory]
    [InlineData("full", "T3[2070101,4]=411.11 & T3[2070109,4]=222.22 & T3[2080505,4]=33.33")]
    [InlineData("full", "T5[2070101,4]=1 & T5[2080505,4]=2 & T5[2080506,4]=3")]
    [InlineData("library", "T6[30101,4]=9 & T6[30102,4]=8 & T6[30103,4]=7 & T6[30201,5]=6")]
    public void BlockPastedOverFigures_IsOneErrorThatNamesThemAll(string sample, string edits)
    {
        var error = Errors(sample, edits).ShouldHaveSingleItem();

        error.Related.Prepend(error.Place).Select(place => place.Address!.Value).ShouldBe(Edit.Addresses(edits), ignoreOrder: true);
        error.Message.ShouldContain("在工作簿下发后改动过");
        error.Message.ShouldContain("恢复下发时的数");
        error.Expected.ShouldBeNull("several figures have no one right value");
    }

    [Fact]
    public void BlockPastedOverFormulasToo_SaysHowManyWereFormulas()
    {
        var error = Errors("full", "T3[2070101,4]=411.11 & T3[2070109,4]=222.22 & T3[20701,4]=700 & T3[207,4]=700").ShouldHaveSingleItem();

        error.Message.ShouldContain("其中 2 格原来是公式");
        error.Message.ShouldNotContain("等 29 处");
    }

    [Fact]
    public void RowDeleted_IsTheCauseAndItsFiguresAreTold()
    {
        var issued = Hebei.BudgetOf("full");
        var row = issued[new FormId("T3")]![new RowKey("2080505")]!;
        var budget = Edit.With(
            issued, new FormContent(new FormId("T3"), [.. issued[new FormId("T3")]!.Rows.Where(other => other.Key != row.Key)]));

        var error = HebeiCheck.Of(budget, Changes(issued, budget)).Findings.Where(finding => finding.Severity == Severity.Error)
            .ShouldHaveSingleItem();

        error.Message.ShouldContain("2080505");
        error.Message.ShouldContain("被删去了");
        error.Message.ShouldContain(
            Figures.Plain(Hebei.Book.Pack[new FormId("T3")].Amounts.Number(((CellValue.Amount)row[new ColumnId("4")]!).Yuan)));
    }

    [Fact]
    public void FiguresAdjustedTogetherAndOneForgotten_NameTheForgottenOne()
    {
        // 2,000 yuan more of one source everywhere but in 一般公共预算支出表
        const string Edits = "T2[2070101,5]+0.2 & T3[2070101,4]+0.2 & T1[1,2]+0.2 & T4[1,2]+0.2";

        var errors = Errors("full", Edits);

        errors.SelectMany(error => error.Related.Prepend(error.Place))
            .ShouldContain(place => place.Address!.Value.Form == new FormId("T5"), string.Join('\n', HebeiCheck.Lines(errors)));
    }

    [Theory]
    [InlineData("5.5")]
    [InlineData("0.5")]
    [InlineData("40")]
    public void FigureWhereNothingBelongs_IsNoSlipOfScale(string amount)
    {
        var errors = HebeiCheck.Of(Edit.Apply(Hebei.BudgetOf("library"), $"T3[2070104,6]={amount}"))
            .Findings.Where(finding => finding.Severity == Severity.Error).ToArray();

        errors.ShouldNotBeEmpty();
        errors.ShouldAllBe(error => !error.Message.Contains("一万倍", StringComparison.Ordinal) && error.Rule != "UNIT-SLIP");
    }

    [Theory]
    [InlineData("full", "T3[2070101,4]=", "T3[2070101,4]")]
    [InlineData("library", "T5[2070104,4]=", "T5[2070104,4]")]
    public void AmountCleared_IsAskedForInTheFormsOwnUnit(string sample, string edit, string cell)
    {
        var issued = Hebei.BudgetOf(sample);
        var address = Edit.Addresses(edit).Single();
        var amount = (CellValue.Amount)issued[address]!;

        var error = HebeiCheck.Of(Edit.Apply(issued, edit)).Findings.First(finding => finding.Severity == Severity.Error);

        error.Place.Address!.Value.ToString().ShouldBe(cell);
        error.Difference!.ToString().ShouldStartWith("-" + Figures.Shown(Hebei.Book.Pack[address.Form].Amounts.Number(amount.Yuan)));
    }

    private static IReadOnlyList<Finding> Errors(string sample, string edits)
    {
        var issued = Hebei.BudgetOf(sample);
        var budget = Edit.Apply(issued, edits);
        return [.. HebeiCheck.Of(budget, Changes(issued, budget)).Findings.Where(finding => finding.Severity == Severity.Error)];
    }

    /// <summary>
    /// What a reader that knows the seals says of entered figures: a formula that was written over is no change of a sealed cell.
    /// </summary>
    private static Dictionary<CellAddress, Change> Changes(Budget issued, Budget now) =>
        (from content in issued.Forms
         let form = Hebei.Book.Pack[content.Form]
         let rows = content.Rows.Concat(now[content.Form]!.Rows).Select(row => row.Key).Distinct()
         from row in rows
         from column in form.Columns.Where(column => column.IsFigure)
         let address = new CellAddress(form.Id, row, column.Id)
         let before = Shown(form, issued[address])
         let after = Shown(form, now[address])
         where before != after && !(before.Length == 0 && IsComputed(issued, form, address))
         select (address, change: new Change(new Place(Address: address), before, after)))
             .ToDictionary(pair => pair.address, pair => pair.change);

    private static bool IsComputed(Budget issued, FormDefinition form, CellAddress address)
    {
        var figures = new BudgetFigures(Hebei.Book, issued);
        return figures.View(form)[address.Row] is { } row && figures.Compute(form, row, address.Column) is not null;
    }

    private static string Shown(FormDefinition form, CellValue? value) =>
        value?.AsMeasure() is { } figure ? Figures.Plain(form.Number(figure)) : "";
}
