namespace ExcelBudget.Domain.Indicators;

/// <summary>What a stretch of a cell's text is.</summary>
public enum SegmentKind
{
    /// <summary>Tags, formula signs, invisible signs: nothing a reader of the printed text sees.</summary>
    Markup,

    /// <summary>Blanks, line breaks and the signs between indicators.</summary>
    Separator,

    /// <summary>一级指标 or 二级指标 as a heading.</summary>
    Heading,

    /// <summary>序号。A list mark.</summary>
    Mark,

    /// <summary>A column's header, a label, a remark in a further column: printed, and no indicator.</summary>
    Label,

    /// <summary>An indicator: a name with or without its target.</summary>
    Indicator,
}

/// <summary>A stretch of a cell's text. All segments in order give back the cell.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Start">Where it begins in the cell, counted in UTF-16 units.</param>
/// <param name="Source">Its text as it stands in the cell, markup included.</param>
public sealed record IndicatorSegment(SegmentKind Kind, int Start, string Source)
{
    /// <summary>Index into <see cref="IndicatorReading.Indicators"/>; -1 when this is no indicator.</summary>
    public int Indicator { get; init; } = -1;
}
