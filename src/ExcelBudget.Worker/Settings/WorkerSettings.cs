using ExcelBudget.OfficePackages.Limits;

namespace ExcelBudget.Worker.Settings;

/// <summary>All settings, checked. What each means, its unit, range and default stand in appsettings.json.</summary>
internal sealed record WorkerSettings
{
    /// <summary>Absolute path of the folder that holds inbox, accepted, returned, refused, archive and work.</summary>
    public required string Root { get; init; }

    /// <summary>Absolute path of the folder with the packs.</summary>
    public string PacksFolder { get; init; } = "templates";

    /// <summary>True when a short verb has seen at its start that none of the packs has a fault; not a setting of the file.</summary>
    public bool PacksAreSound { get; init; }

    /// <summary>How often the inbox is listed at the latest.</summary>
    public TimeSpan ListInterval { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>How long size and time of a dropped file must stand still.</summary>
    public TimeSpan Quiet { get; init; } = TimeSpan.FromSeconds(3);

    /// <summary>How long a quiet workbook without an end record is waited for before it is taken as it is.</summary>
    public TimeSpan Incomplete { get; init; } = TimeSpan.FromSeconds(120);

    /// <summary>True when the file system's events may shorten the wait.</summary>
    public bool Watch { get; init; } = true;

    /// <summary>How many times the engine may fail on one file before it is refused.</summary>
    public int MaxAttempts { get; init; } = 3;

    /// <summary>Free space in bytes below which nothing is taken from the inbox.</summary>
    public long MinFreeBytes { get; init; } = 200L << 20;

    /// <summary>What the inspection of one file may cost.</summary>
    public InspectionLimits Inspection { get; init; } = InspectionLimits.Default;

    /// <summary>True when files are opened in a process of their own.</summary>
    public bool IsolatesFiles { get; init; } = true;

    /// <summary>Path of LibreOffice; empty to look for it, «off» to do without.</summary>
    public string LibreOffice { get; init; } = "";

    /// <summary>How many findings one workbook may bring.</summary>
    public int MostFindings { get; init; } = 1_000;

    /// <summary>How large a file may be, outside and inside.</summary>
    public PackageLimits Limits { get; init; } = PackageLimits.Default;

    /// <summary>Says that a file is larger than it may be; null for one that is not.</summary>
    /// <param name="bytes">Its size.</param>
    public string? TooLarge(long bytes) => bytes > Limits.FileBytes ? $"文件 {bytes} 字节，上限 {Limits.FileBytes} 字节" : null;

    /// <summary>Absolute path of the ledger.</summary>
    public required string LedgerFile { get; init; }

    /// <summary>Absolute path of the county file, a workbook or a folder of CSV files; empty for the one below the root.</summary>
    public string CountyFile { get; init; } = "";

    /// <summary>Absolute path of the log folder.</summary>
    public required string LogFolder { get; init; }

    /// <summary>Path of the worker's log; the day is put before its extension.</summary>
    public string LogFile => Path.Combine(LogFolder, "excelbudget-.log");

    /// <summary>How many daily log files are kept.</summary>
    public int LogDays { get; init; } = 90;

    /// <summary>How the page is served.</summary>
    public PageSettings Page { get; init; } = new();
}
