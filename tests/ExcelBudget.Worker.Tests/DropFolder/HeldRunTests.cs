using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Settings;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>What the clerk does with files that wait for him: <c>held list</c> and <c>held release</c>.</summary>
public sealed class HeldRunTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly Workplace _place;

    public HeldRunTests() => _place = new Workplace(_temp);

    public void Dispose()
    {
        _place.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void List_NamesEachHeldFileWithItsReason_OnOneCleanLine()
    {
        Hold("教育局/改\u202e过\n.xlsx");
        var line = Run.Lines().ShouldHaveSingleItem();
        line.ShouldContain("relabelled");
        line.ShouldContain(Held.Id);
        line.Any(sign => char.IsControl(sign) || sign == '\u202e').ShouldBeFalse();
    }

    [Fact]
    public void Release_PutsTheFileIntoItsDepartmentsInboxAgain_AndItCountsWithWhoAndWhy()
    {
        Hold("教育局/改过.xlsx");
        Run.Release(Held.Id, "王会计", "已电话核实").ShouldBeNull();
        _temp.Files("inbox").ShouldBe(["教育局/改过.xlsx"]);
        _place.RunUntilIdle();
        var report = _temp.Files("accepted").Single(file => file.EndsWith(".检查报告.txt", StringComparison.Ordinal));
        _temp.Text("accepted/" + report).ShouldContain("已电话核实");
        Run.Lines().ShouldBeEmpty();
    }

    [Fact]
    public void Release_WhileAnotherFileOfThatNameLiesInTheInbox_LeavesItAlone()
    {
        Hold("改过.xlsx");
        _place.Drop("改过.xlsx", "新放进来的"u8.ToArray());
        Run.Release(Held.Id, "王会计", "已核实").ShouldBeNull();
        _temp.Files("inbox").ShouldBe(["改过.xlsx", "改过（2）.xlsx"], ignoreOrder: true);
        _temp.Text("inbox/改过.xlsx").ShouldBe("新放进来的");
    }

    [Fact]
    public void Release_ASecondTime_IsRefused_AndTheFileIsNotDroppedAgain()
    {
        Hold("改过.xlsx");
        var id = Held.Id;
        Run.Release(id, "王会计", "已核实").ShouldBeNull();
        Run.Release(id, "孙丽", "又按了一次").ShouldNotBeNull().ShouldContain("已经放行");
        _temp.Files("inbox").ShouldBe(["改过.xlsx"]);
        _place.RunUntilIdle();
        Run.Release(id, "孙丽", "又按了一次").ShouldNotBeNull().ShouldContain("已经放行");
        _temp.Files("inbox").ShouldBeEmpty();
        _place.Ledger.ReleaseOf(_place.Ledger.Find(id)!.Sha256!)!.Person.ShouldBe("王会计");
    }

    [Fact]
    public void Release_ThatCannotBeCopied_IsNotNoted_AndWorksLater()
    {
        Hold("教育局/改过.xlsx");
        Directory.Delete(_temp.In("inbox/教育局"), recursive: true);
        _place.Drop("教育局", [1]);
        Should.Throw<IOException>(() => Run.Release(Held.Id, "王会计", "已核实"));
        File.Delete(_temp.In("inbox/教育局"));
        Run.Release(Held.Id, "王会计", "已核实").ShouldBeNull();
        _temp.Files("inbox").ShouldBe(["教育局/改过.xlsx"]);
    }

    [Theory]
    [InlineData("没有这个")]
    [InlineData("../../etc/passwd")]
    public void Release_OfAnUnknownId_IsRefusedWithASentence(string id)
    {
        Hold("改过.xlsx");
        Run.Release(id, "王会计", "已核实").ShouldNotBeNull().ShouldContain("没有编号");
        _temp.Files("inbox").ShouldBeEmpty();
    }

    [Fact]
    public void Release_WithoutTheOriginal_SaysSoAndNotesNothing()
    {
        Hold("改过.xlsx");
        File.Delete(_temp.In(Held.ArchivePath!));
        Run.Release(Held.Id, "王会计", "已核实").ShouldNotBeNull().ShouldContain("存档");
        _place.Ledger.ReleaseOf(Held.Sha256!).ShouldBeNull();
    }

    private Submission Held => _place.Ledger.Held().ShouldHaveSingleItem();

    private HeldRun Run => new(_place.Get<WorkerSettings>(), _place.Ledger, _place.Time);

    private void Hold(string name)
    {
        var relabelled = new FakeIssue
        {
            Lineage = new WorkbookLineage { WorkbookId = "AAAA", IssuedAt = "20260101T080000000", IsIntact = false, Content = "a" },
        };
        _place.Drop(name, FakeWorkbook.Create("accepted", issue: relabelled));
        _place.RunUntilIdle();
    }
}
