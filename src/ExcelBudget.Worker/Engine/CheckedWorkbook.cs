using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Worker.Answers;

namespace ExcelBudget.Worker.Engine;

/// <summary>What became of one workbook.</summary>
/// <param name="Report">Everything there is to say about it.</param>
/// <param name="Budget">The budget that was read; null when the file is unreadable.</param>
public record CheckedWorkbook(CheckReport Report, Budget? Budget)
{
    /// <summary>表样包 of the budget, for the names of its forms, rows and rules; null when unknown.</summary>
    public Pack? Pack
    {
        get => PackWhenNeeded.Value;
        init => PackWhenNeeded = new Lazy<Pack?>(value);
    }

    /// <summary>The pack for one who may never ask for it: reading a pack takes longer than checking a workbook.</summary>
    public Lazy<Pack?> PackWhenNeeded { get; init; } = new((Pack?)null);

    /// <summary>答复。The answers that stand in the workbook itself, also to 疑点 that are gone.</summary>
    public IReadOnlyList<GivenAnswer> Answers { get; init; } = [];

    /// <summary>What its goals are compared by with those of other workbooks; empty where its pack has no standards for them.</summary>
    public IReadOnlyList<ProjectGoal> Goals { get; init; } = [];

    /// <summary>The workbook as .xlsx where it was dropped in another format; null where it was not.</summary>
    public byte[]? Converted { get; init; }

    /// <summary>What the workbook knows of itself; null when only its visible labels told whose it is.</summary>
    public WorkbookIdentity? Issue { get; init; }

    /// <summary>The same without the bytes of its file, for whoever gives them again with each question.</summary>
    public virtual CheckedWorkbook WithoutContent() => this;

    /// <summary>自检。What the task pane left of a check in it; null when there is nothing.</summary>
    public CheckMark? Mark { get; init; }

    /// <summary>Name of the sheet an earlier check put into the workbook; null when there is none.</summary>
    public string? EarlierReport { get; init; }
}
