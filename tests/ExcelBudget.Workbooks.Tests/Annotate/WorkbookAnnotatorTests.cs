using System.Xml.Linq;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Annotate;
using OfficeOpenXml;

namespace ExcelBudget.Workbooks.Tests.Annotate;

/// <summary>An accountant gets her own file back.</summary>
public sealed class WorkbookAnnotatorTests
{
    private static readonly string Headline = Samples.Author + "：\n";

    [Fact]
    public void Notes_OnSeveralSheets_StandAtTheirCellsForTwoReaders()
    {
        var annotated = new Package(Annotated(Samples.Budget()));

        var byParts = annotated.CommentsByParts();
        foreach (var note in Samples.Notes()) byParts[$"{note.Sheet}!{note.Cell}"].ShouldBe(Headline + note.Text);
        byParts.Count.ShouldBe(4);
        annotated.CommentsByEpplus().Keys.ShouldBe(byParts.Keys, ignoreOrder: true);
    }

    [Fact]
    public void AnnotatedWorkbook_IsValid()
    {
        new Package(Samples.Budget()).Faults().ShouldBeEmpty();
        new Package(Annotated(Samples.Budget())).Faults().ShouldBeEmpty();
    }

    [Fact]
    public void PartsThatHaveNothingToSay_KeepTheirBytesAndEvenTheirCompression()
    {
        var before = new Package(Samples.Budget());
        var after = new Package(Annotated(Samples.Budget()));

        string[] mayChange =
        [
            "[Content_Types].xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "xl/styles.xml", "xl/worksheets/sheet1.xml",
            "xl/worksheets/sheet2.xml", "xl/comments1.xml", "xl/drawings/vmlDrawing1.vml",
        ];
        var changed = before.Entries.Keys.Where(name => !after.Entries.TryGetValue(name, out var entry)
            || !entry.Content.AsSpan().SequenceEqual(before.Entries[name].Content)
            || entry.CompressedLength != before.Entries[name].CompressedLength).ToList();
        changed.Except(mayChange).ShouldBeEmpty();
        before.Entries.Count.ShouldBeGreaterThan(mayChange.Length);
    }

    [Fact]
    public void CellsOfAnnotatedSheets_KeepEveryCharacter()
    {
        var before = new Package(Samples.Budget());
        var after = new Package(Annotated(Samples.Budget()));

        var sheet = after.Text("xl/worksheets/sheet2.xml");
        System.Text.RegularExpressions.Regex.Replace(sheet, "<legacyDrawing [^>]*/>", "")
            .ShouldBe(before.Text("xl/worksheets/sheet2.xml"));
        after.Text("xl/worksheets/sheet1.xml").ShouldBe(
            before.Text("xl/worksheets/sheet1.xml").Replace("tabSelected=\"1\"", "tabSelected=\"0\"", StringComparison.Ordinal));
    }

    [Fact]
    public void NamesValidationsFormatsAndProtection_AreStillThere()
    {
        using var package = new Package(Annotated(Samples.Budget())).Open();

        package.Workbook.Names["科目"].Address.ShouldContain("字典");
        var income = package.Workbook.Worksheets["收入总表"];
        income.Names["收入合计"].Address.ShouldContain("C$6");
        income.MergedCells.ShouldContain("A7:A9");
        income.Protection.IsProtected.ShouldBeTrue();
        var expenditure = package.Workbook.Worksheets["支出总表"];
        expenditure.DataValidations.Count.ShouldBe(1);
        expenditure.ConditionalFormatting.Count.ShouldBe(1);
        package.Workbook.Worksheets["情况'说明"].Tables.Count.ShouldBe(1);
        package.Workbook.Protection.LockStructure.ShouldBeTrue();
    }

    [Fact]
    public void NamesOfSingleSheets_MoveAlongWithTheirSheets()
    {
        var workbook = XDocument.Parse(new Package(Annotated(Samples.Budget())).Text("xl/workbook.xml")).Root!;

        var names = workbook.Descendants(Package.Main + "definedName").Where(name => name.Attribute("localSheetId") is not null)
            .Select(name => ($"{(string?)name.Attribute("name")} {(int)name.Attribute("localSheetId")!}", name.Value)).ToDictionary();
        names["收入合计 1"].ShouldContain("收入总表");
        names["_xlnm.Print_Titles 1"].ShouldContain("收入总表");
        names["_xlnm.Print_Titles 2"].ShouldContain("支出总表");
        names["_xlnm.Print_Titles 0"].ShouldBe("'校验结果'!$6:$6");
    }

    [Fact]
    public void Report_IsTheFirstSheetAndTheOnlyOneSelected()
    {
        using var package = new Package(Annotated(Samples.Budget())).Open();

        package.Workbook.Worksheets.First().Name.ShouldBe(Samples.Report);
        package.Workbook.View.ActiveTab.ShouldBe(0);
        package.Workbook.Worksheets.Where(sheet => sheet.View.TabSelected).Select(sheet => sheet.Name).ShouldBe([Samples.Report]);
    }

    [Fact]
    public void AnnotatingTwice_IsTheSameAsOnce()
    {
        var once = Annotated(Samples.Budget());
        var twice = new Package(Annotated(once));

        var first = new Package(once);
        twice.Entries.Keys.ShouldBe(first.Entries.Keys, ignoreOrder: true);
        foreach (var (name, entry) in first.Entries.Where(pair => !pair.Key.EndsWith(".vml", StringComparison.Ordinal)))
        {
            twice.Text(name).ShouldBe(System.Text.Encoding.UTF8.GetString(entry.Content), name);
        }
    }

    [Fact]
    public void AnnotatingTheSameFileInTwoRuns_GivesTheSameBytes()
    {
        var budget = Samples.Budget();

        Annotated(budget).ShouldBe(Annotated(budget));
    }

    [Fact]
    public void CorrectedBudget_LosesTheNotesAndGetsItsOwnPartsBack()
    {
        var original = new Package(Samples.Budget());
        var annotated = Returned.Annotate(Annotated(Samples.Budget()), [], Samples.Findings());

        var after = new Package(annotated);
        after.CommentsByParts().ShouldBe(original.CommentsByParts());
        after.CommentsByEpplus().ShouldBe(original.CommentsByEpplus());
        after.Text("xl/worksheets/sheet2.xml").ShouldBe(original.Text("xl/worksheets/sheet2.xml"));
        after.Entries.Keys.Except(original.Entries.Keys).ShouldBe(["xl/worksheets/sheet5.xml"]);
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void ReportOfAnEarlierRound_IsReplacedWhereItStands()
    {
        var annotated = Annotated(Samples.Budget());
        var shorter = Samples.Findings() with { Title = "第二次校验", Sections = [Samples.Changes(), Samples.FindingsSection()] };

        using var package = new Package(Returned.Annotate(annotated, [], shorter)).Open();
        package.Workbook.Worksheets.Count.ShouldBe(5);
        package.Workbook.Worksheets[Samples.Report].Cells["A1"].Text.ShouldBe("第二次校验");
        package.Workbook.Worksheets[Samples.Report].Names.Count.ShouldBe(0);
    }

    [Fact]
    public void NoteForASheetThatIsNotThere_StandsOnlyInTheReport()
    {
        var notes = new[] { Samples.Note("已删除的表", "A1", "缺表"), Samples.Note("支出总表", "这里", "没有这个单元格") };
        var before = new Package(Samples.Budget());

        var after = new Package(Returned.Annotate(Samples.Budget(), notes, Samples.Findings()));

        after.CommentsByParts().ShouldBe(before.CommentsByParts());
        after.Faults().ShouldBeEmpty();
    }

    [Fact]
    public void ReportName_ThatNoSheetCanHave_IsRefused()
    {
        foreach (var name in new[] { "", "a/b", new string('表', 32), "'x" })
        {
            Should.Throw<ArgumentException>(() => Returned.Annotate(Samples.Budget(), [], Samples.Findings() with { Name = name }));
        }
    }

    [Fact]
    public void BrokenWorkbook_NeverReachesTheAnnotator()
    {
        var broken = Samples.WithParts(Samples.Budget(), ("xl/workbook.xml", text => text[..^20]));

        WorkbookGuard.Open(broken).Package.ShouldBeNull();
        WorkbookGuard.Open(new byte[100]).Package.ShouldBeNull();
    }

    private static byte[] Annotated(byte[] workbook) => Returned.Annotate(workbook, Samples.Notes(), Samples.Findings());
}
