using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Fills the 校验 sheet: one line for each relation and column, as formulas with the verdicts our engine reached.</summary>
internal sealed class CheckSheetComposer(BudgetFigures figures, BookLayout layout, bool isBlank)
{
    private readonly Dictionary<Relation, List<RelationResult>> _results = [];

    /// <summary>The lines.</summary>
    /// <param name="templateRow">Prototype line.</param>
    public IEnumerable<OutputRow> Compose(int templateRow)
    {
        var number = 0;
        foreach (var line in new CheckLineTranslator(figures.Book, layout).Lines())
        {
            number++;
            yield return new OutputRow(templateRow, Cells(line, number, templateRow + number - 1));
        }
    }

    private Dictionary<int, CellContent> Cells(CheckLine line, int number, int row)
    {
        var rule = line.Relation.Declaration;
        var (left, right, gap, verdict) = Outcome(line);
        var at = row.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var target = LinkTarget(line);
        return new Dictionary<int, CellContent>
        {
            [1] = new CellContent.Number(number),
            [2] = new CellContent.Text(rule.Kind),
            [3] = new CellContent.Text(FormNames(line)),
            [4] = new CellContent.Text(rule.Title),
            [5] = line.Column is { } column ? new CellContent.Text(line.Relation.Form.Column(column)!.Title) : new CellContent.Blank(),
            [6] = new CellContent.Formula(line.Left, left),
            [7] = new CellContent.Formula(line.Right, right),
            [8] = new CellContent.Formula(line.Gap, gap),
            [9] = new CellContent.TextFormula(VerdictFormula(line, at), verdict),
            [10] = new CellContent.TextFormula($"HYPERLINK(\"#{target}\",\"查看\")", "查看"),
        };
    }

    private string VerdictFormula(CheckLine line, string row)
    {
        var text = string.Join('+', FiguresBehind.Of(figures.Book, line.Relation).Select(TextCount));
        var verdict = $"IF(OR(ISERROR(F{row}),ISERROR(G{row}),ISERROR(H{row})),\"未检查\",IF({text}>0,\"未检查\",IF(H{row}=0,\"通过\",IF(ABS(H{row})<={Tolerance(line)},\"尾差\",\"不通过\"))))";
        return line.Condition is { } condition ? $"IF({condition},{verdict},\"不适用\")" : verdict;
    }

    private string TextCount((FormDefinition Form, ColumnId First, ColumnId Last) figuresOfForm) =>
        $"SUMPRODUCT(--ISTEXT({Area(figuresOfForm)}))";

    /// <summary>
    /// In a workbook to type in, every figure stands for ± half of its last digit; in a filled one they are known to the yuan, and
    /// only a retyped one is not.
    /// </summary>
    private string Tolerance(CheckLine line) => isBlank
        ? $"0.005*(1+{string.Join('+', FiguresBehind.Of(figures.Book, line.Relation).Select(behind => $"COUNTIF({Area(behind)},\"<>0\")"))})"
        : "0.005";

    private string Area((FormDefinition Form, ColumnId First, ColumnId Last) behind)
    {
        var (first, last) = layout.RegionOf(behind.Form);
        return SheetReference.Sheet(layout.SheetOf(behind.Form))
            + SheetReference.Fixed(first, layout.ColumnOf(behind.Form, behind.First), last, layout.ColumnOf(behind.Form, behind.Last));
    }

    private (decimal Left, decimal Right, decimal Gap, string Verdict) Outcome(CheckLine line)
    {
        if (!_results.TryGetValue(line.Relation, out var all)) _results[line.Relation] = all = [.. new RelationChecker(figures).Check(line.Relation)];
        var results = all.Where(result => line.Covers(result.Context.Row) && result.Context.Column == line.Column).ToArray();
        var isSingle = line.Row is not null || line.Relation.Rows is null;
        if (results.Length == 0) return (0m, 0m, 0m, line.Condition is null ? "通过" : "不适用");
        var gaps = results.Select(result => Gap(result, isSingle)).ToArray();
        return (results.Sum(result => result.Left.Value), results.Sum(result => result.Right.Value), gaps.MaxBy(Math.Abs), Word(results.Max(result => result.Tie)));
    }

    private static decimal Gap(RelationResult result, bool isSingle)
    {
        var gap = result.Left.Value - result.Right.Value;
        return result.Relation.Check.Comparison switch
        {
            Comparison.Equal => isSingle ? gap : Math.Abs(gap),
            Comparison.AtMost => Math.Max(0m, gap),
            _ => Math.Max(0m, -gap),
        };
    }

    private static string Word(Tie tie) => tie switch
    {
        Tie.Holds => "通过",
        Tie.Tail => "尾差",
        Tie.Broken => "不通过",
        _ => "未检查",
    };

    /// <summary>The forms by the first word of their sheets: T3、T5.</summary>
    private static string FormNames(CheckLine line) =>
        string.Join('、', FiguresBehind.Named(line.Relation).Select(form => form.Sheet.Split(' ')[0]));

    private string LinkTarget(CheckLine line)
    {
        var form = line.Relation.Form;
        var (first, _) = layout.RegionOf(form);
        var row = line.Row is { } key ? layout.RowOf(form, key)
            : line.Relation.Check.Left is Expression.Cells { Rows: RowSelector.Key single } left && left.Form == form && form.FixedRow(single.Row) is not null ? layout.RowOf(form, single.Row)
            : first;
        var column = line.Column ?? (line.Relation.Check.Left as Expression.Cells)?.Columns switch
        {
            ColumnSelector.One one => one.Column,
            ColumnSelector.Range range => range.First,
            _ => (ColumnId?)null,
        };
        var at = column is { } known && form.Column(known) is not null ? layout.ColumnOf(form, known) : 1;
        return SheetReference.Sheet(layout.SheetOf(form)) + SheetReference.Cell(row, at);
    }
}
