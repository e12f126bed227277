using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>What our engine says about a workbook that was read back, line by line as on the 校验 sheet.</summary>
internal static class EngineVerdicts
{
    /// <summary>The lines of the sheet that stand for relations.</summary>
    public static readonly IReadOnlyList<CheckLine> Lines = new CheckLines(Hebei.Book).All;

    /// <summary>The outcome of each line.</summary>
    /// <param name="read">The workbook.</param>
    /// <param name="texts">Cells with text, which our reader takes for the figure it means and the sheet for none.</param>
    public static IReadOnlyList<LineOutcome> Of(ReadWorkbook read, IReadOnlyCollection<CellAddress>? texts = null)
    {
        var figures = new BudgetFigures(Hebei.Book, Without(read.Budget, texts ?? []), Unreadable(read, texts ?? []));
        var results = Lines.Select(line => line.Relation).Distinct()
            .ToDictionary(relation => relation, relation => new RelationChecker(figures).Check(relation).ToArray());
        var empty = new EmptyForms(figures);
        return [.. Lines.Select(line => LineOutcome.Of(line, results[line.Relation], figures, empty))];
    }

    private static Dictionary<CellAddress, string> Unreadable(ReadWorkbook read, IReadOnlyCollection<CellAddress> texts)
    {
        var unreadable = read.Unreadable.ToDictionary(cell => cell.Key, cell => cell.Value);
        foreach (var text in texts) unreadable[text] = "文字";
        return unreadable;
    }

    private static Budget Without(Budget budget, IReadOnlyCollection<CellAddress> cells) =>
        cells.Count == 0 ? budget : new(budget.Identity, budget.Forms.Select(form =>
        cells.Any(cell => cell.Form == form.Form)
            ? new FormContent(
                form.Form, [.. form.Rows.Select(
                row => new FormRow(
                row.Key, row.Cells.Where(cell => !cells.Contains(new CellAddress(form.Form, row.Key, cell.Key))).ToDictionary()))])
            : form));
}
