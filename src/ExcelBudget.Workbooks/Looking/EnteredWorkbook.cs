namespace ExcelBudget.Workbooks.Looking;

/// <summary>What became of entries.</summary>
/// <param name="Content">The changed file; null when one was refused, and then nothing is changed.</param>
/// <param name="Refusals">Why each was refused, in their order.</param>
public sealed record EnteredWorkbook(byte[]? Content, IReadOnlyList<EntryRefusal> Refusals);
