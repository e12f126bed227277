using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

[Trait("Category", "Slow")]
public sealed class CrashTests : IDisposable
{
    private const int Killed = 137;

    private readonly TempFolder _temp = new();
    private readonly Batch _batch;

    public CrashTests() => _batch = new Batch(_temp);

    public static TheoryData<string> PointsAndTimes()
    {
        var data = new TheoryData<string>();
        foreach (var point in FaultPoint.All.Where(point => point != FaultPoint.RecoverAfterEachRow))
        {
            data.Add(point + ":1");
            data.Add(point + ":3");
        }

        return data;
    }

    public void Dispose() => _temp.Dispose();

    [Theory]
    [MemberData(nameof(PointsAndTimes))]
    public async Task Worker_KilledAtAnyPoint_LosesAndRepeatsNothing(string point)
    {
        _batch.Drop();
        (await RunAsync(killAt: point)).Code.ShouldBe(Killed);
        _batch.EachOriginalStandsInOnePlace();
        _batch.NothingUnexpectedIsPublished();
        (await RunAsync()).Code.ShouldBe(1);
        _batch.AllIsDone();
    }

    [Theory]
    [InlineData(FaultPoint.ClaimAfterRename)]
    [InlineData(FaultPoint.CheckBeforeStart)]
    [InlineData(FaultPoint.DraftAfterConfirm)]
    [InlineData(FaultPoint.PublishAfterRename)]
    [InlineData(FaultPoint.ArchiveAfterRename)]
    public async Task Worker_KilledAgainWhileRecovering_LosesAndRepeatsNothing(string point)
    {
        _batch.Drop();
        (await RunAsync(killAt: point + ":2")).Code.ShouldBe(Killed);
        (await RunAsync(killAt: FaultPoint.RecoverAfterEachRow)).Code.ShouldBe(Killed);
        _batch.EachOriginalStandsInOnePlace();
        await RunAsync();
        _batch.AllIsDone();
    }

    [Fact]
    public async Task Worker_KilledFromOutsideAtRandomMoments_LosesAndRepeatsNothing()
    {
        var (random, amidWork) = (new Random(20260301), 0);
        // a quick machine may be through a batch before three kills have met half-done work: then the next batch is killed at
        for (var turn = 0; turn < 6 && amidWork < 3; turn++)
        {
            using var temp = new TempFolder();
            var batch = new Batch(temp);
            batch.Drop();
            for (var kill = 0; kill < 12 && !batch.IsDone(); kill++)
            {
                var before = batch.Everything();
                using var worker = new WorkerProcess(temp).Start(once: false);
                // a kill before the worker has touched anything proves nothing
                (await batch.HasChangedAsync(before)).ShouldBeTrue("the worker did nothing");
                await Task.Delay(random.Next(0, 25));
                await worker.KillAsync();
                if (batch.IsHalfDone()) amidWork++;
                batch.EachOriginalStandsInOnePlace();
                batch.NothingUnexpectedIsPublished();
            }

            using (var last = new WorkerProcess(temp) { Seconds = 30 }.Start(null)) await last.EndAsync();
            batch.AllIsDone();
        }

        amidWork.ShouldBeGreaterThanOrEqualTo(3, "too few kills met work that was half done");
    }

    [Fact]
    public async Task FileThatKillsItsProcess_IsRefusedAtOnceAndTheWorkerAndTheOthersGoOn()
    {
        _temp.Write("根/inbox/1杀手.xlsx", FakeWorkbook.Create("crash"));
        _temp.Write("根/inbox/2好.xlsx", FakeWorkbook.Create("accepted"));
        (await RunAsync()).Code.ShouldBe(1);

        _temp.Text("根/refused/1杀手.xlsx.原因.txt").ShouldContain("internal_error");
        _temp.Files("根/accepted").Count.ShouldBe(4);
        _temp.Files("根/archive").Count.ShouldBe(2);
    }

    [Fact]
    public async Task NoteThatKillsItsProcess_IsRefusedAtOnceAndTheWorkerAndTheOthersGoOn()
    {
        _temp.Write("根/inbox/1杀手.docx", FakeNote.Create("crash"));
        _temp.Write("根/inbox/2好.docx", FakeNote.Create("accepted"));
        _temp.Write("根/inbox/3预算.xlsx", FakeWorkbook.Create("accepted"));
        (await RunAsync()).Code.ShouldBe(1);

        _temp.Text("根/refused/1杀手.docx.原因.txt").ShouldContain("internal_error");
        _temp.Files("根/accepted").ShouldContain("201 单位201 2023年/2好.docx");
        _temp.Files("根/archive").Count.ShouldBe(3);
    }

    [Fact]
    public async Task FileThatTakesTooLong_IsRefusedWithTheLimitAndTheNextGoesOn()
    {
        _temp.Write("根/inbox/1慢.xlsx", FakeWorkbook.Create("sleep"));
        _temp.Write("根/inbox/2好.xlsx", FakeWorkbook.Create("accepted"));
        (await RunAsync(seconds: 4)).Code.ShouldBe(1);

        _temp.Text("根/refused/1慢.xlsx.原因.txt").ShouldMatch("too_large");
        _temp.Text("根/refused/1慢.xlsx.原因.txt").ShouldContain("上限 4 秒");
        _temp.Files("根/accepted").Count.ShouldBe(4);
    }

    [Fact]
    public async Task FileThatTakesTooMuch_IsRefusedWithTheLimitAndItsSizeAndTheNextGoesOn()
    {
        _temp.Write("根/inbox/1大.xlsx", FakeWorkbook.Create("eat"));
        _temp.Write("根/inbox/2好.xlsx", FakeWorkbook.Create("accepted"));
        (await RunAsync()).Code.ShouldBe(1);

        _temp.Text("根/refused/1大.xlsx.原因.txt").ShouldContain("上限 300 MB");
        _temp.Files("根/accepted").Count.ShouldBe(4);
    }

    [Fact]
    public async Task GoodFile_WhoseWorkerIsKilledAgainAndAgain_IsAcceptedAllTheSame()
    {
        _temp.Write("根/inbox/好.xlsx", FakeWorkbook.Create("accepted"));
        for (var kill = 0; kill < 5; kill++) (await RunAsync(killAt: FaultPoint.CheckBeforeStart)).Code.ShouldBe(Killed);
        (await RunAsync()).Code.ShouldBe(0);
        _temp.Files("根/accepted").Count.ShouldBe(4);
    }

    [Fact]
    public async Task WorkerAskedToStopInsideAFile_StopsAndTheFileIsTakenUpAgain()
    {
        _temp.Write("根/inbox/慢.xlsx", FakeWorkbook.Create("sleep"));
        using (var worker = new WorkerProcess(_temp) { Seconds = 60 }.Start(once: false))
        {
            (await worker.UntilAsync(IsTaken)).ShouldBeTrue();
            await Task.Delay(1500);
            (await worker.TerminateAsync()).ShouldBeLessThan(TimeSpan.FromSeconds(15));
        }

        _temp.Files("根/refused").ShouldBeEmpty();
        (await RunAsync(seconds: 2)).Code.ShouldBe(1);
        _temp.Files("根/refused").ShouldContain("慢.xlsx");
    }

    private bool IsTaken() => Directory.Exists(_temp.In("根/work"))
        && Directory.GetFiles(_temp.In("根/work"), "original.xlsx", SearchOption.AllDirectories).Length > 0;

    private async Task<(int Code, string Error)> RunAsync(string? killAt = null, int seconds = 30)
    {
        using var worker = new WorkerProcess(_temp) { Seconds = seconds }.Start(killAt);
        return await worker.EndAsync();
    }
}
