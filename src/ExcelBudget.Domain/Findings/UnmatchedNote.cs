namespace ExcelBudget.Domain.Findings;

/// <summary>
/// Why a dropped note is not checked although it may be in order: the workbook it is to be checked against is not known.
/// </summary>
public static class UnmatchedNote
{
    /// <summary>No accepted workbook of its unit and year.</summary>
    public static readonly UnreadableReason NoWorkbook =
        new("no_workbook", "没有找到与这份情况说明对应的、已检查通过的预算工作簿，没有核对", "请先报送本单位本年度的工作簿，通过以后再报送情况说明。");

    /// <summary>It names no unit, or several.</summary>
    public static readonly UnreadableReason UnitUnclear = new("unit_unclear", "看不出这是哪个单位、哪个年度的情况说明，没有核对", "请在情况说明的标题和文件名中写明单位全称和年度，重新报送。");

    /// <summary>It lies in the folder of another department.</summary>
    public static readonly UnreadableReason WrongFolder =
        new("wrong_folder", "这份情况说明放在了别的部门的文件夹里，没有核对", "请由本单位放进自己部门的文件夹，重新报送。");

    /// <summary>True for a reason that another drop of the same content may not meet again.</summary>
    public static bool Is(UnreadableReason? reason) => reason == NoWorkbook || reason == UnitUnclear || reason == WrongFolder;
}
