using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>Forms that are lists below subtotals: projects by their code, indicators by the project they belong to.</summary>
public sealed class ListFormTests
{
    [Fact]
    public void SampleBudget_FilledAndRead_IsTheSameBudgetAndNothingIsFound()
    {
        var read = Qinghai.Read(Qinghai.Fill(Qinghai.Sample));

        ReadBack.Differences(Qinghai.Sample, read.Budget).ShouldBeEmpty();
        read.Findings.ShouldBeEmpty();
        read.Changes.ShouldBeEmpty();
    }

    [Fact]
    public void BlankBudget_FilledAndRead_IsBlank()
    {
        var read = Qinghai.Read(Qinghai.Fill(Qinghai.Blank, isBlank: true));

        ReadBack.Differences(Qinghai.Blank, read.Budget).ShouldBeEmpty();
        read.Findings.ShouldBeEmpty();
    }

    [Fact]
    public void ProjectAndIndicator_AreFoundByTheirProjectsCode()
    {
        var budget = Qinghai.Read(Qinghai.Fill(Qinghai.Sample)).Budget;

        budget[new CellAddress("projects", "3", "amount")].ShouldBe(new CellValue.Amount(18_000m));
        budget[new CellAddress("indicators", "3#2", "name")].ShouldBe(new CellValue.Text("培训人次"));
        budget[new CellAddress("projects", "department", "name")].ShouldBe(new CellValue.Text("示例县档案馆"));
    }

    [Fact]
    public void ProjectCode_UsedTwice_KeepsBothRows()
    {
        var sample = Qinghai.Sample;
        var projects = sample[new FormId("projects")]!;
        var twice = new FormContent(projects.Form, RowKeys.MakeUnique([.. projects.Rows, projects[new RowKey("2")]!]));
        var budget = new Budget(sample.Identity, sample.Forms.Select(form => form.Form == projects.Form ? twice : form));

        ReadBack.Differences(budget, Qinghai.Read(Qinghai.Fill(budget)).Budget).ShouldBeEmpty();
    }

    [Fact]
    public void Workbook_Filled_PrintsUnitAndYearInItsTitle() =>
        Calc.Opened(Qinghai.Fill(Qinghai.Sample)).Sheet("项目支出绩效目标公开表")![2, 1]!.Text.ShouldBe("示例县档案馆2024年部门预算项目支出绩效目标公开表");
}
