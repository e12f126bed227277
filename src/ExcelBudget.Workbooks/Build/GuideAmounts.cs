using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Build;

/// <summary>What 填报说明 says of the unit of amounts: that of most forms, then those that differ by their sheets.</summary>
internal static class GuideAmounts
{
    /// <summary>«金额以万元为单位填写，“T2 收入总表”以元为单位；可以保留更多小数，表中按 2 位小数显示。»</summary>
    public static string Of(Pack pack)
    {
        var formats = Prototype.SheetForms(pack).Where(HasAmounts).GroupBy(form => (form.Amounts.Unit, form.Amounts.Decimals))
            .OrderByDescending(group => group.Count()).ToArray();
        if (formats.Length == 0) return "";
        var ((unit, decimals), others) = (formats[0].Key, formats.Skip(1).ToArray());
        var told = others.Select(
            group => $"，{string.Join("、", group.Select(form => $"“{form.Sheet}”"))}{Difference(group.Key, unit, decimals)}");
        return $"金额以{unit.Title()}为单位填写{string.Concat(told)}；可以保留更多小数，表中按{Digits(decimals)}显示{(others.Length > 0 ? "（另有说明的除外）" : "")}。";
    }

    private static bool HasAmounts(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Amount);

    private static string Difference((MoneyUnit Unit, int Decimals) own, MoneyUnit unit, int decimals) =>
        own.Unit == unit ? $"按{Digits(own.Decimals)}显示"
        : own.Decimals == decimals ? $"以{own.Unit.Title()}为单位"
        : $"以{own.Unit.Title()}为单位、按{Digits(own.Decimals)}显示";

    private static string Digits(int decimals) => decimals switch { 0 => "整数", 2 => "两位小数", _ => $" {decimals} 位小数" };
}
