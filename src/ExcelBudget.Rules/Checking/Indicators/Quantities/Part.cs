using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>A part of a project's money: told as a sum, or as a price for one times a count.</summary>
/// <param name="Yuan">How much.</param>
/// <param name="HalfWidth">How exactly that is known, in yuan.</param>
/// <param name="Said">As a message shows it.</param>
/// <param name="IsWhole">False when a factor is not told, so that it may be more.</param>
/// <param name="IsAssumed">True when the months of a year were put in.</param>
internal sealed record Part(decimal Yuan, decimal HalfWidth, string Said, bool IsWhole = true, bool IsAssumed = false)
{
    /// <summary>The sum or price it was told as.</summary>
    public TextQuantity? Told { get; init; }

    /// <summary>The price for one it was reckoned with; 0 for a sum.</summary>
    public decimal Price { get; init; }

    /// <summary>Units of what a price was multiplied by; empty for a sum.</summary>
    public IReadOnlyList<string> Counted { get; init; } = [];

    /// <summary>Indicators it rests on.</summary>
    public IReadOnlyList<ReviewedIndicator> Lines { get; init; } = [];
}
