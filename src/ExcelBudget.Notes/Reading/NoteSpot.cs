using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Notes.Reading;

/// <summary>Words of a note that something is said about.</summary>
/// <param name="Paragraph">The paragraph; null for the note as a whole.</param>
/// <param name="Start">First character.</param>
/// <param name="Length">How many characters.</param>
internal readonly record struct NoteSpot(NoteParagraph? Paragraph, int Start, int Length)
{
    private const int LongestSentence = 60;

    /// <summary>Number of the paragraph where the spot stands in a table.</summary>
    public int? Near { get; init; }

    /// <summary>The form's cell where the spot is a cell of a printed form.</summary>
    public CellAddress? Address { get; init; }

    public static NoteSpot Of(NoteParagraph paragraph) => new(paragraph, 0, paragraph.Text.Length);

    /// <summary>The first occurrence of words in a paragraph; the whole of it when they are not in it.</summary>
    public static NoteSpot Of(NoteParagraph paragraph, string words)
    {
        var at = paragraph.Text.IndexOf(words, StringComparison.Ordinal);
        return at < 0 ? Of(paragraph) : new NoteSpot(paragraph, at, words.Length);
    }

    public string Words => Paragraph is null ? "" : Paragraph.Text.Substring(Start, Length);

    /// <summary>The sentence around the words.</summary>
    public string Sentence
    {
        get
        {
            if (Paragraph is null) return "";
            var text = Paragraph.Text;
            var from = text.AsSpan(0, Start).LastIndexOfAny('。', '！', '？') + 1;
            var length = text.AsSpan(Start).IndexOfAny('。', '！', '？');
            var sentence = text[from..(length < 0 ? text.Length : Start + length + 1)].Trim();
            return TextCut.Beginning(sentence, LongestSentence);
        }
    }

    public Place Place => new(Address: Address)
    {
        Paragraph = Paragraph is { Number: > 0 and var number } ? number : Near,
        Sentence = Paragraph is null ? null : Sentence,
    };
}
