using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;

namespace ExcelBudget.Rules.Checking;

/// <summary>
/// What a unit calls itself, and the place it belongs to: 某某县财政局 and 某某县. Words of its own name are no fault of its texts, so that
/// patterns (a placeholder left in a text) are looked for beside them.
/// </summary>
public sealed partial class OwnName
{
    /// <summary>What each sign of the name reads as.</summary>
    internal const char Mask = '＊';

    private readonly string _name;
    private readonly string _place;

    /// <param name="unit">Whose texts are looked at.</param>
    public OwnName(BudgetIdentity unit)
    {
        ArgumentNullException.ThrowIfNull(unit);
        _name = unit.UnitName.Trim();
        _place = Place().Match(_name) is { Success: true } place ? place.Value : "";
    }

    /// <summary>The text with the unit's name, and its place, put out of sight; as long as before, so that places in it stay.</summary>
    /// <param name="text">A text of the unit.</param>
    public string Masked(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (_name.Length == 0 || text.Length == 0) return text;
        var masked = Without(text, _name);
        return _place.Length == 0 ? masked : Without(masked, _place);
    }

    private static string Without(string text, string name) => text.Contains(name, StringComparison.Ordinal)
        ? text.Replace(name, new string(Mask, name.Length), StringComparison.Ordinal)
        : text;

    [GeneratedRegex(@"^.{2,8}?(?:自治县|[省市县区旗州镇乡])", RegexOptions.CultureInvariant)]
    private static partial Regex Place();
}
