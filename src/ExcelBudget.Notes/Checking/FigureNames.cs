using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Checking;

/// <summary>What messages call the cells behind an expression.</summary>
/// <param name="figures">The budget's figures.</param>
internal sealed class FigureNames(BudgetFigures figures)
{
    private const int MostNamed = 2;

    private readonly CellLabels _labels = new(figures);

    /// <summary>The cells behind an expression.</summary>
    public IReadOnlyList<CellAddress> Cells(Expression expression) => expression switch
    {
        Expression.Cells cells =>
            [.. figures.CellsOf(cells, default).Select(cell => new CellAddress(cells.Form.Id, cell.Row.Key, cell.Column))],
        Expression.Negation negation => Cells(negation.Operand),
        Expression.Binary binary => [.. Cells(binary.Left), .. Cells(binary.Right)],
        Expression.Call call => [.. call.Arguments.SelectMany(Cells)],
        _ => [],
    };

    /// <summary>«“部门预算收支总表”的“收入总计”行“预算数”栏».</summary>
    public string Of(Expression expression)
    {
        var cells = Cells(expression);
        var named = string.Join('、', cells.Take(MostNamed).Select(Of));
        return cells.Count > MostNamed ? $"{named}等 {cells.Count} 格" : named;
    }

    /// <summary>«“部门预算收支总表”的“收入总计”行“预算数”栏».</summary>
    public string Of(CellAddress cell)
    {
        var (title, row) = (figures.Book.Pack.Form(cell.Form)?.Title, _labels.Row(cell));
        // a form of one row prints no name for it
        return row == title ? $"“{title}”的“{_labels.Column(cell)}”栏" : $"“{title}”的“{row}”行“{_labels.Column(cell)}”栏";
    }

    /// <summary>How the expression's forms print money: the first form decides.</summary>
    public static AmountFormat AmountsOf(Expression expression) =>
        Expression.CellsOf(expression).FirstOrDefault()?.Form.Amounts ?? AmountFormat.TenThousandYuan;
}
