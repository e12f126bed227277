namespace ExcelBudget.Notes;

/// <summary>A written note, and what it could not say for want of figures or texts.</summary>
/// <param name="Docx">The Word file.</param>
/// <param name="Gaps">待补充。What the department has still to supply, in the note's order, each once; shown highlighted in the note.</param>
public sealed record NoteWriting(byte[] Docx, IReadOnlyList<string> Gaps)
{
    /// <summary>True for words that mark a gap in a note.</summary>
    /// <param name="words">Words of a note.</param>
    public static bool IsGap(string words)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.StartsWith(Template.NoteWriter.GapStart, StringComparison.Ordinal);
    }
}
