using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Tests.Checking;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>What the checks object to in published documents, against what a reviewer objects to (tests/data/indicators).</summary>
public sealed class PublishedDocumentTests(ITestOutputHelper output)
{
    private const string CountyOffice = "menyuan-county-office-2023";

    private const string Cppcc = "menyuan-cppcc-2024";

    private const string OtherStyles = "other-styles";

    [Theory]
    [InlineData(CountyOffice)]
    [InlineData(Cppcc)]
    [InlineData(OtherStyles)]
    public void Indicators_OfACarefulReader_WhenChecked_AgreeWithTheReviewer(string document) =>
        Agree(document, Document.Read(document), leastRecall: 0.98m, leastPrecision: 0.98m);

    [Theory]
    [InlineData(CountyOffice)]
    [InlineData(Cppcc)]
    [InlineData(OtherStyles)]
    public void Cells_ReadAndChecked_AgreeWithTheReviewer(string document) =>
        Agree(document, ReviewReader.Of(new BudgetFigures(Document.Book, Document.Budget(document))), leastRecall: 0.95m,
            leastPrecision: 0.95m);

    [Theory]
    [InlineData("held-out", 0.95, 0.9)]
    public void CellsNotSeenBefore_ReadAndChecked_AgreeWithTheReviewerAlmostAsWell(string document, double recall, double precision) =>
        Agree(document, ReviewReader.Of(new BudgetFigures(Document.Book, Document.Budget(document))), (decimal)recall, (decimal)precision);

    [Theory]
    [InlineData(CountyOffice, "PROJECT-COST", "7", "5.10 万元", "2.00 万元")]
    [InlineData(CountyOffice, "PROJECT-COST", "8", "8.60 万元", "5.00 万元")]
    [InlineData(CountyOffice, "PROJECT-COST", "11", "8.60 万元", "7.30 万元")]
    [InlineData(CountyOffice, "PROJECT-COST", "12", "23.00 万元", "12.70 万元")]
    [InlineData(CountyOffice, "PROJECT-COST", "13", "4.30 万元", "3.00 万元")]
    [InlineData(CountyOffice, "PROJECT-COST", "14", "5.66 万元", "4.00 万元")]
    [InlineData(CountyOffice, "PROJECT-COST", "15", "4.30 万元", "3.00 万元")]
    [InlineData(CountyOffice, "PROJECT-PRODUCT", "23", "7.20 万元", "4.80 万元")]
    [InlineData(CountyOffice, "INDICATOR-STALE", "19", "2021年", "2023年")]
    [InlineData(CountyOffice, "INDICATOR-MISFILED", "1", "质量指标", "数量指标")]
    [InlineData(CountyOffice, "HEADING-MISPLACED", "21", "效益指标", "产出指标")]
    [InlineData(Cppcc, "UNIT-MISSING", "3", "98", "98%")]
    [InlineData(Cppcc, "BLOCKS-SHIFTED", "4", null, null)]
    [InlineData(Cppcc, "TARGET-MISSING", "10", null, null)]
    [InlineData(Cppcc, "EVENT-CONFLICT", "1", "三次会议", "四次会议")]
    [InlineData(Cppcc, "TARGET-WEAK", "13", "≥45%", "≥80%")]
    [InlineData(Cppcc, "UNIT-AGAINST-NAME", "1", "0%", "次、人、个等计数单位")]
    [InlineData(Cppcc, "GOAL-MISSING", "14", null, null)]
    public void Document_WhenChecked_ShowsItsFault(string document, string rule, string project, string? actual, string? expected) =>
        Document.Find(Document.Budget(document)).ShouldContain(
            finding => finding.Rule == rule && finding.Project == project
                && (actual == null || (finding.Actual.Told() == actual && finding.Expected.Told() == expected)));

    [Theory]
    [InlineData(CountyOffice)]
    [InlineData(Cppcc)]
    public void Finding_OfADocument_SpeaksInFullSentencesAndNamesItsProject(string document)
    {
        var names = Csv.Read("tests/data/indicators/" + document + "/cells.csv")
            .ToDictionary(cell => cell["project"], cell => cell["name"]);
        foreach (var finding in Document.Find(Document.Budget(document)))
        {
            finding.Message.ShouldEndWith("。");
            finding.Message.ShouldNotContain("“”");
            finding.Message.ShouldNotContain("{");
            finding.Project.ShouldNotBeNull(finding.Message);
            finding.Message.ShouldContain(names[finding.Project!]);
        }
    }

    [Theory]
    [InlineData(CountyOffice, 166.83)]
    [InlineData(Cppcc, 92.79)]
    public void Total_OfADocument_TiesUntilOneAmountIsChanged(string document, decimal total)
    {
        var typed = Edit.Set(
            Document.Budget(document), new CellAddress("projects", "合计", "amount"), new CellValue.Amount(total * 10_000m, 50m));

        Document.Find(typed).ShouldNotContain(finding => finding.Rule == "PROJECTS-TOTAL");
        var changed = Edit.Set(typed, new CellAddress("projects", "3", "amount"), new CellValue.Amount(1_000_000m));
        Document.Find(changed).Single(finding => finding.Rule == "PROJECTS-TOTAL")
            .Place.Address.ShouldBe(new CellAddress("projects", "合计", "amount"));
    }

    [Fact]
    public void CleanProjects_OfTheSample_DrawNoErrorAndNoQuestion() =>
        HebeiCheck.Lines(Document.Find(Document.Sample()).Where(finding => finding.Severity != Severity.Info)).ShouldBeEmpty();

    private void Agree(string document, IndicatorReview review, decimal leastRecall, decimal leastPrecision)
    {
        var agreement = ReviewerKey.Compare(document, Document.Check(review));

        output.WriteLine(
            $"{document}: recall {agreement.Recall:P1} of {agreement.Musts}, precision {agreement.Precision:P1} of {agreement.Raised}");
        var differences = agreement.Missed.Select(missed => "missed: " + missed).Concat(agreement.False.Select(wrong => "false: " + wrong))
            .ToArray();
        foreach (var difference in differences) output.WriteLine(difference);
        agreement.Recall.ShouldBeGreaterThanOrEqualTo(leastRecall, string.Join('\n', differences));
        agreement.Precision.ShouldBeGreaterThanOrEqualTo(leastPrecision, string.Join('\n', differences));
    }
}
