namespace ExcelBudget.Worker.Filling;

/// <summary>What <c>fill</c> is asked to do.</summary>
/// <param name="Pack">Pack id.</param>
/// <param name="Year">Budget year.</param>
/// <param name="Out">Folder for the workbooks.</param>
internal sealed record FillOrder(string Pack, int Year, string Out)
{
    /// <summary>Folder or xlsx with the dataset; null for a blank workbook.</summary>
    public string? Data { get; init; }

    /// <summary>Units wanted; empty for all of the dataset.</summary>
    public IReadOnlyList<string> Units { get; init; } = [];

    /// <summary>True to write over workbooks of the same name; they may hold what a department has typed.</summary>
    public bool Overwrites { get; init; }

    /// <summary>False to write workbooks without checking the data first: faster, and nobody is told what does not add up.</summary>
    public bool Checks { get; init; } = true;

    /// <summary>Name of the unit of a blank workbook.</summary>
    public string? Name { get; init; }
}
