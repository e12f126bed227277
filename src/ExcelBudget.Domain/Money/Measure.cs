namespace ExcelBudget.Domain.Money;

/// <summary>
/// A figure and how exactly it is known: the true value lies within ± <see cref="HalfWidth"/>. Zero means known exactly
/// (to the yuan); a figure typed in 万元 with at most two decimals stands for ± 0.005 万元 (rule catalogue, «One tolerance»).
/// </summary>
/// <param name="Value">The figure: yuan for money, plain for counts.</param>
/// <param name="HalfWidth">Half the width of the interval, same unit, never negative.</param>
public readonly record struct Measure(decimal Value, decimal HalfWidth = 0m)
{
    /// <summary>Zero, known exactly: what a blank cell counts as.</summary>
    public static readonly Measure Zero;

    /// <summary>Sum; the intervals add.</summary>
    public static Measure operator +(Measure left, Measure right) => new(left.Value + right.Value, left.HalfWidth + right.HalfWidth);

    /// <summary>Difference; the intervals add.</summary>
    public static Measure operator -(Measure left, Measure right) => new(left.Value - right.Value, left.HalfWidth + right.HalfWidth);

    /// <summary>Product; the interval is scaled by the larger possible effect.</summary>
    public static Measure operator *(Measure left, Measure right) => new(
        left.Value * right.Value,
        (Math.Abs(left.Value) * right.HalfWidth) + (Math.Abs(right.Value) * left.HalfWidth) + (left.HalfWidth * right.HalfWidth));

    /// <summary>The opposite figure, equally well known.</summary>
    public static Measure operator -(Measure value) => new(-value.Value, value.HalfWidth);

    /// <summary>True when the intervals of the two figures meet.</summary>
    public bool Meets(Measure other) => Math.Abs(Value - other.Value) <= HalfWidth + other.HalfWidth;
}
