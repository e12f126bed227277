using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Worker.Engine;

/// <summary>What became of one note.</summary>
/// <param name="Report">Everything there is to say about it.</param>
/// <param name="Annotated">The note with a comment at each finding; null when it is unreadable or there is nothing to say.</param>
public sealed record CheckedNote(CheckReport Report, byte[]? Annotated)
{
    /// <summary>表样包 of the workbook it was checked against, for the names of its rules; null when unreadable.</summary>
    public Pack? Pack { get; init; }
}
