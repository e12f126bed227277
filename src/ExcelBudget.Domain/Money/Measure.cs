namespace ExcelBudget.Domain.Money;

/// <summary>
/// A figure, what it counts, and how exactly it is known: the true value lies within ± <see cref="HalfWidth"/>. Money is yuan, always; the
/// unit of a form belongs to what it prints (<see cref="AmountFormat"/>). Zero means known exactly; a printed or typed figure stands for ±
/// half of its last digit (rule catalogue, «One tolerance»).
/// </summary>
/// <param name="Value">The figure: yuan for money, plain for counts and rates.</param>
/// <param name="HalfWidth">Half the width of the interval, same scale, never negative.</param>
/// <param name="Dimension">What it counts.</param>
public readonly record struct Measure(decimal Value, decimal HalfWidth = 0m, Dimension Dimension = Dimension.Plain)
{
    /// <summary>Zero, known exactly: what a blank cell counts as. It goes with money and with plain numbers.</summary>
    public static readonly Measure Zero;

    private bool IsNothing => Value == 0m && HalfWidth == 0m;

    /// <summary>An amount of money.</summary>
    /// <param name="yuan">The amount in yuan.</param>
    /// <param name="halfWidth">Half the width of the interval in yuan.</param>
    public static Measure Money(decimal yuan, decimal halfWidth = 0m) => new(yuan, halfWidth, Dimension.Money);

    /// <summary>Sum; the intervals add.</summary>
    /// <exception cref="InvalidOperationException">One is money and the other is not.</exception>
    public static Measure operator +(Measure left, Measure right) =>
        new(left.Value + right.Value, left.HalfWidth + right.HalfWidth, Shared(left, right));

    /// <summary>Difference; the intervals add.</summary>
    /// <exception cref="InvalidOperationException">One is money and the other is not.</exception>
    public static Measure operator -(Measure left, Measure right) =>
        new(left.Value - right.Value, left.HalfWidth + right.HalfWidth, Shared(left, right));

    /// <summary>Product of a figure and a plain number; the interval is scaled by the larger possible effect.</summary>
    /// <exception cref="InvalidOperationException">Both are money.</exception>
    public static Measure operator *(Measure left, Measure right) => new(
        left.Value * right.Value,
        (Math.Abs(left.Value) * right.HalfWidth) + (Math.Abs(right.Value) * left.HalfWidth) + (left.HalfWidth * right.HalfWidth),
        (left.Dimension, right.Dimension) switch
        {
            (Dimension.Money, Dimension.Money) => throw new InvalidOperationException("Money cannot be multiplied with money"),
            (Dimension.Plain, Dimension.Plain) => Dimension.Plain,
            _ => Dimension.Money,
        });

    /// <summary>
    /// Quotient, taken for exact; 0 for a divisor of 0. Money by money is a plain number, money by a plain number is money.
    /// </summary>
    /// <exception cref="InvalidOperationException">A plain number is divided by money.</exception>
    public static Measure operator /(Measure left, Measure right)
    {
        if (left.Value == 0m || right.Value == 0m) return default;
        if (left.Dimension == right.Dimension) return new Measure(left.Value / right.Value);
        return left.Dimension == Dimension.Money
            ? Money(left.Value / right.Value)
            : throw new InvalidOperationException("A plain number cannot be divided by money");
    }

    /// <summary>The opposite figure, equally well known.</summary>
    public static Measure operator -(Measure value) => value with { Value = -value.Value };

    /// <summary>True when the intervals of the two figures meet.</summary>
    /// <exception cref="InvalidOperationException">One is money and the other is not.</exception>
    public bool Meets(Measure other) => Math.Abs(Value - other.Value) <= Shared(this, other, HalfWidth + other.HalfWidth);

    private static Dimension Shared(Measure left, Measure right) =>
        left.Dimension == right.Dimension ? left.Dimension
        : left.IsNothing ? right.Dimension
        : right.IsNothing ? left.Dimension
        : throw new InvalidOperationException("Money and a plain number cannot be added or compared");

    private static decimal Shared(Measure left, Measure right, decimal width) =>
        Shared(left, right) is Dimension.Money or Dimension.Plain ? width : 0m;
}
