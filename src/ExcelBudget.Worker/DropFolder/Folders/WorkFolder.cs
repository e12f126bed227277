namespace ExcelBudget.Worker.DropFolder.Folders;

/// <summary>Clears what a submission leaves in work.</summary>
internal static class WorkFolder
{
    /// <summary>Deletes a folder and all in it; nothing happens when it is gone.</summary>
    public static void Clear(string folder)
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }
}
