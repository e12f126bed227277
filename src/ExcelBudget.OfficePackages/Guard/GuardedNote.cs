using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>A .docx that <see cref="NoteGuard"/> has passed.</summary>
public sealed class GuardedNote : GuardedPackage
{
    internal GuardedNote(ZipPackage package, string mainPart)
        : base(package, mainPart)
    {
    }
}
