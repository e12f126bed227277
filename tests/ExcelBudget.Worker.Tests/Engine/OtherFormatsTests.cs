using System.IO.Compression;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.Worker.OtherFormats;
using ExcelBudget.Worker.Settings;
using Microsoft.Extensions.Logging.Abstractions;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>
/// Workbooks that somebody saved as .xls or .ods: ours are turned back and checked like any workbook, others are not opened.
/// </summary>
public sealed class OtherFormatsTests
{
    private static readonly string[] Marks = ["EB1|", "EB2|"];

    [Theory]
    [Trait("Category", "Slow")]
    [InlineData("ods", "calc8")]
    [InlineData("xls", "MS Excel 97")]
    public void WorkbookOfOurs_SavedInAnotherFormat_IsCheckedLikeAnyWorkbookAndComesBackAsXlsx(string extension, string filter)
    {
        var saved = LibreOffice.Converted([RealEngine.File("clean")], extension, $"{extension}:{filter}")[0];
        var @checked = Converting("").Check("报送." + extension, saved);
        @checked.Report.Identity.ShouldNotBeNull().UnitCode.ShouldBe("201");
        @checked.Report.Findings.Where(finding => finding.Severity == Severity.Error).ShouldBeEmpty();
        WorkbookGuard.Open(@checked.Converted.ShouldNotBeNull()).IsReadable.ShouldBeTrue();

        var without = Converting("off").Check("报送." + extension, saved).Report;
        without.Verdict.ShouldBe(Verdict.Unreadable);
        without.Reason!.Sentence.ShouldContain("另存为");
    }

    [Fact]
    public void OpenSpreadsheet_WithoutOurMark_IsNotOpenedByAnotherProgram()
    {
        Extension(Ods("<office:document-content>别人的表</office:document-content>"u8.ToArray()), Marks).ShouldBeNull();
        Extension(Ods("<a>EB2|hebei|1|201</a>"u8.ToArray()), Marks).ShouldBe(".ods");
    }

    [Fact]
    public void OpenSpreadsheet_ThatUnpacksWithoutEnd_IsNotOpenedByAnotherProgramEither()
    {
        var content = new byte[80 << 20];
        "EB2|"u8.CopyTo(content);
        Extension(Ods(content), Marks, PackageLimits.Default).ShouldBeNull();
        Extension(Ods("EB2|"u8.ToArray(), new byte[80 << 20]), Marks, PackageLimits.Default).ShouldBeNull();
    }

    [Fact]
    public void OldWorkbook_WithoutOurMark_IsNotOpenedByAnotherProgram()
    {
        byte[] old = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[2048]];
        Extension(old, Marks).ShouldBeNull();
    }

    private static string? Extension(byte[] file, string[] marks, PackageLimits? limits = null) =>
        OfficePackages.Guard.OtherFormats.ExtensionOf(file, marks, limits);

    private static ConvertingEngine Converting(string libreOffice) => new(
        RealEngine.Engine,
        new OfficeConverter(
            new WorkerSettings { Root = "", LedgerFile = "", LogFolder = "", LibreOffice = libreOffice },
            NullLogger<OfficeConverter>.Instance));

    private static byte[] Ods(byte[] content, byte[]? other = null)
    {
        using var memory = new MemoryStream();
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Create, leaveOpen: true))
        {
            Add(zip, "mimetype", "application/vnd.oasis.opendocument.spreadsheet"u8.ToArray(), CompressionLevel.NoCompression);
            Add(zip, "content.xml", content, CompressionLevel.Optimal);
            if (other is not null) Add(zip, "styles.xml", other, CompressionLevel.Optimal);
        }

        return memory.ToArray();
    }

    private static void Add(ZipArchive zip, string name, byte[] content, CompressionLevel level)
    {
        using var stream = zip.CreateEntry(name, level).Open();
        stream.Write(content);
    }
}
