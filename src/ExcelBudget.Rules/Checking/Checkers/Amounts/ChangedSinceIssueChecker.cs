using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Checkers.Texts;

namespace ExcelBudget.Rules.Checking.Checkers.Amounts;

/// <summary>
/// changedSinceIssue：改动预填数。Prefilled figures of the declared columns that were changed since the workbook was issued. Where the form was
/// issued with
/// nothing in these columns there was nothing to go by, and what people typed is theirs.
/// </summary>
internal sealed class ChangedSinceIssueChecker : ITextChecker
{
    /// <summary>A nil that is typed is read as no amount.</summary>
    private const string Cleared = "清空了，或者改成了 0";

    private const string AnyForm = "*";

    private const int FewestTogether = 3;

    /// <summary>Beyond a few figures nobody types a column anew: it was pasted over.</summary>
    private const int FewestTyped = 5;

    public string Name => "changedSinceIssue";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.IsFigure);

    /// <summary>The columns declared; of all forms last year's figures, which nobody decides anew.</summary>
    private static bool IsMeant(CheckScope scope, FormColumn column) =>
        column.IsFigure && (scope.Check.Form != AnyForm || column.From is { PreviousYear: true });

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var columns = scope.Columns(column => IsMeant(scope, column)).Select(column => column.Id).ToHashSet();
        var changed = scope.Changed.Where(cell => cell.Form == scope.Form.Id && columns.Contains(cell.Column)).ToHashSet();
        var wasPrefilled = changed.Any(cell => scope.Figures.Budget[cell] is null)
            || scope.Rows.Any(
                row => columns.Any(
                column => row.Row![column] is not null && !changed.Contains(new CellAddress(scope.Form.Id, row.Key, column))));
        if (!wasPrefilled) return [];
        CellAddress[] cleared = [.. scope.Figures.View(scope.Form).Rows.SelectMany(row => columns.Select(column =>
            new CellAddress(scope.Form.Id, row.Key, column))).Where(cell => changed.Contains(cell) && scope.Figures.Budget[cell] is null)];
        CellAddress[] typed = [.. changed.Except(cleared)];
        return (cleared.Length < FewestTogether ? cleared.Select(cell => Hit(scope, cell)) : [Together(cleared)])
            .Concat(typed.Length < FewestTyped ? typed.Select(cell => Hit(scope, cell)) : [Pasted(scope, typed)]);
    }

    /// <summary>A column that was cleared is one deed.</summary>
    private static Hit Together(CellAddress[] cleared) => new(cleared[0].Row, cleared[0].Column,
        Match: $"（连同其他 {(cleared.Length - 1).ToString(CultureInfo.InvariantCulture)} 格）{Cleared}");

    /// <summary>A column that was pasted over is one deed.</summary>
    private static Hit Pasted(CheckScope scope, CellAddress[] typed)
    {
        var first = Hit(scope, typed[0]);
        return first with { Match = $"{first.Match}（连同其他 {(typed.Length - 1).ToString(CultureInfo.InvariantCulture)} 格都改过）" };
    }

    private static Hit Hit(CheckScope scope, CellAddress cell)
    {
        var unit = scope.Form.Column(cell.Column)!.Kind == CellKind.Amount ? " " + Domain.Money.MoneyUnits.Title(scope.Form.Money) : "";
        if (scope.Figures.Budget[cell] is null) return new Hit(cell.Row, cell.Column, Match: Cleared);
        var shown = ShownSides.One(scope.Form, scope.Figures.Value(cell).Value);
        return new Hit(cell.Row, cell.Column, shown, Match: $"改成了 {shown}{unit}", Unit: unit);
    }
}
