namespace ExcelBudget.Domain.Spelling;

/// <summary>
/// What a text was read as: a figure with its unit, a sign that nothing is there, a blank, or the reason why it is no figure.
/// </summary>
public readonly record struct FigureReading
{
    /// <summary>The number as written, before 万 and 亿 are applied: 12.70 of «12.70万元». 0 when there is no figure.</summary>
    public decimal Number { get; private init; }

    /// <summary>How many the number counts: 10,000 for 万, 1 where nothing is written. Never 0 in a figure.</summary>
    public decimal Scale { get; private init; }

    /// <summary>What it says it counts.</summary>
    public FigureUnit Unit { get; private init; }

    /// <summary>How many decimals the number is written with; from 0.</summary>
    public int Decimals { get; private init; }

    /// <summary>What had to be cleaned; <see cref="Untidiness.None"/> for plain digits.</summary>
    public Untidiness Untidy { get; private init; }

    /// <summary>Why it is no figure; <see cref="FigureProblem.None"/> when it is one, nothing, or blank.</summary>
    public FigureProblem Problem { get; private init; }

    /// <summary>True when the text is a figure.</summary>
    public bool IsFigure => Scale != 0m;

    /// <summary>True for a text that says nothing is there: «—», «/», «无», «不适用».</summary>
    public bool IsNothing { get; private init; }

    /// <summary>True for a text of blanks.</summary>
    public bool IsBlank => Scale == 0m && !IsNothing && Problem == FigureProblem.None;

    /// <summary>The number in its own unit, 万 and 亿 applied: 127,000 for «12.70万元», 9.2 for «9.2%». 0 when there is no figure.</summary>
    public decimal Value => Number * Scale;

    /// <summary>True when the text itself says yuan, or 万 or 亿 of them, whatever the column shows.</summary>
    public bool SaysItsUnit => Unit == FigureUnit.Yuan
        || (IsFigure && Scale != 1m)
        || (Untidy.HasFlag(Untidiness.Numerals) && Math.Abs(Number) >= 10_000m);

    /// <summary>The amount in yuan; null when there is no figure, or it is a rate.</summary>
    /// <param name="shownUnitInYuan">How many yuan one unit is where the text stands: 1 for 元, 10,000 for 万元.</param>
    public decimal? InYuan(decimal shownUnitInYuan) =>
        !IsFigure || Unit is not (FigureUnit.None or FigureUnit.Yuan) ? null
        : SaysItsUnit ? Value
        : Number * shownUnitInYuan;

    /// <summary>The reading of a blank text: no figure, and nothing to complain of.</summary>
    public static FigureReading Blank => default;

    internal static FigureReading Of(decimal number, decimal scale, FigureUnit unit, int decimals, Untidiness untidy) =>
        new() { Number = number, Scale = scale, Unit = unit, Decimals = decimals, Untidy = untidy };

    internal static FigureReading Nothing(Untidiness untidy) => new() { IsNothing = true, Untidy = untidy };

    internal static FigureReading Wrong(FigureProblem problem) => new() { Problem = problem };

    internal FigureReading With(Untidiness more) => this with { Untidy = Untidy | more };
}
