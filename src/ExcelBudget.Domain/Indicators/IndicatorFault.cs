namespace ExcelBudget.Domain.Indicators;

/// <summary>What is wrong with the form of an indicator text. Whether it matters is for the checks to say.</summary>
public enum IndicatorFaultKind
{
    /// <summary>序号不连续。A list mark or heading mark does not follow the one before.</summary>
    NumberingBreak,

    /// <summary>A heading whose name is not whole: 数量指：</summary>
    MalformedHeading,

    /// <summary>A heading that looks like one and has a name no scheme knows.</summary>
    UnknownHeading,

    /// <summary>二级指标 under a 一级指标 it does not belong to: 效益指标 inside 产出指标.</summary>
    MisplacedHeading,

    /// <summary>A heading with nothing under it.</summary>
    EmptyHeading,

    /// <summary>A heading printed twice under the same 一级指标.</summary>
    RepeatedHeading,

    /// <summary>A value stands on the heading itself, without a name: 三、满意度指标100%.</summary>
    ValueOnHeading,

    /// <summary>A name without a target.</summary>
    NoTarget,

    /// <summary>A sentence that holds a number which is not read as its target.</summary>
    NumberInStatement,

    /// <summary>Text before any heading.</summary>
    NoHeading,

    /// <summary>The text ends in the middle: an open bracket, an operator without value, a list mark without item.</summary>
    Truncated,
}

/// <summary>One fault of form, as a place and what stands there.</summary>
/// <param name="Kind">What is wrong.</param>
/// <param name="Start">Where, counted in UTF-16 units of the cell's text.</param>
/// <param name="Text">What is printed there, without markup.</param>
/// <param name="Level1">一级指标 in force there; empty when none.</param>
/// <param name="Level2">二级指标 in force there; empty when none.</param>
public sealed record IndicatorFault(IndicatorFaultKind Kind, int Start, string Text, string Level1, string Level2);
