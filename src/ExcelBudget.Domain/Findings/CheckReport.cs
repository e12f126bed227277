using ExcelBudget.Domain.Budgets;

namespace ExcelBudget.Domain.Findings;

/// <summary>What becomes of a dropped workbook.</summary>
public enum Verdict
{
    /// <summary>通过。No error.</summary>
    Accepted,

    /// <summary>退回。At least one error, or a 疑点 without an answer where the pack asks for answers.</summary>
    Returned,

    /// <summary>无法读取。See <see cref="CheckReport.Reason"/>.</summary>
    Unreadable,
}

/// <summary>Everything there is to say about one file.</summary>
public sealed record CheckReport
{
    /// <summary>File name as dropped.</summary>
    public required string File { get; init; }

    /// <summary>Whose budget it is; null when it could not be told.</summary>
    public BudgetIdentity? Identity { get; init; }

    /// <summary>What becomes of it.</summary>
    public required Verdict Verdict { get; init; }

    /// <summary>Why it is unreadable; null otherwise.</summary>
    public UnreadableReason? Reason { get; init; }

    /// <summary>A sentence in Chinese why the workbook comes back although its errors alone would not return it; null otherwise.</summary>
    public string? ReturnedBecause { get; init; }

    /// <summary>Findings, errors first, then by form and cell.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Prefilled cells that were changed.</summary>
    public IReadOnlyList<Change> Changes { get; init; } = [];

    /// <summary>File name of the workbook a note was checked against; null for a workbook's own report.</summary>
    public string? Workbook { get; init; }

    /// <summary>已核对。How many figures and sums of a note were compared and hold; null for a workbook's own report.</summary>
    public int? Agreed { get; init; }

    /// <summary>Rules that could not run.</summary>
    public IReadOnlyList<Unchecked> Unchecked { get; init; } = [];

    /// <summary>试行规则。What the rules on trial found; it never counts.</summary>
    public TrialOutcome Trial { get; init; } = TrialOutcome.None;

    /// <summary>签字。Who answers for the workbook; nobody for a note, and where the workbook names nobody.</summary>
    public SignOff SignOff { get; init; } = SignOff.None;

    /// <summary>What could not run, by its cause: missing forms are one cause, told by name in a finding of their own.</summary>
    public IReadOnlyList<UncheckedGroup> UncheckedByCause() =>
    [
        .. Unchecked.GroupBy(rule => rule.IsForWantOfForms ? "" : rule.Reason, StringComparer.Ordinal).Select(group => new UncheckedGroup(
            group.Select(rule => rule.Reason).Distinct(StringComparer.Ordinal).ToArray() is [var only] ? only : "工作簿里缺表（缺哪些表见检查发现）",
            [.. group.Select(rule => rule.Rule).Distinct(StringComparer.Ordinal)])),
    ];
}
