using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Checking.Sentences;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking;

/// <summary>A paragraph of a note outside its table of contents, with what is known of its words.</summary>
/// <param name="paragraph">The paragraph.</param>
/// <param name="meaning">Its words.</param>
internal sealed class ReadParagraph(NoteParagraph paragraph, ParagraphMeaning meaning)
{
    public NoteParagraph Paragraph => paragraph;

    public string Text => paragraph.Text;

    /// <summary>Its words as the checks compare them.</summary>
    public ParagraphMeaning Meaning => meaning;

    /// <summary>The section it belongs to; null before the first.</summary>
    public NoteSection? Section { get; set; }

    /// <summary>Its sentences.</summary>
    public PlainSentence[] Sentences => field ??= Array.ConvertAll(meaning.Sentences, words => new PlainSentence(paragraph, words));

    /// <summary>True for a heading by style or by shape.</summary>
    public bool IsHeading => paragraph.StyleLevel > 0 || meaning.IsShapedAsHeading;

    /// <summary>The paragraphs of a note outside its table of contents, in order.</summary>
    public static ReadParagraph[] Of(NoteDocument document, KnownParagraphs known)
    {
        var read = new List<ReadParagraph>(document.Paragraphs.Count);
        foreach (var paragraph in document.Paragraphs)
        {
            if (!paragraph.IsContents) read.Add(new ReadParagraph(paragraph, known.Of(paragraph.Text, MayRecur(paragraph))));
        }

        return [.. read];
    }

    /// <summary>False for a paragraph with figures of the budget: hardly another note has the same.</summary>
    private static bool MayRecur(NoteParagraph paragraph)
    {
        foreach (var control in paragraph.Controls)
        {
            if (control.Tag.Kind is "fig" or "fig0" or "rate") return false;
        }

        return true;
    }
}
