using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Reading;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>The door for workbooks: decides by its content whether a file is one that may be read, and reads it.</summary>
public static class WorkbookGuard
{
    /// <summary>The opened workbook, or why it cannot be read. Whatever the bytes are, it answers and does not throw.</summary>
    /// <param name="file">The whole file; not changed. The opened workbook looks into it as long as it lives.</param>
    /// <param name="limits">Sizes allowed; <see cref="PackageLimits.Default"/> when null.</param>
    /// <param name="unread">Names of sheets whose cells the caller has no use for: proven whole like every part, and not read.</param>
    public static GuardResult<GuardedWorkbook> Open(
        ReadOnlyMemory<byte> file, PackageLimits? limits = null, IReadOnlySet<string>? unread = null) => Door.Open(
        file, limits, FileKind.Workbook,
        (package, main) => new GuardedWorkbook(package, main, FlatReader.Read(package, main, unread ?? NoNames)));

    private static readonly HashSet<string> NoNames = [];
}
