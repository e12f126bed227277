using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>The figures behind the words of a sentence, in one budget.</summary>
/// <param name="scope">The check under way.</param>
internal sealed class FieldValues(NoteScope scope)
{
    private HashSet<decimal>? _shown;

    /// <summary>A figure as its form shows it, with how many yuan its unit is; null (and noted) when it cannot be told.</summary>
    public (decimal Value, decimal Unit, Expression Expression)? Of(Expression expression)
    {
        var figure = scope.Figures.Evaluate(expression, default);
        if (figure.Unknown is null) return (figure.Value.Value, FigureNames.UnitOf(expression), expression);
        scope.NotChecked(Domain.Packs.NoteRuleIds.Figure, figure.Unknown);
        return null;
    }

    /// <summary>The figures a field may mean.</summary>
    public IEnumerable<(decimal Value, decimal Unit, Expression Expression)> Current(NoteField field) =>
        field.Figures.Select(Of).OfType<(decimal, decimal, Expression)>();

    /// <summary>True when any cell of any form shows the amount.</summary>
    /// <param name="yuan">The amount in yuan.</param>
    public bool IsShownAnywhere(decimal yuan) => yuan == 0m || (_shown ??= [.. AllShown()]).Contains(Math.Abs(yuan));

    private IEnumerable<decimal> AllShown()
    {
        foreach (var form in scope.Figures.Book.Pack.Forms)
        {
            var unit = Domain.Money.MoneyUnits.InYuan(form.Money);
            foreach (var row in scope.Figures.View(form).Rows)
            {
                foreach (var column in form.Columns.Where(column => column.Kind == Domain.Forms.CellKind.Amount))
                {
                    var figure = scope.Figures.Value(form, row, column.Id);
                    if (!figure.IsKnown || figure.Value.Value == 0m) continue;
                    yield return Math.Abs(Domain.Money.Figures.Round(figure.Value.Value, 2) * unit);
                    yield return Math.Abs(figure.Value.Value * unit);
                }
            }
        }
    }
}
