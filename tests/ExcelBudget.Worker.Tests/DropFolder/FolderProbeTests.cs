using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Settings;

namespace ExcelBudget.Worker.Tests.DropFolder;

public sealed class FolderProbeTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Folders_AllInOrder_AreMadeAndLeftEmpty()
    {
        Probe().ShouldBeEmpty();
        Directory.GetDirectories(_temp.Path).Length.ShouldBe(8);
        Directory.GetFileSystemEntries(_temp.Path, "*", SearchOption.AllDirectories).Length.ShouldBe(8);
    }

    [Fact]
    public void FolderThatCannotBeWritten_IsNamed()
    {
        if (!OperatingSystem.IsLinux()) return;
        // nobody, not even root, writes here
        Directory.CreateSymbolicLink(_temp.In("returned"), "/proc/self");
        Probe().ShouldHaveSingleItem().ShouldContain("文件夹不能写入：" + _temp.In("returned"));
    }

    [Fact]
    public void FolderOnAnotherVolume_IsNamed()
    {
        if (!Directory.Exists("/dev/shm")) return;
        var elsewhere = Directory.CreateDirectory($"/dev/shm/{Guid.NewGuid():N}");
        Directory.CreateSymbolicLink(_temp.In("archive"), elsewhere.FullName);
        Probe().ShouldHaveSingleItem().ShouldContain("不在同一磁盘卷");
        elsewhere.GetFileSystemInfos().ShouldBeEmpty();
        elsewhere.Delete();
    }

    [Fact]
    public void FileInPlaceOfAFolder_IsNamed()
    {
        _temp.Write("inbox", [1]);
        Probe().ShouldHaveSingleItem().ShouldContain("不能建立文件夹：" + _temp.In("inbox"));
    }

    private IReadOnlyList<string> Probe() =>
        new FolderProbe(new DropFolders(new WorkerSettings { Root = _temp.Path, LedgerFile = "", LogFolder = "" })).Problems();
}
