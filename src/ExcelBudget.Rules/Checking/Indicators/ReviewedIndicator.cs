using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>An indicator with what can be counted of its target. A target that is no plain figure has none of the figures.</summary>
/// <param name="Indicator">As read.</param>
/// <param name="Row">Its row in the form of indicators; null when it stands in a free text.</param>
/// <param name="Description">绩效指标描述; empty where the form has none.</param>
/// <param name="Weight">权重; null where the form has none.</param>
/// <param name="IsMarkedClassified">True when the row itself is marked 涉密.</param>
public sealed partial record ReviewedIndicator(
    Indicator Indicator, RowKey? Row = null, string Description = "", decimal? Weight = null, bool IsMarkedClassified = false)
{
    private const int LongestName = 24;

    /// <summary>Decimals to which money in 万元 and larger units is told: more would be meant exactly.</summary>
    private const int UsualDecimals = 2;

    /// <summary>The target's plain figure; null for words, dates and expressions.</summary>
    public decimal? Number { get; } = FigureOf(Indicator);

    /// <summary>计量单位 up to the first stroke: «天» of «天/3人».</summary>
    public string Unit { get; } = Indicator.Unit.Split('/', '·', '／', '(', '（')[0].Trim();

    /// <summary>The name without what may follow it and changes nothing: brackets, a colon, the word 指标.</summary>
    public string Stem { get; } = StemOf(Indicator.Name);

    /// <summary>What was worked out about it before.</summary>
    internal Memory Memory { get; } = new();

    /// <summary>True for a figure in percent.</summary>
    public bool IsPercent => Number is not null && Unit is "%" or "％";

    /// <summary>Money for the whole, in yuan; null when the target is no money or a price for one.</summary>
    public Measure? Money => Number is { } number && Indicator.Unit == Unit ? MoneyOf(number, Unit) : null;

    /// <summary>True when the target is an amount of money, also a price for one.</summary>
    public bool IsMoney => Number is not null && MoneyIn(Unit) is not null;

    /// <summary>Name and target are one sentence without a figure.</summary>
    public bool IsStatement => Indicator.Operator == TargetOperator.Qualitative && Indicator.Value == Indicator.Name;

    /// <summary>指标 it is filed under: level 2, or level 1 where there is none.</summary>
    public string Group => Indicator.Level2.Length > 0 ? Indicator.Level2 : Indicator.Level1;

    /// <summary>What a message calls it.</summary>
    public string Title => Shortened(Indicator.Name.Length > 0 ? Indicator.Name : Indicator.Raw.Length > 0 ? Indicator.Raw : Group);

    /// <summary>The target as a message shows it: «≥98%».</summary>
    public string Target => (Indicator.Operator switch
    {
        TargetOperator.AtLeast => "≥",
        TargetOperator.AtMost => "≤",
        TargetOperator.MoreThan => ">",
        TargetOperator.LessThan => "<",
        _ => "",
    }) + Indicator.Value + Indicator.Unit;

    /// <summary>Money as told in words: in 元 exact, in larger units to two decimals. Null for other units.</summary>
    public static Measure? MoneyOf(decimal number, string unit) =>
        MoneyIn(unit) is { } yuan ? Measure.Money(number * yuan, yuan == 1m ? 0m : yuan * Figures.HalfLastDigit(UsualDecimals)) : null;

    /// <summary>Yuan in one of a unit of money; null for other units.</summary>
    public static decimal? MoneyIn(string unit) => unit switch
    {
        "元" => 1m,
        "百元" => 100m,
        "千元" => 1_000m,
        "万元" or "万" => 10_000m,
        "百万元" => 1_000_000m,
        "亿元" => 100_000_000m,
        _ => null,
    };

    /// <summary>A text short enough for a message.</summary>
    public static string Shortened(string text) => TextCut.Beginning(text, LongestName);

    private static string StemOf(string name) =>
        name.Length > 0 && name[^1] is ')' or '）' or ':' or '：' or '标' or ' ' ? Unneeded().Replace(name, "") : name;

    [GeneratedRegex(@"(指标)?\s*([（(][^）)]*[）)])?\s*[:：]?$")]
    private static partial Regex Unneeded();

    private static readonly KnownTexts<decimal?> PlainFigures = new(FigureOf);

    private static decimal? FigureOf(Indicator indicator) =>
        indicator.Operator is TargetOperator.None or TargetOperator.Qualitative ? null : PlainFigures[indicator.Value];

    private static decimal? FigureOf(string value) => FigureReader.Read(value) is not { IsFigure: true } figure ? null
        // 二十次: a numeral without a unit of its own; 百分之九十 and 九成 are rates and have theirs
        : figure.Unit == FigureUnit.None || PlainFigure().IsMatch(value) ? figure.Value : null;

    [GeneratedRegex(@"^[0-9]+([,，][0-9]{3})*(\.[0-9]+)?$")]
    private static partial Regex PlainFigure();
}
