using System.Globalization;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>项目支出绩效目标表。Reads a form that is a block of labels and fields, with a table of indicators at its end.</summary>
internal sealed class DraftBlocks
{
    private const string Projects = "projects";
    private const string Indicators = "indicators";

    /// <summary>Words in a column of fewer characters stand below each other.</summary>
    private const double NarrowColumn = 5;

    private readonly DraftSheet _sheet;
    private readonly DraftForm _form;
    private readonly DraftWords _words;
    private readonly int _year;
    private readonly int _top;
    private readonly int _head;
    private readonly List<(int First, int Last)> _grid = [];
    private readonly List<DraftColumn> _fields = [];

    private DraftBlocks(DraftSheet sheet, DraftForm form, DraftWords words, int year, int top, int head) =>
        (_sheet, _form, _words, _year, _top, _head) = (sheet, form, words, year, top, head);

    /// <summary>The block that begins in a row; null where the form is a table. Its fields become the form's columns.</summary>
    public static DraftBlock? Read(DraftSheet sheet, DraftForm form, int top, int last, DraftWords words, int year)
    {
        if (!words.Patterns.Is("block", form.Title + sheet.Name)) return null;
        var head = Enumerable.Range(top, Math.Max(0, last - top + 1)).FirstOrDefault(row => sheet.Words(row).Exists(cell =>
            words.Patterns.Is("innerHead", cell.Text)));
        return head <= top ? null : new DraftBlocks(sheet, form, words, year, top, head).Read(last);
    }

    private DraftBlock Read(int last)
    {
        var inner = Inner();
        var lines = Enumerable.Range(_top, _head - _top).Where(_sheet.ShowsRow).Select(Line).Where(line => line.Count > 0).ToArray();
        _form.Columns = _fields;
        _form.Header = (_top, _head);
        return new DraftBlock(lines, inner, Skeleton(inner, last));
    }

    /// <summary>Headings of the indicators: each is a column of the grid that the lines above are laid over.</summary>
    private List<DraftColumn> Inner()
    {
        var columns = new List<DraftColumn>();
        var right = Enumerable.Range(_top, _head - _top + 1).SelectMany(row => _sheet.Words(row)
            .Select(cell => _sheet.Area(row, cell.Column).LastColumn)).Max();
        var left = Enumerable.Range(_top, _head - _top + 1).SelectMany(_sheet.Words).Min(cell => cell.Column);
        for (var at = left; at <= right;)
        {
            var area = _sheet.Area(_head, at);
            var end = area.LastColumn;
            while (end < right && _sheet.At(_sheet.Area(_head, end + 1).FirstRow, end + 1).Length == 0
                && _sheet.Area(_head, end + 1).FirstColumn == end + 1) end = _sheet.Area(_head, end + 1).LastColumn;
            var title = _sheet.At(area.FirstRow, area.FirstColumn) is { Length: > 0 } text ? text : "　";
            var field = area.FirstRow < _head || at == left && area.LastRow > _head ? null : _words.FieldIn(title, Indicators);
            var width = Enumerable.Range(at, end - at + 1).Where(_sheet.ShowsColumn).Sum(column => _sheet.Look.WidthOf(column) ?? 10);
            _grid.Add((at, end));
            columns.Add(new DraftColumn
            {
                At = at,
                Path = [DraftReader.Filled(title, _year)],
                Id = Unique(field?.Field ?? DraftRows.Name(title), columns),
                Kind = field is null && columns.Count == 0 ? "label" : field?.Kind == "number" ? "number" : "text",
                IsMerged = columns.Count < 3 && field?.Field != "name",
                Width = Math.Round(width, 0),
                From = field is null ? null : $"{{ table: {Indicators}, field: {field.Field} }}",
            });
            at = end + 1;
        }

        return columns;
    }

    private List<DraftBlockCell> Line(int row)
    {
        var cells = new List<DraftBlockCell>();
        var areas = Areas(row);
        var at = 0;
        for (var place = 0; place < areas.Count; place++)
        {
            var area = areas[place];
            var end = place == areas.Count - 1 ? _grid.Count : Math.Max(at + 1, GridOf(areas[place + 1].FirstColumn));
            end = Math.Min(end, _grid.Count - (areas.Count - 1 - place));
            var span = Math.Max(1, end - at);
            at += span;
            if (area.FirstRow < row) continue;
            var depth = Math.Min(area.LastRow, _head - 1) - row + 1;
            var text = _sheet.At(row, area.FirstColumn);
            if (text.Length > 0) cells.Add(new DraftBlockCell(DraftReader.Filled(text, _year), null, span, depth,
                text.Length > 2 && area.FirstColumn == area.LastColumn && (_sheet.Look.WidthOf(area.FirstColumn) ?? 10) < NarrowColumn));
            else cells.Add(new DraftBlockCell(null, Field(LabelOf(cells, row, area), depth), span, depth, false));
        }

        return cells;
    }

    /// <summary>Areas of a row from left to right; blank cells side by side are one field.</summary>
    private List<CellRange> Areas(int row)
    {
        var areas = new List<CellRange>();
        for (var at = _grid[0].First; at <= _grid[^1].Last;)
        {
            var area = _sheet.Area(row, at);
            var isBlank = _sheet.At(area.FirstRow, area.FirstColumn).Length == 0;
            if (isBlank && areas.Count > 0 && areas[^1] is var before && before.FirstRow == row && before.LastRow == row
                && area.LastRow == row && area.FirstRow == row && _sheet.At(row, before.FirstColumn).Length == 0)
                areas[^1] = new CellRange(row, before.FirstColumn, row, area.LastColumn);
            else areas.Add(area);
            at = area.LastColumn + 1;
        }

        return areas;
    }

    private int GridOf(int column) => Math.Max(0, _grid.FindIndex(own => own.First <= column && column <= own.Last));

    /// <summary>The words left of a field; a field without any in its line belongs to the words above it.</summary>
    private string LabelOf(List<DraftBlockCell> cells, int row, CellRange area)
    {
        if (cells.LastOrDefault(cell => cell.Label is not null)?.Label is { } beside) return beside;
        for (var above = row - 1; above >= _top; above--)
        {
            if (_sheet.At(above, area.FirstColumn) is { Length: > 0 } over) return over;
        }

        for (var left = area.FirstColumn - 1; left > 0; left--)
        {
            var beyond = _sheet.Area(row, left);
            if (_sheet.At(beyond.FirstRow, beyond.FirstColumn) is { Length: > 0 } text) return text;
        }

        return _form.Title;
    }

    private DraftColumn Field(string label, int depth)
    {
        var known = _words.FieldIn(label, Projects);
        var isAmount = known?.Field.EndsWith("_yuan", StringComparison.Ordinal) == true && depth == 1;
        if (known is not null && known.Field.EndsWith("_yuan", StringComparison.Ordinal) && !isAmount) known = null;
        var id = known is null ? DraftRows.Name(label) : known.Field is "project_name" ? "name" : known.Field.Replace("_yuan", "",
            StringComparison.Ordinal);
        var isTaken = known is not null && _fields.Exists(other =>
            other.From?.Contains($" {known.Field} ", StringComparison.Ordinal) == true);
        var column = new DraftColumn
        {
            At = 0,
            Path = [label],
            Id = Unique(isTaken ? DraftRows.Name(label) : id, _fields),
            Kind = isAmount ? "amount" : "text",
            Width = 14,
            From = known is null || isTaken ? null : $"{{ table: {Projects}, field: {known.Field} }}",
        };
        _fields.Add(column);
        return column;
    }

    private static string Unique(string id, List<DraftColumn> columns)
    {
        var own = id;
        for (var more = 2; columns.Exists(other => other.Id == own); more++) own = id + more.ToString(CultureInfo.InvariantCulture);
        return own;
    }

    /// <summary>Levels that stand printed below the headings.</summary>
    private List<IReadOnlyList<string>> Skeleton(List<DraftColumn> inner, int last)
    {
        var levels = inner.Where(column => column.Id is "level1" or "level2").ToArray();
        var lines = new List<IReadOnlyList<string>>();
        if (levels.Length == 0) return lines;
        for (var row = _head + 1; row <= last; row++)
        {
            var texts = levels.Select(column => _sheet.Area(row, column.At))
                .Select(area => _sheet.At(area.FirstRow, area.FirstColumn)).ToArray();
            if (texts[0].Length == 0 || _words.Patterns.Is("note", texts[0])) continue;
            IReadOnlyList<string> line = [.. Enumerable.Repeat("", inner.IndexOf(levels[0])), .. texts];
            if (!lines.Exists(other => other.SequenceEqual(line))) lines.Add(line);
        }

        return lines;
    }
}
