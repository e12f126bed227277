namespace ExcelBudget.Domain.Spelling;

/// <summary>列标。Letters of a sheet's columns: 1 is A, 26 is Z, 27 is AA, 16,384 is XFD, Excel's last.</summary>
public static class ColumnLetters
{
    /// <summary>Excel's last column, XFD.</summary>
    public const int Last = 16_384;

    /// <summary>The letters of a column; empty for 0 and less.</summary>
    /// <param name="column">Column, from 1.</param>
    public static string Of(int column)
    {
        Span<char> letters = stackalloc char[7];
        var at = letters.Length;
        for (; column > 0; column = (column - 1) / 26) letters[--at] = (char)('A' + ((column - 1) % 26));
        return new string(letters[at..]);
    }

    /// <summary>The column of letters in either case; 0 when the text is none, or names a column beyond Excel's last.</summary>
    public static int Read(ReadOnlySpan<char> letters) =>
        Start(letters, out var length) is var column && length == letters.Length ? column : 0;

    /// <summary>
    /// The column named by the letters a text begins with; 0 when it begins with none or goes beyond Excel's last column.
    /// </summary>
    /// <param name="text">A reference such as «AB12».</param>
    /// <param name="length">How many letters were read; where the reading stopped when they name no column.</param>
    public static int Start(ReadOnlySpan<char> text, out int length)
    {
        var column = 0;
        for (length = 0; length < text.Length && char.IsAsciiLetter(text[length]); length++)
        {
            column = (column * 26) + (text[length] | 0x20) - 'a' + 1;
            if (column > Last) return 0;
        }

        return column;
    }
}
