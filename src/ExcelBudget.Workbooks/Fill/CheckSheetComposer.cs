using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Rules.Language;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Fills the 校验 sheet: one line for each relation and column, as formulas with the verdicts our engine reached.</summary>
internal sealed class CheckSheetComposer(BudgetFigures figures, BookLayout layout, SheetTemplate sheet, bool isBlank)
{
    private const string NotApplicable = "不适用";
    private const int VerdictColumn = 9;

    /// <summary>In a filled workbook figures are known to the yuan; one that is retyped with two decimals is off by at most this, in 万元.</summary>
    private const string RetypedTolerance = "0.005";

    private readonly Dictionary<Relation, List<RelationResult>> _results = [];

    private readonly Dictionary<string, int> _verdicts = [];

    /// <summary>The lines.</summary>
    /// <param name="templateRow">Prototype line.</param>
    public IReadOnlyList<OutputRow> Compose(int templateRow)
    {
        var rows = new List<OutputRow>();
        foreach (var line in new CheckLineTranslator(figures.Book, layout).Lines())
        {
            var cells = Cells(line, rows.Count + 1, templateRow + rows.Count);
            rows.Add(new OutputRow(templateRow, cells, RowHeights.Of(sheet, templateRow, cells, null)));
        }

        return rows;
    }

    /// <summary>How many lines came out which way; only after <see cref="Compose"/>.</summary>
    /// <param name="firstRow">Row of the first line.</param>
    public CellContent Summary(int firstRow)
    {
        var verdicts = SheetReference.Fixed(firstRow, VerdictColumn, firstRow + _verdicts.Values.Sum() - 1, VerdictColumn);
        var formula = new StringBuilder("\"共 \"&COUNTA(" + verdicts + ")&\" 项");
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"共 {_verdicts.Values.Sum()} 项"));
        var separator = '：';
        foreach (var word in (string[])["通过", "尾差", "不通过", "未检查", NotApplicable])
        {
            formula.Append(separator).Append(word).Append(" \"&COUNTIF(" + verdicts + ",\"" + word + "\")&\"");
            text.Append(separator).Append(word).Append(' ').Append(_verdicts.GetValueOrDefault(word).ToString(CultureInfo.InvariantCulture));
            separator = '，';
        }

        return new CellContent.TextFormula(formula.Append('"').ToString(), text.ToString());
    }

    private Dictionary<int, CellContent> Cells(CheckLine line, int number, int row)
    {
        var rule = line.Relation.Declaration;
        var outcome = Outcome(line);
        _verdicts[outcome.Verdict] = _verdicts.GetValueOrDefault(outcome.Verdict) + 1;
        var at = row.ToString(CultureInfo.InvariantCulture);
        return new Dictionary<int, CellContent>
        {
            [1] = new CellContent.Number(number),
            [2] = new CellContent.Text(rule.Kind),
            [3] = new CellContent.Text(FormNames(line)),
            [4] = new CellContent.Text(rule.Title),
            [5] = ScopeOf(line) is { Length: > 0 } scope ? new CellContent.Text(scope) : new CellContent.Blank(),
            [6] = Figure(line.Condition is { } condition ? $"IF({condition},{line.Left},\"\")" : line.Left, outcome.Left, outcome),
            [7] = Figure(WhereApplicable(line, at, line.Right), outcome.Right, outcome),
            [8] = Figure(WhereApplicable(line, at, line.Gap), outcome.Gap, outcome),
            [9] = new CellContent.TextFormula(VerdictFormula(line, at), outcome.Verdict),
            [10] = new CellContent.TextFormula(Link(line), "查看"),
        };
    }

    private static string ScopeOf(CheckLine line) => string.Join(' ', new[]
    {
        line.Scope,
        line.Column is { } column ? line.Relation.Form.Column(column)!.Title : "",
    }.Where(word => word.Length > 0));

    /// <summary>A line that does not apply shows no figures.</summary>
    private static CellContent Figure(string formula, decimal value, LineOutcome outcome) => outcome.Verdict == NotApplicable
        ? new CellContent.TextFormula(formula, "")
        : new CellContent.Formula(formula, value);

    private static string WhereApplicable(CheckLine line, string row, string formula) =>
        line.Condition is null ? formula : $"IF(F{row}=\"\",\"\",{formula})";

    private string VerdictFormula(CheckLine line, string row)
    {
        var text = string.Join('+', FiguresBehind.Of(figures.Book, line.Relation).Select(TextCount).DefaultIfEmpty("0"));
        var tail = isBlank ? line.TypedTail : $"ABS(H{row})<={RetypedTolerance}";
        var verdict = $"IF({text}>0,\"未检查\",IF(H{row}=0,\"通过\",IF({tail},\"尾差\",\"不通过\")))";
        if (line.Condition is not null) verdict = $"IF(F{row}=\"\",\"{NotApplicable}\",{verdict})";
        return $"IF(OR(ISERROR(F{row}),ISERROR(G{row}),ISERROR(H{row})),\"未检查\",{verdict})";
    }

    private string TextCount((FormDefinition Form, ColumnId First, ColumnId Last) figuresOfForm) =>
        $"SUMPRODUCT(--ISTEXT({Area(figuresOfForm)}))";

    private string Area((FormDefinition Form, ColumnId First, ColumnId Last) behind)
    {
        var (first, last) = layout.RegionOf(behind.Form);
        return SheetReference.Sheet(layout.SheetOf(behind.Form))
            + SheetReference.Fixed(first, layout.ColumnOf(behind.Form, behind.First), last, layout.ColumnOf(behind.Form, behind.Last));
    }

    private LineOutcome Outcome(CheckLine line)
    {
        if (line.Relation.When is { IsByRow: false } condition && !figures.Judge(condition, default).Holds) return new LineOutcome(0m, 0m, 0m, NotApplicable);
        if (!_results.TryGetValue(line.Relation, out var all)) _results[line.Relation] = all = [.. new RelationChecker(figures).Check(line.Relation)];
        var results = all.Where(result => line.Covers(result.Context.Row) && result.Context.Column == line.Column).ToArray();
        var isSingle = line.Row is not null || line.Relation.Rows is null;
        if (results.Length == 0) return new LineOutcome(0m, 0m, 0m, isSingle && line.Condition is not null ? NotApplicable : Word(Tie.Holds));
        var gaps = results.Select(result => Gap(result, isSingle)).ToArray();
        return new LineOutcome(
            results.Sum(result => result.Left.Value), results.Sum(result => result.Right.Value), gaps.MaxBy(Math.Abs), Word(results.Max(result => result.Tie)));
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

    /// <summary>The row stands outside the quoted address, so that it moves when rows are inserted.</summary>
    private string Link(CheckLine line)
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
        var name = SheetReference.Sheet(layout.SheetOf(form));
        var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
        return $"HYPERLINK(\"#{quoted}{SheetReference.Letters(at)}\"&ROW({name}{SheetReference.Cell(row, at)}),\"查看\")";
    }

    private sealed record LineOutcome(decimal Left, decimal Right, decimal Gap, string Verdict);
}
