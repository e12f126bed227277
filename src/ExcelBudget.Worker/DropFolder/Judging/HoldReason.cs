namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>待核。Why the clerk must look at a file before it counts: a closed list of codes, each with what was seen this time.</summary>
/// <param name="Code">Stable code.</param>
/// <param name="Sentence">What was seen, in Chinese, a whole sentence.</param>
internal sealed record HoldReason(string Code, string Sentence)
{
    /// <summary>The identity no longer fits its check sum, or its 编号 belongs to another unit.</summary>
    public const string Relabelled = "relabelled";

    /// <summary>The county file does not know the unit.</summary>
    public const string UnknownUnit = "unknown_unit";

    /// <summary>The unit works with another pack.</summary>
    public const string OtherPack = "other_pack";

    /// <summary>It lies in the folder of another department.</summary>
    public const string WrongFolder = "wrong_folder";

    /// <summary>It is an earlier stage of what was accepted, or was issued before it.</summary>
    public const string OlderDraft = "older_draft";

    /// <summary>Nothing tells whether it is newer than what was accepted.</summary>
    public const string OrderUnclear = "order_unclear";

    /// <summary>Its step is over: a later one has opened.</summary>
    public const string OtherStep = "other_step";

    /// <summary>Its step has not opened yet.</summary>
    public const string BeforeOpen = "before_open";
}
