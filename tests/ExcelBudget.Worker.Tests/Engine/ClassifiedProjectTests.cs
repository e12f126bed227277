using System.IO.Compression;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>涉密项目: what may not be published stands in no output of the program, whoever typed it.</summary>
public sealed class ClassifiedProjectTests
{
    private const string Project = "13099924P00010";
    private const string Goal = "换装甲型终端三十一部";
    private const string Target = "≥8642部";

    private static Desk Full => RealEngine.Desk("full");

    [Fact]
    public void ClassifiedProject_AsFilled_HoldsItsNameAndThatFactAlone()
    {
        var read = RealEngine.Read(Full);

        var row = read.Budget[new FormId("projects")]![new(Project)]!;
        row.Cells.Keys.Select(column => column.Value).ShouldBe(["code", "name", "classified", "goal"], ignoreOrder: true);
        row.Text("goal").ShouldBe("涉密");
        read.Budget[new FormId("indicators")]!.Rows.Where(inner => inner.Key.Value.StartsWith(Project, StringComparison.Ordinal))
            .SelectMany(inner => inner.Cells).Where(cell => cell.Key.Value is not ("level1" or "level2"))
                .ShouldAllBe(cell => cell.Value.AsText() == "涉密");
    }

    [Theory]
    [InlineData("projects", Project, "goal", Goal)]
    [InlineData("projects", Project, "amount", "43.2187")]
    [InlineData("projects", Project, "amount", "43.2187万")]
    [InlineData("indicators", Project + "#1", "target", Target)]
    [InlineData("indicators", Project + "#2", "name", Goal)]
    public void ClassifiedProject_WithAnythingBeyond_IsReturnedAndQuotedNowhere(string form, string row, string column, string secret)
    {
        var at = RealEngine.At("full", form, row, column);

        var workbook = RealEngine.Engine.Check("报送.xlsx", Typed(at, secret).Book);

        workbook.Report.Verdict.ShouldBe(Verdict.Returned);
        workbook.Report.Findings.ShouldContain(
            finding => finding.Rule == "CLASSIFIED-CONTENT" && finding.Category == "classified" && finding.Place.Cell == at.Cell);
        Outputs(workbook).ShouldAllBe(output => !output.Contains(secret, StringComparison.Ordinal));
    }

    [Fact]
    public void ProjectMarkedAfterwards_WithItsContentLeft_IsReturnedAndQuotedNowhere()
    {
        const string Marked = "13099924P00004";
        var goal = RealEngine.Read(Full).Budget[new FormId("projects")]![new(Marked)]!.Text("goal");
        Outputs(RealEngine.Engine.Check("报送.xlsx", Full.Book))
            .ShouldContain(output => output.Contains(goal, StringComparison.Ordinal), "the note prints an open goal");

        var workbook = RealEngine.Engine.Check("报送.xlsx", Full.Text(RealEngine.At("full", "projects", Marked, "classified"), "是").Book);

        workbook.Report.Verdict.ShouldBe(Verdict.Returned);
        var finding = workbook.Report.Findings.Single(finding => finding.Rule == "CLASSIFIED-CONTENT");
        finding.Project.ShouldBe(Marked);
        finding.Related.ShouldNotBeEmpty();
        Outputs(workbook).ShouldAllBe(output => !output.Contains(goal, StringComparison.Ordinal));
    }

    [Fact]
    public void ProjectMarkedAfterwards_WithItsIssuedGoalChanged_TellsNeitherInTheChanges()
    {
        const string Marked = "13099924P00004";
        var desk = Full.Text(RealEngine.At("full", "projects", Marked, "classified"), "是")
            .Text(RealEngine.At("full", "projects", Marked, "goal"), "涉密");

        var report = RealEngine.Check(desk);

        var change = report.Changes.Single(change => change.Place == RealEngine.At("full", "projects", Marked, "goal"));
        change.Before.ShouldBe("（涉密，不显示）");
    }

    private static Desk Typed(Place at, string text) =>
        decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out var number) ? Full.Number(at, number)
            : Full.Text(at, text);

    /// <summary>Everything the program would give out about a workbook, as text.</summary>
    private static IEnumerable<string> Outputs(CheckedWorkbook workbook)
    {
        yield return Encoding.UTF8.GetString(ReportJson.Write([workbook.Report]));
        yield return Encoding.UTF8.GetString(ReportText.Write(workbook.Report, workbook.Pack));
        foreach (var part in Parts(RealEngine.Engine.Note(workbook)!)) yield return part;
    }

    private static IEnumerable<string> Parts(byte[] package)
    {
        using var zip = new ZipArchive(new MemoryStream(package));
        foreach (var entry in zip.Entries)
        {
            using var reader = new StreamReader(entry.Open(), Encoding.UTF8);
            yield return reader.ReadToEnd();
        }
    }
}
