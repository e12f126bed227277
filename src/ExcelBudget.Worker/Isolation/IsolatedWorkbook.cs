using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Worker.Answers;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Isolation;

/// <summary>A workbook that was checked in another process and is kept there for a while.</summary>
internal sealed record IsolatedWorkbook(CheckReport Report, Budget? Budget) : CheckedWorkbook(Report, Budget)
{
    /// <summary>The process that keeps it.</summary>
    public required InspectionProcess Keeper { get; init; }

    public required int Number { get; init; }

    /// <summary>The file, to check it again when it is no longer kept; empty where it comes with each question.</summary>
    public required ReadOnlyMemory<byte> Content { get; init; }

    /// <summary>The answers put to it after it was read; null when its own count.</summary>
    public IReadOnlyList<GivenAnswer>? Put { get; init; }

    /// <inheritdoc />
    public override CheckedWorkbook WithoutContent() => this with { Content = default };
}
