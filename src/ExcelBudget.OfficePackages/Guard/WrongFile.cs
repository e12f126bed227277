using ExcelBudget.Domain.Findings;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>Says of a file that is not what the door is for what it is and what to do with it.</summary>
internal static class WrongFile
{
    private const string SaveAsWorkbook = "请用 Excel 或 WPS 打开，另存为“Excel 工作簿（*.xlsx）”后重新报送。";
    private const string SaveAsDocument = "请用 Word 或 WPS 打开，另存为“Word 文档（*.docx）”后重新报送。";
    private const string Unpack = "请先解压，再把里面的文件逐个报送。";

    /// <summary>Why a file of a kind cannot pass the door for another kind.</summary>
    public static UnreadableReason Reason(FileKind kind, FileKind expected) =>
        expected == FileKind.Workbook ? ForWorkbook(kind) : ForNote(kind);

    /// <summary>A reason found inside a file in the words of the door.</summary>
    public static UnreadableReason InWordsOf(UnreadableReason reason, FileKind expected) =>
        expected == FileKind.Workbook ? reason : UnreadableNote.Of(reason);

    private static UnreadableReason ForWorkbook(FileKind kind) => kind switch
    {
        FileKind.Encrypted => UnreadableReason.Encrypted,
        FileKind.MacroWorkbook => UnreadableReason.Macro,
        FileKind.OldWorkbook or FileKind.OldOther => UnreadableReason.OldBinaryFormat,
        FileKind.BinaryWorkbook => UnreadableReason.OldBinaryFormat.As("文件是二进制工作簿（.xlsb）", SaveAsWorkbook),
        FileKind.XmlSpreadsheet or FileKind.OpenSpreadsheet or FileKind.WebPage => NoWorkbook(kind, SaveAsWorkbook),
        FileKind.Archive or FileKind.ArchiveOfDocuments => NoWorkbook(kind, Unpack),
        FileKind.Document or FileKind.MacroDocument or FileKind.OldDocument or FileKind.OpenText or FileKind.XmlDocument => NoWorkbook(
            kind, "请检查是否选错了文件，重新报送下发的工作簿；情况说明请存为 .docx 报送。"),
        FileKind.Unknown => UnreadableReason.NotAWorkbook,
        _ => NoWorkbook(kind, UnreadableReason.NotAWorkbook.Remedy),
    };

    private static UnreadableReason NoWorkbook(FileKind kind, string remedy) =>
        UnreadableReason.NotAWorkbook.As($"文件是{Named(kind)}，不是 Excel 工作簿", remedy);

    private static UnreadableReason NoNote(FileKind kind, string remedy) =>
        UnreadableNote.NotANote.As($"文件是{Named(kind)}，不是 Word 文档", remedy);

    private static UnreadableReason ForNote(FileKind kind) => kind switch
    {
        FileKind.Encrypted => UnreadableNote.Encrypted,
        FileKind.MacroDocument => UnreadableNote.Macro,
        FileKind.OldDocument or FileKind.OldOther => UnreadableNote.OldBinaryFormat,
        FileKind.XmlDocument or FileKind.OpenText or FileKind.WebPage or FileKind.RichText => NoNote(kind, SaveAsDocument),
        FileKind.Archive or FileKind.ArchiveOfDocuments => NoNote(kind, Unpack),
        FileKind.Unknown => UnreadableNote.NotANote,
        _ => NoNote(kind, UnreadableNote.NotANote.Remedy),
    };

    // a blank stands between Chinese and Latin words
    private static string Named(FileKind kind) => Name(kind) is var name && char.IsAscii(name[0]) ? " " + name : Name(kind);

    private static string Name(FileKind kind) => kind switch
    {
        FileKind.Workbook or FileKind.MacroWorkbook or FileKind.BinaryWorkbook => "Excel 工作簿",
        FileKind.Document or FileKind.MacroDocument => "Word 文档",
        FileKind.Presentation => "PowerPoint 演示文稿",
        FileKind.OldWorkbook => "旧版 Excel 工作簿（.xls 或 .et）",
        FileKind.OldDocument => "旧版 Word 文档（.doc 或 .wps）",
        FileKind.OldPresentation => "旧版 PowerPoint 演示文稿",
        FileKind.OpenSpreadsheet => "OpenDocument 表格（.ods）",
        FileKind.OpenText => "OpenDocument 文本（.odt）",
        FileKind.XmlSpreadsheet => "XML 电子表格 2003",
        FileKind.XmlDocument => "Word 2003 XML 文档",
        FileKind.WebPage => "网页（HTML）",
        FileKind.ArchiveOfDocuments => "装有多个文件的压缩包",
        FileKind.Archive => "压缩包",
        FileKind.Ofd => "OFD 版式文件",
        FileKind.Pdf => "PDF 文件",
        FileKind.RichText => "RTF 文档",
        FileKind.Picture => "图片",
        FileKind.Text => "文本（如 CSV）",
        FileKind.Empty => "空文件（0 字节）",
        FileKind.OtherPackage => "其他 Office 文档",
        _ => "无法识别的内容",
    };
}
