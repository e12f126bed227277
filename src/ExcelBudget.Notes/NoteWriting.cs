namespace ExcelBudget.Notes;

/// <summary>A written note.</summary>
/// <param name="Docx">The Word file.</param>
/// <param name="Gaps">待补充。What the department has still to supply, in the note's order, each once; shown highlighted in the note.</param>
public sealed record NoteWriting(byte[] Docx, IReadOnlyList<string> Gaps);
