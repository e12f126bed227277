using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Domain.Forms;

/// <summary>Text as a budget keeps it, and as labels are compared.</summary>
public static class PlainText
{
    /// <summary>
    /// Paragraphs without blanks at their ends, one «\n» between them, no empty ones: what a dataset and a workbook must agree on.
    /// </summary>
    public static string Paragraphs(string text) => IsParagraph(text) ? text
        : string.Join('\n', text.Split(['\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));

    // most texts are one paragraph already
    private static bool IsParagraph(string text) => text.Length == 0
        || (!char.IsWhiteSpace(text[0]) && !char.IsWhiteSpace(text[^1]) && !text.AsSpan().ContainsAny('\n', '\r'));

    /// <summary>
    /// A label without any blank, quotation marks alike, brackets and colons full-width: as accountants and programs vary them.
    /// </summary>
    public static string Label(string text)
    {
        if (IsLabel(text)) return text;
        Span<char> kept = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        foreach (var symbol in text)
        {
            if (TextFolding.IsBlank(symbol) || TextFolding.IsInvisible(symbol) || symbol is '“' or '”' or '"') continue;
            kept[length++] = symbol switch { '(' => '（', ')' => '）', ':' => '：', ',' => '，', _ => symbol };
        }

        return new string(kept[..length]);
    }

    // most labels are Chinese characters, letters and digits, which stay as they are
    private static bool IsLabel(string text)
    {
        foreach (var symbol in text)
        {
            if (symbol is not (>= '\u4E00' and <= '\u9FFF') && !char.IsAsciiLetterOrDigit(symbol)) return false;
        }

        return true;
    }
}
