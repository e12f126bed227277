using System.IO.Compression;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;

namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>Each limit lets in what just fits and refuses what is one more, and says both numbers.</summary>
public class LimitEdgeTests
{
    private const string Row = """<row r="1"><c r="A1"><v>1</v></c></row>""";
    private const string InlineText = """<row r="1"><c r="C1" t="inlineStr"><is><t>{0}</t></is></c></row>""";

    public static TheoryData<string, byte[], PackageLimits, PackageLimits, string> Workbooks
    {
        get
        {
            var file = WorkbookZip.WithRows(Row).Build();
            var noise = new byte[1 << 20];
            new Random(1).NextBytes(noise);
            var picture = WorkbookZip.WithRows(Row).With("xl/media/image1.png", noise).Build();
            var total = Total(picture);
            var deep = WorkbookZip.WithSheet(
                $"""<worksheet xmlns="{WorkbookZip.Main}"><sheetData>{Row}</sheetData>{Nested(99)}</worksheet>""").Build();
            var text = WorkbookZip.WithRows(InlineText.Replace("{0}", new string('长', 2_000), StringComparison.Ordinal)).Build();
            var shared = WorkbookZip.WithRows(Row).With("xl/sharedStrings.xml", $"<sst><si><t>{new string('长', 2_000)}</t></si></sst>")
                .Build();
            var corner = WorkbookZip.WithRows("""<row r="70"><c r="BZ70"><v>1</v></c></row>""").Build();
            var merged = WorkbookZip.WithSheet(
                $"""
                <worksheet xmlns="{WorkbookZip.Main}"><sheetData>{Row}</sheetData>
                <mergeCells><mergeCell ref="A1:B1"/><mergeCell ref="A2:B2"/><mergeCell ref="A3:B3"/></mergeCells></worksheet>
                """).Build();
            var d = PackageLimits.Default;
            return new()
            {
                { "file", file, d with { FileBytes = file.Length }, d with { FileBytes = file.Length - 1 },
                    $"{file.Length} 字节，上限 {file.Length - 1} 字节" },
                { "entries", file, d with { Entries = 7 }, d with { Entries = 6 }, "7 个条目，上限 6" },
                { "part", picture, d with { EntryBytes = 1 << 20 }, d with { EntryBytes = (1 << 20) - 1 }, "上限 1048575 字节" },
                { "all parts", picture, d with { TotalBytes = total }, d with { TotalBytes = total - 1 },
                    $"{total} 字节，上限 {total - 1} 字节" },
                { "depth", deep, d with { XmlDepth = 100 }, d with { XmlDepth = 99 }, "嵌套 100 层，上限 99 层" },
                { "text in a cell", text, d with { TextCharacters = 2_000 }, d with { TextCharacters = 1_999 },
                    "C1 有 2000 个字符，上限 1999 个" },
                { "shared text", shared, d with { TextCharacters = 2_000 }, d with { TextCharacters = 1_999 }, "2000 个字符，上限 1999 个" },
                { "rows", corner, d with { Rows = 70 }, d with { Rows = 69 }, "BZ70 有内容，超出 69 行" },
                { "columns", corner, d with { Columns = 78 }, d with { Columns = 77 }, "77 列" },
                { "merges", merged, d with { Merges = 3 }, d with { Merges = 2 }, "合并单元格超过 2 处" },
                { "cells", corner, d with { Cells = 1 }, d with { Cells = 0 }, "超过 0" },
            };
        }
    }

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Workbook_AtALimit_IsReadAndOneMoreIsRefusedWithLimitAndSize(
        string limit, byte[] file, PackageLimits fits, PackageLimits isLess, string words)
    {
        var read = WorkbookGuard.Open(file, fits);
        read.IsReadable.ShouldBeTrue($"{limit}: {read.Detail}");
        var refused = WorkbookGuard.Open(file, isLess);
        refused.Reason.ShouldBe(UnreadableReason.TooLarge, limit);
        refused.Reason!.Sentence.ShouldContain(words);
    }

    [Fact]
    public void Text_OfExcelsOwnLimit_IsReadAndOneMoreIsRefused()
    {
        var (fits, isMore) = (new string('字', 32_767), new string('字', 32_768));
        WorkbookGuard.Open(WorkbookZip.WithRows(InlineText.Replace("{0}", fits, StringComparison.Ordinal)).Build())
            .IsReadable.ShouldBeTrue();
        WorkbookGuard.Open(WorkbookZip.WithRows(InlineText.Replace("{0}", isMore, StringComparison.Ordinal)).Build())
            .Reason.ShouldBe(UnreadableReason.TooLarge);
    }

    [Fact]
    public void Ratio_IsAskedOnlyBeyondWhatIsFree()
    {
        var file = WorkbookZip.WithRows(Row).With("xl/media/image1.bin", new byte[1 << 20]).Build();
        WorkbookGuard.Open(file, PackageLimits.Default with { RatioFreeBytes = 2 << 20 }).IsReadable.ShouldBeTrue();
        WorkbookGuard.Open(file, PackageLimits.Default with { RatioFreeBytes = 1 << 18 }).Reason.ShouldBe(UnreadableReason.ZipBomb);
        WorkbookGuard.Open(file, PackageLimits.Default with { RatioFreeBytes = 1 << 18, ExpansionRatio = 2_000 })
            .IsReadable.ShouldBeTrue();
    }

    [Fact]
    public void NestingBomb_IsTooLargeAndSaysTheDepth()
    {
        var opened = WorkbookGuard.Open(WorkbookZip.WithSheet(string.Concat(Enumerable.Repeat("<worksheet>", 100_000))).Build());
        opened.Reason.ShouldBe(UnreadableReason.TooLarge);
        opened.Reason!.Sentence.ShouldContain("嵌套 100000 层，上限 256 层");
    }

    [Fact]
    public void Note_OfTooManyElements_IsRefusedWhenItsTextIsRead()
    {
        // document, body, 3 paragraphs, and the one attribute that declares the prefix
        var file = NoteZip.WithBody("<w:p/><w:p/><w:p/>").Build();
        NoteGuard.Open(file, PackageLimits.Default with { TreeNodes = 6 }).Package!.Tree(NoteZip.DocumentPart).ShouldNotBeNull();
        var tight = NoteGuard.Open(file, PackageLimits.Default with { TreeNodes = 5 }).Package!;
        Should.Throw<UnreadableException>(() => tight.Tree(NoteZip.DocumentPart)).Message.ShouldContain("6 个元素和属性，上限 5 个");
    }

    private static long Total(byte[] file)
    {
        using var archive = new ZipArchive(new MemoryStream(file));
        return archive.Entries.Sum(entry => entry.Length);
    }

    private static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<ext>", depth)) + string.Concat(Enumerable.Repeat("</ext>", depth));
}
