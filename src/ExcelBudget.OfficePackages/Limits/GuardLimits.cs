namespace ExcelBudget.OfficePackages.Limits;

/// <summary>How large a dropped workbook may be. Everything is counted while reading; no size written in the file is believed.</summary>
public sealed record GuardLimits
{
    /// <summary>The limits meant for budget workbooks.</summary>
    public static readonly GuardLimits Default = new();

    /// <summary>Bytes of the file; 50 MB.</summary>
    public long FileBytes { get; init; } = 50L << 20;

    /// <summary>Entries of the zip; 2,000.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>Bytes of one entry once inflated; 64 MB.</summary>
    public int EntryBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of all entries once inflated; 256 MB.</summary>
    public long TotalBytes { get; init; } = 256L << 20;

    /// <summary>Inflated by deflated bytes; beyond it an entry that hits a limit is called a bomb. 100.</summary>
    public int ExpansionRatio { get; init; } = 100;

    /// <summary>The last row that may hold a value; 20,000. Formatted empty cells below it do no harm.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>The last column that may hold a value; 500.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Cells with a value or formula in the whole workbook; also the number of shared texts; 2,000,000.</summary>
    public int Cells { get; init; } = 2_000_000;

    /// <summary>Merged areas of one sheet; 100,000.</summary>
    public int Merges { get; init; } = 100_000;
}
