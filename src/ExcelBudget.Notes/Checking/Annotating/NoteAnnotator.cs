using System.IO.Compression;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ExcelBudget.Notes.Reading;
using ExcelBudget.OfficePackages.Zip;

namespace ExcelBudget.Notes.Checking.Annotating;

/// <summary>Writes a copy of a note with a Word comment at every finding. Parts that need no change are the sender's, byte for byte.</summary>
internal static class NoteAnnotator
{
    /// <summary>The copy.</summary>
    public static byte[] Annotate(NoteDocument document, IReadOnlyList<NoteMark> marks)
    {
        var comments = CommentPart.Of(document);
        foreach (var group in marks.GroupBy(mark => mark.Spot.Paragraph).OrderBy(group => group.Key?.Number))
        {
            // from the end, so that splitting a run does not move what comes before
            var paragraph = group.Key ?? First(document);
            if (paragraph is null) continue;
            var anchors = new CommentAnchors(paragraph);
            foreach (var mark in group.OrderByDescending(mark => mark.Spot.Start)) anchors.Add(group.Key is null ? 0 : mark.Spot.Start, group.Key is null ? 0 : mark.Spot.Length, comments.Add(mark.Finding));
        }

        var changed = comments.ChangedParts();
        changed[document.Package.DocumentName] = document.Xml;
        return PackageWriter.Write([.. Parts(document.Package, changed)]);
    }

    private static NoteParagraph? First(NoteDocument document) => document.Paragraphs.Count > 0 ? document.Paragraphs[0]
        : document.Tables.SelectMany(table => table.Rows).SelectMany(row => row).SelectMany(cell => cell.Paragraphs).FirstOrDefault();

    private static IEnumerable<PackedPart> Parts(NotePackage package, Dictionary<string, XDocument> changed)
    {
        foreach (var part in package.Parts)
        {
            yield return PackedPart.Pack(part.Name, changed.Remove(part.Name, out var xml) ? Bytes(xml) : part.Content, CompressionLevel.Optimal);
        }

        foreach (var (name, xml) in changed) yield return PackedPart.Pack(name, Bytes(xml), CompressionLevel.Optimal);
    }

    private static byte[] Bytes(XDocument xml)
    {
        using var content = new MemoryStream();
        using (var writer = XmlWriter.Create(content, new XmlWriterSettings { Encoding = new UTF8Encoding(false), Indent = false, NewLineHandling = NewLineHandling.None })) xml.Save(writer);
        return content.ToArray();
    }
}
