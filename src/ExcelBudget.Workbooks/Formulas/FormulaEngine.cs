using System.Runtime.CompilerServices;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Formulas;

/// <summary>What is known of a cell otherwise than from the file: nothing, a figure, or that its figure cannot be told.</summary>
/// <param name="IsKnown">True when the cell's figure is settled here.</param>
/// <param name="Value">The figure; null when it cannot be told.</param>
internal readonly record struct KnownFigure(bool IsKnown, decimal? Value);

/// <summary>
/// 公式计算。Evaluates formulas on the flat values of a workbook that the guard has passed, with exact decimals: references inside the
/// workbook, names, arithmetic, and the functions people use. Cached results play no part. Each cell is computed once; what leads back
/// to itself, is nested too deeply or visits too many cells is unknown, never nil. Not thread-safe; one for each workbook.
/// </summary>
/// <param name="workbook">The workbook.</param>
/// <param name="known">
/// Figures that are settled otherwise. With them the formulas that were issued are judged: numbers that stand outside the forms do not
/// count in areas, and codes are compared as they are read (a code typed as a number is that code).
/// </param>
/// <param name="readCode">How codes are read where issued formulas are judged; null for texts as they stand.</param>
internal sealed class FormulaEngine(FlatWorkbook workbook, Func<FlatSheet, int, int, KnownFigure>? known = null, Func<string,
    string>? readCode = null)
{
    private const int DeepestChain = 400;
    private const int MostStepsOfOne = 500_000;
    private const int MostSteps = 4_000_000;
    private const int MostStepsOfIssued = 40_000_000;

    // cells of areas with conditions that are kept at hand: those of forms are some thousands
    private const int MostAsked = 200_000;

    private readonly Dictionary<(FlatSheet Sheet, int Row, int Column), FormulaValue> _results = [];
    private readonly Dictionary<(FlatSheet Sheet, CellRange Range), AskedCells?> _asked = [];
    private readonly Dictionary<(FlatSheet Sheet, CellRange Range, string Condition), int[]?> _matches = [];
    private readonly Dictionary<string, FlatSheet?> _sheets = new(StringComparer.Ordinal);
    private readonly Dictionary<string, FormulaNode> _names = new(StringComparer.OrdinalIgnoreCase);

    private (string? Name, FlatSheet? Sheet) _last;
    private int _depth;
    private long _askedCells;
    private long _matchedCells;
    private int _steps;
    private long _allSteps;

    /// <summary>Judges issued formulas; see the constructor.</summary>
    public bool JudgesIssued => known is not null;

    /// <summary>How codes are read; null for texts as they stand.</summary>
    public Func<string, string>? ReadCode => readCode;

    public FlatWorkbook Workbook => workbook;

    /// <summary>The sheet of a name, letters in either case; null when there is none.</summary>
    public FlatSheet? Sheet(string name)
    {
        // formulas name the same sheet again and again
        if (name == _last.Name) return _last.Sheet;
        if (!_sheets.TryGetValue(name, out var sheet)) _sheets[name] = sheet = workbook.Sheet(name);
        _last = (name, sheet);
        return sheet;
    }

    /// <summary>The value of a formula that stands in a cell; an area comes out as its one cell.</summary>
    /// <param name="formula">The formula without «=».</param>
    /// <param name="sheet">The sheet it stands on.</param>
    /// <param name="row">Its row.</param>
    /// <param name="column">Its column.</param>
    /// <param name="isArray">An array formula: areas are computed cell by cell.</param>
    public FormulaValue Evaluate(string formula, FlatSheet sheet, int row, int column, bool isArray = false)
    {
        if (_depth == 0) _steps = 0;
        if (_depth >= DeepestChain || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
        {
            return FormulaValue.Unknown(FormulaTroubles.TooDeep);
        }
        _depth++;
        var value = new FormulaEvaluation(this, sheet, row, column).Whole(FormulaParser.Parse(formula), isArray);
        _depth--;
        return value;
    }

    /// <summary>The value of a cell.</summary>
    public FormulaValue Cell(FlatSheet sheet, int row, int column) =>
        Step() ? Look(sheet, Settled(sheet, row, column), sheet[row, column]) : FormulaValue.Unknown(FormulaTroubles.TooMuch);

    private KnownFigure Settled(FlatSheet sheet, int row, int column) => known is null ? default : known(sheet, row, column);

    private FormulaValue Look(FlatSheet sheet, in KnownFigure settled, FlatCell? cell)
    {
        if (settled.IsKnown) return settled.Value is { } figure
            ? FormulaValue.Of(figure) : FormulaValue.Unknown("单元格的数无法确定");
        if (cell is null) return default;
        return cell.HasFormula ? Computed(sheet, cell) : Plain(cell);
    }

    /// <summary>The cells of an area that a condition is asked of; null where they are to be looked at one by one.</summary>
    public AskedCells? Asked(CellArea area)
    {
        if (_asked.TryGetValue((area.Sheet, area.Range), out var before)) return before;
        var rows = Math.Max(0, area.LastUsedRow - area.Range.FirstRow + 1);
        var size = (long)rows * area.Columns + 1;
        if (size > MostAsked - _askedCells) return null;
        _askedCells += size;
        return _asked[(area.Sheet, area.Range)] = AskedAnew(area, rows);
    }

    /// <summary>The value of a cell of such an area, and the code in it.</summary>
    public FormulaValue AskedCell(CellArea area, AskedCells? cells, int row, int column, out string? code)
    {
        code = null;
        if (cells is null || row >= cells.Rows) return Cell(area.Sheet, area.Range.FirstRow + row, area.Range.FirstColumn + column);
        return Step() ? cells.At(row, column, out code) : FormulaValue.Unknown(FormulaTroubles.TooMuch);
    }

    /// <summary>
    /// Where cells of such an area meet a condition, counted row by row; null where they are to be asked one by one: near a limit, and
    /// where what a cell holds cannot be told. Many formulas of a form ask the same. Each cell counts as looked at.
    /// </summary>
    public int[]? Matching(CellArea area, AskedCells? cells, FormulaValue wanted, int rows)
    {
        if (cells is null || rows != cells.Rows || wanted.Kind != FormulaKind.Text) return null;
        var condition = wanted.Text;
        var looks = rows * area.Columns;
        if (_steps + (2L * looks) > MostStepsOfOne || _allSteps + (2L * looks) > Most) return null;
        if (!_matches.TryGetValue((area.Sheet, area.Range, condition), out var places))
        {
            places = cells.Meeting(new Criterion(wanted, readCode));
            _matchedCells += places?.Length ?? 0;
            if (_matchedCells > MostAsked || _matches.Count > MostAsked) return null;
            _matches[(area.Sheet, area.Range, condition)] = places;
        }

        if (places is null) return null;
        _steps += looks;
        _allSteps += looks;
        return places;
    }

    private AskedCells? AskedAnew(CellArea area, int rows)
    {
        var cells = new AskedCells(rows, area.Columns);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < area.Columns; column++)
            {
                if (!TryStable(area.Sheet, area.Range.FirstRow + row, area.Range.FirstColumn + column, out var value)) return null;
                var isCode = readCode is not null && value.Kind is FormulaKind.Text or FormulaKind.Number;
                cells.Put(row, column, value, isCode ? readCode!(value.AsText().Text) : null);
            }
        }

        return cells;
    }

    /// <summary>The value of a cell that no formula computes here; false for one whose formula may still be on its way.</summary>
    private bool TryStable(FlatSheet sheet, int row, int column, out FormulaValue value)
    {
        var settled = Settled(sheet, row, column);
        var cell = sheet[row, column];
        var isStable = settled.IsKnown || cell is not { HasFormula: true };
        value = isStable ? Look(sheet, settled, cell) : default;
        return isStable;
    }

    /// <summary>The value of a cell inside an area that is added up: what stands outside the forms is told on its own, and is no part of
    /// the total a form declares.</summary>
    public FormulaValue CellInArea(FlatSheet sheet, int row, int column) => CellInArea(sheet, row, column, sheet[row, column]);

    private FormulaValue CellInArea(FlatSheet sheet, int row, int column, FlatCell? cell)
    {
        var settled = Settled(sheet, row, column);
        if (JudgesIssued && !settled.IsKnown && cell is { Kind: FlatCellKind.Number, HasFormula: false }) return default;
        return Step() ? Look(sheet, settled, cell) : FormulaValue.Unknown(FormulaTroubles.TooMuch);
    }

    /// <summary>Adds the numbers of an area, row by row, to others; a failure among its cells ends it and is returned.</summary>
    public FormulaValue AddNumbers(CellArea area, List<decimal> numbers)
    {
        for (var row = area.Range.FirstRow; row <= area.LastUsedRow; row++)
        {
            foreach (var cell in area.Sheet.Row(row))
            {
                if (cell.Column < area.Range.FirstColumn || cell.Column > area.Range.LastColumn) continue;
                var value = CellInArea(area.Sheet, row, cell.Column, cell);
                if (value.IsFailure) return value;
                if (value.Kind == FormulaKind.Number) numbers.Add(value.Number);
            }
        }

        return default;
    }

    /// <summary>The values of an area, row by row; cells that hold nothing are left out.</summary>
    /// <param name="area">The area.</param>
    /// <param name="counts">Which cells are looked at; null for all.</param>
    public IEnumerable<FormulaValue> Values(CellArea area, Func<FlatCell, bool>? counts = null)
    {
        for (var row = area.Range.FirstRow; row <= area.LastUsedRow; row++)
        {
            for (var at = 0; at < area.Sheet.Row(row).Length; at++)
            {
                var cell = area.Sheet.Row(row)[at];
                if (cell.Column < area.Range.FirstColumn || cell.Column > area.Range.LastColumn) continue;
                if (counts is not null && !counts(cell)) continue;
                var value = CellInArea(area.Sheet, row, cell.Column);
                if (value.Kind == FormulaKind.Blank) continue;
                yield return value;
                if (value.Kind == FormulaKind.Unknown) yield break;
            }
        }
    }

    /// <summary>The meaning of a defined name, a sheet's own before the workbook's; null when there is none.</summary>
    public FormulaNode? Name(string name, FlatSheet sheet)
    {
        var found = workbook.Names.Where(defined => string.Equals(defined.Name, name, StringComparison.OrdinalIgnoreCase))
            .Where(defined => defined.Sheet is null || string.Equals(defined.Sheet, sheet.Name, StringComparison.OrdinalIgnoreCase))
            .MaxBy(defined => defined.Sheet is not null);
        if (found is null) return null;
        if (!_names.TryGetValue(found.Value, out var node)) _names[found.Value] = node = FormulaParser.Parse(found.Value.TrimStart('='));
        return node;
    }

    private static FormulaValue Plain(FlatCell cell) => cell.Kind switch
    {
        FlatCellKind.Number => cell.Number is { } number ? FormulaValue.Of(number) : FormulaValue.Unknown("数字过大"),
        FlatCellKind.Text => FormulaValue.Of(cell.Text),
        FlatCellKind.Boolean => FormulaValue.Of(cell.Text == "TRUE"),
        FlatCellKind.Error => FormulaValue.Error(cell.Text),
        _ => default,
    };

    /// <summary>Goes one level deeper; false when that is too deep.</summary>
    public bool Descend()
    {
        if (_depth >= DeepestChain || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) return false;
        _depth++;
        return true;
    }

    /// <summary>Comes back from <see cref="Descend"/>.</summary>
    public void Ascend() => _depth--;

    private int Most => JudgesIssued ? MostStepsOfIssued : MostSteps;

    private bool Step() => ++_steps <= MostStepsOfOne && ++_allSteps <= Most;

    private FormulaValue Computed(FlatSheet sheet, FlatCell cell)
    {
        var key = (sheet, cell.Row, cell.Column);
        if (_results.TryGetValue(key, out var result)) return result;
        if (cell.IsArrayPart) return FormulaValue.Unknown(FormulaTroubles.ArrayPart);
        _results[key] = FormulaValue.Unknown(FormulaTroubles.Circular);
        result = Evaluate(cell.Formula!, sheet, cell.Row, cell.Column, cell.IsArrayFormula);
        // a chain that began too far up may be computed from further down
        if (result is { Kind: FormulaKind.Unknown, Text: FormulaTroubles.TooDeep or FormulaTroubles.TooMuch }) _results.Remove(key);
        else _results[key] = result;
        return result;
    }
}
