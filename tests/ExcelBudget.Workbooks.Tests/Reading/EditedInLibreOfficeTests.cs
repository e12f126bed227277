using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>
/// Rows, columns and sheets changed in a spreadsheet program, which moves the formulas along: what was meant is read, what is wrong is
/// told once.
/// </summary>
[Trait("Category", "Slow")]
public sealed class EditedInLibreOfficeTests
{
    [Fact]
    public void RowsInsertedColumnInsertedSheetRenamed_TheSameBudgetIsReadAndNothingTold()
    {
        var read = Edited("""
            Sheet.Rows.insertByIndex(9, 2)
            Book.Sheets.getByName("T9 三公经费支出表").unprotect("")
            Book.Sheets.getByName("T9 三公经费支出表").Columns.insertByIndex(2, 1)
            Book.Sheets.getByName("T7 政府性基金支出表").setName("基金")
            """);
        ReadBack.Differences(Hebei.BudgetOf("full"), read.Budget).ShouldBeEmpty();
        read.Findings.Select(finding => finding.Message).ShouldBeEmpty();
        read.Changes.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("Sheet.Columns.removeByIndex(0, 1)")]
    [InlineData("Sheet.Columns.insertByIndex(5, 1)")]
    public void NumberColumnDeletedOrAColumnInserted_TheSameBudgetIsRead(string statement) =>
        ReadBack.Differences(Hebei.BudgetOf("full"), Edited(statement).Budget).ShouldBeEmpty();

    [Theory]
    [InlineData("Sheet.getCellRangeByName(\"D12\").setFormula(\"=SUM(E12:H12)\")", "FORMULA-CHANGED", "D12")]
    [InlineData("Sheet.getCellRangeByName(\"E9:E10\").merge(True)", "STRUCTURE-MERGED", "E9")]
    [InlineData("Sheet.Rows.getByIndex(10).IsVisible = False", "STRUCTURE-HIDDEN", "D11")]
    [InlineData("Sheet.getCellRangeByName(\"L9\").setValue(7)", "STRUCTURE-OUTSIDE", "L9")]
    public void DamageInTheProgram_IsTheOneFinding(string statement, string rule, string cell)
    {
        var finding = Edited(statement).Findings.ShouldHaveSingleItem();
        (finding.Rule, finding.Place.Sheet, finding.Place.Cell).ShouldBe((rule, "T3 支出总表", cell));
    }

    [Fact]
    public void ColumnDeleted_IsToldAtItsNeighbour_AndTheErrorsItLeavesOnceForEachForm()
    {
        var findings = Edited("Sheet.Columns.removeByIndex(8, 1)").Findings;
        var header = findings.Where(finding => finding.Rule == "STRUCTURE-HEADER").ShouldHaveSingleItem();
        (header.Place.Sheet, header.Place.Cell, header.Expected.Told()).ShouldBe(("T3 支出总表", "H4", "对附属单位补助支出"));
        findings.GroupBy(finding => (finding.Rule, finding.Place.Sheet)).ShouldAllBe(group => group.Count() == 1);
    }

    private static Workbooks.Reading.ReadWorkbook Edited(string statements) => ReadBack.Of(Calc.Edited(HebeiWorkbook.Of("full"), $"""
        Sheet = Book.Sheets.getByName("T3 支出总表")
        Sheet.unprotect("")
        {statements}
        """));
}
