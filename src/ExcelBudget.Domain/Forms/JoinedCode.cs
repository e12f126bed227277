namespace ExcelBudget.Domain.Forms;

/// <summary>编码和名称在一格。A cell that prints a code and its name, «[2010301]行政运行».</summary>
public static class JoinedCode
{
    private const string CodeSlot = "{code}";
    private const string NameSlot = "{name}";

    /// <summary>The name that stands behind the code of a cell; null where the form prints none there.</summary>
    /// <param name="text">How the form prints both: «[{code}]{name}».</param>
    /// <param name="cell">The cell.</param>
    public static string? NameIn(string text, string cell)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(cell);
        var after = text.IndexOf(CodeSlot, StringComparison.Ordinal) + CodeSlot.Length;
        if (after < CodeSlot.Length || !text.EndsWith(NameSlot, StringComparison.Ordinal)
            || text.Length - NameSlot.Length < after) return null;
        var sign = text[after..^NameSlot.Length].Trim();
        var shown = cell.Trim();
        var first = shown.IndexOfAny(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
        if (first < 0) return null;
        var end = first;
        while (end < shown.Length && char.IsAsciiDigit(shown[end])) end++;
        var rest = shown[end..].TrimStart();
        return rest.StartsWith(sign, StringComparison.Ordinal) ? rest[sign.Length..].Trim() : null;
    }
}
