using System.Text.RegularExpressions;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// Formulas of an official form in the language of packs; where it has none, totals are proposed from names and order, and marked as
/// guesses.
/// </summary>
internal sealed partial class DraftFormulas
{
    private readonly FlatSheet _sheet;
    private readonly DraftForm _form;
    private readonly List<int> _rows;

    private DraftFormulas(FlatSheet sheet, DraftForm form, List<int> rows) => (_sheet, _form, _rows) = (sheet, form, rows);

    /// <summary>Fills in the formulas of columns and rows.</summary>
    public static void Read(FlatSheet sheet, DraftForm form, List<int> rows)
    {
        var formulas = new DraftFormulas(sheet, form, rows);
        foreach (var column in form.Columns.Where(column => column.IsFigure)) formulas.OfColumn(column);
        foreach (var row in form.Rows) formulas.OfRow(row);
        foreach (var column in form.Columns.Where(column => column is { IsFigure: true, Compute: null })) formulas.Propose(column);
        formulas.MarkParts();
        foreach (var row in form.Rows) formulas.Propose(row);
    }

    /// <summary>A column whose cells are computed from their own row.</summary>
    private void OfColumn(DraftColumn column)
    {
        var own = _rows.Select(row => (Row: row, Formula: _sheet[row, column.At]?.Formula)).Where(cell => cell.Formula is not null)
            .Select(cell => Translate(cell.Formula!, cell.Row)).ToArray();
        var usual = own.OfType<string>().Where(formula => formula.Contains("本行", StringComparison.Ordinal) && !Other().IsMatch(formula))
            .GroupBy(formula => formula).MaxBy(group => group.Count());
        if (usual is not null && usual.Count() * 2 > own.Length) column.Compute = usual.Key;
    }

    private void OfRow(DraftRow row)
    {
        foreach (var column in _form.Columns.Where(column => column.IsFigure))
        {
            if (_sheet[row.At, column.At]?.Formula is not { } formula || Translate(formula, row.At) is not { } written) continue;
            if (written != column.Compute) row.Compute[column] = (written.Replace($",{column.Id}]", ",本栏]",
                StringComparison.Ordinal), false);
        }
    }

    /// <summary>«SUM(B7:B10)+B11» as cells of the form; null where it uses what the language has no word for.</summary>
    private string? Translate(string formula, int at)
    {
        var failed = false;
        var written = Reference().Replace(formula, match =>
        {
            if (!CellRange.TryParse(match.Value.Replace("$", "", StringComparison.Ordinal), out var range)) failed = true;
            var cells = Cells(range, at);
            failed |= cells is null;
            return cells ?? "";
        });
        if (failed || Foreign().IsMatch(Cell().Replace(written, ""))) return null;
        return written.Replace("SUM(", "SUM(", StringComparison.OrdinalIgnoreCase);
    }

    private string? Cells(CellRange range, int at)
    {
        var first = _form.Columns.FirstOrDefault(column => column.At == range.FirstColumn);
        var last = _form.Columns.FirstOrDefault(column => column.At == range.LastColumn);
        if (first is null || last is null) return null;
        var columns = first == last ? first.Id : $"{first.Id}:{last.Id}";
        if (range.FirstRow == at && range.LastRow == at) return $"本表[本行,{columns}]";
        var (top, bottom) = (_form.Rows.Find(row => row.At == range.FirstRow), _form.Rows.Find(row => row.At == range.LastRow));
        if (top is not null && bottom is not null) return top == bottom
            ? $"本表[{top.Id},{columns}]" : $"本表[{top.Id}:{bottom.Id},{columns}]";
        return _form.Tree is not null && range.FirstRow != range.LastRow ? $"本表[末级,{columns}]" : null;
    }

    /// <summary>合计 and 小计 add up what follows them under the same heading.</summary>
    private void Propose(DraftColumn column)
    {
        if (column.Kind != "amount" || !TotalTitle().IsMatch(column.Title)) return;
        var depth = column.Path.Count - 1;
        var parts = _form.Columns.SkipWhile(other => other != column).Skip(1)
            .TakeWhile(other => other.IsFigure && other.Path.Take(depth).SequenceEqual(column.Path.Take(depth))).ToArray();
        parts = [.. parts.TakeWhile(other => other.Kind == "amount"
            && (depth > 0 || !TotalTitle().IsMatch(other.Title) || other.Path.Count > 1))];
        if (parts.Length < 2) return;
        column.Compute = $"SUM(本表[本行,{parts[0].Id}:{parts[^1].Id}])";
        column.IsGuessed = true;
    }

    /// <summary>小计 of a heading, and what is told besides, are no parts of a sum over more than that heading.</summary>
    private void MarkParts()
    {
        foreach (var column in _form.Columns.Where(column => column.Kind == "amount" && column.Path.Count > 1))
        {
            if (column.Title.StartsWith("其中", StringComparison.Ordinal) || TotalTitle().IsMatch(column.Title)) column.IsOfWhich = true;
        }
    }

    private void Propose(DraftRow row)
    {
        if (row.Compute.Count > 0 || !row.Labels.Values.Any(label => TotalTitle().IsMatch(label))) return;
        foreach (var column in _form.Columns.Where(column => column.IsFigure && column.Compute is null))
        {
            if (_form.Tree is not null) row.Compute[column] = ("SUM(本表[末级,本栏])", true);
            else if (PartsAbove(row, column) is { } parts) row.Compute[column] = (parts, true);
        }
    }

    /// <summary>A total adds up the rows since the total before it, and that total where it is one of the year's end.</summary>
    private string? PartsAbove(DraftRow row, DraftColumn column)
    {
        var label = _form.Columns.TakeWhile(other => other != column).LastOrDefault(other => other.Kind == "label");
        if (label is null || !row.Labels.TryGetValue(label, out var own) || !TotalTitle().IsMatch(own)) return null;
        var above = _form.Rows.TakeWhile(other => other != row).Where(other => other.Labels.ContainsKey(label)).ToList();
        var before = above.FindLastIndex(other => TotalTitle().IsMatch(other.Labels[label]));
        var parts = above.Skip(before + 1).ToArray();
        if (parts.Length == 0) return null;
        var sum = parts.Length == 1 ? $"本表[{parts[0].Id},本栏]" : $"SUM(本表[{parts[0].Id}:{parts[^1].Id},本栏])";
        return before < 0 ? sum : $"本表[{above[before].Id},本栏] + {sum}";
    }

    [GeneratedRegex(@"\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?")]
    private static partial Regex Reference();

    [GeneratedRegex(@"本表\[[^\]]*\]|SUM\(|ROUND\(", RegexOptions.IgnoreCase)]
    private static partial Regex Cell();

    [GeneratedRegex(@"[A-Za-z!""'\[\]&<>=%]")]
    private static partial Regex Foreign();

    [GeneratedRegex(@"本表\[(?!本行)")]
    private static partial Regex Other();

    [GeneratedRegex("合计|总计|小计|共计|总额")]
    private static partial Regex TotalTitle();
}
