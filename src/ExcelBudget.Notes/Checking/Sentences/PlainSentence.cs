using ExcelBudget.Domain.Spelling;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>A sentence of a note, its words as they are compared.</summary>
/// <param name="paragraph">The paragraph it stands in.</param>
/// <param name="words">Its words.</param>
internal sealed class PlainSentence(NoteParagraph paragraph, SentenceWords words)
{
    /// <summary>The paragraph it stands in.</summary>
    public NoteParagraph Paragraph => paragraph;

    public string Text => words.Text;

    /// <summary>Its words, whoever's note they stand in.</summary>
    public SentenceWords Words => words;

    /// <summary>Its tokens, once they were read.</summary>
    public NoteToken[]? Tokens { get; set; }

    /// <summary>The sentences of a paragraph.</summary>
    public static IEnumerable<PlainSentence> Of(NoteParagraph paragraph) =>
        SentenceWords.Of(paragraph.Text).Select(words => new PlainSentence(paragraph, words));

    /// <summary>Words as sentences compare them.</summary>
    public static string Plain(string words)
    {
        // headings are nothing but Chinese characters more often than not
        if (!words.AsSpan().ContainsAnyExceptInRange('\u4E00', '\u9FFF')) return words;
        Span<char> text = words.Length <= 256 ? stackalloc char[words.Length] : new char[words.Length];
        var length = 0;
        foreach (var sign in words)
        {
            if (Plain(sign) is { } plain) text[length++] = plain;
        }

        return new string(text[..length]);
    }

    /// <summary>Where a stretch stands in the paragraph.</summary>
    public NoteSpot Spot(int start, int end) => new(paragraph, words.PlaceOf(start), words.PlaceOf(end - 1) + 1 - words.PlaceOf(start));

    /// <summary>A character as sentences compare it; null for one that counts for nothing.</summary>
    internal static char? Plain(char sign) => sign switch
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
