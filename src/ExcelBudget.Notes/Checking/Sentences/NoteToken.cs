namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>What a stretch of a sentence is.</summary>
internal enum SaidKind
{
    /// <summary>A number with its unit.</summary>
    Number,

    /// <summary>Words that name a figure.</summary>
    Phrase,

    /// <summary>增加。</summary>
    Increase,

    /// <summary>减少。</summary>
    Decrease,

    /// <summary>增加到。</summary>
    IncreaseTo,

    /// <summary>减少到。</summary>
    DecreaseTo,

    /// <summary>增减。</summary>
    Change,

    /// <summary>持平。</summary>
    Level,

    /// <summary>比上年。</summary>
    Comparison,

    /// <summary>上年。</summary>
    LastYear,

    /// <summary>其中。</summary>
    Parts,

    /// <summary>主要原因是。</summary>
    Reason,

    /// <summary>没有安排。</summary>
    Nothing,

    /// <summary>占。</summary>
    Share,

    /// <summary>分别。</summary>
    Each,

    /// <summary>A year.</summary>
    Year,

    /// <summary>Words that change nothing.</summary>
    Filler,

    /// <summary>约。</summary>
    About,

    /// <summary>决算数。</summary>
    OtherBase,

    /// <summary>A comma, a bracket or another sign.</summary>
    Sign,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>A stretch of a sentence.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">First character.</param>
/// <param name="End">The character after it.</param>
/// <param name="Words">The words.</param>
internal sealed record NoteToken(SaidKind Kind, int Start, int End, string Words)
{
    /// <summary>The number of a <see cref="SaidKind.Number"/>.</summary>
    public SaidQuantity? Quantity { get; init; }

    /// <summary>What a <see cref="SaidKind.Phrase"/> may mean.</summary>
    public IReadOnlyList<NoteField> Fields { get; init; } = [];

    /// <summary>True for a phrase that names what a share is of («占支出总预算17%»): nothing but that share speaks of it.</summary>
    public bool IsWhole { get; init; }

    /// <summary>True for a phrase that what follows may speak of.</summary>
    public bool IsItem => Kind == SaidKind.Phrase && !IsWhole;

    /// <summary>Depth of brackets around it.</summary>
    public int Depth { get; init; }

    /// <summary>True for 低于上年 and the like: last year stands in the word.</summary>
    public bool IsAgainstLastYear { get; init; }

    /// <summary>1 for 增加, -1 for 减少, 0 for a change without direction, null for anything else.</summary>
    public int? Direction => Kind switch { SaidKind.Increase => 1, SaidKind.Decrease => -1, SaidKind.Change => 0, _ => null };

    /// <summary>1 for 增加到, -1 for 减少到, null for anything else.</summary>
    public int? Reaching => Kind switch { SaidKind.IncreaseTo => 1, SaidKind.DecreaseTo => -1, _ => null };
}

/// <summary>What a number counts.</summary>
internal enum QuantityKind
{
    /// <summary>Money.</summary>
    Money,

    /// <summary>A rate or share in percent.</summary>
    Percent,

    /// <summary>Things counted in a unit the pack knows.</summary>
    Count,

    /// <summary>A day, an item number, a target: not compared.</summary>
    Other,
}

/// <summary>A number as written.</summary>
/// <param name="Number">The number.</param>
/// <param name="Decimals">How many decimals it is written with.</param>
/// <param name="Unit">Its unit; empty when none follows.</param>
/// <param name="Kind">What it counts.</param>
internal readonly record struct SaidQuantity(decimal Number, int Decimals, string Unit, QuantityKind Kind)
{
    /// <summary>How many percent one unit is: 倍 counts hundreds.</summary>
    public decimal UnitInPercent => Unit switch { "倍" => 100m, "成" => 10m, "‰" => 0.1m, _ => 1m };

    /// <summary>True when it says what a rate in percent comes to, rounded as it is written.</summary>
    public bool ShowsPercent(decimal percent) =>
        Math.Abs(Number) == Domain.Money.Figures.Round(percent / UnitInPercent, Unit == "倍" ? Decimals : Math.Min(Decimals, 2));

    /// <summary>How many yuan one unit is.</summary>
    public decimal UnitInYuan => Unit switch { "亿元" => 100_000_000m, "万元" or "" => 10_000m, "千元" => 1_000m, _ => 1m };

    /// <summary>True when it says what a figure shows.</summary>
    public bool Shows(FieldFigure figure) => IsOver ? IsBelowNext(Math.Abs(figure.Value) * figure.Unit / UnitInYuan)
        : Shows(Math.Abs(Number), UnitInYuan, figure);

    /// <summary>«2600余»: true for a number that is followed by 余 or 多.</summary>
    public bool IsOver { get; init; }

    private bool IsBelowNext(decimal figure)
    {
        var place = 1m;
        while (Number != 0m && Number % (place * 10m) == 0m) place *= 10m;
        return figure >= Number && figure < Number + place;
    }

    /// <summary>True when it would show the figure with 元 and 万元 exchanged.</summary>
    public bool ShowsWithWrongUnit(FieldFigure figure) => Number != 0m
        && (Shows(Math.Abs(Number), UnitInYuan * 10_000m, figure) || Shows(Math.Abs(Number), UnitInYuan / 10_000m, figure));

    private bool Shows(decimal number, decimal unit, FieldFigure figure)
    {
        if (number * unit / figure.Unit == Math.Abs(figure.Rounded)) return true;
        // other units than the form's are exact to their own last digit, and precise enough to tell figures apart
        return unit != figure.Unit && (unit < figure.Unit || Decimals >= 2)
            && Domain.Money.Figures.Round(Math.Abs(figure.Value) * figure.Unit / unit, Decimals) == number;
    }
}
