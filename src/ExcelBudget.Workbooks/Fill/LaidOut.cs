using System.Collections.Concurrent;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// What all workbooks have in common whose rows are the same, code for code: formulas as their cells hold them, what follows the rows of
/// a sheet, names. Worked out when first asked for. Thread-safe.
/// </summary>
internal sealed class LaidOut
{
    private readonly ConcurrentDictionary<(FormId Form, int Row), FormulaText?[]> _rows = [];
    private readonly ConcurrentDictionary<string, FormulaText> _named = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<CellStencil, FormulaText> _ofTemplate = [];
    private readonly ConcurrentDictionary<string, byte[]> _pieces = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<(string Sheet, int Element), byte[]> _tails = [];
    private readonly ConcurrentDictionary<(int Line, bool IsLeft), string> _places = [];

    /// <summary>The formulas of a row of a form by the place of their column; null where nobody has told one yet.</summary>
    public FormulaText?[] Row(FormDefinition form, int row) =>
        _rows.TryGetValue((form.Id, row), out var known) ? known : _rows.GetOrAdd((form.Id, row), new FormulaText?[form.Columns.Count]);

    /// <summary>A formula by a name.</summary>
    public FormulaText Named(string name, Func<string> formula) =>
        _named.TryGetValue(name, out var known) ? known : _named[name] = new FormulaText(formula());

    /// <summary>The formula of a cell of the template.</summary>
    public FormulaText OfTemplate(CellStencil cell, Func<string> formula) =>
        _ofTemplate.TryGetValue(cell, out var known) ? known : _ofTemplate[cell] = new FormulaText(formula());

    /// <summary>A piece of a part by its name.</summary>
    public byte[] Piece(string name, Func<byte[]> piece) =>
        _pieces.TryGetValue(name, out var known) ? known : _pieces[name] = piece();

    /// <summary>An element behind the rows of a sheet.</summary>
    public byte[] Tail(string sheet, int element, Func<byte[]> written) =>
        _tails.TryGetValue((sheet, element), out var known) ? known : _tails[(sheet, element)] = written();

    /// <summary>Where a side of a line of the 校验 sheet stands, for lines of one place.</summary>
    public string Place(int line, bool isLeft, Func<string> place) =>
        _places.TryGetValue((line, isLeft), out var known) ? known : _places[(line, isLeft)] = place();
}
