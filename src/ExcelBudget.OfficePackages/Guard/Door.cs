using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>
/// What every file passes, whichever kind is expected: size, kind by content, zip directory, the part everything hangs on.
/// </summary>
internal static class Door
{
    private const int LongestDetail = 200;

    /// <summary>Opens a file, or says why not. Whatever the bytes are, it answers and does not throw.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="limits">Sizes allowed.</param>
    /// <param name="expected">The kind of file this door is for.</param>
    /// <param name="read">Reads what the door needs from the package, given its main part.</param>
    public static GuardResult<TPackage> Open<TPackage>(
        ReadOnlyMemory<byte> file, PackageLimits? limits, FileKind expected, Func<ZipPackage, string, TPackage> read)
        where TPackage : GuardedPackage
    {
        limits ??= PackageLimits.Default;
        try
        {
            if (file.Length > limits.FileBytes) throw UnreadableException.TooLarge($"文件 {file.Length} 字节，上限 {limits.FileBytes} 字节");
            if (!FileKinds.IsZip(file.Span)) return Refused<TPackage>(WrongFile.Reason(FileKinds.Of(file.Span), expected));
            var package = new ZipPackage(file, limits);
            var (kind, main) = PackageKinds.Of(package);
            if (kind != expected) return Refused<TPackage>(WrongFile.Reason(kind, expected));
            return new(read(package, main!), null, "");
        }
        catch (UnreadableException unreadable)
        {
            return Refused<TPackage>(WrongFile.InWordsOf(unreadable.Reason.With(Clean(unreadable.Message)), expected));
        }
        // the edge of one file: a fault of ours in one file must not stop the others
        catch (Exception fault) when (fault is not OutOfMemoryException)
        {
            return new(null, UnreadableReason.InternalError, fault.ToString());
        }
    }

    private static GuardResult<TPackage> Refused<TPackage>(UnreadableReason reason)
        where TPackage : GuardedPackage => new(null, reason, reason.Detail.Length > 0 ? reason.Detail : reason.Problem);

    // names of parts are the sender's: nothing in them may break a line, turn the direction of writing, or fill a report
    private static string Clean(string detail) => LegalText.Cut(string.Concat(detail.Where(symbol => !char.IsControl(symbol)
        && char.GetUnicodeCategory(symbol) is not System.Globalization.UnicodeCategory.Format)), LongestDetail);
}
