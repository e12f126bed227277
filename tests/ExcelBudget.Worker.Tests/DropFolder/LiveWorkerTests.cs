using System.Diagnostics;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

public sealed class LiveWorkerTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Workbook_DroppedWhileTheWorkerRuns_IsTakenWithAndWithoutTheWatcher(bool watch)
    {
        using var worker = new WorkerProcess(_temp, watch).Start(once: false);
        await Until(() => Directory.Exists(_temp.In("根/inbox")));
        _temp.Write("根/inbox/预算.xlsx", FakeWorkbook.Create("accepted"));
        await Until(() => _temp.Files("根/archive").Count == 1);
        _temp.Files("根/accepted").Count.ShouldBe(4);
    }

    [Fact]
    public async Task Workbook_WrittenSlowly_IsTakenOnceAndWhole()
    {
        var content = FakeWorkbook.Create("accepted");
        using var worker = new WorkerProcess(_temp).Start(once: false);
        await Until(() => Directory.Exists(_temp.In("根/inbox")));
        await using (var stream = new FileStream(_temp.In("根/inbox/慢.xlsx"), FileMode.CreateNew, FileAccess.Write, FileShare.Read))
        {
            foreach (var part in content.Chunk(30))
            {
                stream.Write(part);
                stream.Flush();
                await Task.Delay(150);
            }
        }

        await Until(() => _temp.Files("根/archive").Count == 1);
        File.ReadAllBytes(_temp.In("根/archive/" + _temp.Files("根/archive")[0])).ShouldBe(content);
        _temp.Files("根/accepted").Count.ShouldBe(4);
        _temp.Files("根/refused").ShouldBeEmpty();
    }

    [Fact]
    public async Task SecondWorker_OnTheSameFolders_RefusesToStart()
    {
        using var first = new WorkerProcess(_temp).Start(once: false);
        await Until(() => File.Exists(_temp.In("根/work/ledger.db")));
        using var second = new WorkerProcess(_temp).Start(once: false);
        var (code, error) = await second.EndAsync();
        code.ShouldBe(2);
        error.ShouldContain("另一个 excelbudget 正在使用");
    }

    private static async Task Until(Func<bool> condition)
    {
        var watch = Stopwatch.StartNew();
        while (!condition())
        {
            watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            await Task.Delay(30);
        }
    }
}
