using ExcelBudget.Domain.Budgets;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// The figures of the budget that a thread checked last: its note is mostly written next, and needs the same. One for each thread and no
/// more; another budget is computed anew.
/// </summary>
internal static class LastFigures
{
    [ThreadStatic]
    private static BudgetFigures? Last;

    /// <summary>Keeps figures for the note; none of a budget of which something could not be read.</summary>
    public static void Keep(BudgetFigures? figures) => Last = figures is { Unreadable.Count: 0 } ? figures : null;

    /// <summary>Keeps none any more: before another workbook, so that the collector need not carry them along.</summary>
    public static void Forget() => Last = null;

    /// <summary>The figures of a budget.</summary>
    public static BudgetFigures Of(RuleBook book, Budget budget) =>
        Last is { } last && ReferenceEquals(last.Budget, budget) && ReferenceEquals(last.Book, book)
            ? last : new BudgetFigures(book, budget);
}
