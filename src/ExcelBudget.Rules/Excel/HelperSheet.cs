using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// 校验计算。The sheet behind the 校验 sheet: blocks with the figures of the forms, one line for each line of the 校验 sheet, one for the
/// figures of each form, one for the state of each form. Plain formulas only, one for each row, none of them beyond Excel 2007.
/// </summary>
public sealed class HelperSheet
{
    /// <summary>Name of the sheet.</summary>
    public const string Name = "校验计算";

    /// <summary>Name of the states of all lines, for conditional formats, which may not name another sheet in old programs.</summary>
    public const string StatesName = "EB_states";

    private const int FirstBlock = 2;
    private const int StateColumn = 1;
    private const int WorstColumn = 2;
    private const int RankColumn = 3;
    private const int LeftColumn = 4;
    private const int RightColumn = 5;
    private const int LeftTargetColumn = 6;
    private const int RightTargetColumn = 7;
    private const int HalfColumn = 8;
    private const int WhenColumn = 9;
    private const int KeyColumn = 10;
    private const int OutsideColumn = 11;
    private const int WordsColumn = 12;
    private const int EmptyColumn = 4;
    private const int OverflowColumn = 5;
    private const int PrefixColumn = 8;

    private readonly HelperColumns _columns;
    private readonly IWorkbookLayout _layout;
    private readonly int _linesTop;
    private readonly FormBlock[] _checked;
    private readonly Dictionary<string, string> _names = new(StringComparer.Ordinal);
    private readonly List<OffendingCells> _offending = [];
    private readonly Dictionary<CheckLine, string> _scores = [];
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
        _linesTop = _columns.Bottom + 1;
        for (var index = 0; index < lines.Count; index++) Write(lines[index], index);
        for (var index = 0; index < _checked.Length; index++) WriteFigures(_checked[index], lines.Count + index);
        Grid.PutDown(_linesTop, _linesTop + LineCount - 1, RankColumn, Rank());
        for (var index = 0; index < _checked.Length; index++) WriteState(index);
        WriteTop();
        _names[StatesName] = Outside(Column(StateColumn));
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
    public IReadOnlyList<OffendingCells> Offending => _offending;

    /// <summary>True for a form whose figures the sheet repeats: one that has any and is no part of another form.</summary>
    public static bool Repeats(RuleBook book, FormDefinition form) => form.Columns.Any(column => column.IsFigure)
        && book.Pack.Forms.All(other => other.Blocks?.Inner != form.Id);

    /// <summary>Lines listed at the top of the 校验 sheet.</summary>
    public const int TopLines = 20;

    /// <summary>
    /// The state of a line as the 校验 sheet names it: -1 未填, 0 通过, 1 尾差, 2 不适用, 3 未检查, 4 不通过 of a 疑点 or 提示, 5 不通过 of a 错误.
    /// </summary>
    public string StateOf(int line) => Cell(line, StateColumn);

    /// <summary>Row of a line on the helper sheet, as formulas write it.</summary>
    public string RowDigits(int line) => (_linesTop + line).ToString(CultureInfo.InvariantCulture);

    /// <summary>Left side of a line.</summary>
    public string LeftOf(int line) => Cell(line, LeftColumn);

    /// <summary>Right side of a line.</summary>
    public string RightOf(int line) => Cell(line, RightColumn);

    /// <summary>What the worst row of a line is called; empty for a single row.</summary>
    public string LabelOf(int line)
    {
        if (line >= Lines.Count) return "\"\"";
        var one = Lines[line];
        if (one.IsSingle) return "\"\"";
        var worst = Cell(line, WorstColumn);
        return $"IF({worst}=0,\"\",{_columns[one.Relation.Form].Label(worst, Outside)})";
    }

    /// <summary>More than 0 while rows stand beyond what the checks of a line can read; null where none can.</summary>
    public string? OverflowOf(int line) => line < Lines.Count && CanOverflow(Lines[line]) ? Cell(line, OutsideColumn) : null;

    /// <summary>Rows that people may insert in a form before its checks say 未检查.</summary>
    public int SpareRows => _columns.Spare;

    /// <summary>The cell of the words that a line of one row has as its scope; null where rows cannot be too many.</summary>
    public string? WordsOf(int line) => line < Lines.Count && Lines[line].IsSingle && CanOverflow(Lines[line])
        ? Cell(line, WordsColumn) : null;

    /// <summary>Form and sheet column of the left or right cell of a line; null when its side names none.</summary>
    public (FormDefinition Form, int Column)? PlaceOf(int line, bool isLeft) => line >= Lines.Count
        ? isLeft ? (_checked[line - Lines.Count].Form, 1) : null
        : _places[(line, isLeft)] is { } place ? (place.Form, place.Column) : null;

    /// <summary>Target of a line's left cell, ready for a link; empty for none.</summary>
    public string TargetOf(int line) => Cell(line, LeftTargetColumn);

    /// <summary>Target of a line's right cell; empty for none.</summary>
    public string RightTargetOf(int line) => Cell(line, RightTargetColumn);

    /// <summary>Targets of all lines, left and right.</summary>
    public (string Left, string Right) Targets => (Outside(Column(LeftTargetColumn)), Outside(Column(RightTargetColumn)));

    /// <summary>Which line stands at a place of the list of what is to be mended; 0 for none.</summary>
    public string TopOf(int place) => Outside("$" + SheetReference.Cell(StatesTop + _checked.Length + 1 + place, 1));

    /// <summary>How many lines have at least a state.</summary>
    public string CountOf(int state) =>
        string.Create(CultureInfo.InvariantCulture, $"COUNTIF({Outside(Column(StateColumn))},\">={state}\")");

    /// <summary>How many lines have a state.</summary>
    public string CountExactly(int state) =>
        string.Create(CultureInfo.InvariantCulture, $"COUNTIF({Outside(Column(StateColumn))},{state})");

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
        var row = StatesTop + Array.FindIndex(_checked, block => block.Form == form);
        string At(int column) => Outside(SheetReference.FixedCell(row, column));
        return (At(1), At(2), At(6), At(7), At(EmptyColumn));
    }

    private int StatesTop => _linesTop + LineCount + 1;

    private static string Outside(string address) => SheetReference.Sheet(Name) + address;

    private string Cell(int line, int column) => Outside("$" + SheetReference.Cell(_linesTop + line, column));

    private string Inner(int line, int column) => SheetReference.FixedCell(_linesTop + line, column);

    private string Column(int column) => SheetReference.Fixed(_linesTop, column, _linesTop + LineCount - 1, column);

    /// <summary>A cell of a line as lines share their formulas.</summary>
    private static string InRow(int column) => "$" + SheetReference.Letters(column) + "{row}";

    private void Write(CheckLine line, int index)
    {
        var row = _linesTop + index;
        if (line.IsSingle) WriteSingle(line, row);
        else WriteMany(line, index, row);
        WritePlace(line, index, row);
        WriteForms(line.Forms, row);
        Colour(line, index);
    }

    /// <summary>
    /// Which forms a line reads. Beside it 1 while one of them has more rows than are checked, -1 while all of them are empty, else 0.
    /// </summary>
    private void WriteForms(IEnumerable<FormDefinition> forms, int row)
    {
        var places = forms.Select(PlaceOf).Where(at => at >= 0).ToArray();
        Grid.PutAlike(row, KeyColumn, HelperGrid.InTurn($"{InRow(StateColumn)}&\",{string.Concat(places.Select(at => $"{at},"))}\""));
        if (places.Length == 0) return;
        string All(IEnumerable<int> of, int column, char sign) =>
            string.Join(sign, of.Select(at => SheetReference.FixedCell(StatesTop + at, column)));
        var isEmpty = "-" + All(places, EmptyColumn, '*');
        int[] growing = [.. places.Where(at => _checked[at].DataRows > 0)];
        Grid.PutAlike(row, OutsideColumn, HelperGrid.InTurn(
            growing.Length == 0 ? isEmpty : $"IF({All(growing, OverflowColumn, '+')}>0,1,{isEmpty})"));
    }

    /// <summary>The cell of a line that tells whether its forms are empty.</summary>
    private string OutsideOf(CheckLine line) => line.Forms.Any(form => PlaceOf(form) >= 0) ? InRow(OutsideColumn) : "0";

    private int PlaceOf(FormDefinition form) => Array.FindIndex(_checked, block => block.Form == form);

    private void WriteSingle(CheckLine line, int row)
    {
        var place = PlaceOf(line);
        Grid.Put(row, LeftColumn, _columns.Formulas.Figure(line.Relation.Check.Left, place));
        Grid.Put(row, RightColumn, _columns.Formulas.Figure(line.Relation.Check.Right, place));
        var gap = GapOf(line, $"{InRow(LeftColumn)}-{InRow(RightColumn)}");
        var broken = SeverityOf(line).ToString(CultureInfo.InvariantCulture);
        // without a gap nobody asks how exactly the figures are known
        if (_columns.Formulas.HalfWidth(line.Relation.Check, place) is not "0" and var half)
        {
            Grid.Put(row, HalfColumn, half);
            broken = $"IF(ROUND({gap}-{InRow(HalfColumn)},{NoiseOf(line)})>0,{broken},1)";
        }

        var state = $"IF({gap}=0,{OutsideOf(line)},{broken})";
        if (line.Relation.When is { } when)
        {
            Grid.Put(row, WhenColumn, _columns.Formulas.Holds(when, place));
            state = $"IF({InRow(WhenColumn)},{state},{Inapplicable(line)})";
        }

        if (CanOverflow(line) && line.Words.Length > 0) Grid.PutText(row, WordsColumn, line.Words);
        Grid.PutAlike(row, StateColumn, Guarded(line, $"IFERROR({state},3)"));
    }

    /// <summary>
    /// A relation of many rows: each row has its score, 0 where it holds, the gap where it does not, less than 0 where rounding explains
    /// it, X where it cannot be told.
    /// </summary>
    private void WriteMany(CheckLine line, int index, int row)
    {
        var block = _columns[line.Relation.Form];
        var at = Scores(line, block);
        var scores = block.Named(at);
        _scores[line] = scores;
        var state = $"IF(MAX({scores})>0,{SeverityOf(line)},IF(COUNTIF({scores},\"X\")>0,3,IF(MIN({scores})<0,1,{OutsideOf(line)})))";
        if (line.Relation.When is { IsByRow: false } when)
        {
            Grid.Put(row, WhenColumn, _columns.Formulas.Holds(when, new HelperRow.None(line.Relation.Amounts.Unit, line.Column)));
            state = $"IFERROR(IF({InRow(WhenColumn)},{state},{Inapplicable(line)}),3)";
        }

        Grid.PutAlike(row, StateColumn, Guarded(line, state));
        var own = InRow(StateColumn);
        Grid.PutAlike(row, WorstColumn, $"IF(OR({own}<0,{own}=2),0,IFERROR(MATCH(" +
            $"IF({own}>=4,MAX({scores}),IF({own}=3,\"X\",IF({own}=1,MIN({scores}),0))),{scores},0),0))");
        var worst = Inner(index, WorstColumn);
        var there = new HelperRow.Any(
            block, column => $"INDEX({block.All(column)},{worst})", line.Relation.Amounts.Unit, line.Column);
        Grid.Put(row, LeftColumn, $"IF({worst}=0,\"\",{_columns.Formulas.Figure(line.Relation.Check.Left, there)})");
        Grid.Put(row, RightColumn, $"IF({worst}=0,\"\",{_columns.Formulas.Figure(line.Relation.Check.Right, there)})");
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
    private string Inapplicable(CheckLine line) => OutsideOf(line) is "0" ? "2" : $"2+3*{OutsideOf(line)}";

    private string Guarded(CheckLine line, string state) => CanOverflow(line) ? $"IF({InRow(OutsideColumn)}>0,3,{state})" : state;

    private bool CanOverflow(CheckLine line) => line.Forms.Select(_columns.Find).Any(block => block is { DataRows: > 0 });

    private static int SeverityOf(CheckLine line) => line.Relation.Declaration.Severity == Severity.Error ? 5 : 4;

    private static string NoiseOf(CheckLine line) => UnitScale.Noise(line.Relation.Amounts.Unit).ToString(CultureInfo.InvariantCulture);

    private HelperRow PlaceOf(CheckLine line) => line.Fixed is [var row]
        ? new HelperRow.Fixed(_columns[line.Relation.Form], row, line.Relation.Amounts.Unit, line.Column)
        : new HelperRow.None(line.Relation.Amounts.Unit, line.Column);

    private void WritePlace(CheckLine line, int index, int row)
    {
        foreach (var (isLeft, targetColumn) in new[] { (true, LeftTargetColumn), (false, RightTargetColumn) })
        {
            if ((_places[(index, isLeft)] = Place(line, isLeft)) is not { } place) continue;
            var worst = Inner(index, WorstColumn);
            var prefix = SheetReference.FixedCell(StatesTop + PlaceOf(place.Form), PrefixColumn);
            var sheetRow = place.Row.Replace("{w}", worst, StringComparison.Ordinal);
            var target = $"{prefix}&\"{SheetReference.Letters(place.Column)}\"&{sheetRow}";
            if (target.Contains("MATCH(", StringComparison.Ordinal)) target = $"IFERROR({target},\"\")";
            Grid.Put(row, targetColumn, place.Row.Contains("{w}", StringComparison.Ordinal) ? $"IF({worst}=0,\"\",{target})" : target);
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

    private void WriteFigures(FormBlock block, int index)
    {
        var row = _linesTop + index;
        var bad = block.All(_columns.Bad(block));
        var at = PlaceOf(block.Form);
        Grid.Put(row, StateColumn, $"IF(SUM({bad})>0,5,-{SheetReference.FixedCell(StatesTop + at, EmptyColumn)})");
        Grid.Put(row, WorstColumn, $"IF({Inner(index, StateColumn)}<5,0,MATCH({Inner(index, HalfColumn)},{bad},0))");
        Grid.Put(row, LeftColumn, $"COUNTIF({bad},\">0\")");
        // what was typed is named before the errors that come of it
        Grid.Put(row, HalfColumn, $"MAX({bad})");
        var sheetRow = Inner(index, RightColumn);
        Grid.Put(row, RightColumn, $"IF({Inner(index, WorstColumn)}=0,0,{block.SheetRowOf(Inner(index, WorstColumn))})");
        var letters = Column(block, sheetRow, cell => $"ISERROR({cell})", "\"A\"");
        letters = Column(block, sheetRow, cell => $"IF(ISTEXT({cell}),{cell}<>\"\",FALSE)", letters);
        var prefix = SheetReference.FixedCell(StatesTop + at, PrefixColumn);
        Grid.Put(row, LeftTargetColumn, $"IF({sheetRow}=0,\"\",{prefix}&{letters}&{sheetRow})");
        WriteForms([block.Form], row);
        ColourTexts(block);
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

    /// <summary>Place in the list of what is to be mended: the gravest first, then in the order of the lines.</summary>
    private string Rank()
    {
        var state = "$" + SheetReference.Cell(_linesTop, StateColumn);
        var above = SheetReference.FixedCell(_linesTop, StateColumn) + ":" + state;
        return $"IF({state}<3,\"\",COUNTIF({Column(StateColumn)},\">\"&{state})+COUNTIF({above},{state}))";
    }

    private void WriteState(int at)
    {
        var (row, block) = (StatesTop + at, _checked[at]);
        // «5,0,2,»: the state of a line, then the forms it reads
        var keys = Column(KeyColumn);
        Grid.Put(row, 1, $"COUNTIF({keys},\"4*,{at},*\")+COUNTIF({keys},\"5*,{at},*\")");
        Grid.Put(row, 2, $"COUNTIF({keys},\"3*,{at},*\")");
        string First(int state, string otherwise) => $"IFERROR(MATCH(\"{state}*,{at},*\",{keys},0),{otherwise})";
        Grid.Put(row, 3, $"IF({SheetReference.Cell(row, 1)}+{SheetReference.Cell(row, 2)}=0,0,{First(5, First(4, First(3, "0")))})");
        var (index, target) = (SheetReference.Cell(row, 3), SheetReference.Cell(row, 6));
        Grid.Put(row, 6, $"IF({index}=0,\"\",IFERROR(INDEX({Column(LeftTargetColumn)},{index}),\"\"))");
        // a cell of another form is named with its form
        Grid.Put(row, 7, $"IF({target}=\"\",\"\",IF(ISNUMBER(FIND({SheetReference.Cell(row, PrefixColumn)},{target}))," +
            $"MID({target},FIND(\"!\",{target})+1,9),{ShortOf(target)}))");
        Grid.PutText(row, PrefixColumn, block.Sheet);
        if (block.DataRows > 0) Grid.Put(row, OverflowColumn, $"IF({block.Overflow},1,0)");
        var areas = block.FigureColumns.Select(column => HelperColumns.KnownFigures(block, column) is { } known
            ? block.All(known) : block.SheetColumn(column.Id));
        Grid.Put(
            row, EmptyColumn, $"IF({string.Join('+', areas.Select(area => $"COUNTIF({area},\">0\")+COUNTIF({area},\"<0\")"))}=0,1,0)");
    }

    private void WriteTop()
    {
        for (var place = 0; place < TopLines; place++)
        {
            var wanted = (place + 1).ToString(CultureInfo.InvariantCulture);
            Grid.Put(StatesTop + _checked.Length + 1 + place, 1, $"IFERROR(MATCH({wanted},{Column(RankColumn)},0),0)");
        }
    }

    /// <summary>Names the rows of a block for conditional formats.</summary>
    private string RowsName(FormBlock block)
    {
        var name = "EB_at_" + block.Form.Id;
        _names[name] = Outside(block.Named(block.SheetRows));
        return name;
    }

    /// <summary>The cells of a relation: those of its left side, and of its right side where that is one cell.</summary>
    private void Colour(CheckLine line, int index)
    {
        var severity = line.Relation.Declaration.Severity;
        if (line.IsSingle)
        {
            var formula = string.Create(CultureInfo.InvariantCulture, $"INDEX({StatesName},{index + 1})>=4");
            var cells = Expression.CellsOf(line.Relation.Check.Left)
                .Concat(line.Relation.Check.Right is Expression.Cells right ? [right] : []);
            foreach (var cell in cells) ColourSingle(line, cell, severity, formula);
            return;
        }

        if (line.Relation.Check.Left is not Expression.Cells { Rows: RowSelector.This } left || left.Form != line.Relation.Form) return;
        var block = _columns[left.Form];
        var name = string.Create(CultureInfo.InvariantCulture, $"EB_score_{index + 1}");
        _names[name] = Outside(_scores[line]);
        // rows have their gaps also where the relation as a whole does not apply
        var isBroken = string.Create(CultureInfo.InvariantCulture, $"INDEX({StatesName},{index + 1})>=4");
        foreach (var column in HelperColumns.Columns(left, line.Column))
        {
            var at = _layout.ColumnOf(left.Form, column.Id);
            if (block.RowsAreFound || line.Levels is not null)
            {
                var gap = block.RowsAreFound ? $"SUMIFS({name},{RowsName(block)},ROW())"
                    : string.Create(
                        CultureInfo.InvariantCulture, $"SUM(INDEX({name},ROW()-ROW($A${block.FirstSheetRow})+{block.Fixed.Count + 1}))");
                _offending.Add(new OffendingCells(
                    severity, left.Form, block.FirstSheetRow, block.LastSheetRow, at, $"IF({isBroken},{gap}>0,FALSE)"));
            }

            if (block.RowsAreFound) continue;
            foreach (var row in line.Fixed)
            {
                var place = block.RowOf(row) - block.Top + 1;
                var sheetRow = _layout.RowOf(block.Form, row.Key);
                _offending.Add(new OffendingCells(severity, left.Form, sheetRow, sheetRow, at,
                    string.Create(CultureInfo.InvariantCulture, $"IF({isBroken},SUM(INDEX({name},{place}))>0,FALSE)")));
            }
        }

        if (line.Relation.Check.Right is Expression.Cells { Rows: RowSelector.This } other && other.Form != left.Form
            && other.Form.Tree is { } tree) ColourOther(line, severity, block, (name, isBroken), other, tree);
    }

    private void ColourOther(
        CheckLine line, Severity severity, FormBlock block, (string Name, string IsBroken) score, Expression.Cells other,
        RowGroup.Tree tree)
    {
        var target = _columns[other.Form];
        var codes = "EB_code_" + block.Form.Id;
        _names[codes] = Outside(block.Named(block.CodeColumn));
        var code = "$" + SheetReference.Cell(target.FirstSheetRow, _layout.ColumnOf(other.Form, tree.Column));
        foreach (var column in HelperColumns.Columns(other, line.Column))
        {
            _offending.Add(new OffendingCells(
                severity, other.Form, target.FirstSheetRow, target.LastSheetRow, _layout.ColumnOf(other.Form, column.Id),
                    $"IF({code}=\"\",FALSE,IF({score.IsBroken},SUMIFS({score.Name},{codes},{code}&\"\")>0,FALSE))"));
        }
    }

    private void ColourSingle(CheckLine line, Expression.Cells cells, Severity severity, string formula)
    {
        RowGroup.Fixed? row = cells.Rows switch
        {
            RowSelector.Key key => cells.Form.FixedRow(key.Row),
            RowSelector.This when line.Fixed is [var own] =>
                cells.Form == line.Relation.Form ? own : own.Code is null ? cells.Form.FixedRow(own.Key) : null,
            _ => null,
        };
        if (row is null || cells.Columns is ColumnSelector.Range) return;
        foreach (var column in HelperColumns.Columns(cells, line.Column))
        {
            var at = _layout.RowOf(cells.Form, row.Key);
            _offending.Add(new OffendingCells(severity, cells.Form, at, at, _layout.ColumnOf(cells.Form, column.Id), formula));
        }
    }

    /// <summary>Text and errors where a figure belongs: neighbouring columns share a format.</summary>
    private void ColourTexts(FormBlock block)
    {
        OffendingCells? last = null;
        foreach (var column in block.FigureColumns.OrderBy(column => _layout.ColumnOf(block.Form, column.Id)))
        {
            var at = _layout.ColumnOf(block.Form, column.Id);
            var isPlain = column.WithoutBase is not { Length: > 0 } && _layout.LabelOf(block.Form, column.Id) is null;
            if (isPlain && last is not null && last.LastColumn == at - 1)
            {
                last = _offending[^1] = last with { LastColumn = at };
                continue;
            }

            _offending.Add(new OffendingCells(
                Severity.Error, block.Form, block.FirstSheetRow, block.LastSheetRow, at, IsText(block, column, at)));
            last = isPlain ? _offending[^1] : null;
        }
    }

    private string IsText(FormBlock block, FormColumn column, int at)
    {
        var cell = SheetReference.Cell(block.FirstSheetRow, at);
        var isWord = column.WithoutBase is { Length: > 0 } word ? $"AND(TRIM({cell})<>\"\",TRIM({cell})<>\"{word}\")"
            : $"TRIM({cell})<>\"\"";
        var isText = $"IF(ISTEXT({cell}),{isWord},ISERROR({cell}))";
        return _layout.LabelOf(block.Form, column.Id) is var (labelAt, label)
            ? $"IF(${SheetReference.Cell(block.FirstSheetRow, labelAt)}=\"{label}\",{isText},FALSE)" : isText;
    }
}
