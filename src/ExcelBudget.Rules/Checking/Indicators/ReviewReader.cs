using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Completeness;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>Finds the projects and indicators of a budget in the forms its pack names. Read once for each budget.</summary>
public static partial class ReviewReader
{
    private static readonly ConditionalWeakTable<BudgetFigures, IndicatorReview> Known = [];

    /// <summary>The projects of a budget. Its pack has standards for indicators.</summary>
    /// <exception cref="InvalidOperationException">The pack has none.</exception>
    public static IndicatorReview Of(BudgetFigures figures)
    {
        ArgumentNullException.ThrowIfNull(figures);
        return Known.GetValue(figures, Read);
    }

    /// <summary>Lets the checks on a budget see projects of others of the same run.</summary>
    public static void PutBeside(BudgetFigures figures, IReadOnlyList<ReviewedProject> elsewhere)
    {
        ArgumentNullException.ThrowIfNull(figures);
        Known.AddOrUpdate(figures, Of(figures) with { Elsewhere = elsewhere });
    }

    /// <summary>Lets the checks on a budget that was put right see what those on the budget as it stands saw.</summary>
    internal static void CarryBeside(BudgetFigures stands, BudgetFigures mended)
    {
        if (!ReferenceEquals(stands, mended) && Known.TryGetValue(stands, out var review) && review.Elsewhere.Count > 0)
            PutBeside(mended, review.Elsewhere);
    }

    private static IndicatorReview Read(BudgetFigures figures)
    {
        var standards = figures.Book.Pack.Indicators
            ?? throw new InvalidOperationException($"Pack {figures.Book.Pack.Id} has no indicators.yaml");
        var form = figures.Book.Pack[new FormId(standards.Places.Projects)];
        var lines = IndicatorRows.ByProject(figures, standards);
        var listed = figures.View(form).Rows
            .Where(row => row is { Fixed: null, Row.Cells.Count: > 0 })
            .Select(row => Project(figures, form, row, standards, lines))
            .ToLookup(project => standards.Words.TotalLines.Contains(GoalText.Substance(project.Name)));
        return new IndicatorReview(standards, figures.Budget.Identity.Year, listed[false].ToArray())
        {
            UnitName = figures.Budget.Identity.UnitName,
            TotalLines = [.. listed[true]],
            StatedTotals = [.. Stated(figures, form, new ColumnId(standards.Places.Amount))
                .Concat(listed[true].Where(line => line.Amount is not null).Select(line => line.Amount!.Value.Value)).Distinct()],
        };
    }

    /// <summary>Amounts that stand in the lines above or below the list.</summary>
    private static IEnumerable<decimal> Stated(BudgetFigures figures, FormDefinition form, ColumnId amount) =>
        from row in figures.View(form).Rows
        where row.Fixed is not null
        let stated = row.Row?[amount]?.AsMeasure()
        where stated is not null
        select stated.Value.Value;

    private static ReviewedProject Project(BudgetFigures figures, FormDefinition form, RowView row, IndicatorStandards standards,
        ILookup<RowKey, FormRow> lines)
    {
        var places = standards.Places;
        var amount = row.Row![new ColumnId(places.Amount)] is null ? default : figures.Value(form, row, new ColumnId(places.Amount));
        var project = new ReviewedProject
        {
            Key = row.Key,
            Name = TraditionalSigns.Simplified(row.Row.Text(places.Name)),
            Goal = TraditionalSigns.Simplified(Tags().Replace(row.Row.Text(places.Goal), "")),
            Amount = amount is { IsKnown: true, Value.Value: not 0m } ? amount.Value : null,
            IsClassified = places.Classified is { } classified && IsMarked(row.Row.Text(classified), standards),
        };
        var printed = places.Text is { } text ? row.Row.Text(text) : "";
        var cell = TraditionalSigns.Simplified(printed);
        project = project with { TraditionalWords = TraditionalWords.In(printed, standards.Words.KeptSigns) };
        // what was entered one by one counts while the published text follows it
        var isEntered = cell.Length == 0
            || (TwoSides.Of(figures.Book.Pack) is { } sides && sides.Entered(figures.Budget, row.Key) is not null);
        return isEntered ? IndicatorRows.Complete(project, lines[row.Key], standards) : IndicatorCells.Complete(project, cell);
    }

    private static bool IsMarked(string text, IndicatorStandards standards) => text == "是" || standards.Words.Classified.Contains(text);

    /// <summary>Markup that a text keeps from the web form it was typed into.</summary>
    [GeneratedRegex("<[^<>]{1,200}>")]
    private static partial Regex Tags();
}
