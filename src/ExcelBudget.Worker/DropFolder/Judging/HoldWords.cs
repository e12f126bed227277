namespace ExcelBudget.Worker.DropFolder.Judging;

/// <summary>Why a file is held, in a few words; what exactly was seen stands in the file beside it.</summary>
internal static class HoldWords
{
    private static readonly Dictionary<string, string> Words = new(StringComparer.Ordinal)
    {
        [HoldReason.Relabelled] = "工作簿里的单位信息被改过，或编号属于别的单位",
        [HoldReason.UnknownUnit] = "县级名册里没有这个单位",
        [HoldReason.OtherPack] = "这个单位用的是另一套表样",
        [HoldReason.WrongFolder] = "放在了别的部门的文件夹里",
        [HoldReason.OlderDraft] = "看来比已经通过的那一版旧",
        [HoldReason.OrderUnclear] = "看不出与已经通过的那一版谁先谁后",
        [HoldReason.OtherStep] = "所属的环节已经结束",
        [HoldReason.BeforeOpen] = "所属的环节还没有开放",
    };

    /// <summary>The words for a code; the code itself when it is new.</summary>
    public static string Of(string? code) => code is null ? "" : Words.GetValueOrDefault(code, code);
}
