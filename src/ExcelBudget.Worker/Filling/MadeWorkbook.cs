using System.Security.Cryptography;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.Worker.Filling;

/// <summary>Whether a unit's workbook could be made.</summary>
internal enum MakingOutcome
{
    /// <summary>It was.</summary>
    Made,

    /// <summary>The dataset does not have the unit, or has errors in its rows.</summary>
    NoData,

    /// <summary>The dataset has no amount of that year.</summary>
    NoAmounts,

    /// <summary>The dataset has a figure of more digits than a worksheet keeps.</summary>
    TooManyDigits,
}

/// <summary>A workbook that was made, or why it was not.</summary>
/// <param name="Outcome">Whether it was.</param>
internal sealed record MadeWorkbook(MakingOutcome Outcome)
{
    /// <summary>编号 of the workbook.</summary>
    public string Id { get; init; } = "";

    /// <summary>The parts of the file; none when none was made.</summary>
    public IReadOnlyList<PackedPart> Parts { get; init; } = [];

    /// <summary>The file in one piece.</summary>
    public byte[] Whole() => PackageWriter.Write(Parts);

    /// <summary>The budget in it; null when there is none.</summary>
    public Budget? Budget { get; init; }

    /// <summary>Errors of the budget itself, before anybody has typed anything.</summary>
    public IReadOnlyList<Finding> Errors { get; init; } = [];

    /// <summary>In Chinese, what is wrong with the data, or where the figure with too many digits stands; empty otherwise.</summary>
    public string Reason { get; init; } = "";

    /// <summary>An id for a workbook: eight hexadecimal digits.</summary>
    public static string NewId() => RandomNumberGenerator.GetHexString(8);

    /// <summary>Why it was not made, a sentence in Chinese that begins after the unit's name; empty when it was.</summary>
    /// <param name="year">Budget year that was asked for.</param>
    public string Told(int year) => Outcome switch
    {
        MakingOutcome.Made => "",
        MakingOutcome.NoData => Reason,
        MakingOutcome.NoAmounts => $"数据中没有 {year} 年的金额，没有生成工作簿。",
        _ => $"{Reason}超过 15 位数字，Excel 记不住最后几位，没有生成工作簿。请核对数据中的金额和单位（元）后重新运行。",
    };
}
