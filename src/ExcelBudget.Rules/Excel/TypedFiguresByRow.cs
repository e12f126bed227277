using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>The count of <see cref="TypedFigures"/> for each row of a span, as an array for use inside SUMPRODUCT.</summary>
/// <param name="book">The rule book.</param>
/// <param name="layout">Where the forms stand.</param>
public sealed class TypedFiguresByRow(RuleBook book, IWorkbookLayout layout)
{
    /// <summary>The count for a relation's two sides.</summary>
    /// <param name="check">The two sides.</param>
    /// <param name="span">The rows.</param>
    /// <param name="codeLength">Length of the rows' codes; 0 when they have none or differ.</param>
    public string Count(Comparing check, RowSpan span, int codeLength)
    {
        var terms = Terms(check.Left, span, codeLength).Concat(Terms(check.Right, span, codeLength)).Distinct().ToArray();
        return terms.Length == 0 ? "0" : string.Join('+', terms);
    }

    private IEnumerable<string> Terms(Expression expression, RowSpan span, int codeLength) => expression switch
    {
        Expression.Cells cells => Terms(cells, span, codeLength),
        Expression.Negation negation => Terms(negation.Operand, span, codeLength),
        Expression.Binary binary => Terms(binary.Left, span, codeLength).Concat(Terms(binary.Right, span, codeLength)),
        Expression.Call call => call.Arguments.SelectMany(argument => Terms(argument, span, codeLength)),
        _ => [],
    };

    private IEnumerable<string> Terms(Expression.Cells cells, RowSpan span, int codeLength)
    {
        var form = cells.Form;
        foreach (var column in Columns(cells, span).SelectMany(column => Entered(form, column)).Distinct())
        {
            if (cells.Rows is RowSelector.This && form == span.Form) yield return $"({Own(form, column, span)}<>0)";
            if (codeLength == 0 || form.Tree is null) continue;
            var missing = book.Codes(form)!.LevelLengths[^1] - codeLength;
            if (missing == 0 && form == span.Form) continue;
            var criteria = $"{Whole(form, form.Tree.Column)},{span.Codes}&\"{new string('?', missing)}\",{Whole(form, column)}";
            yield return $"COUNTIFS({criteria},\">0\")+COUNTIFS({criteria},\"<0\")";
        }
    }

    private static IEnumerable<ColumnId> Columns(Expression.Cells cells, RowSpan span) => cells.Columns switch
    {
        ColumnSelector.One one => [one.Column],
        ColumnSelector.Range range => cells.Form.Between(range.First, range.Last).Select(column => column.Id),
        _ => [span.Column!.Value],
    };

    /// <summary>The entered columns of the same row that a column rests on.</summary>
    private IEnumerable<ColumnId> Entered(FormDefinition form, ColumnId column) =>
        form.Column(column)!.Compute is { } formula ? OwnColumns(form, book.Formula(form, formula)).DefaultIfEmpty(column) : [column];

    private IEnumerable<ColumnId> OwnColumns(FormDefinition form, Expression expression) => expression switch
    {
        Expression.Cells { Rows: RowSelector.This, Columns: ColumnSelector.One one } cells when cells.Form == form => Entered(form, one.Column),
        Expression.Cells { Rows: RowSelector.This, Columns: ColumnSelector.Range range } cells when cells.Form == form =>
            form.Between(range.First, range.Last).SelectMany(column => Entered(form, column.Id)),
        Expression.Negation negation => OwnColumns(form, negation.Operand),
        Expression.Binary binary => OwnColumns(form, binary.Left).Concat(OwnColumns(form, binary.Right)),
        Expression.Call call => call.Arguments.SelectMany(argument => OwnColumns(form, argument)),
        _ => [],
    };

    private string Own(FormDefinition form, ColumnId column, RowSpan span)
    {
        var at = layout.ColumnOf(form, column);
        return SheetReference.Sheet(layout.SheetOf(form)) + SheetReference.Fixed(span.FirstRow, at, span.LastRow, at);
    }

    private string Whole(FormDefinition form, ColumnId column)
    {
        var (first, last) = layout.RegionOf(form);
        var at = layout.ColumnOf(form, column);
        return SheetReference.Sheet(layout.SheetOf(form)) + SheetReference.Fixed(first, at, last, at);
    }
}
