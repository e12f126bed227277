using System.Buffers.Binary;
using System.Text;
using ExcelBudget.OfficePackages.Guard;

namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>A file that is not what was expected is told what it is and what to do with it.</summary>
public class WrongFileTests
{
    private static readonly byte[] Compound = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    public static TheoryData<byte[], string, string[]> NotWorkbooks => new()
    {
        { OldFile("Workbook"), "old_binary_format", [".xls 或 .et", "另存为“Excel 工作簿（*.xlsx）”"] },
        { OldFile("WordDocument"), "not_a_workbook", [".doc 或 .wps", "选错了文件"] },
        { Text(
            "<?xml version=\"1.0\"?><?mso-application progid=\"Excel.Sheet\"?>"
                + "<Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\"/>"), "not_a_workbook", ["XML 电子表格 2003", "另存为"] },
        { Text("<html xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table><tr><td>1</td></tr></table></html>"),
            "not_a_workbook", ["网页", "另存为"] },
        { [.. Encoding.Unicode.GetPreamble(), .. Encoding.Unicode.GetBytes("<HTML><TABLE></TABLE></HTML>")],
            "not_a_workbook", ["网页", "另存为"] },
        { new WorkbookZip().With("mimetype", "application/vnd.oasis.opendocument.spreadsheet").With("content.xml", "<office/>").Build(),
            "not_a_workbook", [".ods", "另存为"] },
        { new WorkbookZip().With("mimetype", "application/vnd.oasis.opendocument.text").With("content.xml", "<office/>").Build(),
            "not_a_workbook", [".odt"] },
        { new WorkbookZip().With("甲.xlsx", "x").With("乙.et", "x").Build(), "not_a_workbook", ["装有多个文件的压缩包", "解压", "逐个报送"] },
        { [.. "Rar!\x1A\x07\x01\0"u8], "not_a_workbook", ["压缩包", "解压"] },
        { [0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C, 0], "not_a_workbook", ["压缩包", "解压"] },
        { new WorkbookZip().With("OFD.xml", "<ofd/>").Build(), "not_a_workbook", ["OFD"] },
        { [.. "%PDF-1.7"u8], "not_a_workbook", ["PDF"] },
        { [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A], "not_a_workbook", ["图片"] },
        { [], "not_a_workbook", ["空文件"] },
        { NoteZip.WithBody("").Build(), "not_a_workbook", ["Word 文档"] },
    };

    public static TheoryData<byte[], string, string[]> NotNotes => new()
    {
        { OldFile("WordDocument"), "old_binary_format", [".doc 或 .wps", "另存为“Word 文档（*.docx）”"] },
        { OldFile("Workbook"), "not_a_note", [".xls 或 .et"] },
        { OldFile("EncryptedPackage"), "encrypted", ["密码"] },
        { WorkbookZip.WithRows("").Build(), "not_a_note", ["Excel 工作簿"] },
        { new WorkbookZip().With("mimetype", "application/vnd.oasis.opendocument.text").Build(), "not_a_note", [".odt", "另存为"] },
        { Text("<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument/>"), "not_a_note",
            ["Word 2003 XML", "另存为"] },
        { [.. "{\\rtf1"u8], "not_a_note", ["RTF", "另存为"] },
        { [.. "Rar!\x1A\x07\x01\0"u8], "not_a_note", ["压缩包", "解压"] },
    };

    [Theory]
    [MemberData(nameof(NotWorkbooks))]
    public void FileThatIsNoWorkbook_IsToldWhatItIsAndWhatToDo(byte[] file, string code, string[] words)
    {
        var reason = WorkbookGuard.Open(file).Reason.ShouldNotBeNull();
        reason.Code.ShouldBe(code);
        foreach (var word in words) reason.Sentence.ShouldContain(word);
    }

    [Theory]
    [MemberData(nameof(NotNotes))]
    public void FileThatIsNoNote_IsToldWhatItIsAndWhatToDo(byte[] file, string code, string[] words)
    {
        var reason = NoteGuard.Open(file).Reason.ShouldNotBeNull();
        reason.Code.ShouldBe(code);
        foreach (var word in words) reason.Sentence.ShouldContain(word);
    }

    [Fact]
    public void OldWorkbook_WithAnEmbeddedWordObject_IsAnOldWorkbook()
    {
        // root → Workbook, with a folder to its right that holds a Word document
        var file = OldFile("Workbook", "MBD00A1", "WordDocument");
        Tie(file, entry: 0, child: 1);
        Tie(file, entry: 1, right: 2);
        Tie(file, entry: 2, child: 3);
        WorkbookGuard.Open(file).Reason!.Code.ShouldBe("old_binary_format");
        NoteGuard.Open(file).Reason!.Code.ShouldBe("not_a_note");
    }

    private static byte[] Text(string text) => Encoding.UTF8.GetBytes(text);

    // header, one sector of allocation table, one of directory: the root and up to three entries
    private static byte[] OldFile(params string[] streams)
    {
        var file = new byte[512 * 3];
        Compound.CopyTo(file, 0);
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(30), 9);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(48), 1);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(516), 0xFFFFFFFE);
        string[] names = ["Root Entry", .. streams];
        for (var i = 0; i < names.Length; i++)
        {
            var length = Encoding.Unicode.GetBytes(names[i], file.AsSpan(1024 + 128 * i));
            BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(1024 + 128 * i + 64), (ushort)(length + 2));
            Tie(file, i);
        }
        Tie(file, 0, child: 1);
        return file;
    }

    private static void Tie(byte[] file, int entry, uint right = uint.MaxValue, uint child = uint.MaxValue)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(1024 + 128 * entry + 68), uint.MaxValue);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(1024 + 128 * entry + 72), right);
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(1024 + 128 * entry + 76), child);
    }
}
