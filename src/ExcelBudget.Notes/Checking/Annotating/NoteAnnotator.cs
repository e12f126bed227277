using ExcelBudget.Notes.Reading;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Notes.Checking.Annotating;

/// <summary>
/// Writes a copy of a note with a Word comment at every finding. Parts that need no change are the sender's, byte for byte.
/// </summary>
internal static class NoteAnnotator
{
    public static byte[] Annotate(GuardedNote note, NoteDocument document, IReadOnlyList<NoteMark> marks)
    {
        var comments = CommentPart.Of(note, document);
        foreach (var group in marks.GroupBy(mark => mark.Spot.Paragraph).OrderBy(group => group.Key?.Number))
        {
            // from the end, so that splitting a run does not move what comes before
            var paragraph = group.Key ?? First(document);
            if (paragraph is null) continue;
            var anchors = new CommentAnchors(paragraph);
            foreach (var mark in group.OrderByDescending(mark => mark.Spot.Start))
                anchors.Add(group.Key is null ? 0 : mark.Spot.Start, group.Key is null ? 0 : mark.Spot.Length, comments.Add(mark.Finding));
        }

        var copy = note.Edit();
        comments.WriteTo(copy);
        copy.Write(note.MainPart, XmlTree.ToBytes(document.Xml));
        return copy.ToBytes();
    }

    private static NoteParagraph? First(NoteDocument document) => document.Paragraphs.Count > 0 ? document.Paragraphs[0]
        : document.Tables.SelectMany(table => table.Rows).SelectMany(row => row).SelectMany(cell => cell.Paragraphs).FirstOrDefault();
}
