using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Flat;
using ExcelBudget.Workbooks.Identity;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>What one carrier says of whose workbook it is.</summary>
/// <param name="Carrier">The carrier in Chinese.</param>
/// <param name="Pack">Pack id; null where it does not say.</param>
/// <param name="UnitCode">单位编码。</param>
/// <param name="Year">预算年度。</param>
/// <param name="Full">Everything, where the carrier holds it.</param>
/// <param name="Version">Pack version; null where it does not say.</param>
/// <param name="Place">Where it stands.</param>
internal sealed record IdentityClaim(string Carrier, string? Pack, string UnitCode, int Year, WorkbookIdentity? Full, int? Version, Place Place);

/// <summary>Collects what the carriers of the identity say: defined name, property, hidden sheet, visible codes.</summary>
internal static partial class IdentityReading
{
    /// <summary>The claims of every carrier that is left.</summary>
    public static IReadOnlyList<IdentityClaim> Claims(FlatWorkbook workbook)
    {
        var claims = new List<IdentityClaim>();
        var name = workbook.Names.FirstOrDefault(name => name.Name == TemplateNames.Identity)?.Value;
        Add(claims, "工作簿名称", name?.Trim('"').Replace("\"\"", "\"", StringComparison.Ordinal), new Place());
        Add(claims, "文档属性", workbook.CustomProperties.GetValueOrDefault(WorkbookFiller.IdentityProperty), new Place());
        foreach (var sheet in workbook.Sheets)
        {
            if (Seals.IsOn(sheet)) Add(claims, "隐藏工作表", sheet[1, 2]?.Text, new Place(sheet.Name, "B1"));
            else if (Code(sheet) is var (cell, code)) claims.Add(new IdentityClaim($"“{sheet.Name}”表的表样编号", code.Pack, code.UnitCode, code.Year, null, code.PackVersion, new Place(sheet.Name, cell.Reference.ToString())));
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

    /// <summary>Unit and year printed in the second line of a form, the year where the form prints it; null when the unit is gone.</summary>
    public static (string Unit, int? Year)? SecondLine(FlatSheet sheet, int titleRow)
    {
        string? unit = null;
        int? year = null;
        for (var row = Math.Max(1, titleRow + 1); row <= titleRow + 3; row++)
        {
            foreach (var cell in sheet.Row(row))
            {
                var text = cell.Text.Trim();
                if (BudgetYear().Match(text) is { Success: true } match) year = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
                else if (unit is null && Unit().IsMatch(text)) unit = text;
            }

            if (unit is not null && year is not null) break;
        }

        return unit is null ? null : (unit, year);
    }

    /// <summary>Splits «201中国共产党魏县委员会办公室» into code and name.</summary>
    public static BudgetIdentity FromSecondLine(string pack, string unit, int year)
    {
        var match = Unit().Match(unit);
        return new BudgetIdentity(pack, match.Groups[1].Value, match.Groups[2].Value.Trim(), year);
    }

    private static void Add(List<IdentityClaim> claims, string carrier, string? line, Place place)
    {
        if (line is null || WorkbookIdentity.Parse(line) is not { } full) return;
        claims.Add(new IdentityClaim(carrier, full.Budget.Pack, full.Budget.UnitCode, full.Budget.Year, full, full.PackVersion, place));
    }

    [GeneratedRegex(@"预算年度[：:]?\s*(20\d\d)")]
    private static partial Regex BudgetYear();

    [GeneratedRegex(@"^(\d{3,12})\s*([^\d\s：:].*)$")]
    private static partial Regex Unit();
}
