namespace ExcelBudget.Domain.Spelling;

/// <summary>What a figure says it counts. 万 and 亿 are no units but <see cref="FigureReading.Scale"/>.</summary>
public enum FigureUnit
{
    /// <summary>Nothing is written: the column, form or sentence decides.</summary>
    None,

    /// <summary>元。</summary>
    Yuan,

    /// <summary>%, 百分之。</summary>
    Percent,

    /// <summary>‰, 千分之。</summary>
    PerMille,

    /// <summary>百分点。</summary>
    PercentagePoint,
}
