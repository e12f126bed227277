using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>表头。The headings of an official form: from merged areas, and where nothing is merged from what stands over what.</summary>
internal sealed class DraftHeader
{
    private const int MostRows = 8;

    private readonly DraftSheet _sheet;
    private readonly DraftPatterns _patterns;
    private readonly int _top;

    private DraftHeader(DraftSheet sheet, DraftPatterns patterns, int top) => (_sheet, _patterns, _top) = (sheet, patterns, top);

    /// <summary>Last row of headings.</summary>
    public int Bottom { get; private set; }

    /// <summary>First sheet column.</summary>
    public int First { get; private set; }

    /// <summary>Last sheet column.</summary>
    public int Last { get; private set; }

    /// <summary>The headings that begin in a row.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="patterns">How headings are written.</param>
    /// <param name="top">First row of headings.</param>
    /// <param name="last">Last row of the form.</param>
    public static DraftHeader Of(DraftSheet sheet, DraftPatterns patterns, int top, int last)
    {
        var header = new DraftHeader(sheet, patterns, top) { Bottom = top };
        var cells = sheet.Words(top);
        header.First = cells.Min(cell => cell.Column);
        header.Last = cells.Max(cell => sheet.Area(top, cell.Column).LastColumn);
        header.FindBottom(last);
        header.CutNotesBeside();
        return header;
    }

    /// <summary>
    /// As far as areas reach down from the first row, below every heading that spans several columns, and rows that name only what has no
    /// heading of its own yet.
    /// </summary>
    private void FindBottom(int last)
    {
        for (var row = _top; row <= Bottom && row < _top + MostRows; row++)
        {
            for (var column = First; column <= Last; column++)
            {
                var area = _sheet.Area(row, column);
                if (area.LastRow - area.FirstRow < MostRows) Bottom = Math.Max(Bottom, area.LastRow);
                if (area.LastColumn > area.FirstColumn && area.LastRow == row && _sheet.At(area.FirstRow, area.FirstColumn).Length > 0)
                    Bottom = Math.Max(Bottom, row + 1);
            }

            if (row == Bottom && row < last && IsUnmergedHeading(row + 1)) Bottom++;
        }

        Bottom = Math.Min(Bottom, Math.Max(_top, last));
        while (Bottom > _top && _sheet.Words(Bottom).Count == 0) Bottom--;
    }

    /// <summary>A row of words that fills gaps of the row above: headings whose upper ones nobody merged.</summary>
    private bool IsUnmergedHeading(int row)
    {
        var cells = _sheet.Cells(row).Where(cell => cell.Column >= First && cell.Column <= Last).ToArray();
        if (cells.Length == 0 || cells.Any(cell => cell.Kind != FlatCellKind.Text || cell.HasFormula
            || _patterns.Is("rank1", cell.Text) || _patterns.Is("columnNumber", cell.Text) || _patterns.Is("joined", cell.Text))
            || cells.Count(cell => _patterns.Is("total", cell.Text)) == 1 && cells.Length == 1) return false;
        return cells.Any(cell => !HasOwn(row - 1, cell.Column)) && cells.All(cell => !HasOwn(row - 1, cell.Column)
            || (!HasOwn(row - 1, cell.Column + 1) && Array.Exists(cells, other => other.Column == cell.Column + 1)));
    }

    private bool HasOwn(int row, int column) => _sheet.Area(row, column) is var area
        && _sheet.At(area.FirstRow, area.FirstColumn).Length > 0;

    /// <summary>Notes right of the table, behind a column that nothing heads, are no columns.</summary>
    private void CutNotesBeside()
    {
        for (var column = First + 1; column < Last; column++)
        {
            if (!_sheet.ShowsColumn(column) || Path(column, text => text).Count > 0) continue;
            var rest = Enumerable.Range(_top, Bottom - _top + 1).Sum(row => _sheet.Words(row).Count(cell => cell.Column > column));
            if (rest > 1) continue;
            Last = column - 1;
            return;
        }
    }

    /// <summary>The columns with their paths and ids.</summary>
    /// <param name="filled">Puts slots in place of years.</param>
    public IReadOnlyList<DraftColumn> Columns(Func<string, string> filled)
    {
        var columns = new List<DraftColumn>();
        for (var at = First; at <= Last; at++)
        {
            if (!_sheet.ShowsColumn(at)) continue;
            var path = Path(at, filled);
            if (path.Count == 0) path.Add("　");
            columns.Add(new DraftColumn { At = at, Path = path, Width = Math.Round(_sheet.Look.WidthOf(at) ?? 14, 0) });
        }

        foreach (var column in columns) column.Id = IdOf(column, columns);
        return columns;
    }

    private static string IdOf(DraftColumn column, List<DraftColumn> columns)
    {
        var name = DraftRows.Name(column.Title);
        if (columns.Exists(other => other.Id == name)) name = DraftRows.Name(string.Concat(column.Path.TakeLast(2)));
        if (columns.Exists(other => other.Id == name)) name = DraftRows.Name(string.Concat(column.Path));
        var own = name;
        for (var more = 2; columns.Exists(other => other.Id == own); more++)
            own = name + more.ToString(CultureInfo.InvariantCulture);
        return own;
    }

    private List<string> Path(int column, Func<string, string> filled)
    {
        var path = new List<string>();
        for (var row = _top; row <= Bottom; row++)
        {
            var area = _sheet.Area(row, column);
            if (row > _top && row > area.FirstRow) continue;
            var text = _sheet.At(area.FirstRow, area.FirstColumn);
            if (text.Length == 0 && area is { FirstColumn: var left, LastColumn: var right } && left == right) text = Above(row, column);
            if (text.Length > 0 && (path.Count == 0 || path[^1] != filled(text))) path.Add(filled(text));
        }

        return path;
    }

    /// <summary>The heading to the left that nobody merged over this column; blank where the place belongs to no group.</summary>
    private string Above(int row, int column)
    {
        if (row >= Bottom || !Names(row + 1, column)) return "";
        var left = column - 1;
        while (left >= First && _sheet.At(row, left).Length == 0 && !_sheet.IsWide(row, left)) left--;
        if (left < First || _sheet.IsWide(row, left) || _sheet.Area(row, left).LastRow > row) return "";
        return Enumerable.Range(left, column - left + 1).All(between => Names(row + 1, between)) ? _sheet.At(row, left) : "";
    }

    private bool Names(int row, int column) => Enumerable.Range(row, Bottom - row + 1).Any(below => _sheet.At(below, column).Length > 0);
}
