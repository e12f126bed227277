using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>
/// The door for notes: decides by its content whether a file is a Word document that may be read, and proves every part.
/// </summary>
public static class NoteGuard
{
    /// <summary>The opened note, or why it cannot be read. Whatever the bytes are, it answers and does not throw.</summary>
    /// <param name="file">The whole file; not changed. The opened note looks into it as long as it lives.</param>
    /// <param name="limits">Sizes allowed; <see cref="PackageLimits.Default"/> when null.</param>
    public static GuardResult<GuardedNote> Open(ReadOnlyMemory<byte> file, PackageLimits? limits = null) =>
        Door.Open(file, limits, FileKind.Document, Read);

    private static GuardedNote Read(ZipPackage package, string main)
    {
        if (!package.Contains(main)) throw UnreadableException.Damaged($"缺少部件 {main}");
        package.VerifyRest();
        return new GuardedNote(package, main);
    }
}
