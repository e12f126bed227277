using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>The stated total of a document against its projects, and lines that are totals themselves.</summary>
public sealed class StatedTotalTests
{
    public static TheoryData<string, string, bool> Documents
    {
        get
        {
            var documents = new TheoryData<string, string, bool>();
            foreach (var row in Csv.Read("tests/data/indicators/totals.csv"))
            {
                documents.Add(row["source"], row["stated_total"], row["explained_by"].Contains("twice", StringComparison.Ordinal));
            }

            return documents;
        }
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void StatedTotal_LessThanItsProjectsByWhatIsListedTwice_IsExplainedByIt(string source, string total, bool isExplained)
    {
        var projects = Projects(source);
        var told = Document.Find(Budget(projects, total)).ToArray();

        var explained = told.Where(finding => finding.Rule == "TOTAL-WITHOUT-DUPLICATES").ToArray();
        explained.Length.ShouldBe(isExplained ? 1 : 0);
        if (isExplained) told.ShouldNotContain(finding => finding.Rule == "PROJECT-LISTED-TWICE", "the same fault once");
    }

    [Fact]
    public void StatedTotal_ThatAgrees_LeavesTheDuplicateToItsOwnRule()
    {
        var projects = Projects("w05");
        var sum = projects.Sum(row => ((CellValue.Amount)row.Cells[new("amount")]).Yuan) / 10_000m;

        var told = Document.Find(Budget(projects, sum.ToString(CultureInfo.InvariantCulture)));

        told.ShouldContain(finding => finding.Rule == "PROJECT-LISTED-TWICE");
        told.ShouldNotContain(finding => finding.Rule == "TOTAL-WITHOUT-DUPLICATES");
    }

    [Theory]
    [InlineData("合  计", true)]
    [InlineData("小计：", true)]
    [InlineData("合计核算系统运行经费", false)]
    public void LineNamedLikeATotal_AmongTheProjects_IsToldAndIsNoProject(string name, bool isTotal)
    {
        var projects = Projects("w05");
        var line = Line(name, ((CellValue.Amount)projects[0].Cells[new("amount")]).Yuan);

        var told = Document.Find(Budget([projects[0], line], null)).Where(finding => finding.Place.Address?.Row.Value == "99").ToArray();

        told.Any(finding => finding.Rule == "TOTAL-LISTED").ShouldBe(isTotal);
        told.Any(finding => finding.Rule is "DIMENSION-MISSING" or "PROJECT-LISTED-TWICE").ShouldBe(!isTotal);
    }

    private static FormRow[] Projects(string source) =>
    [
        .. Csv.Read("tests/data/indicators/collected-developed/cells.csv")
            .Concat(Csv.Read("tests/data/indicators/collected-held-out/cells.csv"))
            .Where(cell => cell["project"].StartsWith(source + "-", StringComparison.Ordinal))
            .Select(Document.Row),
    ];

    private static Budget Budget(IReadOnlyList<FormRow> projects, string? total)
    {
        var stated = total is null ? [] : new[] { Total(decimal.Parse(total, CultureInfo.InvariantCulture) * 10_000m) };
        return new Budget(
            new BudgetIdentity("qinghai", "001", "某某县财政局", 2022),
            [new FormContent(new FormId("projects"), [.. stated, .. projects]), new FormContent(new FormId("indicators"), [])]);
    }

    private static FormRow Total(decimal yuan) =>
        new(new RowKey("合计"), new Dictionary<ColumnId, CellValue> { [new("amount")] = new CellValue.Amount(yuan, 50m) });

    private static FormRow Line(string name, decimal yuan) => new(new RowKey("99"), new Dictionary<ColumnId, CellValue>
    {
        [new("code")] = new CellValue.Text("99"),
        [new("name")] = new CellValue.Text(name),
        [new("amount")] = new CellValue.Amount(yuan, 50m),
    });
}
