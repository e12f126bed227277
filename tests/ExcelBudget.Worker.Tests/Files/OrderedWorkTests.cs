using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Tests.Files;

/// <summary>Many files at once, results in the order of the files.</summary>
public sealed class OrderedWorkTests
{
    private static readonly int[] Items = [.. Enumerable.Range(0, 200)];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(7)]
    public void Results_OfWorkThatEndsInAnyOrder_ComeInTheOrderOfTheFiles(int workers)
    {
        var random = new Random(18);
        var pauses = Items.Select(_ => random.Next(0, 300)).ToArray();
        OrderedWork.Through(Items, Work, workers).ShouldBe(Items.Select(item => item * 2));

        int Work(int item)
        {
            Thread.SpinWait(pauses[item]);
            return item * 2;
        }
    }

    [Fact]
    public void Work_IsNotFarAheadOfWhoTakesTheResults()
    {
        var (begun, taken, furthest) = (0, 0, 0);
        foreach (var _ in OrderedWork.Through(Items, _ => Interlocked.Increment(ref begun), 2))
        {
            taken++;
            Thread.Yield();
            furthest = Math.Max(furthest, Volatile.Read(ref begun) - taken);
        }

        taken.ShouldBe(Items.Length);
        furthest.ShouldBeLessThanOrEqualTo(9);
    }

    [Fact]
    public void WorkThatFails_FailsAtItsPlaceAndStopsTheOthers()
    {
        var taken = new List<int>();
        Should.Throw<InvalidOperationException>(() =>
        {
            foreach (var item in OrderedWork.Through(Items, item => item == 50 ? throw new InvalidOperationException() : item, 3))
                taken.Add(item);
        });
        taken.ShouldBe(Items[..50]);
    }

    [Fact]
    public void WhoTakesOnlySome_LeavesNoWorkBehind()
    {
        var begun = 0;
        OrderedWork.Through(Items, item => Interlocked.Increment(ref begun), 2).Take(3).Count().ShouldBe(3);
        var then = Volatile.Read(ref begun);
        Thread.Yield();
        Volatile.Read(ref begun).ShouldBe(then);
        then.ShouldBeLessThan(20);
    }
}
