using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Notes.Outline;

namespace ExcelBudget.Notes.Building;

/// <summary>Paragraphs and content controls of the template from the outline's text.</summary>
internal static class ParagraphBuilder
{
    public static Paragraph Paragraph(string style, string text)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(Inlines(InlineText.Read(text)));
        return paragraph;
    }

    /// <summary>A control around whole paragraphs and tables.</summary>
    public static SdtBlock Block(string tag, IEnumerable<OpenXmlElement> content) =>
        new(new SdtProperties(new SdtAlias { Val = tag }, new Tag { Val = tag }), new SdtContentBlock(content));

    private static IEnumerable<OpenXmlElement> Inlines(IReadOnlyList<Inline> inlines) => inlines.Select(Element);

    private static OpenXmlElement Element(Inline inline) => inline switch
    {
        Inline.Wording words => Run(words.Text),
        Inline.Slot slot => new SdtRun(
            new SdtProperties(new SdtAlias { Val = slot.Tag }, new Tag { Val = slot.Tag }),
            new SdtContentRun(slot.Content.Count == 0 ? [Run($"〔{slot.Tag}〕")] : Inlines(slot.Content))),
        _ => throw new InvalidOperationException($"Unknown inline {inline}"),
    };

    private static Run Run(string text)
    {
        var run = new Run();
        var lines = text.Split('\n');
        for (var line = 0; line < lines.Length; line++)
        {
            if (line > 0) run.Append(new Break());
            if (lines[line].Length > 0) run.Append(new Text(lines[line]) { Space = SpaceProcessingModeValues.Preserve });
        }

        return run;
    }
}
