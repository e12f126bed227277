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
    /// <summary>Rows that people may insert before the checks of a form say 未检查.</summary>
    public const int SpareRows = 15;

    private readonly IWorkbookLayout _layout;
    private readonly HelperGrid _grid;
    private readonly Dictionary<string, int> _columns = new(StringComparer.Ordinal);

    /// <param name="form">The form.</param>
    /// <param name="codes">Its code list; null without one.</param>
    /// <param name="layout">Where it stands.</param>
    /// <param name="grid">Takes the formulas.</param>
    /// <param name="top">First row on the helper sheet.</param>
    public FormBlock(FormDefinition form, CodeList? codes, IWorkbookLayout layout, HelperGrid grid, int top)
    {
        (Form, Codes, _layout, _grid, Top) = (form, codes, layout, grid, top);
        Fixed = [.. form.Rows.OfType<RowGroup.Fixed>()];
        (FirstSheetRow, LastSheetRow) = layout.RegionOf(form);
        DataRows = form.Rows.Count > 0 && form.Rows.All(group => group is RowGroup.Fixed) ? 0 : LastSheetRow - FirstSheetRow + 1
            + SpareRows;
        Sheet = SheetReference.Sheet(layout.SheetOf(form));
    }

    /// <summary>The form.</summary>
    public FormDefinition Form { get; }

    /// <summary>Its code list; null without one.</summary>
    public CodeList? Codes { get; }

    /// <summary>Its fixed rows in declared order.</summary>
    public IReadOnlyList<RowGroup.Fixed> Fixed { get; }

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
    public int RowOf(RowGroup.Fixed row)
    {
        for (var index = 0; index < Fixed.Count; index++)
        {
            if (Fixed[index].Key == row.Key) return Top + index;
        }

        throw new ArgumentException($"{Form.Id} has no row {row.Key}", nameof(row));
    }

    /// <summary>The cell of a fixed row on the form's own sheet; the rows below may share the formula.</summary>
    public string SheetCell(RowGroup.Fixed row, ColumnId column) =>
        Sheet + "$" + SheetReference.Cell(_layout.RowOf(Form, row.Key), _layout.ColumnOf(Form, column));

    /// <summary>The cell of a helper column in a fixed row; the rows below may share the formula.</summary>
    public string OwnFixed(RowGroup.Fixed row, int column) => "$" + SheetReference.Cell(RowOf(row), column);

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

    /// <summary>A column of the form's region on its own sheet.</summary>
    public string SheetColumn(ColumnId column) => SheetColumn(_layout.ColumnOf(Form, column));

    /// <summary>A sheet column of the form's region.</summary>
    public string SheetColumn(int column) => Sheet + SheetReference.Fixed(FirstSheetRow, column, LastSheetRow, column);

    /// <summary>Place of a data row in the region, from 1, in formulas of data rows.</summary>
    public string Place => string.Create(CultureInfo.InvariantCulture, $"ROW()-{DataTop - 1}");

    /// <summary>How many rows the region has now.</summary>
    public string RegionRows => $"ROWS({SheetColumn(1)})";

    /// <summary>True once more rows stand in the region than the block can read.</summary>
    public string Overflow => string.Create(CultureInfo.InvariantCulture, $"{RegionRows}>{DataRows}");

    /// <summary>A helper column, written when it is asked for the first time.</summary>
    /// <param name="name">Name within the block.</param>
    /// <param name="write">Writes its formulas.</param>
    public int Column(string name, Action<int> write)
    {
        if (_columns.TryGetValue(name, out var known)) return known;
        var column = _columns.Count + 1;
        _columns[name] = column;
        write(column);
        return column;
    }

    /// <summary>A helper column of data rows only.</summary>
    public int DataColumn(string name, Func<string> formula) => Column(name, column =>
    {
        if (DataRows > 0) _grid.PutDown(DataTop, Bottom, column, formula());
    });

    /// <summary>Sheet rows of all rows of the block.</summary>
    public int SheetRows => Column("r", column =>
    {
        PutFixed(column, Fixed, _ => true, row => $"ROW({Sheet}$A{_layout.RowOf(Form, row.Key).ToString(CultureInfo.InvariantCulture)})");
        if (DataRows > 0) _grid.PutDown(DataTop, Bottom, column, $"ROW({Sheet}{SheetReference.FixedCell(FirstSheetRow, 1)})+{Place}-1");
    });

    /// <summary>Codes as the reader takes them, without blanks around; empty where a row has none.</summary>
    public int CodeColumn => Column("code", column =>
    {
        for (var index = 0; index < Fixed.Count; index++)
        {
            if (Fixed[index].Code is { } known) _grid.PutText(Top + index, column, known);
        }

        if (DataRows == 0) return;
        var code = CodeText.Of(Form.Tree!, column => $"IFERROR({Cleaned($"INDEX({SheetColumn(column)},{Place})")},\"\")",
            text => Own(DataColumn("label text", () => text)));
        _grid.PutDown(DataTop, Bottom, column, $"IF({Place}>{RegionRows},\"\",{NotFixed(code, "\"\"")})");
    });

    /// <summary>Level of each data row from 1; one more than there are for a code of no level; 0 for a row that is none.</summary>
    public int LevelColumn => DataColumn("level", () =>
    {
        if (Form.Tree is null) return $"IF({Place}>{RegionRows},0,{NotFixed("1", "0")})";
        var code = Own(CodeColumn);
        var level = (Levels + 1).ToString(CultureInfo.InvariantCulture);
        foreach (var depth in Form.Tree.Depths.Reverse())
            level = string.Create(CultureInfo.InvariantCulture, $"IF(LEN({code})={Codes!.LevelLengths[depth]},{depth + 1},{level})");
        return $"IF({code}=\"\",0,{level})";
    });

    /// <summary>The code one level above each data row.</summary>
    public int ParentColumn => DataColumn("parent", () =>
    {
        var parent = "\"\"";
        var depths = Form.Tree!.Depths;
        for (var place = depths.Count - 1; place > 0; place--)
        {
            parent = string.Create(
                CultureInfo.InvariantCulture,
                $"IF({Own(LevelColumn)}={depths[place] + 1},LEFT({Own(CodeColumn)},{Codes!.LevelLengths[depths[place - 1]]}),{parent})");
        }

        return parent;
    });

    /// <summary>The code of a level above each row of the lowest level.</summary>
    /// <param name="depth">The level, 0 for 类.</param>
    public int AncestorColumn(int depth) => DataColumn("above" + depth.ToString(CultureInfo.InvariantCulture), () => string.Create(
        CultureInfo.InvariantCulture, $"IF({Own(LevelColumn)}={Leaf},LEFT({Own(CodeColumn)},{Codes!.LevelLengths[depth]}),\"\")"));

    /// <summary>1 for a code that stands above already.</summary>
    public int RepeatedColumn => DataColumn("repeated", () =>
        $"IF({Own(CodeColumn)}=\"\",0,IF(MATCH({Own(CodeColumn)},{Data(CodeColumn)},0)={Place},0,1))");

    /// <summary>What each row is called.</summary>
    public int LabelColumn => Column("label", column =>
    {
        for (var index = 0; index < Fixed.Count; index++) _grid.PutText(Top + index, column, LabelOf(Fixed[index]));
        if (DataRows == 0) return;
        if (Form.Tree is { Print: CodePrint.Name } tree)
        {
            _grid.PutDown(DataTop, Bottom, column, $"IF({Own(LevelColumn)}=0,\"\",INDEX({SheetColumn(tree.Column)},{Place})&\"\")");
        }
        else if (Form.Tree is not null) _grid.PutDown(DataTop, Bottom, column, Own(CodeColumn));
        else if (Form.Blocks is null && Form.Columns.FirstOrDefault(one => one.Kind is CellKind.Text or CellKind.CodeName) is { } named)
        {
            _grid.PutDown(DataTop, Bottom, column, $"IF({Own(LevelColumn)}=0,\"\",LEFT(INDEX({SheetColumn(named.Id)},{Place})&\"\",20))");
        }
        else _grid.PutDown(DataTop, Bottom, column, $"IF({Own(LevelColumn)}=0,\"\",\"第\"&{Own(SheetRows)}&\"行\")");
    });

    /// <summary>Name of a fixed row.</summary>
    public static string LabelOf(RowGroup.Fixed row) =>
        Ordinals.WithoutSlot(row.Labels.Values.FirstOrDefault(row.Key.Value)).Trim('　');

    /// <summary>The cell of a helper column in the data row a formula is worded for: «$F12».</summary>
    public string Own(int column) => "$" + SheetReference.Cell(DataTop, column);

    /// <summary>A helper column over the data rows.</summary>
    public static string Area(int column, int first, int last) => SheetReference.Fixed(first, column, last, column);

    /// <summary>A helper column over the data rows.</summary>
    public string Data(int column) => Area(column, DataTop, Bottom);

    /// <summary>A helper column over the fixed rows.</summary>
    public string FixedRows(int column) => Area(column, Top, Top + Fixed.Count - 1);

    /// <summary>A helper column over all rows.</summary>
    public string All(int column) => Area(column, Top, Bottom);

    /// <summary>Rows where codes are found: those from data, in forms without a code tree the fixed ones.</summary>
    public string Coded(int column) => Form.Tree is not null ? Data(column) : FixedRows(column);

    private string NotFixed(string data, string none) =>
        Fixed.Count == 0 ? data : $"IF(COUNTIF({FixedRows(Taken)},{Own(SheetRows)})>0,{none},{data})";

    /// <summary>Sheet rows of fixed rows in which no row from data can stand: those of another list beside it can.</summary>
    private int Taken => Form.Rows.All(group => group.Stretch == 0) ? SheetRows : Column("taken", column =>
    {
        var codes = Form.Tree?.Column ?? Form.List?.Key ?? Form.Columns[0].Id;
        PutFixed(column, Fixed, row => row.Covers(codes), row => row.Covers(codes) ? OwnFixed(row, SheetRows) : "0");
    });

    /// <summary>A code without blanks, as the reader takes it; a number becomes its digits.</summary>
    private static string Cleaned(string cell) =>
        $"SUBSTITUTE(SUBSTITUTE(SUBSTITUTE({cell}&\"\",\" \",\"\"),\"\u3000\",\"\"),\"\u00A0\",\"\")";
}
