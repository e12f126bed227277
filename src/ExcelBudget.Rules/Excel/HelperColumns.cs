using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Excel;

/// <summary>
/// Helper columns with the figures of a form as our engine sees them, and how exactly each is known. A figure is what the cell holds;
/// where a formula belongs and nothing else was typed over it, what our engine computes, also in inserted rows that lack the formula.
/// A text or an error becomes #N/A and is passed on to everything that rests on it.
/// </summary>
internal sealed class HelperColumns
{
    /// <summary>What is computed for a cell stands in a cell of its own where its formula is longer.</summary>
    private const int LongestInline = 24;

    private readonly RuleBook _book;
    private readonly IWorkbookLayout _layout;
    private readonly ICheckSeals _seals;
    private readonly List<IssuedCell> _issued = [];
    private readonly Dictionary<FormId, int> _issuedTops = [];
    private readonly HelperGrid _grid;
    private readonly FormulaTranslator _sheetFormulas;
    private readonly Dictionary<FormId, FormBlock> _blocks = [];
    private readonly HelperFormulas _formulas;
    private readonly Dictionary<(FormId Form, ColumnId Column, RowKey? Row), string?> _computed = [];

    /// <param name="book">The rule book.</param>
    /// <param name="layout">Where the forms stand.</param>
    /// <param name="seals">What the workbook was issued with.</param>
    /// <param name="grid">Takes the formulas.</param>
    /// <param name="top">First row of the blocks.</param>
    /// <param name="linesOf">How many rows stand between the blocks and the figures of fixed rows, by the number of blocks.</param>
    public HelperColumns(
        RuleBook book, IWorkbookLayout layout, ICheckSeals seals, HelperGrid grid, int top, Func<int, int> linesOf)
    {
        (_book, _layout, _seals, _grid) = (book, layout, seals, grid);
        _sheetFormulas = new FormulaTranslator(book, layout);
        _formulas = new HelperFormulas(this);
        foreach (var form in book.Pack.Forms.Where(form => HelperSheet.Repeats(book, form)))
        {
            var block = new FormBlock(form, book.Codes(form), layout, grid, top, Spare);
            _blocks[form.Id] = block;
            top = block.Bottom + 2;
        }

        Bottom = top;
        IssuedTop = top = Bottom + linesOf(_blocks.Count);
        foreach (var block in _blocks.Values)
        {
            _issuedTops[block.Form.Id] = top;
            top += block.Fixed.Count;
        }
    }

    /// <summary>The first helper row below all blocks.</summary>
    public int Bottom { get; }

    /// <summary>First row of the figures that fixed rows were issued with.</summary>
    public int IssuedTop { get; }

    /// <summary>
    /// Where the figures of fixed rows stand that the workbook was issued with: below everything else, because nothing else differs
    /// between workbooks laid out alike.
    /// </summary>
    public IReadOnlyList<IssuedCell> IssuedCells => _issued;

    /// <summary>Rows that people may insert in a form before its checks say 未检查.</summary>
    public int Spare => _seals.IsBlank ? FormBlock.SpareRows : FormBlock.SpareRowsWhenFilled;

    /// <summary>The blocks in pack order.</summary>
    public IEnumerable<FormBlock> Blocks => _blocks.Values;

    /// <summary>The formulas over these columns.</summary>
    public HelperFormulas Formulas => _formulas;

    /// <summary>The block of a form.</summary>
    public FormBlock this[FormDefinition form] => _blocks[form.Id];

    /// <summary>The figures of a column.</summary>
    public int Figures(FormBlock block, FormColumn column) => KnownFigures(block, column) ?? WrittenFigures(block, column);

    private int WrittenFigures(FormBlock block, FormColumn column) => block.Column("v", column, at =>
    {
        block.PutFixed(at, block.Fixed, row => Shape(row, column), row => FixedFigure(block, row, column));
        if (block.HasData(column.Id)) _grid.PutDown(block.DataTop, block.Bottom, at, DataFigure(block, column));
    });

    /// <summary>The figures of a column where a check has asked for them; null where none has.</summary>
    public static int? KnownFigures(FormBlock block, FormColumn column) => block.Known("v", column);

    /// <summary>Half of the interval each figure of a column stands for; null where all are exact.</summary>
    public int? HalfWidths(FormBlock block, FormColumn column) =>
        !IsRounded(block, column) ? null : block.Known("t", column) ?? WrittenHalfWidths(block, column);

    private int WrittenHalfWidths(FormBlock block, FormColumn column) => block.Column("t", column, at =>
    {
        block.PutFixed(at, block.Fixed, row => Shape(row, column), row => FixedHalfWidth(block, row, column));
        if (block.HasData(column.Id)) _grid.PutDown(block.DataTop, block.Bottom, at, DataHalfWidth(block, column));
    });

    /// <summary>Where each row's code stands in another form; 0 for nowhere.</summary>
    public int Match(FormBlock from, FormBlock to) => from.Column($"m{to.Form.Id}", at =>
    {
        from.PutFixed(
            at, from.Fixed, row => row.Code is null, row => row.Code is null ? null : Matched(from.OwnFixed(row, from.CodeColumn), to));

        if (from.DataRows > 0 && from.Form.Tree is not null)
            _grid.PutDown(from.DataTop, from.Bottom, at, Matched(from.Own(from.CodeColumn), to));
    });

    /// <summary>
    /// More than 0 for each row in which a figure holds text or an error: 2 for text alone, which is what somebody typed, 1 with an error,
    /// which is often what a formula makes of it; in forms of blocks 1 for both.
    /// </summary>
    public int Bad(FormBlock block) => block.Column("bad", at =>
    {
        if (block.Form.Blocks is not null)
        {
            var figures = block.FigureColumns.Select(column => block.Own(Figures(block, column))).ToArray();
            if (block.DataRows > 0)
                _grid.PutDown(
                block.DataTop, block.Bottom, at,
                string.Create(CultureInfo.InvariantCulture, $"IF(COUNT({string.Join(',', figures)})={figures.Length},0,1)"));
            return;
        }

        block.PutFixed(at, block.Fixed, row => (row.Stretch, row.Side), row =>
        {
            var sheetRow = _layout.RowOf(block.Form, row.Key);
            return OtherThanFigures(
                block, row, run =>
                block.Sheet + "$" + SheetReference.Cell(sheetRow, run.First) + ":$" + SheetReference.Cell(sheetRow, run.Last));
        });

        if (block.DataRows == 0) return;
        // from cell to cell: Gnumeric does not count in a whole row that INDEX gives
        var formula =
            OtherThanFigures(
            block, block.Form.Rows.FirstOrDefault(group => group is not RowGroup.Fixed), run => block.ReadRow(run.First, run.Last));
        _grid.PutDown(block.DataTop, block.Bottom, at, $"IF({block.IsNone},0,{formula})");
    });

    /// <summary>Counts what is neither a figure nor blank; a rate that may print a word is left to its relation.</summary>
    private string OtherThanFigures(FormBlock block, RowGroup? group, Func<(int First, int Last), string> area)
    {
        var runs = new List<(int First, int Last)>();
        var figures = block.FigureColumns.Where(column => column.WithoutBase is null && (group is null || group.Covers(column.Id)));
        foreach (var at in figures.Select(column => _layout.ColumnOf(block.Form, column.Id)).Order())
        {
            if (runs.Count > 0 && runs[^1].Last == at - 1) runs[^1] = (runs[^1].First, at);
            else runs.Add((at, at));
        }

        var others = runs.Select(
            run => string.Create(CultureInfo.InvariantCulture, $"{run.Last - run.First + 1}-COUNT({area(run)})-COUNTBLANK({area(run)})"));
        return runs.Count == 0 ? "0" : $"IF({string.Join('+', others)}=0,0,IF(ISERROR(SUM({string.Join(',', runs.Select(area))})),1,2))";
    }

    /// <summary>The block of a form; null for one without figures.</summary>
    public FormBlock? Find(FormDefinition form) => _blocks.GetValueOrDefault(form.Id);

    private static bool IsRounded(FormBlock block, FormColumn column) =>
        column.Kind == CellKind.Amount && block.Form.Amounts.HalfLastDigit > 0m;

    private static string Half(FormBlock block) => UnitScale.HalfLastDigit(block.Form, block.Form.Money);

    private static string Digits(FormBlock block) => block.Form.Amounts.Decimals.ToString(CultureInfo.InvariantCulture);

    private static string Noise(FormBlock block) => UnitScale.Noise(block.Form.Money).ToString(CultureInfo.InvariantCulture);

    private static string Matched(string code, FormBlock to) => $"IF({code}=\"\",0,IFERROR(MATCH({code},{to.Coded(to.CodeColumn)},0),0))";

    private static bool HasUpperLevels(FormBlock block, FormColumn column) =>
        block.Form.Tree is { Depths.Count: > 1 } && column.Compute is null;

    /// <summary>Rows of one shape share their formulas.</summary>
    private static (CellRole, string?, int) Shape(RowGroup.Fixed row, FormColumn column) =>
        CellSpec.Of(column, row) is var spec ? (spec.Role, spec.Compute, row.Covers(column.Id) ? row.Code?.Length ?? 0 : -1) : default;

    /// <summary>What a cell that is entered counts.</summary>
    private static string Entered(string cell, string blank = "0") => $"IF(ISNUMBER({cell}),{cell},IF(TRIM({cell})=\"\",{blank},NA()))";

    /// <summary>What a cell counts that a formula fills: what our engine computes, unless something was typed over the formula.</summary>
    /// <param name="cell">The cell.</param>
    /// <param name="computed">What our engine computes.</param>
    /// <param name="asWritten">The formula that belongs in the cell; null where none does.</param>
    /// <param name="noise">Decimals beyond which a difference is binary noise.</param>
    /// <param name="word">What the cell prints where a rate has no base; null where it always has one.</param>
    private static string Computed(string cell, string computed, string? asWritten, string noise, string? word = null)
    {
        var isBlank = word is { Length: > 0 } ? $"OR(TRIM({cell})=\"\",TRIM({cell})=\"{word}\")" : $"TRIM({cell})=\"\"";
        return $"IF(ISNUMBER({cell}),{Typed(cell, computed, asWritten, noise)},IF({isBlank},{computed},NA()))";
    }

    /// <summary>Of a cell that holds a figure.</summary>
    private static string Typed(string cell, string computed, string? asWritten, string noise)
    {
        var typed = asWritten is null ? cell : $"IF(ROUND({cell}-({asWritten}),{noise})=0,{computed},{cell})";
        return $"IF(IFERROR(ROUND({cell}-{computed},{noise}),1)=0,{computed},{typed})";
    }

    private string? FixedFigure(FormBlock block, RowGroup.Fixed row, FormColumn column)
    {
        if (!row.Covers(column.Id)) return null;
        var cell = block.SheetCell(row, column.Id);
        if (CellSpec.Of(column, row) is not { Role: CellRole.Computed, Compute: not null } spec) return Entered(cell);
        var place = new FormulaPlace(null, block.Form, _layout.RowOf(block.Form, row.Key), row.Code, row.Key, column.Id);
        var asWritten = _sheetFormulas.Translate(_book.Formula(block.Form, spec.Compute), place);
        // a row that stands for a code finds it in its helper row, as the rows beside it do
        if (row.Code is { } code)
            asWritten = asWritten.Replace($"\"{code}\"", block.OwnFixed(row, block.CodeColumn), StringComparison.Ordinal);
        return Computed(cell, Computation(block, column, row), asWritten, Noise(block), column.WithoutBase);
    }

    private string DataFigure(FormBlock block, FormColumn column)
    {
        var cell = block.Read(column.Id);
        if (!block.RowsAreFound && _layout.LabelOf(block.Form, column.Id) is var (at, label))
            return $"IF({block.IsNone},0,IF(INDEX({block.SheetColumn(at)},{block.Place})=\"{label}\",{Entered(cell)},0))";

        if (HasUpperLevels(block, column))
        {
            var (own, computed) = (block.Own(Entries(block, column)), Computation(block, column));
            var written = _seals.IsBlank || block.Form.Tree!.Print != CodePrint.Cell ? null : BelowAsWritten(block, column);
            var typed = Typed(own, computed, written, Noise(block));
            return $"IF({block.Own(block.LastBelowColumn)}>0,IF({own}=\"\",{computed},{typed}),SUM({own}))";
        }

        if (column.Compute is not { } formula) return $"IF({block.IsNone},0,{Entered(cell)})";
        var asWritten = AsWritten(block, _book.Formula(block.Form, formula));
        return $"IF({block.IsNone},0,{Computed(cell, Computation(block, column), asWritten, Noise(block), column.WithoutBase)})";
    }

    /// <summary>What the cells of a column in rows from data hold: a figure, nothing, or #N/A for a text.</summary>
    private int Entries(FormBlock block, FormColumn column) => block.Column("x", column, at => _grid.PutDown(
        block.DataTop, block.Bottom, at,
        $"IF({block.IsNone},\"\",{Entered(block.Read(column.Id), blank: "\"\"")})"));

    /// <summary>What our engine computes for a cell: as it is where that is short, else the cell that holds it.</summary>
    private string Computation(FormBlock block, FormColumn column, RowGroup.Fixed? row = null)
    {
        if (Inline(block, column, row) is { } inline) return inline;
        var at = Computations(block, column);
        return row is null ? block.Own(at) : block.OwnFixed(row, at);
    }

    private string? Inline(FormBlock block, FormColumn column, RowGroup.Fixed? row) =>
        Computed(block, column, row) is { Length: <= LongestInline } inline ? inline : null;

    /// <summary>What our engine computes, worded once: figures, intervals and conditions ask for it in turn.</summary>
    private string? Computed(FormBlock block, FormColumn column, RowGroup.Fixed? row)
    {
        var key = (block.Form.Id, column.Id, row?.Key);
        return _computed.TryGetValue(key, out var known) ? known : _computed[key] = Worded(block, column, row);
    }

    /// <summary>What our engine computes for a fixed row or any row from data; null where a figure is entered.</summary>
    private string? Worded(FormBlock block, FormColumn column, RowGroup.Fixed? row)
    {
        if (row is null)
        {
            return column.Compute is not { } formula ? null : _formulas.Figure(
                _book.Formula(block.Form, formula), new HelperRow.Any(block, block.Own, block.Form.Money, column.Id));
        }

        return CellSpec.Of(column, row) is not { Role: CellRole.Computed, Compute: { } own } ? null : _formulas.Figure(
            _book.Formula(block.Form, own), new HelperRow.Fixed(block, row, block.Form.Money, column.Id));
    }

    /// <summary>
    /// What our engine computes for the cells of a column that formulas fill; beside upper codes, which sum them, half of the interval of
    /// each figure of the lowest level.
    /// </summary>
    private int Computations(FormBlock block, FormColumn column) => block.Known("c", column) ?? WrittenComputations(block, column);

    private int WrittenComputations(FormBlock block, FormColumn column) => block.Column("c", column, at =>
    {
        block.PutFixed(
            at, block.Fixed, row => Shape(row, column),
            row => Inline(block, column, row) is null ? Computed(block, column, row) : null);

        if (!block.HasData(column.Id)) return;
        if (column.Compute is not null)
        {
            if (Inline(block, column, null) is null)
                _grid.PutDown(block.DataTop, block.Bottom, at, $"IF({block.IsNone},0,{Computed(block, column, null)})");
        }
        else if (HasUpperLevels(block, column))
        {
            var entry = block.Own(Entries(block, column));
            var half = IsRounded(block, column) ? Rounded(block, entry, Unsealed(block, column, entry)) : "0";
            _grid.PutDown(
                block.DataTop, block.Bottom, at,
                $"IF({block.Own(block.LastBelowColumn)}>0,{Leaves(block, Entries(block, column))},{half})");
        }
    });

    /// <summary>The sum of a column over the codes of the lowest level below the code of a row.</summary>
    private static string Leaves(FormBlock block, int column) =>
        $"SUMIFS({block.Below(column)},{block.Below(block.ParentColumn)},{block.ParentsOfLeaves(block.Own(block.CodeColumn))})";

    /// <summary>The formula of an upper code's row, which sums by its code what stands below it.</summary>
    private static string BelowAsWritten(FormBlock block, FormColumn column)
    {
        string Rest(string area) => $"INDEX({area},{block.Place}+1):INDEX({area},{block.RegionRows})";

        // the row's formula takes its code as it was typed, with blanks
        var typed = $"INDEX({block.SheetCodes},{block.Place})";
        return $"SUMIFS({Rest(block.SheetColumn(column.Id))},{Rest(block.SheetCodes)}," +
            string.Create(CultureInfo.InvariantCulture, $"{typed}&REPT(\"?\",{block.LeafLength}-LEN({block.Own(block.CodeColumn)})))");
    }

    /// <summary>The formula of a data row over the cells of its row as they stand; null when it rests on other rows too.</summary>
    private static string? AsWritten(FormBlock block, Language.Expression expression) => expression switch
    {
        Language.Expression.Literal literal => UnitScale.Of(literal.Figure, block.Form.Money),
        Language.Expression.Cells { Rows: Language.RowSelector.This } own when own.Form == block.Form && Columns(own, null).ToArray()
            is { Length: > 0 } columns => columns.Length == 1 ? $"SUM({block.Read(columns[0].Id)})"
                : $"SUM({block.Read(columns[0].Id)}:{block.Read(columns[^1].Id)})",
        Language.Expression.Binary binary when binary.Operator != '/' => AsWritten(block, binary.Left) is { } left
            && AsWritten(block, binary.Right) is { } right ? $"({left}{binary.Operator}{right})" : null,
        Language.Expression.Call { Function: Language.Function.Sum } call when call.Arguments.Select(one => AsWritten(block, one))
            .ToArray() is var parts && parts.All(part => part is not null) => $"({string.Join('+', parts)})",
        _ => null,
    };

    /// <summary>The columns a set of cells names.</summary>
    public static IEnumerable<FormColumn> Columns(Language.Expression.Cells cells, ColumnId? column) => cells.Columns switch
    {
        Language.ColumnSelector.One one => [cells.Form.Column(one.Column)!],
        Language.ColumnSelector.Range range => cells.Form.Between(range.First, range.Last),
        _ => column is { } known && cells.Form.Column(known) is { } own ? [own] : [],
    };

    private string? FixedHalfWidth(FormBlock block, RowGroup.Fixed row, FormColumn column)
    {
        var figure = block.OwnFixed(row, Figures(block, column));
        var spec = CellSpec.Of(column, row);
        if (spec is { Role: CellRole.Computed, Compute: { } formula })
        {
            var passed = _formulas.HalfWidth(
                _book.Formula(block.Form, formula), new HelperRow.Fixed(block, row, block.Form.Money, column.Id));
            return $"IF({figure}={Computation(block, column, row)},{passed},{Rounded(block, figure, Half(block))})";
        }

        return spec.Role == CellRole.Entered
            ? Rounded(block, figure, $"IF({figure}={Issued(block, row, column)},0,{Half(block)})") : null;
    }

    /// <summary>The cell of the figure a fixed row was issued with; the rows below may share the formula.</summary>
    private string Issued(FormBlock block, RowGroup.Fixed row, FormColumn column)
    {
        int RowOf(RowGroup.Fixed one) => _issuedTops[block.Form.Id] + block.RowOf(one) - block.Top;
        var cell = block.Column("i", column, at => _issued.AddRange(
            from one in block.Fixed
            where one.Covers(column.Id)
            select new IssuedCell(RowOf(one), at, block.Form, one.Key, column.Id)));
        return SheetReference.Cell(RowOf(row), cell);
    }

    private string DataHalfWidth(FormBlock block, FormColumn column)
    {
        var figure = block.Own(Figures(block, column));
        if (column.Compute is { } formula)
        {
            var passed = _formulas.HalfWidth(
                _book.Formula(block.Form, formula), new HelperRow.Any(block, block.Own, block.Form.Money, column.Id));
            return $"IF({figure}={Computation(block, column)},{passed},{Rounded(block, figure, Half(block))})";
        }

        var typed = Rounded(block, figure, Unsealed(block, column, figure));
        if (!HasUpperLevels(block, column)) return typed;
        var computation = Computations(block, column);
        return $"IF({block.Own(block.LastBelowColumn)}>0," +
            $"IF({figure}={block.Own(computation)},{Leaves(block, computation)},{typed}),{block.Own(computation)})";
    }

    /// <summary>The half of the last digit for a figure typed with no more decimals than the form prints, nothing for any other.</summary>
    private static string Rounded(FormBlock block, string figure, string half) =>
        // an entry may be blank text, which no sum counts
        $"IF(SUM({figure})=0,0,IF(ROUND({figure},{Digits(block)})={figure},{half},0))";

    /// <summary>Exact while the figure is the one the row was issued with; in a list, where rows move, the column.</summary>
    private string Unsealed(FormBlock block, FormColumn column, string figure)
    {
        if (_seals.Sealed(block.Form, column.Id) is not var (keys, figures)) return Half(block);
        if (block.Form.Tree is null) return $"IF(COUNTIF({figures},{figure})>0,0,{Half(block)})";
        var at = block.Own(
            block.DataColumn(
            "seal", () => $"IF({block.Own(block.CodeColumn)}=\"\",0,IFERROR(MATCH({block.Own(block.CodeColumn)},{keys},0),0))"));
        return $"IF({at}=0,{Half(block)},IF(INDEX({figures},{at})={figure},0,{Half(block)}))";
    }
}
