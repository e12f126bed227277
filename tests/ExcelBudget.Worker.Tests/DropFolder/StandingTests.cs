using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>Whose hands a workbook comes from, and which of several is the newer one.</summary>
public sealed class StandingTests : IDisposable
{
    private static readonly FakeIssue First = Issued("AAAA", "20260101T080000000");
    private static readonly FakeIssue Second = Issued("BBBB", "20260201T080000000", after: "AAAA");

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("1旧.xlsx", "2新.xlsx")]
    [InlineData("2旧.xlsx", "1新.xlsx")]
    public void TwoIssuesOfAUnit_InOnePass_TheLaterIssuedCountsWhateverTheirNames(string older, string newer)
    {
        using var place = new Workplace(_temp);
        place.Drop(older, FakeWorkbook.Create("accepted", issue: First));
        place.Drop(newer, FakeWorkbook.Create("accepted", issue: Second));
        place.RunUntilIdle();
        Current(place).WorkbookId.ShouldBe("BBBB");
        Standing(newer).ShouldBeTrue();
        Standing(older).ShouldBeFalse();
    }

    [Fact]
    public void OlderIssue_DroppedAfterTheNewerWasAccepted_IsHeldAndTold()
    {
        using var place = new Workplace(_temp);
        Drop(place, "新.xlsx", Second);
        Drop(place, "旧.xlsx", First with { Lineage = First.Lineage with { Content = "other" } });
        Current(place).Name.ShouldBe("新.xlsx");
        _temp.Text("held/旧.xlsx.待核.txt").ShouldContain("older_draft");
        _temp.Files("accepted").ShouldNotContain(file => file.Contains('旧', StringComparison.Ordinal));
    }

    [Fact]
    public void DraftOfTheSameWorkbook_SavedAgainAfterALaterOneWasAccepted_IsHeld()
    {
        using var place = new Workplace(_temp);
        Drop(place, "一稿.xlsx", Draft("内容一", "11111111"));
        Drop(place, "二稿.xlsx", Draft("内容二", "1111111122222222"));
        Drop(place, "一稿另存.xlsx", Draft("内容一", "11111111"));
        Current(place).Name.ShouldBe("二稿.xlsx");
        _temp.Text("held/一稿另存.xlsx.待核.txt").ShouldContain("“一稿.xlsx”");
    }

    [Fact]
    public void DraftThatWasNeverHandedIn_LackingChangesOfTheAccepted_IsHeld()
    {
        using var place = new Workplace(_temp);
        Drop(place, "定稿.xlsx", Draft("内容二", "1111111122222222"));
        Drop(place, "草稿.xlsx", Draft("内容零", "11111111"));
        Current(place).Name.ShouldBe("定稿.xlsx");
        _temp.Files("held").ShouldContain("草稿.xlsx");
    }

    [Fact]
    public void CorrectionOfTheSameWorkbook_TakesThePlaceOfTheAcceptedAndSaysSo()
    {
        using var place = new Workplace(_temp);
        Drop(place, "一稿.xlsx", Draft("内容一", "11111111"));
        Drop(place, "二稿.xlsx", Draft("内容二", "33333333"));
        Current(place).Name.ShouldBe("二稿.xlsx");
        _temp.Text("accepted/201 单位201 2023年/二稿（第2版）.检查报告.txt").ShouldContain("取代此前通过的“一稿.xlsx”");
        _temp.Files("accepted/201 单位201 2023年/旧版").ShouldContain("一稿.xlsx");
    }

    [Fact]
    public void OtherYearPackOrStep_OfAUnit_LeavesTheAcceptedAlone()
    {
        using var place = new Workplace(_temp);
        Drop(place, "2023.xlsx", Second);
        Drop(place, "2024.xlsx", Issued("CCCC", "20260301T080000000") with { Year = 2024 });
        Drop(place, "青海.xlsx", Issued("DDDD", "20260301T080000000") with { Pack = "qinghai" });
        Drop(place, "二上.xlsx", Issued("EEEE", "20260301T080000000", step: "二上"));
        Directory.GetDirectories(_temp.In("accepted")).Select(Path.GetFileName).ShouldBe(
            ["201 单位201 2023年", "201 单位201 2024年", "201 单位201 2023年（qinghai）", "201 单位201 2023年 二上"], ignoreOrder: true);
        _temp.Files("accepted").ShouldNotContain(file => file.Contains("旧版", StringComparison.Ordinal));
        place.Ledger.AcceptedWorkbooks().Count.ShouldBe(4);
    }

    [Fact]
    public void RenamedUnit_KeepsItsFolderAndTheRenamingIsTold()
    {
        using var place = new Workplace(_temp);
        Drop(place, "一.xlsx", First with { UnitName = "县图书馆" });
        Drop(place, "二.xlsx", Second with { UnitName = "县公共图书馆" });
        Directory.GetDirectories(_temp.In("accepted")).ShouldHaveSingleItem();
        _temp.Text("accepted/201 县图书馆 2023年/二.检查报告.txt").ShouldContain("按单位编码算作同一单位");
    }

    [Fact]
    public void UnitsWhoseNamesLookAlike_NeverShareAFolder()
    {
        using var place = new Workplace(_temp);
        place.Drop("甲.xlsx", FakeWorkbook.Create("accepted", "201 A", issue: new FakeIssue { UnitName = "馆/一" }));
        place.Drop("乙.xlsx", FakeWorkbook.Create("accepted", "201", issue: new FakeIssue { UnitName = "A 馆:一" }));
        place.RunUntilIdle();
        Directory.GetDirectories(_temp.In("accepted")).Length.ShouldBe(2);
    }

    [Fact]
    public void WorkbookOfOneUnit_RelabelledAsAnothers_IsHeldAndTheRightOneStays()
    {
        using var place = new Workplace(_temp);
        Drop(place, "甲.xlsx", First);
        place.Drop("乙.xlsx", FakeWorkbook.Create("accepted", "405", issue: Issued("BBBB", "20260201T080000000")));
        place.RunUntilIdle();
        Drop(place, "冒名.xlsx", Issued("BBBB", "20260201T080000000") with { UnitName = "冒名" });
        Current(place).Name.ShouldBe("甲.xlsx");
        _temp.Text("held/冒名.xlsx.待核.txt").ShouldContain("405");
    }

    [Fact]
    public void RelabelledFile_ThatComesFirst_DoesNotKeepTheRightOneWaiting()
    {
        using var place = new Workplace(_temp);
        Drop(place, "冒名.xlsx", Second with { Lineage = Second.Lineage with { IsIntact = false } });
        place.Drop("本单位.xlsx", FakeWorkbook.Create("accepted", "405", issue: Second));
        place.RunUntilIdle();
        _temp.Files("held").ShouldContain("冒名.xlsx");
        _temp.Files("accepted").ShouldContain(file => file.EndsWith("本单位.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public void FalseClaimWithoutCheckSum_ThatCameFirst_IsNoProofAgainstOneThatHasIt()
    {
        using var place = new Workplace(_temp);
        Drop(place, "冒名.xlsx", Issued("BBBB", ""));
        place.Drop("本单位.xlsx", FakeWorkbook.Create("accepted", "405", issue: Issued("BBBB", "20260201T080000000")));
        place.RunUntilIdle();
        _temp.Files("accepted").ShouldContain(file => file.EndsWith("本单位.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public void WorkbookThatTheCountyIssuedToAnotherUnit_IsHeldAndTheRightOneCounts()
    {
        using var place = new Workplace(_temp);
        using var county = new County.CountyLedgerOn(_temp.In("work/ledger.db"));
        county.Ledger.Add(new IssuedWorkbook
        {
            Pack = "hebei",
            UnitCode = "405",
            UnitName = "县图书馆",
            Year = 2023,
            Step = "一上",
            WorkbookId = "BBBB",
            At = place.Time.GetLocalNow(),
        });
        Drop(place, "冒名.xlsx", Second);
        _temp.Text("held/冒名.xlsx.待核.txt").ShouldContain("下发给单位 405");
        place.Drop("本单位.xlsx", FakeWorkbook.Create("accepted", "405", issue: Second));
        place.RunUntilIdle();
        _temp.Files("accepted").ShouldContain(file => file.EndsWith("本单位.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public void WorkbookWhoseCheckSumIsBroken_IsHeld()
    {
        using var place = new Workplace(_temp);
        Drop(place, "改过.xlsx", First with { Lineage = First.Lineage with { IsIntact = false } });
        _temp.Text("held/改过.xlsx.待核.txt").ShouldContain("relabelled");
        _temp.Files("accepted").ShouldBeEmpty();
    }

    [Fact]
    public void HeldFile_ReleasedByTheClerk_CountsAndTheReportSaysWhoDecided()
    {
        using var place = new Workplace(_temp);
        Drop(place, "新.xlsx", Second);
        Drop(place, "旧.xlsx", First);
        var held = place.Ledger.Held().ShouldHaveSingleItem();
        place.Ledger.Add(new Release
        {
            Submission = held.Id,
            Sha256 = held.Sha256!,
            Person = "王\u202e会计",
            Reason = "第二版发错了",
            At = place.Time.GetLocalNow()
        });
        Drop(place, "旧.xlsx", First);
        Current(place).WorkbookId.ShouldBe("AAAA");
        place.Ledger.Held().ShouldBeEmpty();
        var report = _temp.Text("accepted/201 单位201 2023年/旧（第2版）.检查报告.txt");
        report.ShouldContain("王_会计");
        report.ShouldContain("第二版发错了");
    }

    [Fact]
    public void Workbook_InTheFolderOfAnotherDepartment_IsHeld()
    {
        using var place = new Workplace(_temp);
        Drop(place, "教育局/一.xlsx", First);
        Drop(place, "卫健局/二.xlsx", Second);
        _temp.Text("held/卫健局/二.xlsx.待核.txt").ShouldContain("wrong_folder");
        Current(place).WorkbookId.ShouldBe("AAAA");
    }

    [Fact]
    public void AcceptedUnit_HasNoOpenReturn()
    {
        using var place = new Workplace(_temp);
        place.Drop("预算.xlsx", FakeWorkbook.Create("returned", issue: First));
        place.RunUntilIdle();
        Drop(place, "预算.xlsx", First with { Lineage = First.Lineage with { Content = "改正" } });
        Directory.GetFiles(_temp.In("returned")).ShouldBeEmpty();
        _temp.Files("returned/旧版").ShouldContain("预算.退回通知.html");
    }

    [Fact]
    public void TrialFolder_GivesTheAnswerAndNothingIsHandedIn()
    {
        using var place = new Workplace(_temp);
        _temp.Write("trial/教育局/预算.xlsx", FakeWorkbook.Create("returned"));
        _temp.Write("trial/教育局/另.xlsx", FakeWorkbook.Create("accepted", "202"));
        place.RunUntilIdle();
        _temp.Files("trial/结果/教育局").ShouldContain("预算.退回通知.html");
        (_temp.Files("accepted").Count, _temp.Files("returned").Count).ShouldBe((0, 0));
        place.Ledger.AcceptedWorkbooks().ShouldBeEmpty();
        place.Drop("教育局/预算.xlsx", FakeWorkbook.Create("returned"));
        place.RunUntilIdle();
        _temp.Files("returned").ShouldContain("教育局/预算.xlsx");
    }

    private bool Standing(string name) => Directory.GetFiles(_temp.In("accepted/201 单位201 2023年"), Path.GetFileNameWithoutExtension(name)
        + "*.xlsx").Length > 0;

    private static Submission Current(Workplace place) => place.Ledger.Current(new ResultKey("hebei", "201", 2023, "")).ShouldNotBeNull();

    private static FakeIssue Issued(string id, string at, string after = "", string step = "") =>
        new() { Lineage = new WorkbookLineage { WorkbookId = id, IssuedAt = at, After = after, Step = step, Content = id } };

    private static FakeIssue Draft(string content, string changes) =>
        First with { Lineage = First.Lineage with { Content = content, Changes = changes } };

    private static void Drop(Workplace place, string name, FakeIssue issue)
    {
        place.Drop(name, FakeWorkbook.Create("accepted", version: name, issue: issue));
        place.RunUntilIdle();
    }
}
