namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>工作簿。A dropped workbook's content as it stands, after the guard has passed it.</summary>
/// <param name="Sheets">Worksheets in tab order; chart sheets are left out.</param>
/// <param name="Names">Defined names in file order.</param>
/// <param name="CustomProperties">自定义属性。Custom document properties as text, by name.</param>
/// <param name="HasExternalLinks">Formulas may point into other files.</param>
/// <param name="Date1904">Dates count from 1904 instead of 1900.</param>
public sealed record FlatWorkbook(
    IReadOnlyList<FlatSheet> Sheets,
    IReadOnlyList<DefinedName> Names,
    IReadOnlyDictionary<string, string> CustomProperties,
    bool HasExternalLinks = false,
    bool Date1904 = false)
{
    /// <summary>The sheet of that name, letters in either case as in Excel; null when there is none.</summary>
    public FlatSheet? Sheet(string name) => Sheets.FirstOrDefault(s => string.Equals(s.Name, name, StringComparison.OrdinalIgnoreCase));
}
