using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;

namespace ExcelBudget.Notes.Reading;

/// <summary>The words with which a note says whose it is.</summary>
/// <param name="Lines">Its first paragraphs outside tables, from the top.</param>
/// <param name="Title">The title among the file's properties; often left over from another document. Empty when there is none.</param>
public sealed record NoteOpening(IReadOnlyList<string> Lines, string Title)
{
    private const int MostLines = 60;
    private const string Properties = "docProps/core.xml";

    /// <summary>Reads the title and the first lines only, which tell whose note it is.</summary>
    /// <param name="note">The note as dropped.</param>
    /// <param name="reason">Why it cannot be read; null otherwise.</param>
    public static NoteOpening? Read(GuardedNote note, out UnreadableReason? reason)
    {
        if (NoteReader.Read(note, out reason) is not { } document) return null;
        var lines = document.Paragraphs.Where(paragraph => !paragraph.IsContents).Take(MostLines).Select(paragraph => paragraph.Text);
        return new NoteOpening([.. lines], TitleOf(note));
    }

    // broken properties do not make a note unreadable
    private static string TitleOf(GuardedNote note)
    {
        try
        {
            return note.Tree(Properties)?.Root?.Elements().FirstOrDefault(element => element.Name.LocalName == "title")?.Value ?? "";
        }
        catch (UnreadableException)
        {
            return "";
        }
    }
}
