using System.IO.Compression;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.DropFolder.Inbox;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>A zip of workbooks: each member is a hand-in of its own, and nothing of a zip's names reaches a path.</summary>
public sealed class ZipDropTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void ZipOfWorkbooks_GivesEachMemberItsOwnVerdictInTheDepartmentOfItsFolder()
    {
        using var place = new Workplace(_temp);
        place.Drop("全部.zip", Zip(
            ("教育局/一.xlsx", Workbook("accepted", "201")), ("卫健局/二.xlsx", Workbook("returned", "202")),
            ("三.xlsx", Workbook("encrypted", "203")), ("说明.txt", "请查收"u8.ToArray()), ("__MACOSX/._一.xlsx", "x"u8.ToArray())));
        place.RunUntilIdle();
        _temp.Files("accepted/教育局").ShouldContain(file => file.EndsWith("一.xlsx", StringComparison.Ordinal));
        _temp.Files("returned/卫健局").ShouldContain("二.xlsx");
        _temp.Files("refused").ShouldContain("三.xlsx");
        _temp.Files("archive").Count.ShouldBe(4);
        Verdicts(place).ShouldBe([Verdict.Accepted, Verdict.Returned, Verdict.Unreadable], ignoreOrder: true);
        _temp.Files("inbox").ShouldBeEmpty();
    }

    [Fact]
    public void Zip_InADepartmentsFolder_IsThatDepartmentsWhateverItsOwnFoldersSay()
    {
        using var place = new Workplace(_temp);
        place.Drop("教育局/全部.zip", Zip(("卫健局/一.xlsx", Workbook("accepted", "201"))));
        place.RunUntilIdle();
        _temp.Files("accepted/教育局").ShouldContain(file => file.EndsWith("一.xlsx", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("../../外面.xlsx")]
    [InlineData("/etc/外面.xlsx")]
    [InlineData("C:\\外面.xlsx")]
    [InlineData("一\n\u202e二.xlsx")]
    [InlineData("..")]
    public void Member_WhateverItIsCalled_LeavesNothingOutsideTheRoot(string name)
    {
        using var place = new Workplace(_temp);
        place.Drop("坏.zip", Zip((name, Workbook("accepted", "201")), ("好.xlsx", Workbook("accepted", "202"))));
        place.RunUntilIdle();
        foreach (var folder in new[] { Path.GetDirectoryName(_temp.Path)!, "/etc", Directory.GetCurrentDirectory() })
            Directory.GetFileSystemEntries(folder, "*外面*").ShouldBeEmpty();
        _temp.Files("").ShouldAllBe(file => !file.Contains('\u202e') && !file.Contains('\n'));
        // either refused as a whole or taken apart: never left lying, never half
        _temp.Files("inbox").ShouldBeEmpty();
        _temp.Files("archive").ShouldContain(file => file.EndsWith("坏.zip", StringComparison.Ordinal));
    }

    [Fact]
    public void ZipInsideAZip_IsNotTakenApart()
    {
        using var place = new Workplace(_temp);
        place.Drop("外.zip", Zip(("内.zip", Zip(("一.xlsx", Workbook("accepted", "201")))), ("二.xlsx", Workbook("accepted", "202"))));
        place.RunUntilIdle();
        _temp.Files("accepted").ShouldContain(file => file.EndsWith("二.xlsx", StringComparison.Ordinal));
        _temp.Files("").ShouldNotContain(file => file.EndsWith("一.xlsx", StringComparison.Ordinal));
    }

    [Fact]
    public void ZipWithoutADocument_IsRefusedOnce()
    {
        using var place = new Workplace(_temp);
        place.Drop("图片.zip", Zip(("一.png", "x"u8.ToArray())));
        place.RunUntilIdle();
        _temp.Files("refused").Where(file => file.EndsWith(".原因.txt", StringComparison.Ordinal)).ShouldHaveSingleItem();
    }

    [Fact]
    public void ZipThatUnpacksWithoutEnd_IsRefusedAndTheOthersGoOn()
    {
        using var place = new Workplace(_temp);
        place.Drop("1炸弹.zip", Zip(("大.xlsx", new byte[70 << 20])));
        place.Drop("2好.xlsx", Workbook("accepted", "201"));
        place.RunUntilIdle();
        _temp.Text("refused/1炸弹.zip.原因.txt").ShouldContain("原因");
        Verdicts(place).ShouldBe([Verdict.Unreadable, Verdict.Accepted]);
    }

    [Fact]
    public void ZipOnTrial_GivesAnswersAndHandsNothingIn()
    {
        using var place = new Workplace(_temp);
        _temp.Write("trial/教育局/全部.zip", Zip(("一.xlsx", Workbook("returned", "201"))));
        place.RunUntilIdle();
        _temp.Files("trial/结果").ShouldContain(file => file.EndsWith("一.退回通知.html", StringComparison.Ordinal));
        place.Ledger.AcceptedWorkbooks().ShouldBeEmpty();
    }

    [Fact]
    public void Zip_TakenApartAgainAfterACrash_MakesNothingTwice()
    {
        using var place = new Workplace(_temp);
        place.Drop("全部.zip", Zip(("一.xlsx", Workbook("accepted", "201")), ("二.xlsx", Workbook("accepted", "202"))));
        var claimed = Claimed(place, "全部.zip");
        place.Get<Unpacking>().Take(claimed, out _).ShouldNotBeNull();
        // the program ended before it was confirmed that the zip was taken apart
        place.Ledger.Save(claimed, "如同中断");
        place.RunUntilIdle();
        Verdicts(place).ShouldBe([Verdict.Accepted, Verdict.Accepted]);
        _temp.Files("archive").Count.ShouldBe(3);
    }

    private static Submission Claimed(Workplace place, string name)
    {
        var file = new FileInfo(place.InInbox(name));
        return place.Get<Claims>().Take(new SeenFile(file.FullName, file.Length, file.LastWriteTimeUtc.Ticks));
    }

    private static Verdict[] Verdicts(Workplace place) => [.. place.All().Select(submission => submission.Verdict).OfType<Verdict>()];

    private static byte[] Workbook(string order, string unit) => FakeWorkbook.Create(order, unit);

    private static byte[] Zip(params (string Name, byte[] Content)[] members)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in members)
            {
                using var stream = zip.CreateEntry(name, CompressionLevel.Optimal).Open();
                stream.Write(content);
            }
        }

        return memory.ToArray();
    }
}
