namespace ExcelBudget.Worker.Engine;

/// <summary>An edited note that was brought up to date with a workbook.</summary>
/// <param name="Note">The note; null when it could not be done.</param>
/// <param name="Problem">Why not, a sentence in Chinese; null when it was done.</param>
/// <param name="Remarks">What the department should look at, sentences in Chinese.</param>
public sealed record ReissuedNote(byte[]? Note, string? Problem, IReadOnlyList<string> Remarks);
