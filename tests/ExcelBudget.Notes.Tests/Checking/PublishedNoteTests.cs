using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Checking;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>A published note in its own words, put into a Word file as it stands, against the workbook of the same budget.</summary>
public sealed class PublishedNoteTests
{
    private static readonly Lazy<NoteCheck> Check = new(() =>
        Checked.Against(
            HebeiNote.Clean,
            PlainNote.Of(File.ReadAllLines(Path.Combine(Repository.Root, "tests", "data", "hebei", "note-2023-fragments.txt")))));

    [Theory]
    [InlineData("NOTE-FIGURE", 8, "2041.41万元", "2041.42万元")]
    [InlineData("NOTE-FIGURE", 9, "2041.41万元", "2041.42万元")]
    [InlineData("NOTE-FIGURE", 9, "311.55万元", "311.56万元")]
    public void PublishedNote_WithAFigureThatIsNotTheTables_IsTold(string rule, int paragraph, string said, string expected)
    {
        var finding =
            Check.Value.Findings.Where(
            finding => finding.Rule == rule && finding.Place.Paragraph == paragraph && finding.Actual.Told() == said).ToArray()
            .ShouldHaveSingleItem(Checked.Told(Check.Value));
        finding.Expected.Told().ShouldBe(expected);
        finding.Related.ShouldNotBeEmpty();
    }

    [Theory]
    [InlineData("NOTE-ZERO-CHANGE", 14)]
    [InlineData("NOTE-REASON-DIRECTION", 14)]
    [InlineData("NOTE-STALE-YEAR", 17)]
    [InlineData("NOTE-NUMBERING", 32)]
    [InlineData("NOTE-WORDING", 35)]
    [InlineData("NOTE-EXPENSE-KINDS", 12)]
    public void PublishedNote_WithAFaultAReaderSees_IsTold(string rule, int paragraph) =>
        Check.Value.Findings.ShouldContain(
            finding => finding.Rule == rule && finding.Place.Paragraph == paragraph, Checked.Told(Check.Value));

    [Fact]
    public void PublishedNote_WithAnItemPastedOverAnother_IsTold() =>
        Check.Value.Findings.ShouldContain(
            finding => finding.Rule == "NOTE-REPEATED" && finding.Message.Contains("党委系统公务内网建设"), Checked.Told(Check.Value));

    [Fact]
    public void PublishedNote_WhoseChangesAddUp_IsShownAsChecked() =>
        Check.Value.Agreements.ShouldContain(
            agreement => agreement.Said == "479.43 = 59.83 + 4.92 + 414.68",
            string.Join('\n', Check.Value.Agreements.Select(agreement => agreement.Said)));

    [Fact]
    public void PublishedNote_NamesOnlyExpensesWithoutAmount() =>
        Check.Value.Findings.Single(finding => finding.Rule == "NOTE-EXPENSE-KINDS").Actual.Told().ShouldBe("邮电费、差旅费、手续费、公务接待费、工会经费");

    [Fact]
    public void PublishedNote_HasNoErrorThatIsNone()
    {
        var errors = Check.Value.Findings.Where(finding => finding.Severity == Severity.Error).Select(finding => finding.Actual.Told());
        errors.ShouldBe(["2041.41万元", "2041.41万元", "311.55万元"], ignoreOrder: true, Checked.Told(Check.Value));
    }

    [Fact]
    public void PublishedNote_WithoutTables_SaysThatTheyWereNotCompared() =>
        Check.Value.Unchecked.ShouldContain(entry => entry.Reason.Contains("部门预算收支总表"));
}
