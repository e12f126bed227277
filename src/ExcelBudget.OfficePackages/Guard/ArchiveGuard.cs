using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>A workbook or note inside a zip.</summary>
/// <param name="Name">Its path in the zip, with «/».</param>
/// <param name="Content">Its bytes.</param>
public sealed record ArchiveMember(string Name, byte[] Content);

/// <summary>The door for zips of workbooks and notes: unpacked under the same limits and checks as a workbook itself.</summary>
public static class ArchiveGuard
{
    /// <summary>The documents in a zip, one after the other; what else lies in it is left out.</summary>
    /// <param name="file">The whole file.</param>
    /// <param name="limits">Sizes allowed.</param>
    /// <param name="take">Called with each document.</param>
    /// <param name="reason">Why it cannot be unpacked; null when it was, and when it is no zip of documents.</param>
    /// <returns>Number of documents; null when nothing was unpacked.</returns>
    public static int? Unpack(ReadOnlyMemory<byte> file, PackageLimits? limits, Action<ArchiveMember> take, out UnreadableReason? reason)
    {
        limits ??= PackageLimits.Default;
        reason = null;
        if (!FileKinds.IsZip(file.Span)) return null;
        try
        {
            var package = new ZipPackage(file, limits);
            if (PackageKinds.Of(package).Kind != FileKind.ArchiveOfDocuments) return null;
            var names = package.PartNames.Where(PackageKinds.IsDocument).ToArray();
            foreach (var name in names) take(new ArchiveMember(name, package.Bytes(name)));
            return names.Length;
        }
        catch (UnreadableException unreadable)
        {
            reason = unreadable.Reason.With(unreadable.Message);
            return null;
        }
    }
}
