using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Forms;

/// <summary>What a cell of a budget holds. A blank cell is not stored, and a stored zero is written as blank.</summary>
public abstract record CellValue
{
    private CellValue()
    {
    }

    /// <summary>金额。Money in yuan with how exactly it is known.</summary>
    /// <param name="Yuan">The amount in yuan.</param>
    /// <param name="HalfWidth">Half the interval in yuan; 0 when known exactly, else half of the last digit it was typed with.</param>
    public sealed record Amount(decimal Yuan, decimal HalfWidth = 0m) : CellValue;

    /// <summary>数量。A plain number such as a count of vehicles.</summary>
    public sealed record Number(decimal Value) : CellValue;

    /// <summary>文字。Text with «\n» between lines; never empty.</summary>
    public sealed record Text(string Value) : CellValue;

    /// <summary>The figure of the cell; null for text.</summary>
    public Measure? AsMeasure() => this switch
    {
        Amount amount => Measure.Money(amount.Yuan, amount.HalfWidth),
        Number number => new Measure(number.Value),
        _ => null,
    };

    /// <summary>The text of the cell; null for a figure.</summary>
    public string? AsText() => (this as Text)?.Value;
}
