namespace ExcelBudget.Worker.DropFolder;

/// <summary>How the drop folder is run, and how it went.</summary>
internal sealed class DropFolderRun
{
    /// <summary>True to end when the inbox is empty and all is done.</summary>
    public bool Once { get; init; }

    /// <summary>True when somebody else speaks to the terminal: only the log file is written.</summary>
    public bool IsQuiet { get; init; }

    /// <summary>How many files were not accepted.</summary>
    public int Failed { get; set; }
}
