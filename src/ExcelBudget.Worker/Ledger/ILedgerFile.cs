namespace ExcelBudget.Worker.Ledger;

/// <summary>What happened to the ledger's file while the worker had it open.</summary>
internal enum LedgerFileState
{
    /// <summary>It stands where it should and can be read.</summary>
    Sound,

    /// <summary>It had been deleted; all it held was written out again.</summary>
    Restored,

    /// <summary>It was damaged; the damaged file was set aside, and all it held was written out again.</summary>
    Repaired,

    /// <summary>Another file stood in its place, as when a share came back; that one is used now.</summary>
    Exchanged,

    /// <summary>It was damaged and could not be read; the damaged file was set aside, and the last backup took its place.</summary>
    FromBackup,

    /// <summary>It was damaged, and there is no backup; the damaged file was set aside, and a new ledger begun.</summary>
    Begun,
}

/// <summary>The ledger as a file that people and programs can harm.</summary>
internal interface ILedgerFile
{
    /// <summary>Looks whether the file is still there and whole, and mends it when it is not.</summary>
    /// <param name="thoroughly">True to read all of it; false for its head only.</param>
    LedgerFileState Look(bool thoroughly);

    /// <summary>Writes a backup beside it when something changed since the last one.</summary>
    void BackUp();
}
