using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>签字 as it was read: who answers for a workbook, and where they are named.</summary>
/// <param name="Names">The names; empty ones are not written.</param>
/// <param name="Sheet">Sheet on which they stand, or should.</param>
public sealed record SignOffReading(SignOff Names, string Sheet)
{
    // a name and, at most, an office before it
    private const int LongestName = 40;

    private readonly Dictionary<string, string> _cells = new(StringComparer.Ordinal);

    /// <summary>The cell of a title's name, such as «C13»; null where the sheet has no such title.</summary>
    public string? CellOf(string title) => _cells.GetValueOrDefault(title);

    /// <summary>
    /// Finds the names by the titles before them: on 填报说明, also in rows that the unit has added there because its workbook is older.
    /// </summary>
    internal static SignOffReading Read(FlatWorkbook workbook)
    {
        if (workbook.Sheets.FirstOrDefault(sheet => sheet.Name == TemplateNames.GuideSheet) is not { } sheet)
            return new(SignOff.None, TemplateNames.GuideSheet);
        var cells = new Dictionary<string, string>(StringComparer.Ordinal);
        var names = SignOff.None.Parts.Select(part => NameBeside(sheet, part.Title, cells)).ToArray();
        var reading = new SignOffReading(new SignOff(names[0], names[1], names[2]), sheet.Name);
        foreach (var (title, cell) in cells) reading._cells[title] = cell;
        return reading;
    }

    private static string NameBeside(FlatSheet sheet, string title, Dictionary<string, string> cells)
    {
        // one look at the characters spares most texts
        var label = sheet.Cells.FirstOrDefault(cell => cell.Kind == FlatCellKind.Text
            && cell.Text.Contains(title[0], StringComparison.Ordinal) && Bare(cell.Text) == title);
        if (label is null) return "";
        cells[title] = new CellReference(label.Row, label.Column + 1).ToString();
        var name = sheet.Cells.FirstOrDefault(cell => cell.Row == label.Row && cell.Column == label.Column + 1)?.Text ?? "";
        return Cleaned(name);
    }

    /// <summary>One short line with at least one letter: «—» and «/» name nobody.</summary>
    private static string Cleaned(string name)
    {
        var words = string.Concat(name.Where(sign => !char.IsControl(sign) && char.GetUnicodeCategory(sign)
            is not System.Globalization.UnicodeCategory.Format)).Trim();
        return words.Length <= LongestName && words.Any(char.IsLetter) && words is not ("无" or "某某") ? words : "";
    }

    private static string Bare(string text) => string.Concat(text.Where(sign => !char.IsWhiteSpace(sign))).TrimEnd(':', '：');
}
