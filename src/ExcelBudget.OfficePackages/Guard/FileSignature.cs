namespace ExcelBudget.OfficePackages.Guard;

/// <summary>What a file is by its first bytes; its name is not asked.</summary>
internal static class FileSignature
{
    /// <summary>A zip with at least one entry, or the empty zip.</summary>
    public static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8);

    /// <summary>An OLE compound document: .xls, .et, or an encrypted .xlsx.</summary>
    public static bool IsCompound(ReadOnlySpan<byte> file) => file.StartsWith<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]);

    /// <summary>What a file that is neither looks like, in Chinese.</summary>
    public static string Describe(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) return "空文件（0 字节）";
        if (file.StartsWith("%PDF"u8)) return "内容是 PDF";
        if (file.StartsWith("{\\rtf"u8)) return "内容是 RTF 文档";
        if (file.StartsWith("\x89PNG"u8) || file.StartsWith<byte>([0xFF, 0xD8, 0xFF])) return "内容是图片";
        var start = file[..Math.Min(file.Length, 512)];
        if (start.IndexOf("<html"u8) >= 0 || start.IndexOf("<HTML"u8) >= 0 || start.IndexOf("<table"u8) >= 0) return "内容是网页（HTML）";
        return start.IndexOf((byte)0) < 0 ? "内容是文本" : "无法识别的内容";
    }
}
