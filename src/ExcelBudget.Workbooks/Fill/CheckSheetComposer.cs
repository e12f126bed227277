using System.Globalization;
using System.Text;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Rules.Language;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>Fills the 校验 sheet: one line for each relation and column, as formulas with the verdicts our engine reached.</summary>
internal sealed class CheckSheetComposer(BudgetFigures figures, BookLayout layout, SheetTemplate sheet, SharedFormulas names)
{
    private const string NotApplicable = "不适用";
    private const int VerdictColumn = 9;
    private const int SeverityColumn = 10;

    private readonly Dictionary<Relation, List<RelationResult>> _results = [];

    private readonly List<(string Verdict, Severity Severity)> _verdicts = [];

    /// <summary>The lines.</summary>
    /// <param name="translator">Writes the relations as formulas.</param>
    /// <param name="templateRow">Prototype line.</param>
    public IReadOnlyList<OutputRow> Compose(CheckLineTranslator translator, int templateRow)
    {
        var rows = new List<OutputRow>();
        foreach (var line in translator.Lines())
        {
            var cells = Cells(line, rows.Count + 1, templateRow + rows.Count);
            rows.Add(new OutputRow(templateRow, cells, RowHeights.Of(sheet, templateRow, cells, null)));
        }

        return rows;
    }

    /// <summary>How many lines came out which way, and the failed ones by how grave they are; only after <see cref="Compose"/>.</summary>
    /// <param name="firstRow">Row of the first line.</param>
    public CellContent Summary(int firstRow)
    {
        var (verdicts, severities) = (Lines(firstRow, VerdictColumn), Lines(firstRow, SeverityColumn));
        var formula = new StringBuilder("\"共 \"&COUNTA(" + verdicts + ")&\" 项");
        var text = new StringBuilder(string.Create(CultureInfo.InvariantCulture, $"共 {_verdicts.Count} 项"));
        void Count(string before, string word, string count, int now)
        {
            formula.Append(before).Append(word).Append(" \"&").Append(count).Append("&\"");
            text.Append(before).Append(word).Append(' ').Append(now.ToString(CultureInfo.InvariantCulture));
        }

        var separator = "：";
        foreach (var word in (string[])["通过", "尾差", "不通过", "未检查", NotApplicable])
        {
            Count(separator, word, $"COUNTIF({verdicts},\"{word}\")", _verdicts.Count(line => line.Verdict == word));
            separator = "，";
            if (word != "不通过") continue;
            Count("（", Grade(Severity.Error), Both(Severity.Error), Failed(Severity.Error));
            Count("，", Grade(Severity.Warning), Both(Severity.Warning), Failed(Severity.Warning));
            separator = "），";
        }

        return new CellContent.TextFormula(formula.Append('"').ToString(), text.ToString());

        string Both(Severity severity) => $"COUNTIFS({verdicts},\"不通过\",{severities},\"{Grade(severity)}\")";
        int Failed(Severity severity) => _verdicts.Count(line => line.Verdict == "不通过" && line.Severity == severity);
    }

    private string Lines(int firstRow, int column) => SheetReference.Fixed(firstRow, column, firstRow + _verdicts.Count - 1, column);

    private static string Grade(Severity severity) => severity switch { Severity.Error => "错误", Severity.Warning => "疑点", _ => "提示" };

    private Dictionary<int, CellContent> Cells(CheckLine line, int number, int row)
    {
        var rule = line.Relation.Declaration;
        var outcome = Outcome(line);
        _verdicts.Add((outcome.Verdict, rule.Severity));
        var at = row.ToString(CultureInfo.InvariantCulture);
        var gaps = line.Gaps is { } written ? names.Name($"EB_g_{number}", () => written) : null;
        return new Dictionary<int, CellContent>
        {
            [1] = new CellContent.Number(number),
            [2] = new CellContent.Text(rule.Kind),
            [3] = new CellContent.Text(FormNames(line)),
            [4] = new CellContent.Text(rule.Title),
            [5] = ScopeOf(line) is { Length: > 0 } scope ? new CellContent.Text(scope) : new CellContent.Blank(),
            [6] = Figure(line, line.Condition is { } condition ? $"IF({condition},{line.Left},\"\")" : line.Left, outcome.Left, outcome),
            [7] = Figure(line, WhereApplicable(line, at, line.Right), outcome.Right, outcome),
            [8] = Figure(line, WhereApplicable(line, at, Gap(line, gaps, at)), outcome.Gap, outcome),
            [9] = Formula(line, VerdictFormula(line, gaps, number, at), new CellContent.Text(outcome.Verdict)),
            // «通过» beside «错误» would read as a contradiction
            [10] = new CellContent.TextFormula($"IF(I{at}=\"不通过\",\"{Grade(rule.Severity)}\",\"\")", outcome.Verdict == "不通过" ? Grade(rule.Severity) : ""),
            [11] = Formula(line, Link(line, gaps, at), new CellContent.Text("查看")),
        };
    }

    private static string Gap(CheckLine line, string? gaps, string row) => (gaps, line.Relation.Check.Comparison) switch
    {
        (not null, Comparison.Equal) => $"MAX({gaps})",
        (not null, _) => $"MAX(0,{gaps})",
        (_, Comparison.Equal) => $"ROUND(F{row}-G{row},6)",
        (_, Comparison.AtMost) => $"MAX(0,ROUND(F{row}-G{row},6))",
        _ => $"MAX(0,ROUND(G{row}-F{row},6))",
    };

    /// <summary>Text or an error in a needed cell: not checked. Without a gap nobody asks how exactly the figures are known.</summary>
    private string VerdictFormula(CheckLine line, string? gaps, int number, string row)
    {
        var tail = line.Typed == "0" ? "FALSE"
            : gaps is null ? $"ROUND(ABS(H{row})-0.005*({line.Typed}),6)<=0"
            : $"MAX(ROUND({gaps}-0.005*{names.Name($"EB_w_{number}", () => line.Typed)},6))<=0";
        var verdict = line.Typed == "0" ? $"IF(H{row}=0,\"通过\",\"不通过\")" : $"IF(H{row}=0,\"通过\",IF({tail},\"尾差\",\"不通过\"))";
        if (line.Condition is not null) verdict = $"IF(F{row}=\"\",\"{NotApplicable}\",{verdict})";
        var isChecked = line.Texts.Count == 0 ? verdict : $"IF({string.Join('+', line.Texts)}>0,\"未检查\",{verdict})";
        return $"IFERROR({isChecked},\"未检查\")";
    }

    private static CellContent Formula(CheckLine line, string formula, CellContent value) => (line.Gaps, value) switch
    {
        (null, CellContent.Number number) => new CellContent.Formula(formula, number.Value),
        (null, CellContent.Text text) => new CellContent.TextFormula(formula, text.Value),
        _ => new CellContent.ArrayFormula(formula, value),
    };

    /// <summary>A line that does not apply shows no figures.</summary>
    private static CellContent Figure(CheckLine line, string formula, decimal value, LineOutcome outcome) =>
        Formula(line, formula, outcome.Verdict == NotApplicable ? new CellContent.Text("") : new CellContent.Number(value));

    private static string ScopeOf(CheckLine line) => string.Join(' ', new[]
    {
        line.Scope,
        line.Column is { } column ? line.Relation.Form.Column(column)!.Title : "",
    }.Where(word => word.Length > 0));

    private static string WhereApplicable(CheckLine line, string row, string formula) =>
        line.Condition is null ? formula : $"IF(F{row}=\"\",\"\",{formula})";

    private LineOutcome Outcome(CheckLine line)
    {
        if (line.Relation.When is { IsByRow: false } condition && !figures.Judge(condition, default).Holds) return new LineOutcome(0m, 0m, 0m, NotApplicable);
        if (!_results.TryGetValue(line.Relation, out var all)) _results[line.Relation] = all = [.. new RelationChecker(figures).Check(line.Relation)];
        var results = all.Where(result => line.Covers(result.Context.Row) && result.Context.Column == line.Column).ToArray();
        var isSingle = line.Gaps is null;
        if (results.Length == 0) return new LineOutcome(0m, 0m, 0m, isSingle && line.Condition is not null ? NotApplicable : Word(Tie.Holds));
        var gaps = results.Select(result => Gap(result, isSingle)).ToArray();
        return new LineOutcome(
            results.Sum(result => Shown(result, result.Left)),
            results.Sum(result => Shown(result, result.Right)),
            gaps.MaxBy(Math.Abs),
            Word(results.Max(result => result.Tie)));
    }

    /// <summary>A side as the line shows it, in the relation's unit.</summary>
    private static decimal Shown(RelationResult result, Measure side) =>
        side.Dimension == Dimension.Money ? result.Relation.Amounts.Number(side.Value) : side.Value;

    private static decimal Gap(RelationResult result, bool isSingle)
    {
        var gap = Shown(result, result.Left - result.Right);
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
        string.Join('、', Named(line.Relation.Check.Left).Concat(Named(line.Relation.Check.Right)).Distinct().Select(form => form.Sheet.Split(' ')[0]));

    private static IEnumerable<FormDefinition> Named(Expression expression) => expression switch
    {
        Expression.Cells cells => [cells.Form],
        Expression.Binary binary => Named(binary.Left).Concat(Named(binary.Right)),
        Expression.Negation negation => Named(negation.Operand),
        Expression.Call call => call.Arguments.SelectMany(Named),
        _ => [],
    };

    /// <summary>The row stands outside the quoted address, so that it moves when rows are inserted; over many rows it is that of the largest gap.</summary>
    private string Link(CheckLine line, string? gaps, string at)
    {
        var form = line.Relation.Form;
        var first = line.FirstRow > 0 ? line.FirstRow : layout.RegionOf(form).First;
        var row = line.Row is { } key ? layout.RowOf(form, key)
            : line.Relation.Check.Left is Expression.Cells { Rows: RowSelector.Key single } left && left.Form == form && form.FixedRow(single.Row) is not null ? layout.RowOf(form, single.Row)
            : first;
        var column = line.Column ?? (line.Relation.Check.Left as Expression.Cells)?.Columns switch
        {
            ColumnSelector.One one => one.Column,
            ColumnSelector.Range range => range.First,
            _ => (ColumnId?)null,
        };
        var place = column is { } known && form.Column(known) is not null ? layout.ColumnOf(form, known) : 1;
        var name = SheetReference.Sheet(layout.SheetOf(form));
        var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
        var top = $"ROW({name}{SheetReference.Cell(row, place)})";
        var target = gaps is null ? top : $"({top}+IFERROR(IF(H{at}>0,MATCH(H{at},{gaps},0)-1,0),0))";
        return $"HYPERLINK(\"#{quoted}{SheetReference.Letters(place)}\"&{target},\"查看\")";
    }

    private sealed record LineOutcome(decimal Left, decimal Right, decimal Gap, string Verdict);
}
