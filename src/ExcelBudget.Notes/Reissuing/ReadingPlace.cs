using System.Xml.Linq;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;

namespace ExcelBudget.Notes.Reissuing;

/// <summary>Where in a note the reading is: heading, number and words of the paragraph.</summary>
/// <param name="styles">The note's styles.</param>
internal sealed class ReadingPlace(StyleIndex styles)
{
    /// <summary>The heading above; empty before the first.</summary>
    public string Heading { get; private set; } = "";

    /// <summary>Number of the paragraph among those with words outside tables, from 1.</summary>
    public int Paragraph { get; private set; }

    /// <summary>Words of the paragraph.</summary>
    public string Words { get; private set; } = "";

    /// <summary>Goes on to a paragraph.</summary>
    public void Enter(XElement paragraph)
    {
        var words = WordXml.TextOf(paragraph);
        if (words.Length == 0 || paragraph.Ancestors(WordXml.Table).Any()) return;
        (Paragraph, Words) = (Paragraph + 1, words);
        if (styles.IsHeading(paragraph)) Heading = words;
    }

    /// <summary>A remark on the paragraph.</summary>
    public ReissueRemark Remark(string problem) => new(Heading, Paragraph, Words, problem);
}
