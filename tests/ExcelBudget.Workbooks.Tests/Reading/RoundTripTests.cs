using ExcelBudget.Domain.Budgets;
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
    [InlineData("published")]
    [InlineData("full-1")]
    [InlineData("full-2")]
    [InlineData("blank")]
    public void SampleBudget_FilledAndRead_IsTheSameBudgetAndNothingIsFound(string sample)
    {
        var read = ReadBack.Of(Hebei.Workbook(sample));
        ReadBack.Differences(Hebei.BudgetOf(sample), read.Budget).ShouldBeEmpty();
        read.Findings.ShouldBeEmpty();
        read.Changes.ShouldBeEmpty();
        read.Unreadable.ShouldBeEmpty();
    }

    private static void Prove(Arbitrary<Shape> shapes, int times)
    {
        void Holds(Shape shape)
        {
            var budget = GeneratedBudget.Of(shape);
            var read = ReadBack.Of(Hebei.Fill(budget));
            ReadBack.Differences(budget, read.Budget).ShouldBeEmpty();
            read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
            read.Changes.Values.ShouldBeEmpty();
        }

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(times), Prop.ForAll(shapes, (Action<Shape>)Holds));
    }
}
