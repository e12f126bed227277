namespace ExcelBudget.Notes.Template;

/// <summary>What a table of a draft says.</summary>
/// <param name="Start">First byte of the element that stands for it in the draft.</param>
/// <param name="End">First byte after that.</param>
/// <param name="Words">Its words, a paragraph each.</param>
internal sealed record DraftTable(int Start, int End, IReadOnlyList<string> Words);
