using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// 校验计算。The sheet behind the 校验 sheet: blocks with the figures of the forms, a row for each line of the 校验 sheet, for the figures of
/// each form and for the state of each form. Plain formulas only, one for each cell, none of them beyond Excel 2007.
/// </summary>
public sealed class HelperSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "校验计算";

    /// <summary>Name of the states of all lines, for conditional formats, which may not name another sheet in old programs.</summary>
    public const string StatesName = "EB_states";

    private const int FirstBlock = 2;
    private const int Grade = 10_000;
    private const int BrokenColumn = 1;
    private const int UncheckedColumn = 2;
    private const int FirstLineColumn = 3;
    private const int EmptyColumn = 4;
    private const int OverflowColumn = 5;
    private const int FirstColumn = 6;
    private const int ShownColumn = 7;
    private const int PrefixColumn = 8;

    private readonly HelperColumns _columns;
    private readonly IWorkbookLayout _layout;
    private readonly LineCells _cells;
    private readonly FormBlock[] _checked;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly OffendingColours _colours;
    private readonly Dictionary<(int Line, bool IsLeft), CheckCell?> _places = [];

    /// <param name="book">The rule book.</param>
    /// <param name="lines">Lines of the 校验 sheet.</param>
    /// <param name="layout">Where the forms stand.</param>
    /// <param name="seals">What the workbook was issued with.</param>
    public HelperSheet(RuleBook book, IReadOnlyList<CheckLine> lines, IWorkbookLayout layout, ICheckSeals seals)
    {
        (_layout, Lines) = (layout, lines);
        // under its name the sheet is known also where it was renamed
        Grid.PutText(1, 1, Name);
        _columns = new HelperColumns(
            book, layout, seals, Grid, FirstBlock, blocks => 1 + lines.Count + blocks + 1 + blocks + 1 + TopLines + 1);
        _checked = [.. _columns.Blocks];
        _cells = new LineCells(_columns.Bottom + 1, LineCount);
        _colours = new OffendingColours(_columns, layout, name => _names[name.Name] = Outside(name.Range));
        for (var index = 0; index < lines.Count; index++) Write(lines[index], index);
        for (var index = 0; index < _checked.Length; index++) WriteFigures(_checked[index], lines.Count + index);
        WriteStates();
        WriteTop();
        _names[StatesName] = Outside(_cells.All(LineCell.State));
    }

    /// <summary>What stands in the cells of 校验计算.</summary>
    public HelperGrid Grid { get; } = new();

    /// <summary>Cells below the others, for the figures that fixed rows were issued with; in order.</summary>
    public IReadOnlyList<IssuedCell> IssuedCells => [.. _columns.IssuedCells.OrderBy(cell => cell.Row).ThenBy(cell => cell.Column)];

    /// <summary>The lines that stand for relations.</summary>
    public IReadOnlyList<CheckLine> Lines { get; }

    /// <summary>The forms whose figures are checked for text and errors, in the order of their lines behind the relations.</summary>
    public IReadOnlyList<FormDefinition> Forms => [.. _checked.Select(block => block.Form)];

    /// <summary>Lines in all.</summary>
    public int LineCount => Lines.Count + _checked.Length;

    /// <summary>Names that conditional formats use, with the ranges they stand for.</summary>
    public IReadOnlyDictionary<string, string> Names => _names;

    /// <summary>Cells of the forms that turn red, with the condition under which they do.</summary>
    public IReadOnlyList<OffendingCells> Offending => _colours.All;

    /// <summary>True for a form whose figures the sheet repeats: one that has any and is no part of another form.</summary>
    public static bool Repeats(RuleBook book, FormDefinition form) => form.Columns.Any(column => column.IsFigure)
        && book.Pack.Forms.All(other => other.Blocks?.Inner != form.Id);

    /// <summary>Lines listed at the top of the 校验 sheet.</summary>
    public const int TopLines = 20;

    /// <summary>
    /// The state of a line as the 校验 sheet names it: -1 未填, 0 通过, 1 尾差, 2 不适用, 3 未检查, 4 不通过 of a 疑点 or 提示, 5 不通过 of a 错误.
    /// </summary>
    public string StateOf(int line) => Cell(LineCell.State, line);

    /// <summary>Left side of a line; of a line of figures how many rows are none.</summary>
    public string LeftOf(int line) => Cell(LineCell.Left, line);

    /// <summary>Right side of a line.</summary>
    public string RightOf(int line) => Cell(LineCell.Right, line);

    /// <summary>What the rows of a line are called, its column, and its worst row; each empty for none.</summary>
    public (string Scope, string Title, string Label) WordsOf(int line) =>
        (Cell(LineCell.Scope, line), Cell(LineCell.Title, line), Cell(LineCell.Label, line));

    /// <summary>More than 0 while rows stand beyond what the checks of a line can read.</summary>
    public string OverflowOf(int line) => Cell(LineCell.Outside, line);

    /// <summary>True for a line of relations whose words change with what is typed.</summary>
    /// <param name="line">Place of the line.</param>
    public bool HasWords(int line) => !Lines[line].IsSingle || CanOverflow(Lines[line]);

    /// <summary>Rows that people may insert in a form before its checks say 未检查.</summary>
    public int SpareRows => _columns.Spare;

    /// <summary>Form and sheet column of the left or right cell of a line; null when its side names none.</summary>
    public (FormDefinition Form, int Column)? PlaceOf(int line, bool isLeft) => line >= Lines.Count
        ? isLeft ? (_checked[line - Lines.Count].Form, 1) : null
        : _places[(line, isLeft)] is { } place ? (place.Form, place.Column) : null;

    /// <summary>Target of a line's left cell, ready for a link; empty for none.</summary>
    public string TargetOf(int line) => Cell(LineCell.LeftTarget, line);

    /// <summary>Target of a line's right cell; empty for none.</summary>
    public string RightTargetOf(int line) => Cell(LineCell.RightTarget, line);

    /// <summary>Targets of all lines, left and right.</summary>
    public (string Left, string Right) Targets => (Outside(_cells.All(LineCell.LeftTarget)), Outside(_cells.All(LineCell.RightTarget)));

    /// <summary>Row of a line on the helper sheet, as formulas write it.</summary>
    public string RowDigits(int line) => _cells.RowOf(line).ToString(CultureInfo.InvariantCulture);

    /// <summary>Which line stands at a place of the list of what is to be mended; empty for none.</summary>
    /// <param name="place">The place, from 0.</param>
    public string TopOf(int place)
    {
        var found = Outside("$" + SheetReference.Cell(StatesTop + _checked.Length + 1 + place, 1));
        return string.Create(CultureInfo.InvariantCulture, $"IF({found}<{3 * Grade},MOD({found},{Grade}),\"\")");
    }

    /// <summary>How many lines have at least a state.</summary>
    public string CountOf(int state) =>
        string.Create(CultureInfo.InvariantCulture, $"COUNTIF({Outside(_cells.All(LineCell.State))},\">={state}\")");

    /// <summary>How many lines have a state.</summary>
    public string CountExactly(int state) =>
        string.Create(CultureInfo.InvariantCulture, $"COUNTIF({Outside(_cells.All(LineCell.State))},{state})");

    /// <summary>«'T3 支出总表'!D12» shows as T3!D12: the sheet's first word.</summary>
    /// <param name="target">A formula that gives such an address.</param>
    public static string ShortOf(string target)
    {
        var words = $"SUBSTITUTE({target},\"'\",\" \")";
        return $"MID({words},2,FIND(\" \",{words},2)-2)&MID({target},FIND(\"!\",{target}),9)";
    }

    /// <summary>
    /// State of a form: its lines 不通过, its lines 未检查, target of the first of them and how it is called on the form's own sheet, both
    /// empty without one, 1 while the form has no figure.
    /// </summary>
    public (string Broken, string Unchecked, string First, string Shown, string IsEmpty) StateOf(FormDefinition form)
    {
        var row = StatesTop + PlaceOf(form);
        string At(int column) => Outside(SheetReference.FixedCell(row, column));
        return (At(BrokenColumn), At(UncheckedColumn), At(FirstColumn), At(ShownColumn), At(EmptyColumn));
    }

    private int StatesTop => _cells.Bottom + 1;

    private static string Outside(string address) => SheetReference.Sheet(Name) + address;

    /// <summary>«'校验计算'!$A250»: a cell of a line; lines below share the formula.</summary>
    private string Cell(LineCell cell, int line) =>
        Outside("$" + SheetReference.Cell(_cells.RowOf(line), LineCells.ColumnOf(cell)));

    private string Own(LineCell cell, int line) => _cells.Own(cell, line);

    private static string InRow(LineCell cell) => LineCells.Alike(cell);

    private void Put(LineCell cell, int line, string formula) => Grid.Put(_cells.RowOf(line), LineCells.ColumnOf(cell), formula);

    /// <summary>Writes a cell of a line whose formula any other line may share.</summary>
    private void PutAlike(LineCell cell, int line, string formula) =>
        Grid.PutAlike(_cells.RowOf(line), LineCells.ColumnOf(cell), formula);

    private void PutText(LineCell cell, int line, string text)
    {
        if (text.Length > 0) Grid.PutText(_cells.RowOf(line), LineCells.ColumnOf(cell), text);
    }

    private void Write(CheckLine line, int index)
    {
        if (line.IsSingle) WriteSingle(line, index);
        else WriteMany(line, index);
        WritePlace(line, index);
        WriteForms(line.Forms, index);
        if (!HasWords(index)) return;
        PutText(LineCell.Scope, index, line.Scope);
        PutText(LineCell.Title, index, line.ColumnTitle);
    }

    /// <summary>
    /// Which forms a line reads. Below it 1 while one of them has more rows than are checked, -1 while all of them are empty, else 0.
    /// </summary>
    private void WriteForms(IEnumerable<FormDefinition> forms, int line)
    {
        var places = forms.Select(PlaceOf).Where(at => at >= 0).ToArray();
        PutAlike(
            LineCell.Key, line, HelperGrid.InTurn($"{InRow(LineCell.State)}&\",{string.Concat(places.Select(at => $"{at},"))}\""));
        if (places.Length == 0) return;
        string All(IEnumerable<int> of, int column, char sign) =>
            string.Join(sign, of.Select(at => SheetReference.FixedCell(StatesTop + at, column)));
        var isEmpty = "-" + All(places, EmptyColumn, '*');
        int[] growing = [.. places.Where(at => _checked[at].DataRows > 0)];
        PutAlike(LineCell.Outside, line, HelperGrid.InTurn(
            growing.Length == 0 ? isEmpty : $"IF({All(growing, OverflowColumn, '+')}>0,1,{isEmpty})"));
    }

    /// <summary>True for a line that may find its forms empty.</summary>
    private bool MayBeEmpty(CheckLine line) => line.Forms.Any(form => PlaceOf(form) >= 0);

    private int PlaceOf(FormDefinition form)
    {
        for (var place = 0; place < _checked.Length; place++)
        {
            if (_checked[place].Form == form) return place;
        }

        return -1;
    }

    private void WriteSingle(CheckLine line, int index)
    {
        var place = PlaceOf(line);
        Put(LineCell.Left, index, _columns.Formulas.Figure(line.Relation.Check.Left, place));
        Put(LineCell.Right, index, _columns.Formulas.Figure(line.Relation.Check.Right, place));
        var gap = GapOf(line, $"{InRow(LineCell.Left)}-{InRow(LineCell.Right)}");
        var broken = SeverityOf(line).ToString(CultureInfo.InvariantCulture);
        // without a gap nobody asks how exactly the figures are known
        if (_columns.Formulas.HalfWidth(line.Relation.Check, place) is not "0" and var half)
        {
            Put(LineCell.Half, index, half);
            broken = $"IF(ROUND({gap}-{InRow(LineCell.Half)},{NoiseOf(line)})>0,{broken},1)";
        }

        var outside = MayBeEmpty(line) ? InRow(LineCell.Outside) : "0";
        var state = $"IF({gap}=0,{outside},{broken})";
        if (line.Relation.When is { } when)
        {
            Put(LineCell.When, index, _columns.Formulas.Holds(when, place));
            state = $"IF({InRow(LineCell.When)},{state},{Inapplicable(outside)})";
        }

        state = $"IFERROR({state},3)";
        PutAlike(LineCell.State, index, CanOverflow(line) ? $"IF({outside}>0,3,{state})" : state);
        _colours.AddSingle(line, index);
    }

    /// <summary>
    /// A relation of many rows: each row has its score, 0 where it holds, the gap where it does not, less than 0 where rounding explains
    /// it, X where it cannot be told.
    /// </summary>
    private void WriteMany(CheckLine line, int index)
    {
        var block = _columns[line.Relation.Form];
        var at = Scores(line, block);
        var scores = block.Named(at);
        var outside = MayBeEmpty(line) ? InRow(LineCell.Outside) : "0";
        var state = $"IF(MAX({scores})>0,{SeverityOf(line)},IF(COUNTIF({scores},\"X\")>0,3,IF(MIN({scores})<0,1,{outside})))";
        if (line.Relation.When is { IsByRow: false } when)
        {
            Put(LineCell.When, index, _columns.Formulas.Holds(when, new HelperRow.None(line.Relation.Amounts.Unit, line.Column)));
            state = $"IFERROR(IF({InRow(LineCell.When)},{state},{Inapplicable(outside)}),3)";
        }

        PutAlike(LineCell.State, index, CanOverflow(line) ? $"IF({outside}>0,3,{state})" : state);
        var own = InRow(LineCell.State);
        PutAlike(LineCell.Worst, index, $"IF(OR({own}<0,{own}=2),0,IFERROR(MATCH(" +
            $"IF({own}>=4,MAX({scores}),IF({own}=3,\"X\",IF({own}=1,MIN({scores}),0))),{scores},0),0))");
        var worst = Own(LineCell.Worst, index);
        var there = new HelperRow.Any(
            block, column => $"INDEX({block.All(column)},{worst})", line.Relation.Amounts.Unit, line.Column);
        Put(LineCell.Left, index, $"IF({worst}=0,\"\",{_columns.Formulas.Figure(line.Relation.Check.Left, there)})");
        Put(LineCell.Right, index, $"IF({worst}=0,\"\",{_columns.Formulas.Figure(line.Relation.Check.Right, there)})");
        var label = $"IF({InRow(LineCell.Worst)}=0,\"\",{block.Label(InRow(LineCell.Worst), line.Figure)})";
        PutAlike(LineCell.Label, index, HelperGrid.InTurn(label));
        _colours.AddRows(line, index, block, at);
    }

    /// <summary>The scores of a relation's columns stand side by side.</summary>
    private int Scores(CheckLine line, FormBlock block) => block.Column(
        $"s{line.Relation.Declaration.Id} {line.Scope}",
        line.Column is { } own ? Math.Max(0, line.Relation.Columns.ToList().IndexOf(own)) : 0,
        Math.Max(1, line.Relation.Columns.Count), at =>
    {
        block.PutFixed(
            at, line.Fixed, row => row.Code?.Length, row =>
            Score(line, new HelperRow.Fixed(block, row, line.Relation.Amounts.Unit, line.Column)));

        if (line.Levels is null || block.DataRows == 0) return;
        var score = Score(line, new HelperRow.Any(block, block.Own, line.Relation.Amounts.Unit, line.Column));
        var applies = line.Levels.Count == 0 ? block.IsRow : block.IsOfLevel(line.Levels.Order());
        Grid.PutDown(block.DataTop, block.Bottom, at, $"IF({applies},{score},\"\")");
    });

    private string Score(CheckLine line, HelperRow row)
    {
        var check = line.Relation.Check;
        var gap = GapOf(line, $"{_columns.Formulas.Figure(check.Left, row)}-{_columns.Formulas.Figure(check.Right, row)}");
        var half = _columns.Formulas.HalfWidth(check, row);
        // without a gap nobody asks how exactly the figures are known
        var score = half == "0" ? gap : $"IF({gap}=0,0,{gap}*IF(ROUND({gap}-{half},{NoiseOf(line)})>0,1,-1))";
        if (line.Relation.When is { IsByRow: true } when) score = $"IF({_columns.Formulas.Holds(when, row)},{score},\"\")";
        return $"IFERROR({score},\"X\")";
    }

    private static string GapOf(CheckLine line, string difference) =>
        HelperFormulas.Gap(line.Relation.Check.Comparison, $"ROUND({difference},{NoiseOf(line)})");

    /// <summary>2 不适用; -1 未填 while the forms are empty.</summary>
    private static string Inapplicable(string outside) => outside is "0" ? "2" : $"2+3*{outside}";

    private bool CanOverflow(CheckLine line) => line.Forms.Select(_columns.Find).Any(block => block is { DataRows: > 0 });

    private static int SeverityOf(CheckLine line) => line.Relation.Declaration.Severity == Severity.Error ? 5 : 4;

    private static string NoiseOf(CheckLine line) => UnitScale.Noise(line.Relation.Amounts.Unit).ToString(CultureInfo.InvariantCulture);

    private HelperRow PlaceOf(CheckLine line) => line.Fixed is [var row]
        ? new HelperRow.Fixed(_columns[line.Relation.Form], row, line.Relation.Amounts.Unit, line.Column)
        : new HelperRow.None(line.Relation.Amounts.Unit, line.Column);

    private void WritePlace(CheckLine line, int index)
    {
        foreach (var (isLeft, target) in new[] { (true, LineCell.LeftTarget), (false, LineCell.RightTarget) })
        {
            if ((_places[(index, isLeft)] = Place(line, isLeft)) is not { } place) continue;
            var worst = Own(LineCell.Worst, index);
            var prefix = SheetReference.FixedCell(StatesTop + PlaceOf(place.Form), PrefixColumn);
            var sheetRow = place.Row.Replace("{w}", worst, StringComparison.Ordinal);
            var formula = $"{prefix}&\"{SheetReference.Letters(place.Column)}\"&{sheetRow}";
            if (formula.Contains("MATCH(", StringComparison.Ordinal)) formula = $"IFERROR({formula},\"\")";
            Put(target, index, place.Row.Contains("{w}", StringComparison.Ordinal) ? $"IF({worst}=0,\"\",{formula})" : formula);
        }
    }

    /// <summary>The first cell of a side.</summary>
    private CheckCell? Place(CheckLine line, bool isLeft)
    {
        var side = isLeft ? line.Relation.Check.Left : line.Relation.Check.Right;
        if (Expression.CellsOf(side).FirstOrDefault() is not { } cells || _columns.Find(cells.Form) is not { } block) return null;
        if (HelperColumns.Columns(cells, line.Column).FirstOrDefault() is not { } column) return null;
        var at = _layout.ColumnOf(cells.Form, column.Id);
        var own = _columns.Find(line.Relation.Form);
        string? row = cells.Rows switch
        {
            RowSelector.Key key when cells.Form.FixedRow(key.Row) is { } declared => FixedRow(block, declared),
            RowSelector.Key key => CodedRow(block, $"MATCH(\"{key.Row.Value}\",{block.Coded(block.CodeColumn)},0)"),
            RowSelector.Range range => FixedRow(block, cells.Form.FixedRow(range.First)!),
            RowSelector.This when block == own =>
                line.IsSingle ? line.Fixed is [var single] ? FixedRow(block, single) : null : block.SheetRowOf("{w}"),
            RowSelector.This when own is not null => Other(line, own, block),
            RowSelector.Children when own is not null && !line.IsSingle =>
                block.DataSheetRowOf($"MATCH(INDEX({own.All(own.CodeColumn)},{{w}}),{block.Data(block.ParentColumn)},0)"),
            RowSelector.LeavesUnder when own is not null && !line.IsSingle =>
                block.DataSheetRowOf(
                    $"MATCH({block.LeavesOf($"INDEX({own.All(own.CodeColumn)},{{w}})")},{block.Data(block.CodeColumn)},0)"),
            _ => FirstRow(block, cells.Rows),
        };
        return row is null ? null : new CheckCell(cells.Form, at, row);
    }

    /// <summary>Sheet row of the first row of several: the first of a level, of the lowest, or of all.</summary>
    private string FirstRow(FormBlock block, RowSelector rows)
    {
        var level = rows switch
        {
            RowSelector.Level known => known.Depth + 1,
            RowSelector.Leaves => block.Leaf,
            _ => 0,
        };
        if (block.Form.Tree is not null && level > 0)
            return block.DataSheetRowOf($"MATCH({block.CodesOfLevel(level)},{block.Data(block.CodeColumn)},0)");
        var declared = block.Fixed.FirstOrDefault(row => rows is RowSelector.All || (rows is RowSelector.Level && row.Code is not null));
        return declared is not null ? FixedRow(block, declared)
            : block.DataRows == 0 ? $"ROW({block.FirstCell})"
            : block.SheetRowOf(string.Create(CultureInfo.InvariantCulture, $"{block.Fixed.Count}+{block.FirstUsed}"));
    }

    private string? Other(CheckLine line, FormBlock own, FormBlock block)
    {
        if (!line.IsSingle)
        {
            return CodedRow(block, $"MATCH(INDEX({own.All(own.CodeColumn)},{{w}}),{block.Coded(block.CodeColumn)},0)");
        }

        if (line.Fixed is not [var row]) return null;
        if (row.Code is { } code) return CodedRow(block, $"MATCH(\"{code}\",{block.Coded(block.CodeColumn)},0)");
        return block.Form.FixedRow(row.Key) is { } same ? FixedRow(block, same) : null;
    }

    /// <summary>Sheet row of a place among the rows where codes are found.</summary>
    private static string CodedRow(FormBlock block, string place) =>
        block.Form.Tree is not null ? block.DataSheetRowOf(place) : $"INDEX({block.FixedRows(block.SheetRows)},{place})";

    private string FixedRow(FormBlock block, RowGroup.Fixed row) => block is { DataRows: 0 }
        ? SheetReference.Cell(block.RowOf(row), block.SheetRows)
        : $"ROW({block.Sheet}{SheetReference.Cell(_layout.RowOf(block.Form, row.Key), 1)})";

    private void WriteFigures(FormBlock block, int line)
    {
        var bad = block.All(_columns.Bad(block));
        var at = PlaceOf(block.Form);
        Put(LineCell.State, line, $"IF(SUM({bad})>0,5,-{SheetReference.FixedCell(StatesTop + at, EmptyColumn)})");
        var (worst, sheetRow) = (Own(LineCell.Worst, line), Own(LineCell.Right, line));
        // what was typed is named before the errors that come of it
        Put(LineCell.Worst, line, $"IF({Own(LineCell.State, line)}<5,0,MATCH(MAX({bad}),{bad},0))");
        Put(LineCell.Left, line, $"COUNTIF({bad},\">0\")");
        Put(LineCell.Right, line, $"IF({worst}=0,0,{block.SheetRowOf(worst)})");
        var letters = Column(block, sheetRow, cell => $"ISERROR({cell})", "\"A\"");
        letters = Column(block, sheetRow, cell => $"IF(ISTEXT({cell}),{cell}<>\"\",FALSE)", letters);
        var prefix = SheetReference.FixedCell(StatesTop + at, PrefixColumn);
        Put(LineCell.LeftTarget, line, $"IF({sheetRow}=0,\"\",{prefix}&{letters}&{sheetRow})");
        WriteForms([block.Form], line);
        _colours.AddTexts(block);
    }

    /// <summary>Letters of the first column whose cell in a row is so.</summary>
    private string Column(FormBlock block, string sheetRow, Func<string, string> isSo, string otherwise)
    {
        foreach (var at in block.FigureColumns.Reverse().Select(column => _layout.ColumnOf(block.Form, column.Id)))
        {
            var cell = $"INDEX({block.SheetColumn(at)},{sheetRow}-ROW({block.FirstCell})+1)";
            otherwise = $"IF({isSo(cell)},\"{SheetReference.Letters(at)}\",{otherwise})";
        }

        return otherwise;
    }

    private void WriteStates()
    {
        var (first, last) = (StatesTop, StatesTop + _checked.Length - 1);
        string At(int column) => "$" + SheetReference.Cell(first, column);
        // «5,0,2,»: the state of a line, then the forms it reads
        var keys = _cells.All(LineCell.Key);
        var form = string.Create(CultureInfo.InvariantCulture, $"*,\"&ROW()-{first}&\",*\"");
        Grid.PutDown(first, last, BrokenColumn, $"COUNTIF({keys},\"4{form})+COUNTIF({keys},\"5{form})");
        Grid.PutDown(first, last, UncheckedColumn, $"COUNTIF({keys},\"3{form})");
        string First(int state, string otherwise) => $"IFERROR(MATCH(\"{state}{form},{keys},0),{otherwise})";
        Grid.PutDown(
            first, last, FirstLineColumn,
            $"IF({At(BrokenColumn)}+{At(UncheckedColumn)}=0,0,{First(5, First(4, First(3, "0")))})");
        var (index, target) = (At(FirstLineColumn), At(FirstColumn));
        Grid.PutDown(
            first, last, FirstColumn,
            $"IF({index}=0,\"\",IFERROR(INDEX({_cells.All(LineCell.LeftTarget)},{index}),\"\"))");
        // a cell of another form is named with its form
        Grid.PutDown(first, last, ShownColumn, $"IF({target}=\"\",\"\",IF(ISNUMBER(FIND({At(PrefixColumn)},{target}))," +
            $"MID({target},FIND(\"!\",{target})+1,9),{ShortOf(target)}))");
        for (var at = 0; at < _checked.Length; at++) WriteState(StatesTop + at, _checked[at]);
    }

    private void WriteState(int row, FormBlock block)
    {
        Grid.PutText(row, PrefixColumn, block.Sheet);
        if (block.DataRows > 0) Grid.Put(row, OverflowColumn, $"IF({block.Overflow},1,0)");
        var areas = block.FigureColumns.Select(column => HelperColumns.KnownFigures(block, column) is { } known
            ? block.All(known) : block.SheetColumn(column.Id));
        Grid.Put(
            row, EmptyColumn, $"IF({string.Join('+', areas.Select(area => $"COUNTIF({area},\">0\")+COUNTIF({area},\"<0\")"))}=0,1,0)");
    }

    /// <summary>
    /// The list of what is to be mended: the gravest first, then in the order of the lines. Each place looks behind the one above it for a
    /// line as grave, else for the first less grave one: grade and line are one number, «10007» for the seventh of grade 4.
    /// </summary>
    private void WriteTop()
    {
        var first = StatesTop + _checked.Length + 1;
        string First(int state, string otherwise) => string.Create(
            CultureInfo.InvariantCulture, $"IFERROR({(5 - state) * Grade}+MATCH({state},{_cells.All(LineCell.State)},0),{otherwise})");
        var none = (3 * Grade).ToString(CultureInfo.InvariantCulture);
        var (worst, grave, missing) = (First(5, First(4, First(3, none))), First(4, First(3, none)), First(3, none));
        Grid.Put(first, 1, worst);
        var above = "$" + SheetReference.Cell(first, 1);
        var behind = $"INDEX({_cells.All(LineCell.State)},MOD({above},{Grade})+1):"
            + string.Create(CultureInfo.InvariantCulture, $"INDEX({_cells.All(LineCell.State)},{LineCount})");
        Grid.PutDown(
            first + 1, first + TopLines - 1, 1,
            string.Create(CultureInfo.InvariantCulture, $"IF({above}={none},{none},IFERROR(IF(MOD({above},{Grade})={LineCount},NA(),")
            + string.Create(CultureInfo.InvariantCulture, $"{above}+MATCH(5-INT({above}/{Grade}),{behind},0)),")
            + string.Create(CultureInfo.InvariantCulture, $"IF({above}<{Grade},{grave},IF({above}<{2 * Grade},{missing},{none}))))"));
    }
}
