using System.Globalization;
using System.Xml.Linq;

namespace ExcelBudget.Notes.Markup;

/// <summary>
/// The hidden bookmark of a text that the note prints in paragraphs of its own: «_EB», what the slot is, and the fingerprint of the words
/// as they were written, by which a re-issue sees whether somebody reworded them. It begins inside the first paragraph and ends inside
/// the last, where every program leaves it.
/// </summary>
internal static class TextMarks
{
    private const int PrintLength = 8;

    /// <summary>The name, to which a running number is added.</summary>
    /// <param name="slot">Name of the slot's bookmarks, with its closing line.</param>
    /// <param name="print">Fingerprint of the words.</param>
    public static string NameOf(string slot, int print) => $"{slot}{print.ToString("x8", CultureInfo.InvariantCulture)}_";

    /// <summary>The fingerprint in a bookmark's name; null for the bookmark of another slot.</summary>
    public static int? PrintIn(string bookmark)
    {
        var parts = bookmark.Split('_');
        return parts is ["", _, { Length: PrintLength } print, _]
            && int.TryParse(print, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var found) ? found : null;
    }

    /// <summary>Marks paragraphs that carry no such bookmark yet.</summary>
    /// <param name="paragraphs">The paragraphs of the text, at least one.</param>
    /// <param name="name">The bookmark's whole name.</param>
    /// <param name="id">Its number in the document.</param>
    public static void Put(IReadOnlyList<XElement> paragraphs, string name, int id)
    {
        var number = new XAttribute(WordXml.W + "id", id.ToString(CultureInfo.InvariantCulture));
        var start = new XElement(WordXml.BookmarkStart, number, new XAttribute(WordXml.W + "name", name));
        if (paragraphs[0].Element(WordXml.W + "pPr") is { } properties) properties.AddAfterSelf(start);
        else paragraphs[0].AddFirst(start);
        paragraphs[^1].Add(new XElement(WordXml.BookmarkEnd, number));
    }
}
