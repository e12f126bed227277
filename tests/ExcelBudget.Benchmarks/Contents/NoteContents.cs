using System.Text.Json;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Contents;

/// <summary>Notes block by block.</summary>
internal static class NoteContents
{
    /// <summary>Whether all notes say the same in the same order.</summary>
    /// <param name="folder">Where the outputs are.</param>
    /// <param name="peers">The peers that made them.</param>
    public static ContentVerdict Compare(MaterialFolder folder, string[] peers)
    {
        var notes = peers.Select(peer => NoteScript.Of(File.ReadAllBytes(folder.Output(peer)))).ToArray();
        var (tables, cells, paragraphs) = Count(notes[0]);
        var isEqual = notes.Select(note => JsonSerializer.Serialize(note)).Distinct().Count() == 1;
        return new ContentVerdict(isEqual, isEqual
            ? $"note: all {notes.Length} notes have the same {tables} tables with {cells} cells and the same {paragraphs} paragraphs, "
                + "word for word"
            : $"note: words differ, or (tables, cells, paragraphs) are {string.Join(" and ", notes.Select(Count))}");
    }

    private static (int Tables, int Cells, int Paragraphs) Count(IReadOnlyList<NoteBlock> blocks) => (
        blocks.OfType<TableBlock>().Count(),
        blocks.OfType<TableBlock>().SelectMany(table => table.Rows).Sum(row => row.Cells.Length),
        blocks.OfType<ParagraphBlock>().Count());
}
