namespace ExcelBudget.OfficePackages.Limits;

/// <summary>How large a file may be. Everything is counted while reading; no size written in the file is believed.</summary>
public sealed record PackageLimits
{
    /// <summary>The limits meant for budget workbooks and notes.</summary>
    public static readonly PackageLimits Default = new();

    /// <summary>Bytes of the file; 50 MB.</summary>
    public long FileBytes { get; init; } = 50L << 20;

    /// <summary>Entries of the zip; 2,000.</summary>
    public int Entries { get; init; } = 2_000;

    /// <summary>Bytes of one entry once inflated; 64 MB.</summary>
    public int EntryBytes { get; init; } = 64 << 20;

    /// <summary>Bytes of all entries once inflated; 256 MB.</summary>
    public long TotalBytes { get; init; } = 256L << 20;

    /// <summary>
    /// Inflated by deflated bytes of an entry or of all of them; 100. A file beyond it is a bomb, once it holds more than
    /// <see cref="RatioFreeBytes"/>.
    /// </summary>
    public int ExpansionRatio { get; init; } = 100;

    /// <summary>
    /// Bytes that may be inflated before <see cref="ExpansionRatio"/> is asked; 16 MB. Small parts of one repeated word are ordinary.
    /// </summary>
    public int RatioFreeBytes { get; init; } = 16 << 20;

    /// <summary>Elements of a part inside one another; 256.</summary>
    public int XmlDepth { get; init; } = 256;

    /// <summary>Elements and attributes of a part that is held in memory as a tree, as a note's text is; 500,000.</summary>
    public int TreeNodes { get; init; } = 500_000;

    /// <summary>Characters of a cell or of a note's paragraph; 32,767, as in Excel.</summary>
    public int TextCharacters { get; init; } = 32_767;

    /// <summary>The last row that may hold a value; 20,000. Formatted empty cells below it do no harm.</summary>
    public int Rows { get; init; } = 20_000;

    /// <summary>The last column that may hold a value; 500.</summary>
    public int Columns { get; init; } = 500;

    /// <summary>Cells with a value or formula in the whole workbook; also the number of shared texts; 2,000,000.</summary>
    public int Cells { get; init; } = 2_000_000;

    /// <summary>Merged areas of one sheet; 100,000.</summary>
    public int Merges { get; init; } = 100_000;
}
