using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>Workbooks of several people are checked side by side.</summary>
public sealed class CheckingPoolTests
{
    [Fact]
    public async Task Checks_OfSeveralPeople_RunOnEnginesOfTheirOwn_AndNoMoreAtOnceThanThePoolIsLarge()
    {
        var made = 0;
        using var pool = new CheckingPool(2, () => Count(ref made), isOwner: false);
        made.ShouldBe(1);
        using var both = new Barrier(2);
        var seen = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => pool.RunAsync(
            engine =>
            {
                // stands still unless two are here at once
                both.SignalAndWait(TimeSpan.FromSeconds(20)).ShouldBeTrue();
                return engine;
            },
            CancellationToken.None)));
        made.ShouldBe(2);
        seen.Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Check_ThatFails_OrIsNoLongerWanted_LeavesItsPlaceToTheNext()
    {
        using var pool = new CheckingPool(1, () => new FakeEngine(), isOwner: false);
        await Should.ThrowAsync<InvalidOperationException>(
            () => pool.RunAsync<string>(_ => throw new InvalidOperationException(), CancellationToken.None));
        using var release = new ManualResetEventSlim();
        var busy = pool.RunAsync(
            _ =>
            {
                release.Wait();
                return "一";
            },
            CancellationToken.None);
        using var gone = new CancellationTokenSource();
        var waiting = pool.RunAsync(_ => "二", gone.Token);
        await gone.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => waiting);
        release.Set();
        (await busy).ShouldBe("一");
        (await pool.RunAsync(_ => "三", CancellationToken.None)).ShouldBe("三");
    }

    private static FakeEngine Count(ref int made)
    {
        Interlocked.Increment(ref made);
        return new FakeEngine();
    }
}
