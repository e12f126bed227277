using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;

namespace ExcelBudget.Workbooks.Identity;

/// <summary>
/// What can be the code and the name of a unit. They become names of folders, lines of logs and reports: a path, a formula, a line break
/// or a sign that turns the direction of writing is no unit.
/// </summary>
internal static partial class PlausibleUnit
{
    private const int LongestName = 100;

    /// <summary>True when code, name and year could be those of a unit's budget.</summary>
    public static bool Is(BudgetIdentity identity) => IsCode(identity.UnitCode) && IsName(identity.UnitName) && identity.Year is >= 2000
        and <= 2100;

    /// <summary>单位编码: letters, digits and hyphens, at most 20.</summary>
    public static bool IsCode(string code) => Code().IsMatch(code);

    /// <summary>单位名称: one line of at most 100 signs with a letter in it, beginning like no formula.</summary>
    public static bool IsName(string name) => name.Trim().Length is > 0 and <= LongestName && !"=+-@".Contains(name.Trim()[0],
        StringComparison.Ordinal)
        && name.Any(char.IsLetter) && !name.Any(IsHidden);

    private static bool IsHidden(char sign) => char.IsControl(sign) || sign == char.MaxValue
        || char.GetUnicodeCategory(sign) is UnicodeCategory.Format or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;

    [GeneratedRegex(@"\A[0-9A-Za-z][0-9A-Za-z-]{0,19}\z")]
    private static partial Regex Code();
}
