using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>An .xlsx that <see cref="WorkbookGuard"/> has passed.</summary>
public sealed class GuardedWorkbook : GuardedPackage
{
    internal GuardedWorkbook(ZipPackage package, string mainPart, FlatWorkbook content)
        : base(package, mainPart) => Content = content;

    /// <summary>Its sheets as they stand.</summary>
    public FlatWorkbook Content { get; }
}
