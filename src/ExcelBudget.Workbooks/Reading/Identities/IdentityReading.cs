using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Reading.Issued;
using ExcelBudget.Workbooks.Reading.Sheets;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading.Identities;

/// <summary>What one carrier says of whose workbook it is.</summary>
/// <param name="Carrier">The carrier.</param>
/// <param name="Pack">Pack id; null where it does not say.</param>
/// <param name="UnitCode">单位编码。</param>
/// <param name="Year">预算年度。</param>
/// <param name="Full">Everything, where the carrier holds it.</param>
/// <param name="Version">Pack version; null where it does not say.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record IdentityClaim(
    IdentityCarrier Carrier, string? Pack, string UnitCode, int Year, WorkbookIdentity? Full, int? Version, Place Place);

/// <summary>Where an identity is carried, the surest first.</summary>
internal enum IdentityCarrier
{
    Name,

    Property,

    /// <summary>The very hidden sheet.</summary>
    HiddenSheet,

    /// <summary>The small code under a form.</summary>
    VisibleCode,

    /// <summary>The line below a form's title.</summary>
    SecondLine,
}

/// <summary>What a form prints below its title.</summary>
/// <param name="Found">The form.</param>
/// <param name="Unit">Unit code and name as printed.</param>
/// <param name="UnitAt">Its cell.</param>
/// <param name="Year">预算年度; null where the form prints none.</param>
/// <param name="YearAt">Its cell.</param>
internal sealed record PrintedLine(FoundForm Found, string Unit, CellReference UnitAt, int? Year, CellReference? YearAt)
{
    /// <summary>The code in front of the unit's name.</summary>
    public string UnitCode { get; } = IdentityReading.UnitCode(Unit);
}

/// <summary>Collects what the carriers of the identity say: defined name, property, hidden sheet, visible codes.</summary>
internal static partial class IdentityReading
{
    /// <summary>The claims of every carrier that is left.</summary>
    public static IReadOnlyList<IdentityClaim> Claims(FlatWorkbook workbook)
    {
        var claims = new List<IdentityClaim>();
        var name = workbook.Names.FirstOrDefault(name => name.Name == TemplateNames.Identity)?.Value;
        Add(claims, IdentityCarrier.Name, name?.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal), new Place());
        Add(claims, IdentityCarrier.Property, workbook.CustomProperties.GetValueOrDefault(WorkbookFiller.IdentityProperty), new Place());
        foreach (var sheet in workbook.Sheets)
        {
            if (Seals.IsOn(sheet)) Add(claims, IdentityCarrier.HiddenSheet, sheet[1, 2]?.Text, new Place(sheet.Name, "B1"));
            else if (Code(sheet) is var (cell, code))
                claims.Add(new IdentityClaim(
                IdentityCarrier.VisibleCode, code.Pack, code.UnitCode, code.Year, null, code.PackVersion,
                new Place(sheet.Name, cell.Reference.ToString())));
        }

        return claims;
    }

    /// <summary>The visible code of a sheet.</summary>
    private static (FlatCell Cell, VisibleCode Code)? Code(FlatSheet sheet)
    {
        if (FormEnd.VisibleCodeRow(sheet) is not (> 0 and var row)) return null;
        foreach (var cell in sheet.Row(row))
        {
            if (VisibleCode.Parse(cell.Text) is { } code) return (cell, code);
        }

        return null;
    }

    /// <summary>
    /// Unit and year printed below the title of a form, and a year typed into the title itself; null when the unit is gone.
    /// </summary>
    public static PrintedLine? SecondLine(FoundForm found)
    {
        var (sheet, titleRow) = (found.Sheet, found.TitleRow);
        FlatCell? unit = null, year = null;
        for (var row = Math.Max(1, titleRow + 1); row <= titleRow + 3; row++)
        {
            foreach (var cell in sheet.Row(row))
            {
                var text = cell.Text.Trim();
                if (BudgetYear().IsMatch(text)) year ??= cell;
                else if (unit is null && cell is { Kind: FlatCellKind.Text, HasFormula: false } && Unit().IsMatch(text)) unit = cell;
            }

            if (unit is not null && year is not null) break;
        }

        return unit is null ? null
            : new PrintedLine(found, unit.Text.Trim(), unit.Reference, YearOf(BudgetYear(), year?.Text), year?.Reference);
    }

    /// <summary>A year typed into a form's title; null when it prints none.</summary>
    public static (int Year, CellReference At)? TitleYear(FoundForm found)
    {
        if (found.TitleRow < 1) return null;
        foreach (var cell in found.Sheet.Row(found.TitleRow))
        {
            if (YearOf(YearInTitle(), cell.Text) is { } year) return (year, cell.Reference);
        }

        return null;
    }

    /// <summary>The code in front of «201中国共产党魏县委员会办公室».</summary>
    public static string UnitCode(string unit) => Unit().Match(unit).Groups[1].Value;

    private static int? YearOf(Regex pattern, string? text) =>
        text is not null && pattern.Match(text) is { Success: true } match
            ? int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture) : null;

    private static void Add(List<IdentityClaim> claims, IdentityCarrier carrier, string? line, Place place)
    {
        if (line is null || WorkbookIdentity.Parse(line) is not { } full) return;
        claims.Add(new IdentityClaim(carrier, full.Budget.Pack, full.Budget.UnitCode, full.Budget.Year, full, full.PackVersion, place));
    }

    [GeneratedRegex(@"(20\d\d)\s*年")]
    private static partial Regex YearInTitle();

    [GeneratedRegex(@"预算年度[：:]?\s*(20\d\d)")]
    private static partial Regex BudgetYear();

    [GeneratedRegex(@"^(\d{3,12})\s*((?!年)\p{L}.*)$")]
    private static partial Regex Unit();
}
