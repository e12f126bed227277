using System.Text;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// A sentence without blanks and quotation marks, signs in one width: as words are compared. Knows where each character stands.
/// </summary>
internal sealed class PlainSentence
{
    private readonly int[] _at;

    private PlainSentence(NoteParagraph paragraph, string text, int[] at) => (Paragraph, Text, _at) = (paragraph, text, at);

    /// <summary>The paragraph it stands in.</summary>
    public NoteParagraph Paragraph { get; }

    public string Text { get; }

    /// <summary>The sentences of a paragraph.</summary>
    public static IEnumerable<PlainSentence> Of(NoteParagraph paragraph)
    {
        var text = new StringBuilder();
        var at = new List<int>();
        for (var index = 0; index < paragraph.Text.Length; index++)
        {
            var sign = paragraph.Text[index];
            if (Plain(sign) is { } plain)
            {
                text.Append(plain);
                at.Add(index);
            }

            if (sign is not ('。' or '！' or '？' or '\n')) continue;
            if (text.Length > 0) yield return new PlainSentence(paragraph, text.ToString(), [.. at]);
            text.Clear();
            at.Clear();
        }

        if (text.Length > 0) yield return new PlainSentence(paragraph, text.ToString(), [.. at]);
    }

    /// <summary>Words as sentences compare them.</summary>
    public static string Plain(string words)
    {
        var text = new StringBuilder(words.Length);
        foreach (var sign in words)
        {
            if (Plain(sign) is { } plain) text.Append(plain);
        }

        return text.ToString();
    }

    /// <summary>Where a stretch stands in the paragraph.</summary>
    public NoteSpot Spot(int start, int end) => new(Paragraph, _at[start], _at[end - 1] + 1 - _at[start]);

    private static char? Plain(char sign) => sign switch
    {
        // most of a sentence
        >= '\u4E00' and <= '\u9FFF' => sign,
        '“' or '”' or '"' or '‘' or '’' or '\'' or '「' or '」' => null,
        '(' => '（',
        ')' => '）',
        ':' => '：',
        ';' => '；',
        _ when TextFolding.IsBlank(sign) || TextFolding.IsInvisible(sign) => null,
        // a dash is punctuation of a sentence, a minus belongs to its figure
        _ when TextFolding.IsMinus(sign) => '-',
        _ => TextFolding.Half(sign) is var half && (char.IsAsciiLetterOrDigit(half) || half is '.' or '%' or '¥') ? half : sign,
    };
}
