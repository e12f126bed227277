namespace ExcelBudget.Domain.Indicators;

/// <summary>What a cell's text says: its indicators, and every stretch of the text they came from.</summary>
public sealed record IndicatorReading
{
    /// <summary>The indicators in order.</summary>
    public required IReadOnlyList<Indicator> Indicators { get; init; }

    /// <summary>The whole text in stretches; nothing is left out.</summary>
    public required IReadOnlyList<IndicatorSegment> Segments { get; init; }

    /// <summary>Faults of form, in order of place.</summary>
    public required IReadOnlyList<IndicatorFault> Faults { get; init; }

    /// <summary>
    /// True where a table without headers has several columns that may hold the year's targets (上年, 半年, 中期): one was taken, and what
    /// follows from its figures is to be asked, not said.
    /// </summary>
    public bool IsDoubtful { get; init; }

    /// <summary>The cell's text, from its segments: equal to what was read, sign for sign.</summary>
    public string Rebuild() => string.Concat(Segments.Select(segment => segment.Source));
}
