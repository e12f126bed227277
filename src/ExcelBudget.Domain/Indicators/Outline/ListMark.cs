namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>How a list mark is written. The order is that of the usual nesting.</summary>
internal enum MarkStyle
{
    /// <summary>No mark.</summary>
    None,

    /// <summary>一、</summary>
    Chinese,

    /// <summary>（一）</summary>
    ChineseInBrackets,

    /// <summary>1. or 1、</summary>
    Arabic,

    /// <summary>（1） or 1）</summary>
    ArabicInBrackets,

    /// <summary>1.1</summary>
    Decimal,

    /// <summary>①</summary>
    Circled,

    /// <summary>a.</summary>
    Letter,

    /// <summary>第一，</summary>
    Ordinal,

    /// <summary>指标1：</summary>
    Labelled,

    /// <summary>•</summary>
    Bullet,
}

/// <summary>序号。One list mark.</summary>
/// <param name="Style">How it is written.</param>
/// <param name="Ordinal">Its number; 0 for a bullet.</param>
/// <param name="Number">As printed, without brackets and stops; null without a mark.</param>
/// <param name="Length">Signs it takes, stop included.</param>
internal readonly record struct ListMark(MarkStyle Style, int Ordinal, string? Number, int Length);
