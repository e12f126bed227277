namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>What a column of a pasted table is for.</summary>
internal enum ColumnRole
{
    /// <summary>Nothing is said of it.</summary>
    Unknown,

    /// <summary>一级指标, 二级指标.</summary>
    Level,

    /// <summary>三级指标.</summary>
    Name,

    /// <summary>计算符号.</summary>
    Sign,

    /// <summary>指标值.</summary>
    Value,

    /// <summary>计量单位.</summary>
    Unit,

    /// <summary>Points, directions, explanations, sources, other years: printed, and no part of the indicator.</summary>
    Aside,
}
