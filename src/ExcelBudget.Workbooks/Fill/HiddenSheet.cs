using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Excel;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// The very hidden sheet: the identity and the seals — every prefilled value in the form's unit, so that a returned workbook can tell
/// what was changed and the 校验 sheet which figures are known exactly. One line a form with its columns, one line a row with its values.
/// </summary>
internal sealed class HiddenSheet : ICheckSeals
{
    /// <summary>First cell of a line that names a form and its columns.</summary>
    public const string FormLine = "form";

    /// <summary>First cell of a line that holds a row.</summary>
    public const string RowLine = "row";

    private const int FirstValue = 3;
    private const int FirstSealLine = 2;

    private static readonly CellContent OfRow = new CellContent.Text(RowLine);

    private readonly Budget _budget;
    private readonly List<IReadOnlyList<CellContent>> _lines = [];
    private readonly Dictionary<FormId, SealedForm> _sealed = [];

    public HiddenSheet(Pack pack, Budget budget, WorkbookIdentity identity)
    {
        _budget = budget;
        IsBlank = identity.IsBlank;
        _lines.Add([new CellContent.Text("excelbudget"), new CellContent.Text(identity.Line)]);
        if (!IsBlank) Seal(pack, budget);
    }

    /// <inheritdoc />
    public bool IsBlank { get; }

    /// <summary>The lines, cells from left to right.</summary>
    public IReadOnlyList<IReadOnlyList<CellContent>> Lines => _lines;

    /// <summary>Where the seals stand: the same in workbooks laid out alike.</summary>
    public string Shape => IsBlank ? "blank" : string.Concat(_sealed.Select(form => string.Create(
        CultureInfo.InvariantCulture, $"{form.Key}:{form.Value.First}-{form.Value.Last}:{string.Join(',', form.Value.Columns)};")));

    /// <inheritdoc />
    public (string Keys, string Figures)? Sealed(FormDefinition form, ColumnId column) =>
        _sealed.TryGetValue(form.Id, out var lines) && Array.IndexOf(lines.Columns, column) is >= 0 and var index
            ? (Keys(lines),
                SheetReference.Sheet(TemplateNames.SealSheet) + SheetReference.Moving(lines.First, lines.Last, FirstValue + index))
            : null;

    /// <inheritdoc />
    public decimal SealedFigure(FormDefinition form, RowKey row, ColumnId column) =>
        _sealed.ContainsKey(form.Id) && SealedValue.Exact(form, _budget[form.Id]?[row]?[column]) is { } figure ? figure : 0m;

    private static string Keys(SealedForm lines) =>
        SheetReference.Sheet(TemplateNames.SealSheet) + SheetReference.Fixed(lines.First, FirstValue - 1, lines.Last, FirstValue - 1);

    private void Seal(Pack pack, Budget budget)
    {
        var next = FirstSealLine;
        foreach (var content in budget.Forms.Where(content => content.Rows.Count > 0))
        {
            var form = pack[content.Form];
            // figures of neighbouring columns stand side by side, with or without values, so that formulas find them alike
            var columns = form.Columns
                .Where(column => (column.IsFigure && column.Compute is null) || content.Rows.Any(row => row[column.Id] is not null))
                .Select(column => column.Id).ToArray();
            _lines.Add([new CellContent.Text(FormLine), new CellContent.Text(form.Id.Value),
                .. columns.Select(column => new CellContent.Text(column.Value))]);
            foreach (var row in content.Rows)
            {
                var line = new CellContent[columns.Length + FirstValue - 1];
                (line[0], line[1]) = (OfRow, new CellContent.Text(row.Key.Value));
                for (var at = 0; at < columns.Length; at++) line[at + FirstValue - 1] = SealedValue.Content(form, row[columns[at]]);
                _lines.Add(line);
            }

            _sealed[form.Id] = new SealedForm(next + 1, next + content.Rows.Count, columns);
            next += content.Rows.Count + 1;
        }
    }

    private sealed record SealedForm(int First, int Last, ColumnId[] Columns);
}
