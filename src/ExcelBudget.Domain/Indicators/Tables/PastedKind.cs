namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>What a cell of a pasted table holds, seen by itself.</summary>
internal enum PastedKind
{
    /// <summary>Nothing, or a stroke in its place.</summary>
    Empty,

    /// <summary>产出指标, 数量指标.</summary>
    Level,

    /// <summary>≥, 小于等于, 定性.</summary>
    Sign,

    /// <summary>定量, 定量指标: of what kind the target is.</summary>
    Nature,

    /// <summary>正向, 反向.</summary>
    Direction,

    /// <summary>A figure without sign and unit: 95, 20分.</summary>
    Number,

    /// <summary>A figure with its sign or unit, a date: ≥95%, 2025年12月底前.</summary>
    Target,

    /// <summary>A result in words: 明显提升.</summary>
    Result,

    /// <summary>A unit alone: 人次, %.</summary>
    Unit,

    /// <summary>How points are given: 每少1场扣2分.</summary>
    Scoring,

    /// <summary>Where a target comes from, in one of the fixed words: 计划标准.</summary>
    Basis,

    /// <summary>A code or a number of the form: 010203, A1, gx010101.</summary>
    Code,

    /// <summary>Any other words.</summary>
    Words,
}
