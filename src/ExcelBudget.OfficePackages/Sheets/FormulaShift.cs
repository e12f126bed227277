using System.Text;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Moves a formula's relative references, as Excel does when a cell is copied or a shared formula is used.</summary>
internal static class FormulaShift
{
    /// <summary>
    /// The formula moved by so many rows and columns. What falls off the sheet becomes #REF!; texts, quoted sheet names, names and
    /// functions stay.
    /// </summary>
    public static string Shift(string formula, int rows, int columns)
    {
        if (rows == 0 && columns == 0) return formula;
        var result = new StringBuilder(formula.Length + 8);
        for (var at = 0; at < formula.Length;)
        {
            var length = TokenLength(formula.AsSpan(at));
            var token = formula.AsSpan(at, length);
            var after = formula.AsSpan(at + length);
            if (!IsReferenceStart(token[0]) || IsPartOfName(after) || !TryShift(token, after, rows, columns, result, ref length))
                result.Append(token);
            at += length;
        }
        return result.ToString();
    }

    // a quoted text or sheet name, a bracket of a table or another file, a word, or one other character
    private static int TokenLength(ReadOnlySpan<char> rest) => rest[0] switch
    {
        '"' or '\'' => QuotedLength(rest, rest[0]),
        '[' => BracketLength(rest),
        var c when IsWord(c) => WordLength(rest),
        _ => 1,
    };

    private static int QuotedLength(ReadOnlySpan<char> rest, char quote)
    {
        for (var at = 1; at < rest.Length; at++)
        {
            if (rest[at] != quote) continue;
            if (at + 1 < rest.Length && rest[at + 1] == quote) at++;
            else return at + 1;
        }
        return rest.Length;
    }

    private static int BracketLength(ReadOnlySpan<char> rest)
    {
        var depth = 0;
        for (var at = 0; at < rest.Length; at++)
        {
            if (rest[at] == '[') depth++;
            else if (rest[at] == ']' && --depth == 0) return at + 1;
        }
        return rest.Length;
    }

    private static int WordLength(ReadOnlySpan<char> rest)
    {
        var at = 1;
        while (at < rest.Length && IsWord(rest[at])) at++;
        return at;
    }

    private static bool IsWord(char c) => char.IsLetterOrDigit(c) || c is '$' or '_' or '.' or '\\' or '?' || char.IsSurrogate(c);

    private static bool IsReferenceStart(char c) => char.IsAsciiLetterOrDigit(c) || c == '$';

    // LOG10( is a function, A1! a sheet, A1[ a table
    private static bool IsPartOfName(ReadOnlySpan<char> after) => after.Length > 0 && after[0] is '(' or '!' or '[';

    private static bool TryShift(
        ReadOnlySpan<char> token, ReadOnlySpan<char> after, int rows, int columns, StringBuilder result, ref int length)
    {
        if (ReferencePart.TryParse(token, out var part))
        {
            if (part is { HasRow: true, HasColumn: true })
            {
                part.AppendShifted(result, rows, columns);
                return true;
            }
            return TryShiftWhole(part, after, rows, columns, result, ref length);
        }
        return false;
    }

    // A:C or 3:5: a lone «A» is a name and a lone «3» a number
    private static bool TryShiftWhole(
        ReferencePart first, ReadOnlySpan<char> after, int rows, int columns, StringBuilder result, ref int length)
    {
        if (after.Length < 2 || after[0] != ':' || !IsReferenceStart(after[1])) return false;
        var second = after.Slice(1, WordLength(after[1..]));
        if (!ReferencePart.TryParse(second, out var last) || last.HasRow != first.HasRow || last.HasColumn != first.HasColumn)
            return false;
        first.AppendShifted(result, rows, columns);
        result.Append(':');
        last.AppendShifted(result, rows, columns);
        length += 1 + second.Length;
        return true;
    }
}
