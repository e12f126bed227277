using System.Diagnostics.CodeAnalysis;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.OfficePackages.Guard;

/// <summary>What became of a dropped file: an opened package, or why it cannot be read.</summary>
public sealed record GuardResult<TPackage>
    where TPackage : GuardedPackage
{
    internal GuardResult(TPackage? package, UnreadableReason? reason, string detail)
    {
        Package = package;
        Reason = reason;
        Detail = detail;
    }

    /// <summary>The opened file; null when unreadable.</summary>
    public TPackage? Package { get; }

    /// <summary>Why it cannot be read, for the sender; null when it can.</summary>
    public UnreadableReason? Reason { get; }

    /// <summary>For the log, what exactly was found; a stack trace where the fault is ours. Empty when readable.</summary>
    public string Detail { get; }

    /// <summary>Is there a package?</summary>
    [MemberNotNullWhen(true, nameof(Package))]
    [MemberNotNullWhen(false, nameof(Reason))]
    public bool IsReadable => Package is not null;
}
