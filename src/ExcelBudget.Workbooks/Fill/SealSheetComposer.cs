using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Workbooks.Identity;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// Fills the very hidden sheet: the identity, and the seals — every prefilled value in the form's unit, so that a returned workbook
/// can tell what was changed. One line a form with its columns, one line a row with its values.
/// </summary>
internal static class SealSheetComposer
{
    /// <summary>First cell of a line that names a form and its columns.</summary>
    public const string FormLine = "form";

    /// <summary>First cell of a line that holds a row.</summary>
    public const string RowLine = "row";

    /// <summary>The lines, cells from left to right.</summary>
    public static IEnumerable<IReadOnlyList<string>> Compose(Pack pack, Budget budget, WorkbookIdentity identity)
    {
        yield return ["excelbudget", identity.Line];
        if (identity.IsBlank) yield break;
        foreach (var content in budget.Forms.Where(content => content.Rows.Count > 0))
        {
            var form = pack[content.Form];
            var columns = form.Columns.Where(column => content.Rows.Any(row => row[column.Id] is not null)).ToArray();
            yield return [FormLine, form.Id.Value, .. columns.Select(column => column.Id.Value)];
            foreach (var row in content.Rows) yield return [RowLine, row.Key.Value, .. columns.Select(column => SealedValue.WithInterval(form, row[column.Id]))];
        }
    }
}

/// <summary>A value as a seal holds it and as messages show it: figures in the form's unit, text as it is.</summary>
internal static class SealedValue
{
    /// <summary>Stands between a figure and half of the interval it is known to.</summary>
    public const char IntervalMark = '±';

    /// <summary>The value, a figure that is not known exactly with half of its interval: «2.18±0.005».</summary>
    public static string WithInterval(FormDefinition form, CellValue? value) => value is CellValue.Amount { HalfWidth: > 0m } amount
        ? Of(form, value) + IntervalMark + Figures.Plain(amount.HalfWidth / form.Money.InYuan())
        : Of(form, value);

    public static string Of(FormDefinition form, CellValue? value) => value switch
    {
        CellValue.Amount amount => Figures.Plain(amount.Yuan / form.Money.InYuan()),
        CellValue.Number number => Figures.Plain(number.Value),
        CellValue.Text text => text.Value,
        _ => "",
    };
}
