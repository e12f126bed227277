using System.Text;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>Tells a file that is no zip by its first bytes.</summary>
internal static class FileKinds
{
    private const int Looked = 4_096;

    /// <summary>A zip with at least one entry, or the empty zip.</summary>
    public static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8);

    /// <summary>What the file is.</summary>
    public static FileKind Of(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) return FileKind.Empty;
        if (CompoundFile.Is(file)) return OfCompound(file);
        if (file.StartsWith("%PDF"u8)) return FileKind.Pdf;
        if (file.StartsWith("{\\rtf"u8)) return FileKind.RichText;
        if (file.StartsWith("\x89PNG"u8) || file.StartsWith<byte>([0xFF, 0xD8, 0xFF]) || file.StartsWith("GIF8"u8)) return FileKind.Picture;
        if (file.StartsWith("Rar!\x1A\x07"u8) || file.StartsWith("7z\xBC\xAF\x27\x1C"u8) || file.StartsWith<byte>([0x37, 0x7A, 0xBC, 0xAF]) || file.StartsWith<byte>([0x1F, 0x8B])) return FileKind.Archive;
        return OfText(file[..Math.Min(file.Length, Looked)]);
    }

    private static FileKind OfCompound(ReadOnlySpan<byte> file)
    {
        var streams = CompoundFile.RootStreams(file);
        if (streams.Contains("EncryptedPackage")) return FileKind.Encrypted;
        if (streams.Contains("Workbook") || streams.Contains("Book")) return FileKind.OldWorkbook;
        if (streams.Contains("WordDocument")) return FileKind.OldDocument;
        return streams.Contains("PowerPoint Document") ? FileKind.OldPresentation : FileKind.OldOther;
    }

    private static FileKind OfText(ReadOnlySpan<byte> start)
    {
        var isWide = start.StartsWith<byte>([0xFF, 0xFE]) || start.StartsWith<byte>([0xFE, 0xFF]);
        if (!isWide && start.IndexOf((byte)0) >= 0) return FileKind.Unknown;
        var text = (start.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode : isWide ? Encoding.Unicode : Encoding.Latin1).GetString(start);
        if (Has(text, "urn:schemas-microsoft-com:office:spreadsheet") || Has(text, "progid=\"Excel.Sheet\"")) return Has(text, "<html") ? FileKind.WebPage : FileKind.XmlSpreadsheet;
        if (Has(text, "office/word/2003/wordml") || Has(text, "progid=\"Word.Document\"")) return FileKind.XmlDocument;
        return Has(text, "<html") || Has(text, "<table") || Has(text, "<!doctype html") || Has(text, "MIME-Version:") ? FileKind.WebPage : FileKind.Text;
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
