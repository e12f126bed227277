using System.Globalization;
using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// The rows of one form on the sheet behind the 校验 sheet: its fixed rows first, each tied to its cell, then the rows from data, the
/// k-th of which reads the k-th row of the form's region, so that inserted rows are seen as long as there are spare ones.
/// </summary>
public sealed class FormBlock
{
    /// <summary>Rows that people may insert in a form of a workbook to type in before its checks say 未检查.</summary>
    public const int SpareRows = 15;

    /// <summary>Rows that people may insert in a form that was filled with its rows.</summary>
    public const int SpareRowsWhenFilled = 6;

    private readonly IWorkbookLayout _layout;
    private readonly HelperGrid _grid;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);
    private readonly HashSet<int> _moving = [];
    private readonly FormColumn[] _placed;
    private readonly Dictionary<string, (int First, bool[] Written)> _groups = new(StringComparer.Ordinal);
    private readonly Dictionary<RowKey, int> _rows;
    private readonly (int Column, string Label)? _label;
    private string? _place;
    private int _width;

    /// <param name="form">The form.</param>
    /// <param name="codes">Its code list; null without one.</param>
    /// <param name="layout">Where it stands.</param>
    /// <param name="grid">Takes the formulas.</param>
    /// <param name="top">First row on the helper sheet.</param>
    /// <param name="spare">Rows that people may insert.</param>
    public FormBlock(FormDefinition form, CodeList? codes, IWorkbookLayout layout, HelperGrid grid, int top, int spare)
    {
        (Form, Codes, _layout, _grid, Top) = (form, codes, layout, grid, top);
        Fixed = [.. form.Rows.OfType<RowGroup.Fixed>()];
        _rows = new Dictionary<RowKey, int>(Fixed.Count);
        for (var index = Fixed.Count - 1; index >= 0; index--) _rows[Fixed[index].Key] = Top + index;
        FigureColumns = [.. form.Columns.Where(column => column.IsFigure)];
        _placed = [.. FigureColumns.Where(column => column.Compute is null),
            .. FigureColumns.Where(column => column.Compute is not null).Reverse()];
        (FirstSheetRow, LastSheetRow) = layout.RegionOf(form);
        Sheet = SheetReference.Sheet(layout.SheetOf(form));
        if (form.Blocks is not null && LabelOfAll() is { } label) _label = label;
        DataRows = form.Rows.Count > 0 && form.Rows.All(group => group is RowGroup.Fixed) ? 0
            : spare + (_label is null ? LastSheetRow - FirstSheetRow + 1 : layout.BlocksOf(form));
        if (Form.Tree is not null) WriteRowColumns();
    }

    /// <summary>The form whose rows the block repeats on the helper sheet.</summary>
    public FormDefinition Form { get; }

    /// <summary>Its code list; null without one.</summary>
    public CodeList? Codes { get; }

    /// <summary>Its fixed rows in declared order.</summary>
    public IReadOnlyList<RowGroup.Fixed> Fixed { get; }

    /// <summary>Its columns of figures in form order.</summary>
    public IReadOnlyList<FormColumn> FigureColumns { get; }

    /// <summary>First helper row.</summary>
    public int Top { get; }

    /// <summary>How many rows from data it can hold, spare ones included; 0 for a form of fixed rows.</summary>
    public int DataRows { get; }

    /// <summary>First helper row of the rows from data.</summary>
    public int DataTop => Top + Fixed.Count;

    /// <summary>Last helper row.</summary>
    public int Bottom => Top + Fixed.Count + DataRows - 1;

    /// <summary>First and last row of the form's region on its sheet.</summary>
    public int FirstSheetRow { get; }

    /// <summary>Last row of the region.</summary>
    public int LastSheetRow { get; }

    /// <summary>«'T3 支出总表'!».</summary>
    public string Sheet { get; }

    /// <summary>How many levels its codes have; 1 for a list.</summary>
    public int Levels => Codes?.LevelLengths.Count ?? 1;

    /// <summary>The lowest level the form prints, from 1: its amounts are entered.</summary>
    public int Leaf => Form.Tree is { } tree ? tree.LeafDepth + 1 : 1;

    /// <summary>The columns that hold figures of data rows.</summary>
    public bool HasData(ColumnId column) => DataRows > 0 && Form.Rows.Any(group => group is not RowGroup.Fixed && group.Covers(column));

    /// <summary>Helper row of a fixed row.</summary>
    /// <exception cref="ArgumentException">The form has no such row.</exception>
    public int RowOf(RowGroup.Fixed row) => _rows.TryGetValue(row.Key, out var known) ? known
        : throw new ArgumentException($"{Form.Id} has no row {row.Key}", nameof(row));

    /// <summary>The cell of a fixed row on the form's own sheet; the rows below may share the formula.</summary>
    public string SheetCell(RowGroup.Fixed row, ColumnId column) =>
        Sheet + SheetReference.Cell(_layout.RowOf(Form, row.Key), _layout.ColumnOf(Form, column));

    /// <summary>The cell of a helper column in a fixed row; the rows below may share the formula.</summary>
    public string OwnFixed(RowGroup.Fixed row, int column) => Still(column) + SheetReference.Cell(RowOf(row), column);

    /// <summary>Writes a helper column for the fixed rows: neighbours that are alike share one formula.</summary>
    /// <param name="column">The column.</param>
    /// <param name="rows">Rows to write.</param>
    /// <param name="shape">What makes two rows alike.</param>
    /// <param name="formula">The formula, worded for a row; null for none.</param>
    public void PutFixed<T>(
        int column, IEnumerable<RowGroup.Fixed> rows, Func<RowGroup.Fixed, T> shape, Func<RowGroup.Fixed, string?> formula)
    {
        var run = new List<RowGroup.Fixed>();
        foreach (var row in rows)
        {
            if (run.Count > 0
                && !(RowOf(row) == RowOf(run[^1]) + 1 && _layout.RowOf(Form, row.Key) == _layout.RowOf(Form, run[^1].Key) + 1
                && Equals(shape(row), shape(run[0]))))
            {
                PutRun();
            }

            run.Add(row);
        }

        if (run.Count > 0) PutRun();

        void PutRun()
        {
            if (formula(run[0]) is { } text) _grid.PutDown(RowOf(run[0]), RowOf(run[^1]), column, text);
            run.Clear();
        }
    }

    /// <summary>A column of the form's region on its own sheet; the columns to the right may share the formula.</summary>
    public string SheetColumn(ColumnId column) =>
        Sheet + SheetReference.Moving(FirstSheetRow, LastSheetRow, _layout.ColumnOf(Form, column));

    /// <summary>A sheet column of the form's region, the same in every formula.</summary>
    public string SheetColumn(int column) => Sheet + SheetReference.Fixed(FirstSheetRow, column, LastSheetRow, column);

    /// <summary>The cell of a column in the row of the region that a data row reads.</summary>
    public string Read(ColumnId column) => $"INDEX({SheetColumn(column)},{Place})";

    /// <summary>
    /// Neighbouring cells in the row of the region that a data row reads: written over the whole area, so that programs compute anew
    /// when any of them changes.
    /// </summary>
    public string ReadRow(int firstColumn, int lastColumn)
    {
        var area = Sheet + SheetReference.Fixed(FirstSheetRow, firstColumn, LastSheetRow, lastColumn);
        var width = (lastColumn - firstColumn + 1).ToString(CultureInfo.InvariantCulture);
        return $"INDEX({area},{Place},1):INDEX({area},{Place},{width})";
    }

    /// <summary>The codes of the region, the same in every formula.</summary>
    public string SheetCodes => SheetColumn(_layout.ColumnOf(Form, Form.Tree!.Column));

    /// <summary>Place of a data row in the region, from 1, in formulas of data rows.</summary>
    public string Place => _label is not null ? Own(BlockPlaces)
        : _place ??= string.Create(CultureInfo.InvariantCulture, $"ROW()-{DataTop - 1}");

    /// <summary>Where the figures of each block stand in the region, found by the label in front of them.</summary>
    private int BlockPlaces => Known("place") ?? Column("place", column =>
    {
        var (labels, wanted) = (SheetColumn(_label!.Value.Column), $"\"{_label.Value.Label}\"");
        var above = "$" + SheetReference.Cell(DataTop, column);
        _grid.Put(DataTop, column, $"IFERROR(MATCH({wanted},{labels},0),{NoPlace})");
        _grid.PutDown(
            DataTop + 1, Bottom, column,
            $"IFERROR({above}+MATCH({wanted},INDEX({labels},{above}+1):INDEX({labels},{RegionRows}),0),{NoPlace})");
    });

    private const string NoPlace = "10000000";

    /// <summary>The label in front of all figures of a block; null where they have several.</summary>
    private (int Column, string Label)? LabelOfAll() =>
        FigureColumns.Select(column => _layout.LabelOf(Form, column.Id)).Distinct().ToArray() is [{ } label] ? label : null;

    /// <summary>How many rows the region has now.</summary>
    public string RegionRows => $"ROWS({SheetColumn(1)})";

    /// <summary>True once more rows stand in the region than the block can read.</summary>
    public string Overflow => (_label is var (column, label) ? $"COUNTIF({SheetColumn(column)},\"{label}\")" : RegionRows) +
        ">" + DataRows.ToString(CultureInfo.InvariantCulture);

    /// <summary>A helper column that is written already; null where it is not.</summary>
    private int? Known(string name) => _columns.TryGetValue(name, out var known) ? known : null;

    /// <summary>A helper column, written when it is asked for the first time.</summary>
    /// <param name="name">Name within the block.</param>
    /// <param name="write">Writes its formulas.</param>
    public int Column(string name, Action<int> write)
    {
        if (_columns.TryGetValue(name, out var known)) return known;
        var column = ++_width;
        _columns[name] = column;
        write(column);
        return column;
    }

    /// <summary>
    /// A helper column of a group of columns that stand side by side, so that formulas that are alike are written once for all of them.
    /// </summary>
    /// <param name="group">Name of the group within the block.</param>
    /// <param name="place">Place in the group, from 0.</param>
    /// <param name="width">How many columns the group has.</param>
    /// <param name="write">Writes the formulas of a column.</param>
    public int Column(string group, int place, int width, Action<int> write)
    {
        if (!_groups.TryGetValue(group, out var known))
        {
            _groups[group] = known = (_width + 1, new bool[width]);
            _width += width;
            for (var column = known.First; column <= _width; column++) _moving.Add(column);
        }

        if (!known.Written[place])
        {
            known.Written[place] = true;
            write(known.First + place);
        }

        return known.First + place;
    }

    /// <summary>A helper column for one column of figures, beside those of its neighbours.</summary>
    /// <exception cref="ArgumentException">The column holds no figures.</exception>
    public int Column(string group, FormColumn column, Action<int> write)
    {
        // sums stand behind what they add, so that programs that compute column by column need not look ahead
        var place = PlaceOf(column);
        return place >= 0 ? Column(group, place, _placed.Length, write)
            : throw new ArgumentException($"{Form.Id} has no figures in {column.Id}", nameof(column));
    }

    private int PlaceOf(FormColumn column)
    {
        for (var place = 0; place < _placed.Length; place++)
        {
            if (_placed[place].Id == column.Id) return place;
        }

        return -1;
    }

    /// <summary>A helper column for one column of figures that is written already; null where it is not.</summary>
    internal int? Known(string group, FormColumn column)
    {
        var place = PlaceOf(column);
        return place >= 0 && _groups.TryGetValue(group, out var known) && known.Written[place] ? known.First + place : null;
    }

    /// <summary>A helper column of data rows only.</summary>
    public int DataColumn(string name, Func<string> formula) => Column(name, column =>
    {
        if (DataRows > 0) _grid.PutDown(DataTop, Bottom, column, formula());
    });

    /// <summary>True for a form whose rows of figures do not follow each other on its sheet.</summary>
    public bool RowsAreFound => DataRows == 0 || _label is not null;

    /// <summary>Sheet rows of the fixed rows, in a form of blocks those of its blocks.</summary>
    public int SheetRows => Known("r") ?? Column("r", column =>
    {
        PutFixed(column, Fixed, _ => true, row => $"ROW({Sheet}$A{_layout.RowOf(Form, row.Key).ToString(CultureInfo.InvariantCulture)})");
        if (_label is not null) _grid.PutDown(DataTop, Bottom, column, DataSheetRowOf(Place));
    });

    /// <summary>Sheet row of a row of the block, given by its place in the block.</summary>
    /// <param name="place">Formula of the place, from 1.</param>
    public string SheetRowOf(string place)
    {
        if (RowsAreFound) return $"INDEX({All(SheetRows)},{place})";
        var data = DataSheetRowOf(Fixed.Count == 0 ? place : $"{place}-{Fixed.Count.ToString(CultureInfo.InvariantCulture)}");
        return Fixed.Count switch
        {
            0 => data,
            1 => $"IF({place}=1,ROW({Sheet}{SheetReference.FixedCell(_layout.RowOf(Form, Fixed[0].Key), 1)}),{data})",
            _ => string.Create(CultureInfo.InvariantCulture, $"IF({place}>{Fixed.Count},{data},INDEX({FixedRows(SheetRows)},{place}))"),
        };
    }

    /// <summary>Sheet row of a data row, given by its place among the data rows.</summary>
    public string DataSheetRowOf(string place) => $"ROW({FirstCell})+{place}-1";

    /// <summary>A cell in the first row of the region.</summary>
    public string FirstCell => Sheet + SheetReference.FixedCell(FirstSheetRow, 1);

    /// <summary>Codes as the reader takes them, without blanks around; empty where a row has none.</summary>
    public int CodeColumn => Known("code") ?? Column("code", column =>
    {
        for (var index = 0; index < Fixed.Count; index++)
        {
            if (Fixed[index].Code is { } known) _grid.PutText(Top + index, column, known);
        }

        if (DataRows == 0) return;
        var code = CodeText.Of(
            Form.Tree!, column => $"IFERROR({Cleaned(Read(column))},\"\")", text => Own(DataColumn("label text", () => text)));
        _grid.PutDown(DataTop, Bottom, column, $"IF({Place}>{RegionRows},\"\",{NotFixed(code, "\"\"")})");
    });

    /// <summary>1 for each data row in use, 0 for a row that is none, in forms without a code tree.</summary>
    private int UsedColumn => Known("used") ?? DataColumn("used", () => _label is not null ? $"IF({Place}>{NoPlace}-1,0,1)"
        : $"IF({Place}>{RegionRows},0,{NotFixed(IsFilled, "0")})");

    /// <summary>True in a data row that is none: without a code, or with nothing entered.</summary>
    public string IsNone => Form.Tree is null ? $"{Own(UsedColumn)}=0" : $"{Own(CodeColumn)}=\"\"";

    /// <summary>True in a data row that is one.</summary>
    public string IsRow => Form.Tree is null ? $"{Own(UsedColumn)}>0" : $"{Own(CodeColumn)}<>\"\"";

    /// <summary>True in a data row with a code of one of these levels.</summary>
    /// <param name="depths">Levels, from 0.</param>
    public string IsOfLevel(IEnumerable<int> depths)
    {
        var levels = depths.Select(depth => string.Create(
            CultureInfo.InvariantCulture, $"LEN({Own(CodeColumn)})={Codes!.LevelLengths[depth]}")).ToArray();
        return levels.Length == 1 ? levels[0] : $"OR({string.Join(',', levels)})";
    }

    /// <summary>All codes of a level, as SUMIFS and MATCH take them.</summary>
    /// <param name="level">Level, from 1.</param>
    public string CodesOfLevel(int level) => "\"" + new string('?', Codes!.LevelLengths[level - 1]) + "\"";

    /// <summary>Place among the data rows of the first that is one; an error where none is.</summary>
    public string FirstUsed => Form.Tree is null ? $"MATCH(1,{Data(UsedColumn)},0)" : $"MATCH(\"?*\",{Data(CodeColumn)},0)";

    /// <summary>1 for a row of a list in which something was entered.</summary>
    private string IsFilled
    {
        get
        {
            var runs = new List<(int First, int Last)>();
            foreach (var at in Form.Columns
                .Where(column => column is { IsRowNumber: false, Compute: null } && column.Kind != CellKind.CodeName)
                .Select(column => _layout.ColumnOf(Form, column.Id)).Order())
            {
                if (runs.Count > 0 && runs[^1].Last == at - 1) runs[^1] = (runs[^1].First, at);
                else runs.Add((at, at));
            }

            var filled = runs.Select(run => $"COUNTA({ReadRow(run.First, run.Last)})");
            return runs.Count == 0 ? "1" : $"IF({string.Join('+', filled)}=0,0,1)";
        }
    }

    /// <summary>The code one level above each data row.</summary>
    public int ParentColumn => Known("parent") ?? DataColumn("parent", () =>
    {
        var parent = "\"\"";
        var depths = Form.Tree!.Depths;
        for (var place = depths.Count - 1; place > 0; place--)
        {
            parent = string.Create(
                CultureInfo.InvariantCulture,
                $"IF({IsOfLevel([depths[place]])},LEFT({Own(CodeColumn)},{Codes!.LevelLengths[depths[place - 1]]}),{parent})");
        }

        return parent;
    });

    /// <summary>
    /// Each code as a number filled up to the lowest level, 0 for one that is no number, and that of the row above for a row without
    /// code. A code that does not stand below a smaller one adds what no code reaches, so that the last row tells whether any does.
    /// </summary>
    public int KeyColumn => Known("key") ?? Column("key", column =>
    {
        var leaf = LeafLength.ToString(CultureInfo.InvariantCulture);
        var (code, above) = (Own(CodeColumn), $"SUM(${SheetReference.Cell(DataTop - 1, column)})");
        var own = $"IFERROR(VALUE(LEFT({code}&\"{BeyondKeys[2..]}\",{leaf})),0)";
        _grid.PutDown(
            DataTop, Bottom, column, $"IF({code}=\"\",{above},IF({own}>{above},{own},{above}+{BeyondKeys}))");
    });

    private string BeyondKeys => "10" + new string('0', LeafLength);

    /// <summary>How long the codes of the lowest printed level are.</summary>
    public int LeafLength => Codes!.LevelLengths[Leaf - 1];

    /// <summary>
    /// True while the codes of the data rows stand in order and none twice: what belongs to a code then stands together.
    /// </summary>
    public string InOrder => $"{SheetReference.FixedCell(Bottom, KeyColumn)}<{BeyondKeys}";

    /// <summary>
    /// Writes what is known of each row before anything that rests on it: programs that compute column by column then never have to look
    /// ahead.
    /// </summary>
    private void WriteRowColumns()
    {
        _ = (CodeColumn, KeyColumn);
        if (Form.Tree!.Depths.Count > 1) _ = (LastBelowColumn, ParentColumn);
    }

    /// <summary>Place of the last data row that may belong to an upper code; 0 in rows that have no upper code.</summary>
    public int LastBelowColumn => Known("last") ?? DataColumn("last", () =>
    {
        var rows = DataRows.ToString(CultureInfo.InvariantCulture);
        var leaf = LeafLength.ToString(CultureInfo.InvariantCulture);
        var last = $"MATCH({Own(KeyColumn)}+10^({leaf}-LEN({Own(CodeColumn)}))-1,{Data(KeyColumn)},1)";
        return $"IF({IsUpper},IF({InOrder},{last},{rows}),0)";
    });

    /// <summary>True in a data row with a code above the lowest level.</summary>
    private string IsUpper => IsOfLevel(Form.Tree!.Depths.SkipLast(1));

    /// <summary>A helper column over the data rows that may belong to the upper code of the row a formula is worded for.</summary>
    public string Below(int column) =>
        $"INDEX({Data(column)},IF({InOrder},{Place},1)):INDEX({Data(column)},{Own(LastBelowColumn)})";

    /// <summary>How long the codes above the lowest printed level are.</summary>
    public int ParentLength => Codes!.LevelLengths[Form.Tree!.Depths[^2]];

    /// <summary>The codes of the lowest printed level below a code, as SUMIFS takes them.</summary>
    public string LeavesOf(string code) =>
        string.Create(CultureInfo.InvariantCulture, $"{code}&REPT(\"?\",{LeafLength}-LEN({code}))");

    /// <summary>The codes whose children are the leaves below a code, as SUMIFS takes them.</summary>
    public string ParentsOfLeaves(string code)
    {
        var length = ParentLength;
        return length == Codes!.LevelLengths[Form.Tree!.Depths[0]] ? code
            : string.Create(CultureInfo.InvariantCulture, $"{code}&REPT(\"?\",{length}-LEN({code}))");
    }

    /// <summary>What a row is called, given by its place in the block.</summary>
    /// <param name="place">Formula of the place, from 1.</param>
    /// <param name="figure">The column of figures it is called for.</param>
    public string Label(string place, FormColumn? figure)
    {
        if (Form.Tree is not { Print: not CodePrint.Name } || Fixed.Count > 1) return $"INDEX({All(LabelColumn(figure))},{place})";
        var code = $"INDEX({All(CodeColumn)},{place})";
        return Fixed.Count == 0 ? code : $"IF({place}=1,\"{LabelOf(Form, Fixed[0], figure)}\",{code})";
    }

    private int LabelColumn(FormColumn? figure) => Column("label " + LabelBefore(Form, Form.Columns, figure)?.Id, column =>
    {
        for (var index = 0; index < Fixed.Count; index++) _grid.PutText(Top + index, column, LabelOf(Form, Fixed[index], figure));
        if (DataRows == 0) return;
        if (Form.Tree is { Print: CodePrint.Name } tree)
        {
            _grid.PutDown(DataTop, Bottom, column, $"IF({IsNone},\"\",INDEX({SheetColumn(tree.Column)},{Place})&\"\")");
        }
        else if (Form.Tree is not null) _grid.PutDown(DataTop, Bottom, column, Own(CodeColumn));
        else if (Form.Blocks is null && Form.Columns.FirstOrDefault(one => one.Kind is CellKind.Text or CellKind.CodeName) is { } named)
        {
            _grid.PutDown(DataTop, Bottom, column, $"IF({IsNone},\"\",LEFT({Read(named.Id)}&\"\",20))");
        }
        else _grid.PutDown(DataTop, Bottom, column, $"IF({IsNone},\"\",\"第\"&{DataSheetRowOf(Place)}&\"行\")");
    });

    /// <summary>Name of a fixed row, where lists stand side by side the one on the side of a figure.</summary>
    /// <param name="form">The form.</param>
    /// <param name="row">Its row.</param>
    /// <param name="figure">The column of figures it is called for; null for any.</param>
    public static string LabelOf(FormDefinition form, RowGroup.Fixed row, FormColumn? figure)
    {
        var own = LabelBefore(form, form.Columns.Where(column => row.Labels.ContainsKey(column.Id)), figure);
        var label = own is null ? row.Labels.Values.FirstOrDefault(row.Key.Value) : row.Labels[own.Id];
        return Ordinals.WithoutSlot(label).Trim('　');
    }

    /// <summary>The last label in front of a column of figures.</summary>
    private static FormColumn? LabelBefore(FormDefinition form, IEnumerable<FormColumn> columns, FormColumn? figure) => figure is null
        ? null : columns.LastOrDefault(column => column.Kind == CellKind.Label && form.IndexOf(column.Id) < form.IndexOf(figure.Id));

    /// <summary>
    /// The cell of a helper column in the data row a formula is worded for: «$F12», or «F12» where columns to the right share it.
    /// </summary>
    public string Own(int column) => Still(column) + SheetReference.Cell(DataTop, column);

    /// <summary>A helper column over some rows.</summary>
    public string Area(int column, int first, int last) =>
        _moving.Contains(column) ? SheetReference.Moving(first, last, column) : SheetReference.Fixed(first, column, last, column);

    /// <summary>A cell of a helper column.</summary>
    public string Area(int column, int row) => _moving.Contains(column) ? SheetReference.Letters(column) + "$" +
        row.ToString(CultureInfo.InvariantCulture) : SheetReference.FixedCell(row, column);

    /// <summary>A helper column over the data rows.</summary>
    public string Data(int column) => Area(column, DataTop, Bottom);

    /// <summary>A helper column over the fixed rows.</summary>
    public string FixedRows(int column) => Area(column, Top, Top + Fixed.Count - 1);

    /// <summary>A helper column over all rows.</summary>
    public string All(int column) => Area(column, Top, Bottom);

    /// <summary>A helper column over all rows, the same in every formula.</summary>
    public string Named(int column) => SheetReference.Fixed(Top, column, Bottom, column);

    private string Still(int column) => _moving.Contains(column) ? "" : "$";

    /// <summary>Rows where codes are found: those from data, in forms without a code tree the fixed ones.</summary>
    public string Coded(int column) => Form.Tree is not null ? Data(column) : FixedRows(column);

    private string NotFixed(string data, string none) =>
        Fixed.Count == 0 ? data
        : Fixed.Count == 1 && !HasSides
            ? $"IF({DataSheetRowOf(Place)}=ROW({Sheet}{SheetReference.FixedCell(_layout.RowOf(Form, Fixed[0].Key), 1)}),{none},{data})"
        : $"IF(COUNTIF({FixedRows(Taken)},{DataSheetRowOf(Place)})>0,{none},{data})";

    /// <summary>True where lists stand side by side.</summary>
    private bool HasSides => Form.Rows.Any(group => group.Stretch != 0);

    /// <summary>Sheet rows of fixed rows in which no row from data can stand: those of another list beside it can.</summary>
    private int Taken => !HasSides ? SheetRows : Column("taken", column =>
    {
        var codes = Form.Tree?.Column ?? Form.List?.Key ?? Form.Columns[0].Id;
        PutFixed(column, Fixed, row => row.Covers(codes), row => row.Covers(codes) ? OwnFixed(row, SheetRows) : "0");
    });

    /// <summary>A code without blanks, as the reader takes it; a number becomes its digits.</summary>
    private static string Cleaned(string cell) =>
        $"SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cell}&\"\",\" \",\"\"),\"\u3000\",\"\"),\"\u00A0\",\"\")";
}
