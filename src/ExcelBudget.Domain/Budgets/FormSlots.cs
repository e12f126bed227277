using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Domain.Budgets;

/// <summary>Fills the slots that titles, second lines and headings of a form may have.</summary>
/// <param name="form">The form.</param>
/// <param name="identity">Whose budget it is.</param>
public sealed partial class FormSlots(FormDefinition form, BudgetIdentity identity)
{
    /// <summary>The slots there are.</summary>
    public static readonly IReadOnlyList<string> Names =
        ["unit", "unitCode", "unitName", "year", "lastYear", "previousYearEnd", "previousYearEndDate", "money"];

    /// <summary>
    /// The text with {unit} (code and name), {unitCode}, {unitCode:3} (its first three digits), {unitName}, {year}, {lastYear},
    /// {previousYearEnd}, {previousYearEndDate}, {money} and the words of the pack filled in.
    /// </summary>
    public string Fill(string text) => text.Contains('{', StringComparison.Ordinal)
        ? CodeStart().Replace(text, match => Start(identity.UnitCode, match.Groups[1].Value))
            .Replace("{unit}", identity.UnitCode + identity.UnitName, StringComparison.Ordinal)
            .Replace("{unitCode}", identity.UnitCode, StringComparison.Ordinal)
            .Replace("{unitName}", identity.UnitName, StringComparison.Ordinal)
            .Replace("{year}", identity.Year.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{lastYear}", (identity.Year - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{previousYearEnd}", string.Create(CultureInfo.InvariantCulture, $"{identity.Year - 1}-12-31"),
                StringComparison.Ordinal)
            .Replace("{previousYearEndDate}", string.Create(CultureInfo.InvariantCulture, $"{identity.Year - 1}年12月31日"),
                StringComparison.Ordinal)
            .Replace("{money}", form.Money.Title(), StringComparison.Ordinal) is var filled && identity.Words.Count > 0
                ? identity.Words.Aggregate(filled, (words, word) => words.Replace($"{{{word.Key}}}", word.Value, StringComparison.Ordinal))
                : filled
        : text;

    private static string Start(string code, string length) =>
        code[..Math.Min(code.Length, int.Parse(length, CultureInfo.InvariantCulture))];

    [GeneratedRegex(@"\{unitCode:(\d{1,2})\}")]
    private static partial Regex CodeStart();
}
