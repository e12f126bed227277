using ExcelBudget.Worker.Files;

namespace ExcelBudget.Worker.DropFolder.Folders;

/// <summary>
/// Start-up check of the folders: each exists or can be made, can be written, and is on the volume of the others. A folder is
/// renamed through all of them: unlike a file, it is never silently copied to another volume.
/// </summary>
internal sealed class FolderProbe(DropFolders folders)
{
    /// <summary>What is wrong, one Chinese sentence each; empty when the worker may start.</summary>
    public IReadOnlyList<string> Problems()
    {
        var unmade = folders.All.Select(Make).OfType<string>().ToArray();
        if (unmade.Length > 0) return unmade;
        var name = $".probe-{Guid.NewGuid():N}";
        var home = Path.Combine(folders.Work, name);
        try
        {
            Directory.CreateDirectory(home);
            return [.. folders.All.Where(folder => folder != folders.Work).Select(folder => Visit(home, folder, name)).OfType<string>()];
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return [$"文件夹不能写入：{folders.Work}（{DiskTrouble.Sentence(e)}）"];
        }
        finally
        {
            if (Directory.Exists(home)) Directory.Delete(home);
        }
    }

    private static string? Make(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"不能建立文件夹：{folder}（{DiskTrouble.Sentence(e)}）";
        }
    }

    private static string? Visit(string home, string folder, string name)
    {
        var away = Path.Combine(folder, name);
        try
        {
            // tells a folder that cannot be written from one on another volume
            Directory.CreateDirectory(away);
            Directory.Delete(away);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return $"文件夹不能写入：{folder}。请检查权限和磁盘（{DiskTrouble.Sentence(e)}）";
        }

        try
        {
            Directory.Move(home, away);
            Directory.Move(away, home);
            return null;
        }
        catch (IOException)
        {
            return $"文件夹与 work 不在同一磁盘卷上：{folder}。各文件夹须在同一卷上，否则移动文件时可能丢失。";
        }
    }
}
