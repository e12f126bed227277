using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>A Word file as somebody types it: paragraphs without styles, controls or tables.</summary>
internal static class PlainNote
{
    public static byte[] Of(params string[] paragraphs) =>
        Of(paragraphs.Select(words => new Paragraph(new Run(new Text(words) { Space = SpaceProcessingModeValues.Preserve }))));

    public static byte[] Of(IEnumerable<OpenXmlElement> blocks)
    {
        var content = new MemoryStream();
        using (var word = WordprocessingDocument.Create(content, WordprocessingDocumentType.Document))
        {
            var main = word.AddMainDocumentPart();
            main.Document = new Document(new Body(blocks));
        }

        return content.ToArray();
    }

    /// <summary>A written note with its document changed.</summary>
    public static byte[] Edited(byte[] docx, Action<Body> edit)
    {
        var content = new MemoryStream();
        content.Write(docx);
        using (var word = WordprocessingDocument.Open(content, isEditable: true)) edit(word.MainDocumentPart!.Document!.Body!);
        return content.ToArray();
    }

    /// <summary>The same words without any content control.</summary>
    public static byte[] WithoutControls(byte[] docx) => Edited(docx, body =>
    {
        while (body.Descendants<SdtElement>().FirstOrDefault() is { } control)
        {
            var content =
                control.ChildElements.First(child => child is SdtContentRun or SdtContentBlock or SdtContentCell or SdtContentRow);
            foreach (var inner in content.ChildElements.ToArray())
            {
                inner.Remove();
                control.InsertBeforeSelf(inner);
            }

            control.Remove();
        }
    });
}
