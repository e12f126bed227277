using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Validation;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Tests;

/// <summary>The note as a Word file.</summary>
public sealed class NoteFormTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("blank")]
    public void Note_OfAnyBudget_PassesTheValidator(string sample)
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx);
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(note.Word)
            .Select(error => $"{error.Path?.XPath}: {error.Description}").ShouldBeEmpty();
    }

    [Fact]
    public void Template_AsBuilt_PassesTheValidator()
    {
        using var template = new NoteFile(File.ReadAllBytes(HebeiNote.TemplatePath));
        new OpenXmlValidator(FileFormatVersions.Office2019).Validate(template.Word).Select(error => error.Description).ShouldBeEmpty();
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("blank")]
    public void Note_OfAnyBudget_HasNoSlotLeft(string sample)
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx);
        note.Body.InnerText.IndexOfAny(['{', '}', '〔', '〕', '|']).ShouldBe(-1);
        note.Body.InnerText.ShouldNotContain("，。");
        note.Body.InnerText.ShouldNotContain("：。");
    }

    [Fact]
    public void Headings_FollowTheOfficialOrder()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        var sections = Headings(note, "Heading1").Select(heading => heading[..heading.IndexOf('、', StringComparison.Ordinal)]);
        sections.ShouldBe(["一", "二", "三", "四", "五", "六", "七", "八", "九"]);
        Headings(note, "NoteFormTitle").ShouldBe(Hebei.Book.Pack.Forms.Take(9).Select(form => form.Title));
        var all = note.Paragraphs.ToList();
        var parts = Headings(note, "Title");
        parts.Select(part => part[..4]).ShouldBe(["第一部分", "第二部分"]);
        all.IndexOf(parts[0]).ShouldBeLessThan(all.IndexOf(Headings(note, "Heading1")[0]));
        all.IndexOf(Headings(note, "Heading1")[^1]).ShouldBeLessThan(all.IndexOf(parts[1]));
        all.LastIndexOf(parts[1]).ShouldBeLessThan(all.LastIndexOf(Headings(note, "NoteFormTitle")[0]));
    }

    [Fact]
    public void Headings_AreNeverSkippedByALevel()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Full).Docx);
        var level = 1;
        foreach (var style in note.Body.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!))
        {
            var next = style switch { "Heading1" => 1, "Heading2" => 2, "Heading3" or "NoteProjectTitle" => 3, _ => 0 };
            if (next == 0) continue;
            next.ShouldBeLessThanOrEqualTo(level + 1);
            level = next;
        }
    }

    [Fact]
    public void Tables_RepeatTheirMergedHeadingAndKeepRowsWhole()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        var rows = note.Tables("T2").Single().Elements<TableRow>().ToArray();
        rows.TakeWhile(NoteFile.IsHead).Count().ShouldBe(3);
        rows.ShouldAllBe(row => row.TableRowProperties!.GetFirstChild<CantSplit>() != null);
        var top = rows[0].Elements<TableCell>().ToArray();
        top.Select(NoteFile.Words).ShouldBe(["序号", "功能分类科目", "合计", "本年收入", "上年结转"]);
        top.Select(cell => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1).ShouldBe([1, 2, 1, 8, 1]);
        rows[2].Elements<TableCell>().Select(NoteFile.Words)
            .ShouldBe(["栏次", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"]);
    }

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void Tables_FitThePageAndTheirGrid(string sample)
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.BudgetOf(sample)).Docx);
        foreach (var table in note.Body.Descendants<Table>())
        {
            var widths = table.GetFirstChild<TableGrid>()!.Elements<GridColumn>()
                .Select(column => int.Parse(column.Width!.Value!, CultureInfo.InvariantCulture)).ToArray();
            widths.ShouldAllBe(width => width > 200);
            widths.Sum().ShouldBeLessThanOrEqualTo(WidthOfPage(table));
            foreach (var row in table.Elements<TableRow>())
                row.Elements<TableCell>().Sum(cell => cell.TableCellProperties!.GridSpan?.Val?.Value ?? 1).ShouldBe(widths.Length);
        }
    }

    [Fact]
    public void EmptyForms_PrintOneBlankRowAndTheirNote()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        NoteFile.Rows(note.Tables("T7").Single()).ShouldHaveSingleItem().ShouldAllBe(cell => cell == "");
        note.Paragraphs.ShouldContain("注：无政府基金预算财政拨款预算，空表列示。");
        using var full = new NoteFile(HebeiNote.Write(HebeiNote.Full).Docx);
        full.Paragraphs.ShouldNotContain("注：无政府基金预算财政拨款预算，空表列示。");
    }

    [Fact]
    public void FirstLevelOfIndicators_IsMergedDown()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Clean).Docx);
        var column = note.Tables("indicators+goal").First().Elements<TableRow>().Where(row => !NoteFile.IsHead(row))
            .Select(row => row.GetFirstChild<TableCell>()!).ToArray();
        NoteFile.Words(column[0]).ShouldBe("产出指标");
        column[0].TableCellProperties!.VerticalMerge!.Val!.Value.ShouldBe(MergedCellValues.Restart);
        column[1].TableCellProperties!.VerticalMerge.ShouldNotBeNull();
        NoteFile.Words(column[1]).ShouldBeEmpty();
    }

    [Fact]
    public void Document_SaysItsTitleAndLanguage()
    {
        using var note = new NoteFile(HebeiNote.Write(HebeiNote.Blank).Docx);
        note.Word.PackageProperties.Title.ShouldBe("空白<单位>&处2025年部门预算信息公开情况说明");
        note.Word.PackageProperties.Language.ShouldBe("zh-CN");
        note.Word.PackageProperties.Subject.ShouldBe(Hebei.Book.Pack.Title);
        note.Word.PackageProperties.Keywords.ShouldBe("空白<单位>&处,999,2025");
    }

    [Fact]
    public void Note_WrittenTwice_IsTheSame()
    {
        var first = HebeiNote.Write(HebeiNote.Full);
        HebeiNote.Write(HebeiNote.Clean);
        HebeiNote.Write(HebeiNote.Full).Docx.AsSpan().SequenceEqual(first.Docx).ShouldBeTrue();
    }

    [Fact]
    public void Notes_WrittenByManyThreads_AreTheSame()
    {
        var expected = HebeiNote.Write(HebeiNote.Full).Docx;
        var budget = HebeiNote.Full;
        Parallel.For(0, 40, _ => HebeiNote.Write(budget).Docx.AsSpan().SequenceEqual(expected).ShouldBeTrue());
    }

    private static List<string> Headings(NoteFile note, string style) =>
        [.. note.Body.Descendants<Paragraph>().Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val == style)
            .Select(paragraph => paragraph.InnerText)];

    private static int WidthOfPage(Table table)
    {
        var section = table.Ancestors<Body>().Single().Descendants<SectionProperties>().First(candidate => candidate.IsAfter(table));
        var margin = section.GetFirstChild<PageMargin>()!;
        return (int)(section.GetFirstChild<PageSize>()!.Width! - margin.Left! - margin.Right!);
    }
}
