using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>What a column of an official form holds: by its headings, and by what stands in it.</summary>
internal static class DraftKinds
{
    /// <summary>Fills in the kind of a column.</summary>
    public static void Tell(DraftSheet sheet, DraftColumn column, List<int> rows, DraftPatterns patterns)
    {
        var (title, path) = (column.Title, string.Concat(column.Path));
        var cells = rows.Select(row => sheet[row, column.At]).OfType<FlatCell>().ToArray();
        var hasWords = cells.Any(cell => cell is { Kind: FlatCellKind.Text, HasFormula: false } && cell.Text.Trim().Length > 0
            && !patterns.Is("placeholder", cell.Text) && !cell.Text.Trim().All(char.IsAsciiDigit));
        var hasFigures = cells.Any(cell => cell.HasFormula || cell.Kind == FlatCellKind.Number) && !hasWords;
        var isMoney = patterns.Is("amount", path);
        column.Kind = patterns.Is("rowNumber", title) ? "rowNumber"
            : patterns.Is("code", title) || (patterns.Is("level", title) && patterns.Is("levelAbove", path)) ? "code"
            : patterns.Is("percent", title) && !hasWords ? "percent"
            : hasFigures ? patterns.Is("count", title) ? "number" : "amount"
            : patterns.Is("count", title) && !patterns.Is("amount", title) && !hasWords ? "number"
            : patterns.Is("name", title) && !title.Contains('数', StringComparison.Ordinal) ? "codeName"
            : patterns.Is("functionName", title) || patterns.Is("economicName", title) || patterns.Is("label", title) ? "label"
            : hasWords ? patterns.Is("text", title) && !patterns.Is("total", FirstWords(cells)) ? "text" : "label"
            : patterns.Is("text", title) && (!isMoney || patterns.Is("textEnd", title)) ? "text"
            : "amount";
        column.IsKindGuessed = column.Kind == "amount" && !isMoney && !hasFigures;
    }

    private static string FirstWords(FlatCell[] cells) =>
        cells.First(cell => cell.Kind == FlatCellKind.Text && cell.Text.Trim().Length > 0).Text;
}
