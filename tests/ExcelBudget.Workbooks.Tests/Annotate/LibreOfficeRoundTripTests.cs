using System.Globalization;
using ExcelBudget.Workbooks.Annotate;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>Workbooks that LibreOffice has opened and saved, as Excel and WPS would.</summary>
[Trait("Category", "Slow")]
public sealed class LibreOfficeRoundTripTests
{
    [Fact]
    public void FileSavedByLibreOffice_IsAnnotatedLikeAnyOther()
    {
        var saved = LibreOffice.Saved(Samples.Budget());

        var after = new Package(Annotate(saved));

        after.CommentsByParts().Keys.ShouldBe(["收入总表!C6", "收入总表!C8", "支出总表!B5", "支出总表!D7"], ignoreOrder: true);
        after.CommentsByEpplus().Keys.ShouldBe(after.CommentsByParts().Keys, ignoreOrder: true);
        after.Faults().Except(new Package(saved).Faults()).ShouldBeEmpty();
    }

    [Fact]
    public void AnnotatedFile_OpensInLibreOfficeWithoutLoss()
    {
        var annotated = Annotate(Samples.Budget());

        var saved = new Package(LibreOffice.Saved(annotated));

        saved.CommentsByParts().ShouldBe(new Package(annotated).CommentsByParts(), ignoreOrder: true);
        using var mine = new Package(annotated).Open();
        using var theirs = saved.Open();
        theirs.Workbook.Worksheets.Select(sheet => sheet.Name).ShouldBe(mine.Workbook.Worksheets.Select(sheet => sheet.Name));
        var report = theirs.Workbook.Worksheets[Samples.Report];
        foreach (var cell in mine.Workbook.Worksheets[Samples.Report].Cells.Where(cell => cell.Value is not null))
        {
            Convert.ToString(report.Cells[cell.Address].Value, CultureInfo.InvariantCulture)
                .ShouldBe(Convert.ToString(cell.Value, CultureInfo.InvariantCulture), cell.Address);
        }

        report.Cells["C7"].Hyperlink.ShouldNotBeNull();
        report.Cells["H7"].Style.Locked.ShouldBeFalse();
        report.Cells["G7"].Style.Locked.ShouldBeTrue();
    }

    [Fact]
    public void FileAnnotatedThenSavedByLibreOffice_IsAnnotatedOnceMoreNotTwice()
    {
        var withPersons = Samples.Notes().Append(Samples.Note("收入总表", "C8", "多录 10.00 万元。")).ToList();
        var first = Returned.Annotate(Samples.Budget(), withPersons, Samples.Findings());

        var second = new Package(Returned.Annotate(LibreOffice.Saved(first), withPersons, Samples.Findings()));

        second.CommentsByParts().ShouldBe(new Package(first).CommentsByParts(), ignoreOrder: true);
        using var package = second.Open();
        package.Workbook.Worksheets.Count(sheet => sheet.Name.StartsWith(Samples.Report, StringComparison.Ordinal)).ShouldBe(1);
    }

    private static byte[] Annotate(byte[] workbook) => Returned.Annotate(workbook, Samples.Notes(), Samples.Findings());
}
