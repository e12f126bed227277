using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Rows of an official form: fixed ones, those by code, lists, two lists side by side.</summary>
internal sealed partial class DraftRows
{
    private readonly DraftSheet _sheet;
    private readonly DraftForm _form;
    private readonly DraftPatterns _patterns;
    private readonly DraftWords _words;

    private DraftRows(DraftSheet sheet, DraftForm form, DraftWords words) =>
        (_sheet, _form, _words, _patterns) = (sheet, form, words, words.Patterns);

    /// <summary>Reads the rows below the headings into the form.</summary>
    public static void Read(DraftSheet sheet, DraftForm form, int first, int last, DraftWords words) =>
        new DraftRows(sheet, form, words).Read(first, last);

    /// <summary>An id that rules can name without quotation marks.</summary>
    public static string Name(string text)
    {
        var name = string.Concat(Slot().Replace(Ordinals.Strip(text.Trim()), "").TrimStart('年').Where(sign => char.IsLetterOrDigit(sign)
            || sign == '_'));
        return name.Length == 0 ? "栏" : name.Length > 24 ? name[..24] : name;
    }

    private void Read(int first, int last)
    {
        var rows = Enumerable.Range(first, Math.Max(0, last - first + 1)).Where(_sheet.ShowsRow).ToList();
        CutFoot(rows);
        foreach (var column in _form.Columns) DraftKinds.Tell(_sheet, column, rows, _patterns);
        FindSides();
        DraftTrees.Find(_sheet, _form, rows, _words);
        ReadRows(rows);
        DraftRanks.Rank(_sheet, _form, _patterns);
        Ids(_form);
        foreach (var row in _form.Rows)
        {
            foreach (var own in row.Labels.Values)
            {
                if (_words.Classes.TryGetValue(PlainText.Label(Name(own)), out var code)) row.Code = code;
            }
        }

        Amounts([.. rows, .. Enumerable.Range(first, 3)]);
        DraftFormulas.Read(_sheet, _form, rows, _patterns);
    }

    /// <summary>Notes, signatures and unit lines below the table.</summary>
    private void CutFoot(List<int> rows)
    {
        var foot = rows.FindIndex(row => _sheet.Words(row) is { Count: > 0 } words && _sheet.Cells(row).Count == words.Count
            && (IsNote(words[0].Text) || (words.Count == 1 && IsAcross(words[0]))
                || words.TrueForAll(cell => _patterns.Is("signature", cell.Text) || _patterns.Is("second", cell.Text))));
        if (foot < 0) return;
        _form.FootNotes = [.. rows.Skip(foot).SelectMany(_sheet.Words).Select(cell => cell.Text.Trim()).Where(text =>
            !_patterns.Is("identity", text) && !_patterns.Is("second", text))];
        _form.TellsEmptiness = _form.FootNotes is [var only] && _patterns.Is("emptyNote", only);
        rows.RemoveRange(foot, rows.Count - foot);
    }

    private bool IsNote(string text) => _patterns.Is("note", text) || _patterns.Is("identity", text);

    /// <summary>A line that is merged over the whole table belongs below it.</summary>
    private bool IsAcross(FlatCell cell) => _form.Columns.Count > 2 && _sheet.Area(cell.Row, cell.Column) is var area
        && area.FirstColumn <= _form.Columns[0].At && area.LastColumn >= _form.Columns[^1].At;

    /// <summary>Lists that stand side by side: each begins with words behind the figures of the one before.</summary>
    private void FindSides()
    {
        var columns = _form.Columns;
        if (columns.Any(column => column.Kind == "rowNumber")) return;
        var starts = new List<int>();
        for (var place = 0; place < columns.Count; place++)
        {
            var begins = !columns[place].IsFigure && (place == 0 || columns[place - 1].IsFigure)
                && columns.Skip(place).SkipWhile(column => !column.IsFigure).Any();
            if (begins && columns[place].Kind is "label" or "code" or "codeName" or "text" && begins) starts.Add(place);
        }

        if (starts.Count < 2 || starts[0] != 0 || starts.Exists(start => columns[start].Kind == "text")) return;
        _form.Sides = starts;
    }

    private void ReadRows(List<int> rows)
    {
        var isAcross = _form.Sides.Count == 0;
        foreach (var at in rows)
        {
            isAcross = isAcross || IsAligned(at);
            if (isAcross) Across(at);
            else
                for (var side = 0; side < _form.Sides.Count; side++) OfSide(at, side);
        }

        if (_form.Tree is { } tree)
            _form.RowsBeforeTree = _form.Rows.Count(row => row.Side == tree.Side
                && (tree.Shown.Count > 0 ? row.At < tree.Shown[0].Row : IsBeforeOpenRows(row, tree.Side, rows)));
        else if (_form.List is not null) _form.RowsBeforeTree = _form.Rows.Count(row => IsBeforeOpenRows(row, -1, rows));
    }

    /// <summary>Without codes to see: rows stand before those by code when blank rows follow them and none stand before.</summary>
    private bool IsBeforeOpenRows(DraftRow row, int side, List<int> rows)
    {
        var own = _form.ColumnsOf(Math.Max(0, side)).Where(column => !column.IsFigure && column.Kind != "rowNumber").ToArray();
        var firstBlank = rows.Find(at => own.All(column => Shown(at, column).Length == 0));
        return firstBlank == 0 ? row.At == rows.FirstOrDefault() || side >= 0 : row.At < firstBlank;
    }

    /// <summary>A row in which every list has a total ends the lists.</summary>
    private bool IsAligned(int at) => Enumerable.Range(0, _form.Sides.Count).All(side => _form.ColumnsOf(side).Any(column =>
        !column.IsFigure && _patterns.Is("total", _sheet.At(at, column.At))));

    private void OfSide(int at, int side)
    {
        var row = new DraftRow { At = at, Side = side };
        Label(row, _form.ColumnsOf(side));
        if (row.Labels.Count == 0 || (_form.Tree?.Side == side && _form.Tree.Shown.Any(shown => shown.Row == at))) return;
        _form.Rows.Add(row);
    }

    private void Across(int at)
    {
        var row = new DraftRow { At = at };
        Label(row, _form.Columns);
        var isOpen = _form.Tree is not null || _form.List is not null;
        if (_form.Tree is { Side: < 0 } tree && tree.Shown.Any(shown => shown.Row == at)) return;
        if (row.Labels.Count == 0 && (isOpen || _form.Rows.Count > 0 || _form.Columns.Any(column => column.Kind is "label" or "codeName")))
            return;
        if (isOpen && _form.Sides.Count == 0 && !row.Labels.Values.Any(label => _patterns.Is("total", label)
            || _patterns.Is("rank1", label))) return;
        _form.Rows.Add(row);
    }

    private void Label(DraftRow row, IEnumerable<DraftColumn> columns)
    {
        foreach (var column in columns.Where(column => !column.IsFigure && column.Kind != "rowNumber" && column.At > 0))
        {
            if (Shown(row.At, column) is not { Length: > 0 } shown) continue;
            var look = _sheet.Look[row.At, column.At];
            var blanks = _sheet[row.At, column.At]!.Text.TakeWhile(char.IsWhiteSpace).Sum(sign => sign == '　' ? 2 : 1) / 2;
            var indent = Math.Min(6, Math.Max(blanks, look?.Horizontal is null or "left" ? look?.Indent ?? 0 : 0));
            row.Labels[column] = new string('　', indent) + shown;
        }
    }

    /// <summary>The label at a place; blank for dots that only say that more follows, and for figures.</summary>
    private string Shown(int at, DraftColumn column) => column.At > 0
        && _sheet[at, column.At] is { Kind: FlatCellKind.Text, HasFormula: false } cell
        && !_patterns.Is("placeholder", cell.Text) ? cell.Text.Trim() : "";

    /// <summary>How amounts print: from the formats of the cells below the headings.</summary>
    private void Amounts(List<int> rows)
    {
        var formats = rows.SelectMany(row => _form.Columns.Where(column => column.Kind == "amount" && column.At > 0)
            .Select(column => _sheet.Look[row, column.At]?.Format)).OfType<string>().Where(format => format.Contains('0')).ToArray();
        if (formats.GroupBy(format => format).MaxBy(group => group.Count())?.Key is not { } usual) return;
        _form.HasSeparators = usual.Contains("#,##0", StringComparison.Ordinal);
        var point = usual.IndexOf('.', StringComparison.Ordinal);
        var decimals = point < 0 ? 0 : usual[(point + 1)..].TakeWhile(sign => sign is '0' or '#').Count();
        if (decimals != 2 && !usual.Contains('%')) _form.Decimals = decimals;
    }

    /// <summary>Ids from labels; where one repeats, with the row that it stands under.</summary>
    public static void Ids(DraftForm form)
    {
        var ids = new HashSet<string>(StringComparer.Ordinal);
        foreach (var row in form.Rows)
        {
            var label = row.Labels.Count > 0 ? row.Labels.Values.First() : "1";
            var name = Name(label);
            if (ids.Contains(name) && row.Under is { } parent) name = parent.Id + name;
            var own = name;
            for (var more = 2; !ids.Add(own); more++) own = name + more.ToString(CultureInfo.InvariantCulture);
            row.Id = own;
        }
    }

    [GeneratedRegex(@"\{[^{}]*\}")]
    private static partial Regex Slot();
}
