namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>科目编码 as typed: blanks inside, full-width digits, a stray point.</summary>
internal static class CodeText
{
    /// <summary>The code without blanks, its digits half-width.</summary>
    public static string Clean(string text) => string.Concat(text
        .Where(symbol => !char.IsWhiteSpace(symbol) && symbol is not ('\u200B' or '\uFEFF'))
        .Select(symbol => symbol is >= '０' and <= '９' ? (char)(symbol - '０' + '0') : symbol));
}
