namespace ExcelBudget.Worker.Ledger;

/// <summary>How far a dropped file has come. Each step is: write the intent, do one atomic file action, write the confirmation.</summary>
internal enum SubmissionState
{
    /// <summary>About to be renamed out of the inbox.</summary>
    Claiming,

    /// <summary>The original stands in work/id.</summary>
    Claimed,

    /// <summary>The engine has given its verdict; outputs are still to be written.</summary>
    Checked,

    /// <summary>All outputs stand in work/id/staging and their final names are fixed.</summary>
    Drafted,

    /// <summary>All outputs stand under their final names.</summary>
    Published,

    /// <summary>终态。The original is in the archive.</summary>
    Archived,

    /// <summary>终态。The file was gone before it could be taken, or could not be taken; nothing was done.</summary>
    Withdrawn,
}
