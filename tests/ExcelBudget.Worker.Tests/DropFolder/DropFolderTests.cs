using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

public sealed class DropFolderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void AcceptedWorkbook_Dropped_LeavesNoteFindingsAndReportUnderItsUnit()
    {
        using var place = new Workplace(_temp);
        place.Drop("预算.xlsx", FakeWorkbook.Create("accepted"));
        place.RunUntilIdle();

        _temp.Files("accepted").ShouldBe(
            [
                "201 单位201 2023年/201单位2012023年度部门预算公开情况说明.docx", "201 单位201 2023年/预算.xlsx", "201 单位201 2023年/预算.检查报告.txt",
                "201 单位201 2023年/预算.检查结果.json",
            ], ignoreOrder: true);
        _temp.Files("returned").ShouldBeEmpty();
        _temp.Files("inbox").ShouldBeEmpty();
        Directory.GetDirectories(_temp.In("work")).ShouldBeEmpty();
    }

    [Fact]
    public void ReturnedWorkbook_Dropped_ComesBackUnderItsOwnNameInItsDepartment()
    {
        using var place = new Workplace(_temp);
        place.Drop("教育局/一中/预算.XLSX", FakeWorkbook.Create("returned"));
        place.RunUntilIdle();

        _temp.Files("returned").ShouldBe(["教育局/一中/预算.xlsx", "教育局/一中/预算.退回通知.html", "教育局/一中/预算.检查报告.txt", "教育局/一中/预算.检查结果.json"],
            ignoreOrder: true);
        _temp.Text("returned/教育局/一中/预算.检查报告.txt").ShouldContain("D9");
    }

    [Fact]
    public void UnitAcceptedAgain_KeepsTheNewResultsApartFromTheOld()
    {
        using var place = new Workplace(_temp);
        for (var version = 1; version <= 3; version++)
        {
            place.Drop("预算.xlsx", FakeWorkbook.Create("accepted", version: $"{version}"));
            place.Drop("别家.xlsx", FakeWorkbook.Create("accepted", "202", version: $"{version}"));
            place.RunUntilIdle();
        }

        string[] kinds = ["预算（第3版）.xlsx", "预算（第3版）.检查报告.txt", "预算（第3版）.检查结果.json", "201单位2012023年度部门预算公开情况说明（第3版）.docx"];
        Directory.GetFiles(_temp.In("accepted/201 单位201 2023年")).Select(Path.GetFileName).ShouldBe(kinds, ignoreOrder: true);
        _temp.Files("accepted/201 单位201 2023年/旧版").Count.ShouldBe(8);
        _temp.Files("accepted/202 单位202 2023年/旧版").Count.ShouldBe(8);
    }

    [Fact]
    public void NoteThatSomebodyHasRewritten_MovesToTheOldVersionsAsItIs()
    {
        using var place = new Workplace(_temp);
        place.Drop("预算.xlsx", FakeWorkbook.Create("accepted"));
        place.RunUntilIdle();
        const string Note = "201单位2012023年度部门预算公开情况说明.docx";
        File.WriteAllText(_temp.In("accepted/201 单位201 2023年/" + Note), "改过的");
        place.Drop("预算.xlsx", FakeWorkbook.Create("accepted", version: "2"));
        place.RunUntilIdle();

        _temp.Text("accepted/201 单位201 2023年/旧版/" + Note).ShouldBe("改过的");
    }

    [Fact]
    public void ResultDroppedAgainUnderOurMarks_KeepsItsName()
    {
        using var place = new Workplace(_temp);
        place.Drop("预算（疑点待答复）（第2版）.xlsx", FakeWorkbook.Create("returned"));
        place.RunUntilIdle();
        _temp.Files("returned").ShouldContain("预算.xlsx");
    }

    [Fact]
    public void AnyFile_Processed_StandsUnchangedInTheArchive()
    {
        var dropped = new[] { FakeWorkbook.Create("accepted"), FakeWorkbook.Create("returned"), "不是工作簿"u8.ToArray(), [] };
        using var place = new Workplace(_temp);
        for (var i = 0; i < dropped.Length; i++) place.Drop($"文件{i}.xlsx", dropped[i]);
        place.RunUntilIdle();

        var archived = _temp.Files("archive");
        archived.ShouldAllBe(file => file.StartsWith("2026/20260301-", StringComparison.Ordinal));
        archived.Select(file => Convert.ToHexString(File.ReadAllBytes(_temp.In("archive/" + file))))
            .ShouldBe(dropped.Select(Convert.ToHexString), ignoreOrder: true);
    }

    [Fact]
    public void UnreadableFile_Dropped_IsRefusedWithTheReasonBesideIt()
    {
        using var place = new Workplace(_temp);
        place.Drop("加密.xlsx", FakeWorkbook.Create("encrypted"));
        place.RunUntilIdle();

        _temp.Files("refused").ShouldBe(["加密.xlsx", "加密.xlsx.原因.txt"]);
        _temp.Text("refused/加密.xlsx.原因.txt").ShouldContain(UnreadableReason.Encrypted.Sentence);
    }

    [Fact]
    public void SameContent_DroppedAgain_IsRefusedAsDuplicateOfTheFirst()
    {
        using var place = new Workplace(_temp);
        place.Drop("首次.xlsx", FakeWorkbook.Create("returned"));
        place.RunUntilIdle();
        place.Drop("再次.xlsx", FakeWorkbook.Create("returned"));
        place.RunUntilIdle();

        _temp.Files("returned").Count.ShouldBe(4);
        _temp.Files("refused").ShouldBe(["再次.xlsx", "再次.xlsx.原因.txt"]);
        _temp.Text("refused/再次.xlsx.原因.txt").ShouldContain("首次.xlsx");
        _temp.Files("archive").Count.ShouldBe(2);
    }

    [Fact]
    public void UnreadableFile_DroppedAgain_IsToldAgainWhatItIs()
    {
        using var place = new Workplace(_temp);
        place.Drop("首次.xlsx", FakeWorkbook.Create("encrypted"));
        place.RunUntilIdle();
        place.Drop("再次.xlsx", FakeWorkbook.Create("encrypted"));
        place.RunUntilIdle();

        _temp.Text("refused/再次.xlsx.原因.txt").ShouldContain(UnreadableReason.Encrypted.Sentence);
    }

    [Fact]
    public void SameContent_UnderANewRuleBook_IsCheckedAgain()
    {
        using (var place = new Workplace(_temp))
        {
            place.Drop("预算.xlsx", FakeWorkbook.Create("returned"));
            place.RunUntilIdle();
        }

        using var later = new Workplace(_temp, new FakeEngine { EngineVersion = "规则二" });
        later.Drop("预算.xlsx", FakeWorkbook.Create("returned"));
        later.RunUntilIdle();
        _temp.Files("refused").ShouldBeEmpty();
        _temp.Files("returned").ShouldContain("预算（第2版）.xlsx");
    }

    [Fact]
    public void SameName_NewContent_IsASecondVersionAndBothAreKept()
    {
        using var place = new Workplace(_temp);
        place.Drop("预算.xlsx", FakeWorkbook.Create("returned", version: "1"));
        place.RunUntilIdle();
        place.Drop("预算.xlsx", FakeWorkbook.Create("returned", version: "2"));
        place.RunUntilIdle();

        _temp.Files("returned").ShouldBe(
            [
                "旧版/预算.xlsx", "旧版/预算.退回通知.html", "旧版/预算.检查报告.txt", "旧版/预算.检查结果.json", "预算（第2版）.xlsx", "预算（第2版）.退回通知.html",
                "预算（第2版）.检查报告.txt", "预算（第2版）.检查结果.json",
            ], ignoreOrder: true);
        _temp.Files("archive").Count.ShouldBe(2);
    }

    [Fact]
    public void NamesThatDifferInCaseOnly_Dropped_NeverShareAnOutputName()
    {
        using var place = new Workplace(_temp);
        place.Drop("budget.xlsx", FakeWorkbook.Create("returned", version: "1"));
        place.Drop("BUDGET.xlsx", FakeWorkbook.Create("returned", version: "2"));
        place.RunUntilIdle();

        _temp.Files("returned").Select(file => file.ToUpperInvariant()).Distinct().Count().ShouldBe(8);
    }

    [Fact]
    public void FileSomebodyPutIntoReturned_IsNeverOverwritten()
    {
        using var place = new Workplace(_temp);
        _temp.Write("returned/预算.xlsx", "别人的"u8.ToArray());
        place.Drop("预算.xlsx", FakeWorkbook.Create("returned"));
        place.RunUntilIdle();

        _temp.Text("returned/预算.xlsx").ShouldBe("别人的");
        _temp.Files("returned").ShouldContain("预算（第2版）.xlsx");
    }

    [Fact]
    public void Burst_OfFiftyFiles_IsTakenWhole()
    {
        using var place = new Workplace(_temp);
        for (var i = 0; i < 50; i++) place.Drop($"单位{i:D2}.xlsx", FakeWorkbook.Create("accepted", $"3{i:D2}"));
        place.RunUntilIdle();

        _temp.Files("archive").Count.ShouldBe(50);
        Directory.GetDirectories(_temp.In("accepted")).Length.ShouldBe(50);
    }

    [Fact]
    public void PoisonFile_AmongOthers_IsRefusedAfterThreeAttemptsAndTheOthersGoThrough()
    {
        using var place = new Workplace(_temp);
        place.Drop("1坏.xlsx", FakeWorkbook.Create("poison"));
        place.Drop("2好.xlsx", FakeWorkbook.Create("accepted"));
        place.Pass();
        place.Time.Pass(TimeSpan.FromSeconds(4));
        place.Pass();
        _temp.Files("accepted").Count.ShouldBe(4);
        place.Ledger.Open().ShouldHaveSingleItem().Attempts.ShouldBe(1);

        place.RunUntilIdle();
        _temp.Files("refused").ShouldBe(["1坏.xlsx", "1坏.xlsx.原因.txt"]);
        _temp.Text("refused/1坏.xlsx.原因.txt").ShouldContain("internal_error");
        _temp.Text("refused/1坏.xlsx.原因.txt").ShouldNotContain("Exception");
    }

    [Fact]
    public void PoisonFile_DroppedAgainAfterARepair_IsNotADuplicate()
    {
        using var place = new Workplace(_temp);
        place.Drop("坏.xlsx", FakeWorkbook.Create("poison"));
        place.RunUntilIdle();
        place.Drop("坏.xlsx", FakeWorkbook.Create("poison"));
        place.RunUntilIdle();

        _temp.Text("refused/坏（第2版）.xlsx.原因.txt").ShouldContain("internal_error");
    }

    [Fact]
    public void FileOverTheLimit_Dropped_IsRefusedUnread()
    {
        using var place = new Workplace(_temp, maxFileBytes: 1000);
        place.Drop("大.xlsx", new byte[1001]);
        place.RunUntilIdle();

        _temp.Text("refused/大.xlsx.原因.txt").ShouldContain("too_large");
    }

    [Fact]
    public void LinkOutOfTheInbox_IsLeftAlone()
    {
        using var place = new Workplace(_temp);
        var outside = _temp.Write("别处/预算.xlsx", FakeWorkbook.Create("accepted"));
        File.CreateSymbolicLink(_temp.In("inbox/链接.xlsx"), outside);
        Directory.CreateSymbolicLink(_temp.In("inbox/文件夹"), _temp.In("别处"));
        place.RunUntilIdle();

        File.Exists(outside).ShouldBeTrue();
        _temp.Files("archive").ShouldBeEmpty();
    }

    [Fact]
    public void DecomposedName_FromAMac_IsStoredComposed()
    {
        using var place = new Workplace(_temp);
        place.Drop("cafe\u0301.xlsx", FakeWorkbook.Create("returned"));
        place.RunUntilIdle();

        _temp.Files("returned").ShouldContain("caf\u00e9.xlsx");
    }

    [Fact]
    public void OriginalInWork_WithoutALedger_IsProcessedAndNotLost()
    {
        _temp.Write("work/20250101-000000-000001-abcdef/original.xlsx", FakeWorkbook.Create("accepted"));
        using var place = new Workplace(_temp);
        place.RunUntilIdle();

        _temp.Files("archive").Count.ShouldBe(1);
        Directory.GetDirectories(_temp.In("work")).ShouldBeEmpty();
    }

    [Fact]
    public void FileStillWrittenAfterItWasTaken_IsNotJudgedBeforeItStandsStill()
    {
        using var place = new Workplace(_temp);
        place.Drop("预算.xlsx", FakeWorkbook.Create("accepted"));
        place.Pass();
        // the writer kept the file open: in the ledger it has another size than in work
        var claimed =
            new Submission
            {
                Id = "20260301-093000-000009-aaaaaa",
                State = SubmissionState.Claimed,
                SourcePath = "inbox/慢.xlsx",
                Name =
            "慢.xlsx",
                Size = 1
            };
        _temp.Write($"work/{claimed.Id}/original.xlsx", FakeWorkbook.Create("returned", "202"));
        place.Ledger.Add(claimed, "测试");
        place.Pass();
        place.Ledger.Open().ShouldHaveSingleItem().Verdict.ShouldBeNull();

        place.RunUntilIdle();
        _temp.Files("returned").ShouldContain("慢.xlsx");
    }

    [Fact]
    public void PublishedFiles_LostBeforeTheConfirmation_AreMadeAgain()
    {
        using var place = new Workplace(_temp);
        var content = FakeWorkbook.Create("returned");
        var drafted = new Submission
        {
            Id = "20260301-093000-000009-aaaaaa",
            SourcePath = "inbox/预算.xlsx",
            Name = "预算.xlsx",
            Size = content.Length,
            State = SubmissionState.Drafted,
            ArchivePath = "archive/2026/x.xlsx",
        };
        _temp.Write($"work/{drafted.Id}/original.xlsx", content);
        place.Ledger.Add(drafted, "测试");
        place.Ledger.Save(
            drafted, [new Output { Submission = drafted.Id, Kind = "annotated", FinalPath = "returned/预算.xlsx", Sha256 = "00", ResultKey =
            "k" }], "测试");
        place.RunUntilIdle();

        _temp.Files("returned").ShouldContain("预算.xlsx");
        _temp.Files("archive").Count.ShouldBe(1);
    }
}
