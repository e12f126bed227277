using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Budgets;

/// <summary>
/// One row of a form in a budget: its key and what was entered in it. Computed cells are stored only when someone typed over them.
/// </summary>
public sealed class FormRow(RowKey key, IReadOnlyDictionary<ColumnId, CellValue> cells) : IEquatable<FormRow>
{
    // what most rows are made of, asked for every cell without the detour of an interface
    private readonly Dictionary<ColumnId, CellValue>? _plain = cells as Dictionary<ColumnId, CellValue>;

    public RowKey Key { get; } = key;

    /// <summary>Entered values by column; blank cells are absent.</summary>
    public IReadOnlyDictionary<ColumnId, CellValue> Cells { get; } = cells;

    /// <summary>The value of a column; null when blank.</summary>
    public CellValue? this[ColumnId column] => _plain is null ? Cells.GetValueOrDefault(column)
        : _plain.TryGetValue(column, out var value) ? value : null;

    /// <summary>The text of a column; empty when blank or a figure.</summary>
    public string Text(string column) => this[new ColumnId(column)]?.AsText() ?? "";

    /// <inheritdoc />
    public bool Equals(FormRow? other) =>
        other is not null && Key == other.Key && Cells.Count == other.Cells.Count
        && Cells.All(cell => other.Cells.TryGetValue(cell.Key, out var value) && value == cell.Value);

    /// <inheritdoc />
    public override bool Equals(object? obj) => Equals(obj as FormRow);

    /// <inheritdoc />
    public override int GetHashCode() => HashCode.Combine(Key, Cells.Count);
}
