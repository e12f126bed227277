using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Settings;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

public sealed class QuietFilesTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly FakeTime _time = new();
    private readonly QuietFiles _quiet;

    public QuietFilesTests() => _quiet = new QuietFiles(
        _time, new WorkerSettings { Root = _temp.Path, LedgerFile = "", LogFolder = "" });

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void SlowWriter_AddingABitEveryTwoSeconds_IsNotTakenEarly()
    {
        var whole = FakeWorkbook.Create("accepted");
        for (var length = 10; length < whole.Length; length += 10)
        {
            _temp.Write("慢.xlsx", whole[..length]);
            Observe().ShouldBeEmpty();
            _time.Pass(TimeSpan.FromSeconds(2));
        }

        _temp.Write("慢.xlsx", whole);
        Observe().ShouldBeEmpty();
        _time.Pass(TimeSpan.FromSeconds(3));
        Observe().ShouldHaveSingleItem();
    }

    [Fact]
    public void WorkbookWithoutItsEnd_StandingStill_WaitsUntilItIsGivenUp()
    {
        _temp.Write("断.xlsx", FakeWorkbook.Create("accepted")[..^30]);
        Observe();
        _time.Pass(TimeSpan.FromSeconds(119));
        Observe().ShouldBeEmpty();
        _time.Pass(TimeSpan.FromSeconds(1));
        Observe().ShouldHaveSingleItem();
    }

    [Fact]
    public void FileThatIsNoZip_StandingStill_IsTakenAfterTheQuietTime()
    {
        _temp.Write("旧.xls", [0xD0, 0xCF, 0x11, 0xE0]);
        Observe();
        _time.Pass(TimeSpan.FromSeconds(2.9));
        Observe().ShouldBeEmpty();
        _time.Pass(TimeSpan.FromSeconds(0.1));
        Observe().ShouldHaveSingleItem();
    }

    [Fact]
    public void WallClock_SetADayForward_TakesNothingEarly()
    {
        _temp.Write("预算.xlsx", FakeWorkbook.Create("accepted"));
        Observe();
        _time.SetWallClock(TimeSpan.FromDays(1));
        Observe().ShouldBeEmpty();
    }

    [Fact]
    public void NextListing_IsDueWhenTheFirstFileBecomesQuiet()
    {
        _temp.Write("预算.xlsx", FakeWorkbook.Create("accepted"));
        Observe();
        _time.Pass(TimeSpan.FromSeconds(1));
        Observe();
        _quiet.NextDue.ShouldBe(TimeSpan.FromSeconds(2));
    }

    private IReadOnlyList<SeenFile> Observe() => _quiet.Observe(InboxListing.List(_temp.Path));
}
