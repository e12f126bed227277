using System.Text.Json;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Tests.WholeLine;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>Several workbooks checked in one run see each other's goals.</summary>
public sealed class GoalsOfARunTests
{
    private static readonly LoadedPack Pack = RealEngine.Store.Find("qinghai")!;
    private static readonly Budget Archive = new BudgetProjection(Pack.RuleBook.Pack,
        DatasetReader.Read(Repository.PathOf("templates", "qinghai", "sample", "clean"), Pack.RuleBook.Pack.Tables).Dataset)
            .Of("405001", 2024);

    private static readonly ColumnId Name = new("name");

    [Fact]
    public void Goal_TakenFromAnotherUnitsProject_IsToldAtTheLaterWorkbookOnce()
    {
        var again = Together(Archive, Of("406001", "示例县党史研究室", "红色教育基地布展经费"));

        var (at, workbook) = again.ShouldHaveSingleItem();
        at.ShouldBe(1);
        var finding = workbook.Report.Findings.Where(found => found.Rule == "GOAL-COPIED").ShouldHaveSingleItem();
        finding.Message.ShouldContain("档案数字化加工经费（示例县档案馆）");
        finding.Place.Cell.ShouldNotBeNull();
    }

    [Fact]
    public void Goal_OfTheSameProjectInEveryUnit_IsNotTold() => Together(Archive, Of("406001", "示例县党史研究室", null)).ShouldBeEmpty();

    [Fact]
    public void Goals_OfTheSameUnitHandedInTwice_AreNotTold() => Together(Archive, Of("405001", "示例县档案馆", "红色教育基地布展经费")).ShouldBeEmpty();

    [Fact]
    public async Task Goal_TakenFromAnotherUnitsProject_IsToldByTheProgramThatOpensFilesInAnotherProcess()
    {
        using var temp = new TempFolder();
        // more than the process keeps whole
        Budget[] budgets =
        [
            Archive, .. Enumerable.Range(1, 5).Select(at => Of($"40{at}009", $"示例县第{at}中学", null)),
            Of("406001", "示例县党史研究室", "红色教育基地布展经费"),
        ];
        foreach (var (at, file) in Files(budgets).Index()) temp.Write($"报送/{at}.xlsx", file);

        await RealProgram.RunAsync(temp.Path, "check", "报送", "--json", "结果.json");

        using var json = JsonDocument.Parse(temp.Text("结果.json"));
        var told = json.RootElement.GetProperty("files").EnumerateArray().Where(file => file.GetProperty("findings").EnumerateArray()
            .Any(finding => finding.GetProperty("rule").GetString() == "GOAL-COPIED"));
        told.ShouldHaveSingleItem().GetProperty("file").GetString().ShouldBe("6.xlsx");
    }

    private static byte[][] Files(Budget[] budgets) => Array.ConvertAll(budgets, budget =>
        Pack.Filler().Fill(new BudgetFigures(Pack.RuleBook, budget), new FillRequest("7F3A2C9D", false)));

    private static IReadOnlyDictionary<int, CheckedWorkbook> Together(params Budget[] budgets)
    {
        var files = Files(budgets);
        var read = files.Select((file, at) => RealEngine.Engine.Check($"{at}.xlsx", file)).ToArray();
        return RealEngine.Engine.Together(read, at => files[at]);
    }

    /// <summary>The same projects in another unit, the first of them under another name.</summary>
    private static Budget Of(string code, string unit, string? name) => new(
        Archive.Identity with { UnitCode = code, UnitName = unit },
        Archive.Forms.Select(form => form.Form.Value == "projects" && name is not null
            ? new FormContent(form.Form, [.. form.Rows.Select(row => Renamed(row, name))]) : form));

    private static FormRow Renamed(FormRow row, string name) => row.Text(Name.Value) == "档案数字化加工经费"
        ? new FormRow(row.Key, row.Cells.ToDictionary(cell => cell.Key, cell => cell.Key == Name ? new CellValue.Text(name) : cell.Value))
        : row;
}
