using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Tests.Money;

public sealed class MeasureTests
{
    [Fact]
    public void PublishedParts_AddedUp_MeetThePublishedTotalWithinTheirRounding()
    {
        var parts = new Measure(2.18m, 0.005m) + new Measure(31.80m, 0.005m) + new Measure(15.90m, 0.005m);
        parts.Value.ShouldBe(49.88m);
        parts.HalfWidth.ShouldBe(0.015m);
        parts.Meets(new Measure(49.89m, 0.005m)).ShouldBeTrue();
        parts.Meets(new Measure(49.91m, 0.005m)).ShouldBeFalse();
    }

    [Fact]
    public void FiguresWhoseRoundingJustTouches_MeetAndAHairBeyond_DoNot()
    {
        new Measure(1m, 0.005m).Meets(new Measure(1.01m, 0.005m)).ShouldBeTrue();
        new Measure(1m, 0.005m).Meets(new Measure(1.010001m, 0.005m)).ShouldBeFalse();
    }

    [Fact]
    public void FiguresKnownToTheYuan_OneFenApart_DoNotMeet() =>
        new Measure(49.887m).Meets(new Measure(49.887001m)).ShouldBeFalse();

    [Fact]
    public void Difference_OfTwoRoundedFigures_IsLessWellKnownThanEither() =>
        (new Measure(10m, 0.005m) - new Measure(4m, 0.005m)).ShouldBe(new Measure(6m, 0.01m));

    [Fact]
    public void Product_OfAPriceAndACount_ScalesTheInterval() =>
        (new Measure(2m, 0.005m) * new Measure(10m)).ShouldBe(new Measure(20m, 0.05m));

    [Fact]
    public void MoneyAndAPlainNumber_Added_AreRefused()
    {
        Should.Throw<InvalidOperationException>(() => Measure.Money(100m) + new Measure(1m));
        Should.Throw<InvalidOperationException>(() => Measure.Money(100m).Meets(new Measure(100m)));
        Should.Throw<InvalidOperationException>(() => Measure.Money(100m) * Measure.Money(2m));
        (Measure.Money(100m) + Measure.Zero).ShouldBe(Measure.Money(100m));
    }

    [Fact]
    public void MoneyDividedByMoney_IsAPlainNumber()
    {
        (Measure.Money(50m) / Measure.Money(200m)).ShouldBe(new Measure(0.25m));
        (Measure.Money(50m) / new Measure(2m)).ShouldBe(Measure.Money(25m));
        (Measure.Money(50m) / Measure.Zero).ShouldBe(default);
    }
}
