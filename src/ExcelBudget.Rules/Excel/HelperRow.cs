using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Excel;

/// <summary>For which row a formula of the helper sheet is worded.</summary>
/// <param name="Unit">Unit in which the formula reckons money.</param>
/// <param name="Column">本栏.</param>
internal abstract record HelperRow(MoneyUnit Unit, ColumnId? Column)
{
    public sealed record None(MoneyUnit Unit, ColumnId? Column) : HelperRow(Unit, Column);

    public sealed record Fixed(FormBlock Block, RowGroup.Fixed Row, MoneyUnit Unit, ColumnId? Column) : HelperRow(Unit, Column);

    /// <summary>Any row of a block: cells of its helper columns are found by a function of the column.</summary>
    /// <param name="Block">The block.</param>
    /// <param name="Cell">Writes the cell of a helper column in the row: «$F12», or INDEX of the column.</param>
    public sealed record Any(FormBlock Block, Func<int, string> Cell, MoneyUnit Unit, ColumnId? Column)
        : HelperRow(Unit, Column);
}
