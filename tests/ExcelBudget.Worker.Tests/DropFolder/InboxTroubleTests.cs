using System.Diagnostics;
using ExcelBudget.Worker.DropFolder.Health;
using ExcelBudget.Worker.TestHost;

namespace ExcelBudget.Worker.Tests.DropFolder;

/// <summary>What can never be taken is told until it is gone, and keeps nothing else from being taken.</summary>
public sealed class InboxTroubleTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void PipeInTheInbox_IsToldUntilItIsGoneAndTheOthersAreTaken()
    {
        using var place = new Workplace(_temp);
        using (var made = Process.Start("mkfifo", [_temp.In("inbox/管道.xlsx")])) made.WaitForExit();
        place.Drop("好.xlsx", FakeWorkbook.Create("accepted"));
        place.RunUntilIdle();
        _temp.Files("accepted").Count.ShouldBe(4);
        place.Get<FolderHealth>().Troubles.ShouldHaveSingleItem().Subject.ShouldBe("inbox/管道.xlsx");
        HealthState.Read(_temp.In("work/troubles.json"))!.Troubles.Count.ShouldBe(1);

        File.Delete(_temp.In("inbox/管道.xlsx"));
        place.Pass();
        place.Get<FolderHealth>().Troubles.ShouldBeEmpty();
        HealthState.Read(_temp.In("work/troubles.json"))!.Troubles.ShouldBeEmpty();
    }

    [Fact]
    public void NameInGbkBytes_IsTold()
    {
        using var place = new Workplace(_temp);
        using (var made = Process.Start("sh", ["-c", $"printf x > \"$(printf '{_temp.In("inbox")}"
            + $"/\\326\\320.xlsx')\""])) made.WaitForExit();
        place.RunUntilIdle();
        place.Get<FolderHealth>().Troubles.ShouldHaveSingleItem().Sentence.ShouldContain("GBK");
        using var cleared = Process.Start("sh", ["-c", $"rm {_temp.In("inbox")}/*"]);
        cleared.WaitForExit();
    }

    [Fact]
    public void FileThatIsWrittenOnAfterItWasJudged_ComesBackAsADropOfItsOwn()
    {
        using var place = new Workplace(_temp);
        var judged = FakeWorkbook.Create("returned");
        _temp.Write("inbox/慢.xlsx", judged);
        using var writer = new FileStream(_temp.In("inbox/慢.xlsx"), FileMode.Append, FileAccess.Write,
            FileShare.ReadWrite | FileShare.Delete);
        var original = File.GetLastWriteTimeUtc(_temp.In("inbox/慢.xlsx"));
        place.Get<WritesOn>().When = () =>
        {
            writer.Write("more"u8);
            writer.Flush();
            // a writer that also keeps the time, as copying programs do
            foreach (var file in Directory.GetFiles(_temp.In("work"), "original.xlsx",
                SearchOption.AllDirectories)) File.SetLastWriteTimeUtc(file, original);
        };
        place.RunUntilIdle();

        var archived = _temp.Files("archive").Select(file => File.ReadAllBytes(_temp.In("archive/" + file))).ToArray();
        archived.ShouldContain(content => content.SequenceEqual(judged));
        archived.Length.ShouldBe(2);
    }
}
