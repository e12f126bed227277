namespace ExcelBudget.Notes.Template;

/// <summary>Where a table of contents goes.</summary>
/// <param name="Start">First byte of what it replaces.</param>
/// <param name="End">First byte after that.</param>
/// <param name="Style">Style of its lines.</param>
internal sealed record ContentsPlace(int Start, int End, string Style);
