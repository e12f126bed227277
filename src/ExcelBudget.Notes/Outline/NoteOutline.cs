namespace ExcelBudget.Notes.Outline;

/// <summary>情况说明提纲。What the Word template of a note is built from: note.yaml of a pack.</summary>
/// <param name="Title">Title of the document in its properties, with slots in braces.</param>
/// <param name="Parts">The parts in order.</param>
public sealed record NoteOutline(string Title, IReadOnlyList<NotePart> Parts)
{
    /// <summary>Reads a pack's note.yaml; what is wrong in it is a fault with its line.</summary>
    /// <param name="yaml">The file's text.</param>
    /// <param name="faults">What is wrong with it, with lines; empty for a sound outline.</param>
    public static NoteOutline Read(string yaml, out IReadOnlyList<OutlineFault> faults) => new NoteOutlineReader().Read(yaml, out faults);
}

/// <summary>A fault in note.yaml.</summary>
/// <param name="Line">Line in the file, from 1.</param>
/// <param name="Problem">What is wrong, in Chinese.</param>
public sealed record OutlineFault(int Line, string Problem)
{
    /// <inheritdoc />
    public override string ToString() => $"第 {Line} 行：{Problem}";
}
