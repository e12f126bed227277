using System.Diagnostics.CodeAnalysis;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>What became of a dropped file: its flat content, or why it cannot be read.</summary>
public sealed record GuardResult
{
    private GuardResult(FlatWorkbook? workbook, UnreadableReason? reason, string detail)
    {
        Workbook = workbook;
        Reason = reason;
        Detail = detail;
    }

    /// <summary>The content; null when unreadable.</summary>
    public FlatWorkbook? Workbook { get; }

    /// <summary>Why it cannot be read; null when it can.</summary>
    public UnreadableReason? Reason { get; }

    /// <summary>In Chinese, what exactly was found, such as a size and its limit; empty when readable.</summary>
    public string Detail { get; }

    /// <summary>Is there a workbook?</summary>
    [MemberNotNullWhen(true, nameof(Workbook))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsReadable => Workbook is not null;

    /// <summary>A file that may be read.</summary>
    public static GuardResult Readable(FlatWorkbook workbook) => new(workbook, null, "");

    /// <summary>A file that may not.</summary>
    public static GuardResult Unreadable(UnreadableReason reason, string detail) => new(null, reason, detail);
}
