using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Tests.DropFolder;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>What the task pane leaves in the hidden sheet, and what the folder tells of it.</summary>
public sealed class SelfCheckTests : IDisposable
{
    private static readonly DateTimeOffset At = new(2026, 11, 29, 6, 5, 4, TimeSpan.Zero);
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void WorkbookAsIssued_TellsOfNoCheck_AndFolderSaysNone()
    {
        var read = RealEngine.Engine.Check("a.xlsx", RealEngine.File("clean"));
        read.Mark.ShouldBeNull();
        // nothing in it wants the add-in, or would open it
        WorkbookGuard.Open(RealEngine.File("clean")).Package!.Parts().Select(part => part.Name)
            .ShouldNotContain(name => name.Contains("webextension", StringComparison.OrdinalIgnoreCase));
        WorkbookLineage.Of(read).SelfCheck.ShouldBe("");
    }

    [Theory]
    [InlineData(true, "之后未改动")]
    [InlineData(false, "之后改动过")]
    public void WorkbookCheckedInThePane_IsToldInTheLedger_WithWhetherItWasChangedSince(bool isUnchanged, string told)
    {
        var issued = RealEngine.File("clean");
        var read = RealEngine.Engine.Check("a.xlsx", issued);
        var mark = WorkbookLineage.Of(read).Mark(read.Report, At);
        var kept = isUnchanged ? mark : mark with { Content = "00ff" };
        using var place = new Workplace(_temp, RealEngine.Engine, maxFileBytes: 8 << 20);
        place.Drop("县委办.xlsx", Marked(issued, kept.Line));
        place.RunUntilIdle();
        var done = place.All().ShouldHaveSingleItem();
        done.Verdict.ShouldBe(Verdict.Accepted);
        var earlier = SelfCheck.Parse(done.SelfCheck).ShouldNotBeNull();
        (earlier.At, earlier.Verdict, earlier.Errors, earlier.IsOfThisContent).ShouldBe((At, Verdict.Accepted, 0, isUnchanged));
        earlier.Words.ShouldContain(told);
        _temp.Files("accepted").Where(file => file.EndsWith(".txt", StringComparison.Ordinal))
            .ShouldContain(file => _temp.Text("accepted/" + file).Contains($"自检过：{earlier.Words}。", StringComparison.Ordinal));
        // the ledger's view keeps it for status, history and page
        var handedIn = place.Get<CountyLedger>().HandedIn(done.Year!.Value).ShouldHaveSingleItem();
        handedIn.CheckedBefore.ShouldBe(earlier);
        using var said = new StringWriter();
        new HistoryRun(new Terminal(said, said), place.Get<CountyLedger>())
            .Run(done.UnitCode!, done.Year.Value, [new HistoryVersion(handedIn, 1, null, [])], _temp.In("历次.xlsx"));
        said.ToString().ShouldContain($"任务窗格自检：{earlier.Words}");
        var book = WorkbookGuard.Open(File.ReadAllBytes(_temp.In("历次.xlsx"))).Package!.Content;
        book.Sheets.SelectMany(sheet => sheet.Cells).Select(cell => cell.Text).ShouldContain(earlier.Words);
    }

    [Theory]
    [InlineData("")]
    [InlineData("EBC1|20261129T060504000|accepted|0|0")]
    [InlineData("EBC1|20261129T060504000|accepted|-1|0|ab")]
    [InlineData("EBC1|20261129T060504000|passed|0|0|ab")]
    [InlineData("EBC1|29.11.2026|accepted|0|0|ab")]
    [InlineData("EBC1|20261129T060504000|accepted|0|0|<script>")]
    [InlineData("=HYPERLINK(\"x\")")]
    public void WhateverElseStandsInTheCell_IsNoMark(string text) => CheckMark.Parse(text).ShouldBeNull();

    [Fact]
    public void Mark_IsReadBackAsItWasWritten()
    {
        var mark = new CheckMark(At, Verdict.Returned, 3, 12, "0f3a");
        CheckMark.Parse(mark.Line).ShouldBe(mark);
        CheckMark.Parse(new CheckMark(At, Verdict.Accepted, 0, 0, "").Line)!.Content.ShouldBe("");
        SelfCheck.Parse(SelfCheck.Of(mark, "0f3a").Line).ShouldBe(SelfCheck.Of(mark, "0f3a"));
    }

    [Fact]
    public void Mark_ChangesNothingOfWhatIsReadAndFound()
    {
        var issued = RealEngine.File("full");
        var before = RealEngine.Engine.Check("a.xlsx", issued);
        var after = RealEngine.Engine.Check("a.xlsx", Marked(issued, "EBC1|20261129T060504000|returned|1|2|ab"));
        after.Mark!.Errors.ShouldBe(1);
        WorkbookLineage.Of(after).Content.ShouldBe(WorkbookLineage.Of(before).Content);
        after.Report.Findings.Select(finding => finding.Message).ShouldBe(before.Report.Findings.Select(finding => finding.Message));
        after.Report.Changes.Count.ShouldBe(before.Report.Changes.Count);
    }

    [Theory]
    [InlineData("A1", "x", EntryRefusal.Locked)]
    [InlineData("B1", "EB1|hebei|1|999|2024|AAAA|f|filled|别人", EntryRefusal.Locked)]
    [InlineData("C1", "anything", EntryRefusal.Locked)]
    [InlineData("C1", "EBC1|20261129T060504000|accepted|0|0|ab", EntryRefusal.None)]
    internal void HiddenSheet_TakesTheMarkAndNothingElse_FromWhoeverTypes(string cell, string text, EntryRefusal expected)
    {
        var workbook = WorkbookGuard.Open(RealEngine.File("clean")).Package!;
        CellEntering.Enter(workbook, [new CellEntry(CheckMark.Sheet, cell, null, text)], out var refusals);
        refusals.ShouldBe([expected]);
    }

    /// <summary>The workbook with a text in the cell of the mark, as a host writes it.</summary>
    internal static byte[] Marked(byte[] workbook, string text)
    {
        var edit = WorkbookGuard.Open(workbook).Package!.Edit();
        const string Book = "xl/workbook.xml";
        var sheet = edit.Require(Book).Descendants()
            .Single(each => each.Attribute("name")?.Value == CheckMark.Sheet && each.Name.LocalName == "sheet");
        var link = sheet.Attributes().Single(each => each.Name.LocalName == "id" && each.Name.NamespaceName.Length > 0).Value;
        var part = edit.LinksOf(Book).WithId(link)!.Target.TrimStart('/');
        if (!edit.Has(part)) part = "xl/" + part;
        var xml = Encoding.UTF8.GetString(edit.Read(part)!);
        var cell = new XElement(
            "c", new XAttribute("r", CheckMark.Cell), new XAttribute("t", "inlineStr"), new XElement("is", new XElement("t", text)));
        var row = new Regex("(<row(?: r=\"1\")?[ >].*?)(</row>)", RegexOptions.Singleline);
        row.IsMatch(xml).ShouldBeTrue();
        var added = cell.ToString(SaveOptions.DisableFormatting);
        edit.Write(part, Encoding.UTF8.GetBytes(row.Replace(xml, match => match.Groups[1].Value + added + "</row>", 1)));
        return edit.ToBytes();
    }
}
