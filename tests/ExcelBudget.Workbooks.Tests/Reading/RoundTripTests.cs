using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Tests.Support;
using FsCheck;
using FsCheck.Fluent;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>The law of the house: what is filled into a workbook is read back from it, whatever the budget.</summary>
public sealed class RoundTripTests
{
    [Fact]
    public void AnyBudget_FilledAndRead_IsTheSameBudget() => Prove(Shape.Small(), 100);

    [Fact]
    [Trait("Category", "Slow")]
    public void AnyLargeBudget_FilledAndRead_IsTheSameBudget() => Prove(Shape.Large(), 40);

    [Theory]
    [InlineData("clean")]
    [InlineData("as-published")]
    [InlineData("full")]
    [InlineData("library")]
    [InlineData("blank")]
    public void SampleBudget_FilledAndRead_IsTheSameBudgetAndNothingIsFound(string sample)
    {
        var read = ReadBack.Of(HebeiWorkbook.Of(sample));
        ReadBack.Differences(Hebei.BudgetOf(sample), read.Budget).ShouldBeEmpty();
        read.Findings.ShouldBeEmpty();
        read.Changes.ShouldBeEmpty();
        read.Unreadable.ShouldBeEmpty();
    }

    /// <summary>LibreOffice loses these when it saves; our own two sides must not.</summary>
    [Theory]
    [InlineData("_x0041_x0042_")]
    [InlineData("_x005F_x0041_")]
    [InlineData("__x0041__x")]
    [InlineData("_x00_x0041_")]
    public void TextThatReadsLikeAnEscapedCharacter_FilledAndRead_StaysAsTyped(string text)
    {
        var budget = Hebei.BudgetOf("blank");
        var typed = new FormRow(
            new RowKey("1"), new Dictionary<ColumnId, CellValue> { [new ColumnId("name")] = new CellValue.Text(text) });
        var units = new Budget(
            budget.Identity, budget.Forms.Select(form => form.Form.Value == "units" ? new FormContent(form.Form, [typed]) : form));
        ReadBack.Of(HebeiWorkbook.Fill(units)).Budget[new CellAddress("units", "1", "name")].ShouldBe(new CellValue.Text(text));
    }

    private static void Prove(Arbitrary<Shape> shapes, int times)
    {
        void Holds(Shape shape)
        {
            var budget = GeneratedBudget.Of(shape);
            var read = ReadBack.Of(HebeiWorkbook.Fill(budget));
            ReadBack.Differences(budget, read.Budget).ShouldBeEmpty();
            read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
            read.Changes.Values.ShouldBeEmpty();
        }

        Check.One(Laws.Tried(times), Prop.ForAll(shapes, (Action<Shape>)Holds));
    }
}
