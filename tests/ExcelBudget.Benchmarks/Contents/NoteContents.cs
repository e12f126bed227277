using System.Text.Json;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Contents;

/// <summary>Notes block by block.</summary>
internal static class NoteContents
{
    public static ContentVerdict Compare(MaterialFolder folder)
    {
        var ours = NoteScript.Of(File.ReadAllBytes(folder.Output("note")));
        var theirs = NoteScript.Of(File.ReadAllBytes(folder.Output("sdk-dom")));
        var (tables, cells, paragraphs) = Count(ours);
        var isEqual = JsonSerializer.Serialize(ours) == JsonSerializer.Serialize(theirs);
        return new ContentVerdict(isEqual, isEqual
            ? $"note: both notes have the same {tables} tables with {cells} cells and the same {paragraphs} paragraphs, word for word"
            : $"note: ours has (tables, cells, paragraphs) {(tables, cells, paragraphs)}, the other {Count(theirs)}, or their words differ");
    }

    private static (int Tables, int Cells, int Paragraphs) Count(IReadOnlyList<NoteBlock> blocks) => (
        blocks.OfType<TableBlock>().Count(),
        blocks.OfType<TableBlock>().SelectMany(table => table.Rows).Sum(row => row.Cells.Length),
        blocks.OfType<ParagraphBlock>().Count());
}
