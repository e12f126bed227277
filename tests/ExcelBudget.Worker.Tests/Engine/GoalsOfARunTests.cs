using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Worker.Engine;

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

    private static IReadOnlyDictionary<int, CheckedWorkbook> Together(params Budget[] budgets)
    {
        var files = Array.ConvertAll(budgets, budget =>
            Pack.Filler().Fill(new BudgetFigures(Pack.RuleBook, budget), new FillRequest("7F3A2C9D", false)));
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
