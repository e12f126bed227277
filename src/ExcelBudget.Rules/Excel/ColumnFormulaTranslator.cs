using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>Rows of a form over which an expression is written once.</summary>
/// <param name="Form">The form of 本行.</param>
/// <param name="FirstRow">First sheet row.</param>
/// <param name="LastRow">Last sheet row.</param>
/// <param name="Codes">Range or array constant with the code of each row; empty without codes.</param>
/// <param name="Column">本栏.</param>
public sealed record RowSpan(FormDefinition Form, int FirstRow, int LastRow, string Codes, ColumnId? Column);

/// <summary>Writes an expression as an array over many rows, for use inside SUMPRODUCT, which all spreadsheet programs evaluate as arrays.</summary>
/// <param name="book">The rule book.</param>
/// <param name="layout">Where the forms stand.</param>
public sealed class ColumnFormulaTranslator(RuleBook book, IWorkbookLayout layout)
{
    private readonly FormulaTranslator _scalar = new(book, layout);

    /// <summary>The array.</summary>
    public string Translate(Expression expression, RowSpan span) => expression switch
    {
        Expression.Literal literal => literal.Value.ToString(CultureInfo.InvariantCulture),
        Expression.Cells cells => Cells(cells, span),
        Expression.Negation negation => "-(" + Translate(negation.Operand, span) + ")",
        Expression.Binary { Operator: '/' } quotient => Quotient(Translate(quotient.Left, span), Translate(quotient.Right, span)),
        Expression.Binary binary => "(" + Translate(binary.Left, span) + binary.Operator + Translate(binary.Right, span) + ")",
        Expression.Call { Function: Function.Sum } sum => "(" + string.Join('+', sum.Arguments.Select(argument => Translate(argument, span))) + ")",
        Expression.Call { Function: Function.Abs } abs => "ABS(" + Translate(abs.Arguments[0], span) + ")",
        Expression.Call call => Call(call.Function, [.. call.Arguments.Select(argument => Translate(argument, span))]),
        _ => throw new InvalidOperationException($"Unknown expression {expression}"),
    };

    /// <summary>IF, MAX and MIN make one value of an array inside SUMPRODUCT, so that they are written with arithmetic.</summary>
    private static string Call(Function function, IReadOnlyList<string> arguments) => function switch
    {
        Function.Round => $"ROUND({arguments[0]},{arguments[1]})",
        Function.Rate => $"ROUND({Quotient($"(({arguments[0]})-({arguments[1]}))", $"ABS({arguments[1]})")}*100,2)",
        Function.Max => arguments.Aggregate((left, right) => $"((({left})+({right})+ABS(({left})-({right})))/2)"),
        Function.Min => arguments.Aggregate((left, right) => $"((({left})+({right})-ABS(({left})-({right})))/2)"),
        _ => throw new InvalidOperationException($"Unknown function {function}"),
    };

    /// <summary>0 on a zero divisor, as everywhere in the language.</summary>
    private static string Quotient(string dividend, string divisor) => $"(({dividend})*(({divisor})<>0)/(({divisor})+(({divisor})=0)))";

    private string Cells(Expression.Cells cells, RowSpan span)
    {
        var sums = Columns(cells, span).Select(column => cells.Rows switch
        {
            RowSelector.This when cells.Form == span.Form => Own(cells.Form, column, span),
            RowSelector.This => $"SUMIF({CodesOf(cells.Form)},{span.Codes},{Whole(cells.Form, column)})",
            RowSelector.Children => $"SUMIFS({Whole(cells.Form, column)},{CodesOf(cells.Form)},{span.Codes}&\"{ChildMarks(cells.Form)}\")",
            _ => _scalar.Translate(cells with { Columns = new ColumnSelector.One(column) }, new FormulaPlace(null)),
        });
        return "(" + string.Join('+', sums) + ")";
    }

    private static IEnumerable<ColumnId> Columns(Expression.Cells cells, RowSpan span) => cells.Columns switch
    {
        ColumnSelector.One one => [one.Column],
        ColumnSelector.Range range => cells.Form.Between(range.First, range.Last).Select(column => column.Id),
        _ => [span.Column!.Value],
    };

    private string Own(FormDefinition form, ColumnId column, RowSpan span)
    {
        var at = layout.ColumnOf(form, column);
        var sheet = SheetReference.Sheet(layout.SheetOf(form));
        var cells = sheet + SheetReference.Fixed(span.FirstRow, at, span.LastRow, at);
        if (layout.LabelOf(form, column) is null) return cells;
        // other fields of the block share the column and may hold text: one SUBTOTAL for each row passes over it, as arithmetic would not
        var first = sheet + SheetReference.Fixed(span.FirstRow, at, span.FirstRow, at);
        return $"SUBTOTAL(9,OFFSET({first},ROW({cells})-ROW({first}),0))";
    }

    private string Whole(FormDefinition form, ColumnId column)
    {
        var (first, last) = layout.RegionOf(form);
        var at = layout.ColumnOf(form, column);
        return SheetReference.Sheet(layout.SheetOf(form)) + SheetReference.Fixed(first, at, last, at);
    }

    private string CodesOf(FormDefinition form) => Whole(form, form.Tree!.Column);

    /// <summary>«??»: how many digits a code gains on the next level; levels gain equally in every classification in use.</summary>
    private string ChildMarks(FormDefinition form)
    {
        var lengths = book.Codes(form)!.LevelLengths;
        return new string('?', lengths[1] - lengths[0]);
    }
}
