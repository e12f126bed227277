namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>A part of the outline of a cell.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
internal abstract record OutlinePart(int Start, int End)
{
    /// <summary>The levels that an indicator names in its own words or behind them, the first before the second; mostly none.</summary>
    public IReadOnlyList<Heading> Levels { get; init; } = [];
}

internal sealed record HeadingPart(Heading Heading) : OutlinePart(Heading.Start, Heading.End);

/// <summary>A header cell of a table, or another word that only names a column.</summary>
internal sealed record LabelPart(int Start, int End) : OutlinePart(Start, End);

/// <summary>One item of the list under a heading: its list mark, if any, and its text.</summary>
/// <param name="Start">Where its text begins.</param>
/// <param name="End">Where its text ends.</param>
/// <param name="Mark">Its mark.</param>
/// <param name="MarkStart">Where the mark begins; equal to <paramref name="Start"/> without one.</param>
internal sealed record ItemPart(int Start, int End, ListMark Mark, int MarkStart) : OutlinePart(Start, End)
{
    /// <summary>True when its number does not follow the one before.</summary>
    public bool BreaksNumbering { get; init; }

    /// <summary>True where words behind it say what it is for (反映…情况).</summary>
    public bool IsDescribed { get; init; }
}

/// <summary>One row of a table whose columns are known.</summary>
/// <param name="Start">Where the name begins, or the target where it stands first.</param>
/// <param name="End">Where its last cell ends.</param>
/// <param name="Clause">What it says.</param>
/// <param name="Mark">The list mark before its name, if any.</param>
/// <param name="MarkStart">Where the mark begins.</param>
internal sealed record RowPart(int Start, int End, Targets.Clause Clause, ListMark Mark, int MarkStart) : OutlinePart(Start, End);
