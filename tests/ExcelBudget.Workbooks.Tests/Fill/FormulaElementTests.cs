using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Template;
using ExcelBudget.Workbooks.Tests.Annotate;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Fill;

/// <summary>Formulas of a form are made once for units with the same rows, and each cell has its own.</summary>
public sealed class FormulaElementTests
{
    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    public void RowOfIncome_InAFilledWorkbook_AddsItsOwnCells(string sample)
    {
        var workbook = HebeiWorkbook.Of(sample);
        var sheet = Income(workbook);
        var sums = sheet.Cells.Where(cell => cell is { Column: 5, Row: > 7, HasFormula: true }).ToArray();
        sums.Length.ShouldBeGreaterThan(10);
        sums.ShouldAllBe(cell => cell.Formula == $"SUM(F{cell.Row}:L{cell.Row})");
        // a shared one is lost on LibreOffice when the row that holds it is deleted
        new Package(workbook).Text(sheet.PartName).ShouldNotContain("t=\"shared\"");
    }

    [Fact]
    public void AmountInPlaceOfAFormula_InAWorkbookWithTheSameRows_LeavesTheOthersTheirs()
    {
        var filler = new WorkbookFiller(Hebei.Book, TemplateParser.Parse(HebeiWorkbook.Template));
        byte[] Fill(Budget budget) => filler.Fill(new BudgetFigures(Hebei.Book, budget), new FillRequest("7F3A2C9D"));
        var budget = Hebei.BudgetOf("clean");
        var sheet = Income(Fill(budget));
        var leaf = sheet.Cells.First(cell => cell is { Column: 5, HasFormula: true } && sheet[cell.Row, 2]?.Text.Length == 7);
        var typed = Income(Fill(WithTyped(budget, "T2", sheet[leaf.Row, 2]!.Text, "4", 123_450m)));
        typed[leaf.Row, leaf.Column]!.HasFormula.ShouldBeFalse();
        typed[leaf.Row, leaf.Column]!.Number.ShouldBe(12.345m);
        typed[leaf.Row - 1, leaf.Column]!.Formula.ShouldBe($"SUM(F{leaf.Row - 1}:L{leaf.Row - 1})");
        typed[leaf.Row + 1, leaf.Column]!.Formula.ShouldBe($"SUM(F{leaf.Row + 1}:L{leaf.Row + 1})");
        Income(Fill(budget))[leaf.Row, leaf.Column]!.Formula.ShouldBe($"SUM(F{leaf.Row}:L{leaf.Row})");
    }

    [Fact]
    public void RelationOfExpenditure_OnASheetWithIncomeBesideIt_IsCalledByItsOwnLabels()
    {
        var lines = CheckSheetLine.Of(Calc.Opened(HebeiWorkbook.Of("clean")));
        lines.Single(line => line.Title == "收支总表各类支出 = 支出总表各类合计").Scope
            .ShouldStartWith("一、一般公共服务支出—三十、");
    }

    private static FlatSheet Income(byte[] workbook) =>
        Calc.Opened(workbook).Sheets.First(sheet => sheet.Name.StartsWith("T2", StringComparison.Ordinal));

    private static Budget WithTyped(Budget budget, string form, string code, string column, decimal yuan) => new(
        budget.Identity, budget.Forms.Select(content => content.Form != new FormId(form) ? content
            : new FormContent(content.Form, [.. content.Rows.Select(row => row.Key != new RowKey(code) ? row
                : new FormRow(row.Key, new Dictionary<ColumnId, CellValue>(row.Cells)
                {
                    [new ColumnId(column)] = new CellValue.Amount(yuan),
                }))])));
}
