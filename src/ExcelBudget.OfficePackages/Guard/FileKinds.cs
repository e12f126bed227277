using System.Text;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>Tells a file that is no zip by its first bytes.</summary>
internal static class FileKinds
{
    private const int Looked = 4_096;

    // PNG, JPEG, GIF
    private static readonly byte[][] Pictures = [[0x89, 0x50, 0x4E, 0x47], [0xFF, 0xD8, 0xFF], [0x47, 0x49, 0x46, 0x38]];

    // RAR, 7z, gzip
    private static readonly byte[][] Archives = [[0x52, 0x61, 0x72, 0x21, 0x1A, 0x07], [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], [0x1F, 0x8B]];

    /// <summary>A zip with at least one entry, or the empty zip.</summary>
    public static bool IsZip(ReadOnlySpan<byte> file) => file.StartsWith("PK\x03\x04"u8) || file.StartsWith("PK\x05\x06"u8);

    /// <summary>What the file is.</summary>
    public static FileKind Of(ReadOnlySpan<byte> file)
    {
        if (file.IsEmpty) return FileKind.Empty;
        if (CompoundFile.Is(file)) return OfCompound(file);
        if (file.StartsWith("%PDF"u8)) return FileKind.Pdf;
        if (file.StartsWith("{\\rtf"u8)) return FileKind.RichText;
        if (BeginsLike(file, Pictures)) return FileKind.Picture;
        if (BeginsLike(file, Archives)) return FileKind.Archive;
        return OfText(file[..Math.Min(file.Length, Looked)]);
    }

    private static bool BeginsLike(ReadOnlySpan<byte> file, byte[][] beginnings)
    {
        foreach (var beginning in beginnings)
        {
            if (file.StartsWith(beginning)) return true;
        }

        return false;
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
        var text = (start.StartsWith<byte>([0xFE, 0xFF]) ? Encoding.BigEndianUnicode : isWide ? Encoding.Unicode : Encoding.Latin1)
            .GetString(start);
        if (Has(text, "<html") || Has(text, "<!doctype html")) return FileKind.WebPage;
        if (Has(text, "urn:schemas-microsoft-com:office:spreadsheet") || Has(text, "progid=\"Excel.Sheet\""))
        {
            return FileKind.XmlSpreadsheet;
        }
        if (Has(text, "office/word/2003/wordml") || Has(text, "progid=\"Word.Document\"")) return FileKind.XmlDocument;
        return Has(text, "<table") || Has(text, "MIME-Version:") ? FileKind.WebPage : FileKind.Text;
    }

    private static bool Has(string text, string words) => text.Contains(words, StringComparison.OrdinalIgnoreCase);
}
