using System.Globalization;

namespace ExcelBudget.Rules.Excel;

/// <summary>A cell of the sheet behind the 校验 sheet.</summary>
public abstract record HelperCell
{
    private HelperCell()
    {
    }

    /// <summary>A formula of its own.</summary>
    public sealed record Formula(string Expression) : HelperCell;

    /// <summary>The first cell of a formula that the rows below share.</summary>
    public sealed record SharedFirst(int Index, string Expression, string Range) : HelperCell;

    /// <summary>A cell that shares the formula above it.</summary>
    public sealed record Shared(int Index) : HelperCell;

    /// <summary>Text as it stands.</summary>
    public sealed record Text(string Value) : HelperCell;
}

/// <summary>
/// The cells of the sheet behind the 校验 sheet, row by row. Formulas of neighbouring cells that are alike are written once: down a
/// column as they come, and across columns where they differ by nothing but the column.
/// </summary>
public sealed class HelperGrid
{
    // more than any sheet has
    private const int ColumnBits = 15;
    private const int RowBits = 24;

    private readonly List<List<HelperCell?>> _rows = [];

    // by first row, last row and column in one number: there are thousands
    private readonly Dictionary<long, string> _runs = [];
    private readonly Dictionary<(int Column, string Formula), List<int>> _alike = [];

    /// <summary>Stands for the own row in formulas that cells of a column share.</summary>
    public const string OwnRow = "{row}";

    /// <summary>The rows from row 1; each its cells from column 1, null for a blank one.</summary>
    public IReadOnlyList<IReadOnlyList<HelperCell?>> Rows()
    {
        var shared = 0;
        var likeLeft = _runs.Where(run => IsLikeLeft(run.Key, run.Value)).Select(run => run.Key).ToHashSet();
        foreach (var (run, formula) in _runs)
        {
            if (likeLeft.Contains(run)) continue;
            var (first, last, column) = PlaceOf(run);
            var right = column;
            while (likeLeft.Contains(run + right + 1 - column)) right++;
            if (first == last && right == column)
            {
                Put(first, column, new HelperCell.Formula(formula));
                continue;
            }

            var range = SheetReference.Cell(first, column) + ":" + SheetReference.Cell(last, right);
            var follower = new HelperCell.Shared(shared);
            for (var row = first; row <= last; row++)
            {
                for (var at = column; at <= right; at++) Put(row, at, follower);
            }

            Put(first, column, new HelperCell.SharedFirst(shared++, formula, range));
        }

        foreach (var ((column, alike), cells) in _alike)
        {
            var first = cells[0];
            var formula = alike.Replace(OwnRow, first.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
            if (cells.Count == 1)
            {
                Put(first, column, new HelperCell.Formula(formula));
                continue;
            }

            var follower = new HelperCell.Shared(shared);
            foreach (var row in cells) Put(row, column, follower);
            var range = SheetReference.Cell(first, column) + ":" + SheetReference.Cell(cells[^1], column);
            Put(first, column, new HelperCell.SharedFirst(shared++, formula, range));
        }

        return _rows;
    }

    /// <summary>Writes one formula.</summary>
    public void Put(int row, int column, string formula) => PutDown(row, row, column, formula);

    /// <summary>Writes a formula that cells further down its column share, whatever stands between them.</summary>
    /// <param name="row">The row; below those written before.</param>
    /// <param name="column">The column.</param>
    /// <param name="formula">The formula as the row words it, with its own row as <see cref="OwnRow"/>.</param>
    public void PutAlike(int row, int column, string formula)
    {
        if (!_alike.TryGetValue((column, formula), out var cells)) _alike[(column, formula)] = cells = [];
        cells.Add(row);
    }

    /// <summary>Writes a text.</summary>
    public void PutText(int row, int column, string text) => Put(row, column, new HelperCell.Text(text));

    /// <summary>Writes a formula for some rows of a column, worded for the first of them.</summary>
    public void PutDown(int firstRow, int lastRow, int column, string formula) =>
        _runs[RunOf(firstRow, lastRow, column)] = firstRow == lastRow ? formula : InTurn(formula);

    /// <summary>
    /// LibreOffice computes like formulas of a column together in threads, now and then before what they rest on is computed. It leaves
    /// those to the ordinary way that use MATCH, even where it is never reached.
    /// </summary>
    internal static string InTurn(string formula) =>
        formula.Contains("MATCH(", StringComparison.Ordinal) ? formula : $"IF(1,{formula},MATCH(0,$A$1))";

    // the first column has column 0 to its left, which holds nothing
    private bool IsLikeLeft(long run, string formula) =>
        _runs.TryGetValue(run - 1, out var left) && RelativeFormula.IsOneColumnOn(left, formula);

    private static long RunOf(int first, int last, int column) =>
        ((long)first << (RowBits + ColumnBits)) | ((long)last << ColumnBits) | (uint)column;

    private static (int First, int Last, int Column) PlaceOf(long run) => ((int)(run >> (RowBits + ColumnBits)),
        (int)(run >> ColumnBits) & ((1 << RowBits) - 1), (int)run & ((1 << ColumnBits) - 1));

    private void Put(int row, int column, HelperCell cell)
    {
        while (_rows.Count < row) _rows.Add([]);
        var cells = _rows[row - 1];
        while (cells.Count < column) cells.Add(null);
        cells[column - 1] = cell;
    }
}
