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

/// <summary>An edited note that was brought up to date with a workbook.</summary>
/// <param name="Note">The note; null when it could not be done.</param>
/// <param name="Problem">Why not, a sentence in Chinese; null when it was done.</param>
/// <param name="Remarks">What the department should look at, sentences in Chinese.</param>
public sealed record ReissuedNote(byte[]? Note, string? Problem, IReadOnlyList<string> Remarks);
