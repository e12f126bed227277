using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking.Figures;

/// <summary>The figures behind the words of a sentence, in one budget.</summary>
/// <param name="scope">The check under way.</param>
internal sealed class FieldValues(NoteScope scope)
{
    private HashSet<decimal>? _shown;

    /// <summary>A figure as its form shows it; null (and noted) when it cannot be told.</summary>
    public FieldFigure? Of(Expression expression)
    {
        var figure = scope.Figures.Evaluate(expression, default);
        if (figure.Unknown is null) return new FieldFigure(figure.Value, FigureNames.AmountsOf(expression), expression);
        scope.NotChecked(Domain.Packs.NoteRuleIds.Figure, figure.Unknown);
        return null;
    }

    /// <summary>True when the unit has such an item at all.</summary>
    public bool IsOfUnit(NoteField field) => field.Only?.MayHold(scope.Figures.Budget) != false;

    /// <summary>True when last year's figures were given: one of the column of the item's own is enough; noted when not.</summary>
    public bool IsLastKnown(NoteField field)
    {
        if (field.Last is not { } last) return true;
        var cells = Expression.CellsOf(last).ToArray();
        if (cells.Length == 0 || !Array.TrueForAll(cells, IsBlank)) return true;
        if (scope.Figures.Evaluate(last, default) is { IsKnown: true, Value.Value: not 0m }) return true;
        scope.NotChecked(Domain.Packs.NoteRuleIds.Change, $"工作簿没有填写上年数，没有核对“{field.Item}”与上年的比较");
        return false;
    }

    /// <summary>True when no row has anything in the column: it was left to be filled in.</summary>
    private bool IsBlank(Expression.Cells cells) => cells is { Columns: ColumnSelector.One { Column: var column } }
        && scope.Figures.Budget[cells.Form.Id] is { } content && content.Rows.All(row => row[column] is null);

    /// <summary>The figures a field may mean.</summary>
    public IEnumerable<FieldFigure> Current(NoteField field) => field.Figures.Select(Of).OfType<FieldFigure>();

    /// <summary>True when any cell of any form shows the amount.</summary>
    /// <param name="yuan">The amount in yuan.</param>
    public bool IsShownAnywhere(decimal yuan) => yuan == 0m || (_shown ??= [.. AllShown()]).Contains(Math.Abs(yuan));

    private IEnumerable<decimal> AllShown()
    {
        var inSentences = scope.Figures.Book.Pack.Amounts;
        foreach (var form in scope.Figures.Book.Pack.Forms)
        {
            foreach (var row in scope.Figures.View(form).Rows)
            {
                foreach (var column in form.Columns.Where(column => column.Kind == Domain.Forms.CellKind.Amount))
                {
                    var figure = scope.Figures.Value(form, row, column.Id);
                    if (!figure.IsKnown || figure.Value.Value == 0m) continue;
                    yield return Math.Abs(form.Amounts.Yuan(form.Amounts.Rounded(figure.Value.Value)));
                    yield return Math.Abs(figure.Value.Value);
                    yield return Math.Abs(inSentences.Yuan(inSentences.Rounded(figure.Value.Value)));
                }
            }
        }
    }
}
