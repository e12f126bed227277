using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.Tests.Files;

/// <summary>What people are told when a disk says no, by faults the system itself has raised.</summary>
public sealed class DiskTroubleTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void FileHeldByAnotherProgram_IsToldAsOpen()
    {
        var path = _temp.Write("a.xlsx", [1]);
        using var held = new FileStream(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Told(() => File.ReadAllBytes(path)).ShouldContain("正被其他程序打开");
    }

    [Fact]
    public void FileOrFolderThatIsGone_IsTold()
    {
        Told(() => File.ReadAllBytes(_temp.In("没有.xlsx"))).ShouldContain("文件不存在");
        Told(() => File.ReadAllBytes(_temp.In("没有/没有.xlsx"))).ShouldContain("文件夹不存在");
    }

    [Fact]
    public void NameThatIsTaken_IsTold() => Told(() => FileOperations.WriteNew(_temp.Write("a.xlsx", [1]), [2])).ShouldContain("同名");

    [Fact]
    public void NameThatIsTooLong_IsTold() => Told(() => FileOperations.WriteNew(_temp.In(new string('长', 300)), [2])).ShouldContain("太长");

    [Fact]
    public void FullDisk_IsTold() =>
        Told(() => throw new IOException("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28))
        .ShouldContain("磁盘已满");

    [Fact]
    public void FolderInAFilesPlace_IsNoRight() => Told(() => File.ReadAllBytes(_temp.Path)).ShouldContain("没有权限");

    [Fact]
    public void SomethingRare_KeepsTheSystemsWords() =>
        Told(() => throw new IOException("Something odd.", 987654)).ShouldBe("系统提示：Something odd");

    private static string Told(Action action)
    {
        try
        {
            action();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return DiskTrouble.Sentence(e);
        }

        throw new InvalidOperationException("nothing went wrong");
    }
}
