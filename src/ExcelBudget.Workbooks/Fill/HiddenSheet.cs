using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The very hidden sheet: the identity, counts that many lines of the 校验 sheet ask for, and the seals — every prefilled value in the
/// form's unit, so that a returned workbook can tell what was changed and the 校验 sheet which figures are known to the yuan. One line
/// a form with its columns, one line a row with its values.
/// </summary>
internal sealed class HiddenSheet : ICheckCells
{
    /// <summary>First cell of a line that names a form and its columns.</summary>
    public const string FormLine = "form";

    /// <summary>First cell of a line that holds a row.</summary>
    public const string RowLine = "row";

    private const int FirstValue = 3;
    private const int FirstCountLine = 2;

    private readonly Budget _budget;
    private readonly FormDefinition[] _counted;
    private readonly List<IReadOnlyList<CellContent>> _seals = [];
    private readonly Dictionary<FormId, SealedForm> _sealed = [];
    private readonly HashSet<(FormDefinition Form, ColumnId Column)> _texts = [];
    private readonly HashSet<(FormDefinition Form, ColumnId Column)> _missing = [];

    public HiddenSheet(Pack pack, Budget budget, WorkbookIdentity identity)
    {
        _budget = budget;
        _counted = [.. Prototype.SheetForms(pack).Where(form => form.Rows.Any(group => group is RowGroup.Tree or RowGroup.List or RowGroup.Blocks))];
        Identity = [new CellContent.Text("excelbudget"), new CellContent.Text(identity.Line)];
        if (!identity.IsBlank) Seal(pack, budget);
    }

    private IReadOnlyList<CellContent> Identity { get; }

    /// <inheritdoc />
    public string TextsIn(FormDefinition form, ColumnId column)
    {
        _texts.Add((form, column));
        return Cell(TextLine(form), form, column);
    }

    /// <inheritdoc />
    public string MissingIn(FormDefinition form, ColumnId column)
    {
        _missing.Add((form, column));
        return Cell(TextLine(form) + 1, form, column);
    }

    /// <inheritdoc />
    public (string Keys, string Figures)? Sealed(FormDefinition form, ColumnId column) =>
        _sealed.TryGetValue(form.Id, out var lines) && Array.IndexOf(lines.Columns, column) is >= 0 and var index
            ? (Lines(lines, FirstValue - 1), Lines(lines, FirstValue + index))
            : null;

    /// <inheritdoc />
    public decimal SealedFigure(FormDefinition form, RowKey row, ColumnId column) =>
        _sealed.ContainsKey(form.Id) && SealedValue.Exact(form, _budget[form.Id]?[row]?[column]) is { } figure ? figure : 0m;

    /// <summary>The lines, cells from left to right; complete only after the 校验 sheet was written.</summary>
    /// <param name="translator">Writes the counts.</param>
    public IEnumerable<IReadOnlyList<CellContent>> Compose(CheckLineTranslator translator)
    {
        yield return Identity;
        // a count may ask for another one: all are written before the first is given out
        var missing = _counted.Select(form => Line("missing", form, column => IsAsked(_missing, form, column) ? translator.MissingCount(form, column) : null)).ToArray();
        var texts = _counted.Select(form => Line("texts", form, column => _texts.Contains((form, column)) ? translator.TextCount(form, column) : null)).ToArray();
        for (var index = 0; index < _counted.Length; index++)
        {
            yield return texts[index];
            yield return missing[index];
        }

        foreach (var line in _seals) yield return line;
    }

    /// <summary>Figures of one form are asked for when those of a column computed from them are.</summary>
    private static bool IsAsked(HashSet<(FormDefinition Form, ColumnId Column)> asked, FormDefinition form, ColumnId column) =>
        asked.Any(cell => cell.Form == form);

    private static List<CellContent> Line(string kind, FormDefinition form, Func<ColumnId, string?> formulaOf) =>
    [
        new CellContent.Text(kind),
        new CellContent.Text(form.Id.Value),
        .. form.Columns.Select(column => (column.IsFigure || column.Id == form.Tree?.Column) && formulaOf(column.Id) is { } formula ? (CellContent)new CellContent.Formula(formula, 0m) : new CellContent.Blank()),
    ];

    private int TextLine(FormDefinition form) => FirstCountLine + (2 * Array.IndexOf(_counted, form));

    private static string Cell(int line, FormDefinition form, ColumnId column) =>
        SheetReference.Sheet(TemplateNames.SealSheet) + SheetReference.FixedCell(line, FirstValue + form.IndexOf(column));

    private static string Lines(SealedForm lines, int column) =>
        SheetReference.Sheet(TemplateNames.SealSheet) + SheetReference.Fixed(lines.First, column, lines.Last, column);

    private void Seal(Pack pack, Budget budget)
    {
        var next = FirstCountLine + (2 * _counted.Length);
        foreach (var content in budget.Forms.Where(content => content.Rows.Count > 0))
        {
            var form = pack[content.Form];
            var columns = form.Columns.Where(column => content.Rows.Any(row => row[column.Id] is not null)).Select(column => column.Id).ToArray();
            _seals.Add([new CellContent.Text(FormLine), new CellContent.Text(form.Id.Value), .. columns.Select(column => new CellContent.Text(column.Value))]);
            foreach (var row in content.Rows) _seals.Add([new CellContent.Text(RowLine), new CellContent.Text(row.Key.Value), .. columns.Select(column => SealedValue.Content(form, row[column]))]);
            _sealed[form.Id] = new SealedForm(next + 1, next + content.Rows.Count, columns);
            next += content.Rows.Count + 1;
        }
    }

    private sealed record SealedForm(int First, int Last, ColumnId[] Columns);
}
