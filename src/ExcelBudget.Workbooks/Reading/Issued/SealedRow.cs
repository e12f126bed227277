using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Fill;

namespace ExcelBudget.Workbooks.Reading.Issued;

/// <summary>A prefilled value as it is sealed.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Cell">The cell of the hidden sheet.</param>
/// <param name="IsFigure">The column holds figures: one known to some decimals only is sealed as «2.18±0.005».</param>
internal readonly record struct SealedCell(ColumnId Column, FlatCell Cell, bool IsFigure)
{
    /// <summary>The value as text. Other programs save 0.87655 with all seventeen digits of its binary form.</summary>
    public string Text => Cell is { Kind: FlatCellKind.Number, Number: { } number } ? Figures.Plain(number)
        : Mark > 0 ? Cell.Text[..Mark] : Cell.Text;

    /// <summary>The figure; null for a text.</summary>
    public decimal? Figure => Cell.Kind == FlatCellKind.Number ? Cell.Number
        : Parsed(Mark > 0 ? Cell.Text.AsSpan(0, Mark) : Cell.Text);

    /// <summary>Half of the interval the figure stands for, in the form's unit; 0 for one that is exact.</summary>
    public decimal HalfWidth => Mark > 0 ? Parsed(Cell.Text.AsSpan(Mark + 1)) ?? 0m : 0m;

    private int Mark => IsFigure && Cell.Kind != FlatCellKind.Number
        ? Cell.Text.IndexOf(SealedValue.IntervalMark, StringComparison.Ordinal) : -1;

    /// <summary>Does a cell of the form still hold the very value?</summary>
    public bool IsStill(FormDefinition form, CellValue? value)
    {
        if (SealedValue.Figure(form, value) is not { } now) return value?.AsText() is { } text && text == Text;
        return Cell is { Kind: FlatCellKind.Number, Number: { } number } ? number == now : Figures.Plain(now) == Text;
    }

    /// <summary>A figure as a text tells it; null for another text.</summary>
    public static decimal? Parsed(ReadOnlySpan<char> text) =>
        decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var value) ? value : null;
}

/// <summary>A row as it was issued.</summary>
/// <param name="Key">Its key then.</param>
/// <param name="Cells">What was prefilled, from left to right; blank cells are absent.</param>
internal sealed record SealedRow(RowKey Key, SealedCell[] Cells)
{
    private Dictionary<ColumnId, string>? _values;

    /// <summary>What was prefilled by column, as seals hold it.</summary>
    public IReadOnlyDictionary<ColumnId, string> Values
    {
        get
        {
            if (_values is not null) return _values;
            var values = new Dictionary<ColumnId, string>();
            foreach (var cell in Cells) values[cell.Column] = cell.Text;
            return _values = values;
        }
    }

    /// <summary>Was something prefilled in the column?</summary>
    public bool Has(ColumnId column)
    {
        foreach (var cell in Cells)
        {
            if (cell.Column == column) return true;
        }

        return false;
    }

    /// <summary>
    /// How exactly a figure of the row is known, half the interval; null where something else was prefilled in its column.
    /// </summary>
    public decimal? HalfWidthOf(ColumnId column, decimal figure)
    {
        var (before, half) = ((decimal?)null, 0m);
        foreach (var cell in Cells)
        {
            if (cell.Column != column) continue;
            before = cell.Figure ?? before;
            if (cell.HalfWidth is > 0m and var own) half = own;
        }

        return before == figure ? half : null;
    }
}
