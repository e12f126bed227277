using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Which lines the 校验 sheet has: one for each relation and column; rows that are found by their cell and not by a code have their own.
/// </summary>
/// <param name="book">The rule book.</param>
public sealed class CheckLines(RuleBook book)
{
    /// <summary>The lines in the rule book's order; relations that formulas cannot tell have none.</summary>
    public IReadOnlyList<CheckLine> All { get; } =
        [.. book.Relations.Where(relation => Untranslatable.Reason(book, relation) is null).SelectMany(relation => Of(book, relation))];

    private static IEnumerable<CheckLine> Of(RuleBook book, Relation relation)
    {
        var forms = new[] { relation.Form }.Concat(
            Expression.CellsOf(relation.Check.Left).Concat(Expression.CellsOf(relation.Check.Right)).Select(cells => cells.Form))
            // the state of a printed form tells of the rows of its parts too
            .SelectMany(form => form.PartOf is { } whole ? [form, book.Pack[whole]] : new[] { form })
            .Distinct().ToArray();
        CheckLine Line(ColumnId? column, string scope, IReadOnlyList<RowGroup.Fixed> rows, IReadOnlySet<int>? levels) =>
            new(relation, column, scope, rows, levels) { Forms = forms };

        foreach (var column in relation.Columns.Count == 0 ? [null] : relation.Columns.Select(column => (ColumnId?)column))
        {
            if (relation.Rows is null)
            {
                yield return Line(column, "", [], null);
                continue;
            }

            var (rows, levels) = Rows(book, relation);
            string LabelOf(RowGroup.Fixed row) => FormBlock.LabelOf(relation.Form, row, CheckLine.FigureOf(relation, column));
            if (rows.Count > 1 && !StaysInRow(relation) && rows.Any(row => row.Code is null || relation.Form.Tree is not null))
            {
                foreach (var row in rows) yield return Line(column, LabelOf(row), [row], null);
                rows = [];
            }
            else if (rows.Count > 0 && levels is not null && !StaysInRow(relation))
            {
                foreach (var row in rows) yield return Line(column, LabelOf(row), [row], null);
                rows = [];
            }

            if (rows.Count > 0 || levels is not null) yield return Line(column, ScopeOf(relation, column, rows, levels), rows, levels);
        }
    }

    private static (List<RowGroup.Fixed> Rows, IReadOnlySet<int>? Levels) Rows(RuleBook book, Relation relation)
    {
        var form = relation.Form;
        var all = form.Rows.OfType<RowGroup.Fixed>().ToList();
        var rows = new List<RowGroup.Fixed>();
        HashSet<int>? levels = null;
        var hasData = form.Rows.Count == 0 || form.Rows.Any(group => group is not RowGroup.Fixed);
        var isEvery = false;
        foreach (var selector in relation.Rows!)
        {
            switch (selector)
            {
                case RowSelector.Key key when form.FixedRow(key.Row) is { } row: rows.Add(row); break;
                case RowSelector.Range range:
                    rows.AddRange(
                    all[all.FindIndex(row => row.Key == range.First)..(all.FindIndex(row => row.Key == range.Last) + 1)]); break;
                case RowSelector.Level when form.Tree is null: rows.AddRange(all.Where(row => row.Code is not null)); break;
                case RowSelector.Level level: (levels ??= []).Add(level.Depth); break;
                case RowSelector.Leaves when form.Tree is not null: (levels ??= []).Add(form.Tree.LeafDepth); break;
                case RowSelector.Leaves:
                    (levels, isEvery) = (levels ?? [], true);
                    break;
                case RowSelector.All:
                    rows.AddRange(all);
                    if (hasData) (levels, isEvery) = (levels ?? [], true);
                    break;
            }
        }

        if (isEvery) levels!.Clear();
        return ([.. rows.Distinct()], levels);
    }

    private static string ScopeOf(Relation relation, ColumnId? column, List<RowGroup.Fixed> rows, IReadOnlySet<int>? levels)
    {
        var figure = CheckLine.FigureOf(relation, column);
        string LabelOf(RowGroup.Fixed row) => FormBlock.LabelOf(relation.Form, row, figure);
        if (levels is null)
            return rows.Count == 1 ? relation.Rows is { Count: > 1 } ? LabelOf(rows[0]) : ""
            : $"{LabelOf(rows[0])}—{LabelOf(rows[^1])}";
        var words = rows.Select(LabelOf).ToList();
        if (relation.Form.Tree is { } tree)
            words.AddRange(levels.Count == 0 ? ["各科目"] : levels.Order().Select(tree.LevelName));
        else words.Add("各行");
        return string.Join('、', words);
    }

    /// <summary>True when a relation compares cells of one row only.</summary>
    private static bool StaysInRow(Relation relation) =>
        IsOwn(relation.Check.Left, relation.Form) && IsOwn(relation.Check.Right, relation.Form)
            && (relation.When is not { IsByRow: true } when || when.Figures.All(side => IsOwn(side, relation.Form)));

    private static bool IsOwn(Expression expression, FormDefinition form) =>
        Expression.CellsOf(expression).All(cells => cells.Form == form && cells.Rows is RowSelector.This);
}
