using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Workbooks.Fill;

/// <summary>
/// Excel 只记 15 位有效数字. A figure with more digits than a cell keeps would be another figure after Excel has saved it, so a budget that
/// holds one is not issued.
/// </summary>
public static class SheetDigits
{
    private const int Most = 15;
    private const ulong LargestShort = 999_999_999_999_999;

    /// <summary>The first figure that a cell of its form cannot hold to the last digit; null when each can be held.</summary>
    /// <param name="pack">Its forms say in which unit a figure stands in its cell.</param>
    /// <param name="budget">A budget of that pack.</param>
    public static CellAddress? FirstBeyond(Pack pack, Budget budget)
    {
        ArgumentNullException.ThrowIfNull(pack);
        ArgumentNullException.ThrowIfNull(budget);
        foreach (var form in budget.Forms)
        {
            foreach (var row in form.Rows)
            {
                foreach (var (column, value) in row.Cells)
                {
                    if (SealedValue.Figure(pack[form.Form], value) is { } figure && IsBeyond(figure))
                        return new CellAddress(form.Form, row.Key, column);
                }
            }
        }
        return null;
    }

    /// <summary>True for a figure that as a whole number, whatever its decimals, has no more digits than a cell keeps.</summary>
    private static bool IsShort(decimal figure)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(figure, parts);
        return parts[2] == 0 && (((ulong)(uint)parts[1] << 32) | (uint)parts[0]) <= LargestShort;
    }

    private static bool IsBeyond(decimal figure) => !IsShort(figure) &&
        Figures.Plain(Math.Abs(figure)).Replace(".", "", StringComparison.Ordinal).Trim('0').Length > Most;
}
