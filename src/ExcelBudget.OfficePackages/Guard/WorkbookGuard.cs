using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>Opens a dropped file: decides by its content whether it is a workbook that may be read, and reads it.</summary>
public static class WorkbookGuard
{
    /// <summary>The file's flat content, or why it cannot be read. Whatever the bytes are, it answers and does not throw.</summary>
    /// <param name="file">The whole file; not changed, not needed afterwards.</param>
    /// <param name="limits">Sizes allowed; <see cref="GuardLimits.Default"/> when null.</param>
    public static GuardResult Open(ReadOnlyMemory<byte> file, GuardLimits? limits = null)
    {
        limits ??= GuardLimits.Default;
        if (file.Length > limits.FileBytes) return GuardResult.Unreadable(UnreadableReason.TooLarge, $"文件 {file.Length} 字节，上限 {limits.FileBytes} 字节");
        if (FileSignature.IsCompound(file.Span)) return OpenCompound(file.Span);
        if (!FileSignature.IsZip(file.Span)) return GuardResult.Unreadable(UnreadableReason.NotAWorkbook, FileSignature.Describe(file.Span));
        try
        {
            return GuardResult.Readable(FlatReader.Read(new ZipPackage(file, limits), limits));
        }
        catch (UnreadableException unreadable)
        {
            return GuardResult.Unreadable(unreadable.Reason, unreadable.Message);
        }
        // the edge of one file: a fault of ours in one workbook must not stop the others
        catch (Exception fault)
        {
            return GuardResult.Unreadable(UnreadableReason.InternalError, fault.ToString());
        }
    }

    private static GuardResult OpenCompound(ReadOnlySpan<byte> file)
    {
        var streams = CompoundFile.StreamNames(file);
        if (streams.Contains("EncryptedPackage")) return GuardResult.Unreadable(UnreadableReason.Encrypted, "文件是加密的 Office 文档");
        if (streams.Contains("WordDocument")) return GuardResult.Unreadable(UnreadableReason.NotAWorkbook, "内容是旧版 Word 文档");
        if (streams.Contains("PowerPoint Document")) return GuardResult.Unreadable(UnreadableReason.NotAWorkbook, "内容是旧版 PowerPoint 文档");
        return GuardResult.Unreadable(UnreadableReason.OldBinaryFormat, "内容是旧版二进制文档");
    }
}
