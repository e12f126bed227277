using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Worker.Reports;
using ExcelBudget.Worker.Tests.DropFolder;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.WholeLine;

/// <summary>
/// Whatever the drop folder gives out of a workbook, the ledger and the logs among it, is read word by word: it carries no value that is
/// withheld, and what is published carries no markup. The department's own sheets come back to it as they were.
/// </summary>
public sealed class EveryOutputTests : IDisposable
{
    private const string Marked = "13099924P00004";
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void ProjectMarkedAfterwards_StandsInNoOutputBeyondItsName()
    {
        var dropped = Typed(RealEngine.File("full"), RealEngine.At("full", "projects", Marked, "classified"), "是");
        using var place = Dropped("涉密.xlsx", dropped);

        _temp.Files("returned").ShouldContain("涉密.检查结果.json");
        var outputs = GivenOut.In(_temp.Path, [dropped]).ToArray();
        outputs.Length.ShouldBeGreaterThan(5);
        foreach (var secret in Secrets())
            outputs.Where(output => output.Text.Contains(secret, StringComparison.Ordinal)).Select(output => output.Name)
                .ShouldBeEmpty(secret);
    }

    [Fact]
    public void AcceptedWorkbook_PublishesNoMarkup()
    {
        using var place = Dropped("文旅局.xlsx", RealEngine.File("full"));

        var published = GivenOut.In(_temp.Path, []).Where(output => output.Name.Contains(".docx", StringComparison.Ordinal)).ToArray();
        published.ShouldNotBeEmpty();
        string[] marks = ["&lt;p&gt;", "&lt;br", "&amp;nbsp;", "&lt;ol", "$\\geq"];
        published.Where(output => Array.Exists(marks, mark => output.Text.Contains(mark, StringComparison.Ordinal)))
            .Select(output => output.Name).ShouldBeEmpty();
    }

    [Fact]
    public void WorkbookWithMarkup_IsReturnedAndNothingOfItPublished()
    {
        using var place = Dropped("标记.xlsx",
            Typed(RealEngine.File("full"), RealEngine.At("full", "projects", "13099924P00001", "goal"),
            "&lt;p&gt;提升服务&amp;nbsp;能力&lt;/p&gt;"));

        _temp.Files("returned").ShouldContain("标记.退回通知.html");
        Directory.EnumerateFiles(_temp.In("accepted"), "*", SearchOption.AllDirectories).ShouldBeEmpty();
        _temp.Text("returned/标记.退回通知.html").ShouldNotContain("<p>提升服务");
    }

    /// <summary>The note was written while the project was open; what is said of it and marked in it tells no more than that.</summary>
    [Fact]
    public void NoteOfBefore_AgainstTheMarkedWorkbook_IsReturnedAndSaysNothingOfWhatItTells()
    {
        var written = RealEngine.Engine.Note(RealEngine.Engine.Check("报送.xlsx", RealEngine.File("full")))!;
        var marked = RealEngine.Engine.Check("报送.xlsx",
            RealEngine.Desk("full").Text(RealEngine.At("full", "projects", Marked, "classified"), "是").Book);

        var note = RealEngine.Engine.CheckNote("说明.docx", written, marked);

        note.Report.Verdict.ShouldBe(Verdict.Returned);
        note.Report.Findings.ShouldContain(finding => finding.Kind == BudgetFindings.ClassifiedInNote && finding.Project == Marked);
        _temp.Write("说明.json", ReportJson.Write([note.Report]));
        _temp.Write("说明.txt", ReportText.Write(note.Report, note.Pack!));
        _temp.Write("说明.docx", note.Annotated!);
        var outputs = GivenOut.In(_temp.Path, [written]).Where(output => !output.Name.EndsWith("document.xml", StringComparison.Ordinal));
        foreach (var secret in Secrets())
            outputs.Where(output => output.Text.Contains(secret, StringComparison.Ordinal)).Select(output => output.Name)
                .ShouldBeEmpty(secret);
    }

    private Workplace Dropped(string name, byte[] content)
    {
        var place = new Workplace(_temp, RealEngine.Engine, maxFileBytes: 8 << 20);
        place.Drop(name, content);
        place.RunUntilIdle();
        return place;
    }

    /// <summary>What stands in the marked project and its indicators and may not be published, long enough to be nothing else.</summary>
    private static IEnumerable<string> Secrets()
    {
        var budget = RealEngine.Read(RealEngine.Desk("full")).Budget;
        var own = budget[new FormId("projects")]![new(Marked)]!;
        yield return own.Text("goal");
        foreach (var row in budget[new FormId("indicators")]!.Rows
            .Where(row => row.Key.Value.StartsWith(Marked + "#", StringComparison.Ordinal)))
        {
            foreach (var column in new[] { "name", "description" })
            {
                if (row.Text(column) is { Length: >= 6 } text && !IsElsewhere(budget, row.Key, text)) yield return text;
            }
        }
    }

    /// <summary>Other projects may well have an indicator of the same name.</summary>
    private static bool IsElsewhere(Domain.Budgets.Budget budget, RowKey row, string text) => budget.Forms
        .SelectMany(form => form.Rows).Where(other => other.Key != row).SelectMany(other => other.Cells)
        .Any(cell => cell.Value.AsText() is { } written && written.Contains(text, StringComparison.Ordinal));

    /// <summary>The workbook with another text in one cell, written into its part; everything else byte for byte.</summary>
    private static byte[] Typed(byte[] workbook, Place at, string xmlText)
    {
        var stream = new MemoryStream();
        stream.Write(workbook);
        var name = RealEngine.Desk("full").Sheet(at.Sheet!).PartName.TrimStart('/');
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(name)!;
            string xml;
            using (var reader = new StreamReader(entry.Open(), Encoding.UTF8)) xml = reader.ReadToEnd();
            var edited = Regex.Replace(xml, $"<c r=\"{at.Cell}\"( s=\"\\d+\")?[^>]*>.*?</c>",
                match => $"<c r=\"{at.Cell}\"{match.Groups[1].Value} t=\"inlineStr\"><is><t>{xmlText}</t></is></c>");
            edited.ShouldNotBe(xml);
            entry.Delete();
            using var writer = new StreamWriter(zip.CreateEntry(name).Open(), new UTF8Encoding(false));
            writer.Write(edited);
        }

        return stream.ToArray();
    }
}
