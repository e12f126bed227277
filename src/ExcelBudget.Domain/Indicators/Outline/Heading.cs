namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>What precedes a place in the text: how likely a heading or a list mark may begin there.</summary>
internal enum Boundary
{
    /// <summary>In the middle of words.</summary>
    None,

    /// <summary>After a blank or a tab.</summary>
    Blank,

    /// <summary>After a comma, stop or colon.</summary>
    Punctuation,

    /// <summary>Directly after a heading.</summary>
    Heading,

    /// <summary>At the start of a line, of a paragraph or of the cell.</summary>
    Line,
}

/// <summary>A heading as found in the text.</summary>
/// <param name="Name">Which.</param>
/// <param name="Mark">Its list mark.</param>
/// <param name="Start">Where it begins, mark included.</param>
/// <param name="End">Where what it heads begins: behind its colon.</param>
internal sealed record Heading(HeadingName Name, ListMark Mark, int Start, int End)
{
    /// <summary>True for «数量指：»: the word 指标 is not whole.</summary>
    public bool IsMalformed { get; init; }
}
