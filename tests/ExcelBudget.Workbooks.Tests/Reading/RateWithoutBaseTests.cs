using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Workbooks.Tests.Reading;

/// <summary>A rate where last year had nothing: the form prints a word there, and 0 would be as wrong as any other figure.</summary>
public sealed class RateWithoutBaseTests
{
    [Theory]
    [InlineData(100)]
    [InlineData(0)]
    public void RateTyped_WhereThereIsNoBase_IsToldTheWordOfTheForm(int typed)
    {
        var book = EveryPack.BookOf("zhongyang");
        var form = book.Pack[new FormId("C5")];
        var column = form.Column(new ColumnId("增减率"))!;
        var (sample, unit, year) = EveryPack.Samples("zhongyang").First();
        var budget = WithoutLastYear(EveryPack.BudgetOf("zhongyang", sample, unit, year), form);
        var row = new BudgetFigures(book, budget).View(form).Rows
            .First(row => row.Row is not null && new BudgetFigures(book, budget).IsWithoutBase(form, row, column)).Row!.Key;
        var address = new CellAddress(form.Id, row, column.Id);
        var edited = Edited(
            budget, form, cells => cells.Key == row ? new(cells.Cells) { [column.Id] = new CellValue.Number(typed) } : null);
        var read = new ReadWorkbook
        {
            RuleBook = book,
            Budget = edited,
            Places = new Dictionary<CellAddress, Place> { [address] = new("表", "F9", address) },
            Unreadable = new Dictionary<CellAddress, string>(),
            CachedResults = new Dictionary<CellAddress, decimal>(),
            Accounts = new([]),
            Changes = new Dictionary<CellAddress, Change>(),
            SignOff = null!,
            Findings = [],
        };
        var figures = new BudgetFigures(book, edited);

        var finding = RecalculationCheck.Compare(figures, read, [], figures).ShouldHaveSingleItem();

        finding.Rule.ShouldBe("FORMULA-OVERWRITTEN");
        finding.Expected.ShouldBe(new FindingValue.Text(column.WithoutBase!));
        finding.Message.ShouldContain($"按公式计算应为 {column.WithoutBase}。");
    }

    private static Budget WithoutLastYear(Budget budget, FormDefinition form) =>
        Edited(budget, form, row => new(row.Cells.Where(cell => cell.Key != new ColumnId("执行数"))));

    private static Budget Edited(Budget budget, FormDefinition form, Func<FormRow, Dictionary<ColumnId, CellValue>?> cells) =>
        new(budget.Identity, budget.Forms.Select(content => content.Form != form.Id ? content : new FormContent(content.Form,
            [.. content.Rows.Select(row => cells(row) is { } changed ? new FormRow(row.Key, changed) : row)])));
}
