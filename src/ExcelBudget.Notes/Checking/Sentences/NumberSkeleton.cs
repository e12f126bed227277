namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>A text with a sign for each number: what stays the same when only a number was changed.</summary>
internal static class NumberSkeleton
{
    private const char Number = '#';

    /// <summary>The text with a sign for each number; the text itself when it has none.</summary>
    public static string Of(string text)
    {
        if (!text.AsSpan().ContainsAnyExceptInRange('\u4E00', '\u9FFF') || !HasDigit(text)) return text;
        Span<char> skeleton = text.Length <= 256 ? stackalloc char[text.Length] : new char[text.Length];
        var length = 0;
        for (var at = 0; at < text.Length;)
        {
            var end = DigitsEnd(text, at);
            if (end > at && end < text.Length && text[end] == '.' && DigitsEnd(text, end + 1) is var decimals && decimals > end + 1)
                end = decimals;
            skeleton[length++] = end > at ? Number : text[at];
            at = Math.Max(end, at + 1);
        }

        return new string(skeleton[..length]);
    }

    /// <summary>True for a text with a digit of any script.</summary>
    public static bool HasDigit(string text)
    {
        foreach (var sign in text)
        {
            if (char.IsDigit(sign)) return true;
        }

        return false;
    }

    private static int DigitsEnd(string text, int at)
    {
        while (at < text.Length && char.IsDigit(text[at])) at++;
        return at;
    }
}
