using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Which cells of the forms turn red or amber, and when. Neighbouring columns that belong to neighbouring lines share one format, which
/// finds its line by the column it stands in: formats are what programs spend the most time on while they open a workbook.
/// </summary>
/// <param name="columns">The helper columns.</param>
/// <param name="layout">Where the forms stand.</param>
/// <param name="define">Takes a name and the range on the helper sheet it stands for: formats may not name another sheet.</param>
internal sealed class OffendingColours(HelperColumns columns, IWorkbookLayout layout, Action<(string Name, string Range)> define)
{
    private const string LineSlot = "{line}";
    private const string PlaceSlot = "{place}";
    private const string IsBroken = $"INDEX({HelperSheet.StatesName},{LineSlot})>=4";

    private readonly List<Rule> _rules = [];
    private readonly Dictionary<(string Relation, string Scope), string> _scores = [];

    /// <summary>Cells with the condition under which they turn.</summary>
    /// <param name="Cells">The cells; the formula has slots where columns differ.</param>
    /// <param name="Line">Number of the line, from 1; 0 for none.</param>
    /// <param name="Place">Place among the score columns of the relation, from 1.</param>
    private sealed record Rule(OffendingCells Cells, int Line = 0, int Place = 0)
    {
        public bool Follows(Rule left) =>
            Line > 0 && left.Line > 0 && Line - Cells.Column == left.Line - left.Cells.Column
            && Place - Cells.Column == left.Place - left.Cells.Column
            && left.Cells with { Column = Cells.Column, LastColumn = Cells.LastColumn } == Cells
            && Cells.Column == left.Cells.LastColumn + 1;

        public OffendingCells Worded() => Cells with
        {
            Formula = Cells.Formula.Replace(LineSlot, Number(Line), StringComparison.Ordinal)
                .Replace(PlaceSlot, Number(Place), StringComparison.Ordinal),
        };

        private string Number(int first) => Cells.Column == Cells.LastColumn ? first.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"COLUMN(){first - Cells.Column:+0;-0;+0}");
    }

    /// <summary>All of them.</summary>
    public IReadOnlyList<OffendingCells> All => field ??= Merged();

    /// <summary>The cells of a relation of one row: those of its left side, and of its right side where that is one cell.</summary>
    public void AddSingle(CheckLine line, int index)
    {
        var cells = Expression.CellsOf(line.Relation.Check.Left)
            .Concat(line.Relation.Check.Right is Expression.Cells right ? [right] : []);
        foreach (var cell in cells)
        {
            RowGroup.Fixed? row = cell.Rows switch
            {
                RowSelector.Key key => cell.Form.FixedRow(key.Row),
                RowSelector.This when line.Fixed is [var own] =>
                    cell.Form == line.Relation.Form ? own : own.Code is null ? cell.Form.FixedRow(own.Key) : null,
                _ => null,
            };
            if (row is null || cell.Columns is ColumnSelector.Range) continue;
            var at = layout.RowOf(cell.Form, row.Key);
            foreach (var column in HelperColumns.Columns(cell, line.Column)) Add(line, index, cell.Form, (at, at), column, IsBroken);
        }
    }

    /// <summary>The cells of a relation of many rows.</summary>
    /// <param name="line">The line.</param>
    /// <param name="index">Its place.</param>
    /// <param name="block">The block of its form.</param>
    /// <param name="at">The column of its scores.</param>
    public void AddRows(CheckLine line, int index, FormBlock block, int at)
    {
        if (line.Relation.Check.Left is not Expression.Cells { Rows: RowSelector.This } left || left.Form != line.Relation.Form) return;
        var place = line.Column is { } own ? Math.Max(0, line.Relation.Columns.ToList().IndexOf(own)) : 0;
        var scores = ScoresName(line, index, block, at - place);
        // rows have their gaps also where the relation as a whole does not apply
        string While(string score) => $"IF({IsBroken},{score}>0,FALSE)";
        foreach (var column in HelperColumns.Columns(left, line.Column))
        {
            if (block.RowsAreFound || line.Levels is not null)
            {
                var score = block.RowsAreFound
                    ? $"IFERROR(SUM(INDEX({scores},MATCH(ROW(),{RowsName(block)},0),{PlaceSlot})),0)"
                    : string.Create(
                        CultureInfo.InvariantCulture,
                        $"SUM(INDEX({scores},ROW()-ROW($A${block.FirstSheetRow})+{block.Fixed.Count + 1},{PlaceSlot}))");
                Add(line, index, left.Form, (block.FirstSheetRow, block.LastSheetRow), column, While(score), place + 1);
            }

            if (block.RowsAreFound) continue;
            foreach (var row in line.Fixed)
            {
                var sheetRow = layout.RowOf(block.Form, row.Key);
                var score = string.Create(
                    CultureInfo.InvariantCulture, $"SUM(INDEX({scores},{block.RowOf(row) - block.Top + 1},{PlaceSlot}))");
                Add(line, index, left.Form, (sheetRow, sheetRow), column, While(score), place + 1);
            }
        }

        if (line.Relation.Check.Right is Expression.Cells { Rows: RowSelector.This } other && other.Form != left.Form
            && other.Form.Tree is { } tree) AddOther(line, index, block, at, other, tree);
    }

    /// <summary>Text and errors where a figure belongs: neighbouring columns share a format.</summary>
    public void AddTexts(FormBlock block)
    {
        OffendingCells? last = null;
        foreach (var column in block.FigureColumns.OrderBy(column => layout.ColumnOf(block.Form, column.Id)))
        {
            var at = layout.ColumnOf(block.Form, column.Id);
            var isPlain = column.WithoutBase is not { Length: > 0 } && layout.LabelOf(block.Form, column.Id) is null;
            if (isPlain && last is not null && last.LastColumn == at - 1)
            {
                last = last with { LastColumn = at };
                _rules[^1] = new Rule(last);
                continue;
            }

            var cells = new OffendingCells(
                Severity.Error, block.Form, block.FirstSheetRow, block.LastSheetRow, at, IsText(block, column, at));
            _rules.Add(new Rule(cells));
            last = isPlain ? cells : null;
        }
    }

    /// <summary>The row of another form with the same code.</summary>
    private void AddOther(CheckLine line, int index, FormBlock block, int at, Expression.Cells other, RowGroup.Tree tree)
    {
        var target = columns[other.Form];
        var (scores, codes) = (string.Create(CultureInfo.InvariantCulture, $"EB_score_{index + 1}"), "EB_code_" + block.Form.Id);
        define((scores, block.Named(at)));
        define((codes, block.Named(block.CodeColumn)));
        var code = "$" + SheetReference.Cell(target.FirstSheetRow, layout.ColumnOf(other.Form, tree.Column));
        foreach (var column in HelperColumns.Columns(other, line.Column))
        {
            Add(line, index, other.Form, (target.FirstSheetRow, target.LastSheetRow), column,
                $"IF({code}=\"\",FALSE,IF({IsBroken},SUMIFS({scores},{codes},{code}&\"\")>0,FALSE))");
        }
    }

    private void Add(
        CheckLine line, int index, FormDefinition form, (int First, int Last) rows, FormColumn column, string formula, int place = 0) =>
        _rules.Add(new Rule(
            new OffendingCells(
                line.Relation.Declaration.Severity, form, rows.First, rows.Last, layout.ColumnOf(form, column.Id), formula),
            index + 1, place == 0 ? index + 1 : place));

    private List<OffendingCells> Merged()
    {
        var merged = new List<Rule>();
        foreach (var rule in _rules)
        {
            var left = merged.FindIndex(rule.Follows);
            if (left < 0) merged.Add(rule);
            else merged[left] = merged[left] with { Cells = merged[left].Cells with { LastColumn = rule.Cells.LastColumn } };
        }

        return [.. merged.Select(rule => rule.Worded())];
    }

    /// <summary>Names the scores of all columns of a relation.</summary>
    private string ScoresName(CheckLine line, int index, FormBlock block, int first)
    {
        var key = (line.Relation.Declaration.Id, line.Scope);
        if (_scores.TryGetValue(key, out var known)) return known;
        var last = first + Math.Max(1, line.Relation.Columns.Count) - 1;
        var name = _scores[key] = string.Create(CultureInfo.InvariantCulture, $"EB_scores_{index + 1}");
        define((name, SheetReference.Fixed(block.Top, first, block.Bottom, last)));
        return name;
    }

    /// <summary>Names the rows of a block.</summary>
    private string RowsName(FormBlock block)
    {
        var name = "EB_at_" + block.Form.Id;
        define((name, block.Named(block.SheetRows)));
        return name;
    }

    private string IsText(FormBlock block, FormColumn column, int at)
    {
        var cell = SheetReference.Cell(block.FirstSheetRow, at);
        var isWord = column.WithoutBase is { Length: > 0 } word ? $"AND(TRIM({cell})<>\"\",TRIM({cell})<>\"{word}\")"
            : $"TRIM({cell})<>\"\"";
        var isText = $"IF(ISTEXT({cell}),{isWord},ISERROR({cell}))";
        return layout.LabelOf(block.Form, column.Id) is var (labelAt, label)
            ? $"IF(${SheetReference.Cell(block.FirstSheetRow, labelAt)}=\"{label}\",{isText},FALSE)" : isText;
    }
}
