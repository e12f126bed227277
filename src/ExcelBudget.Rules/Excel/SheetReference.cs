using System.Globalization;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Excel;

/// <summary>Writes cell and range references.</summary>
public static class SheetReference
{
    /// <summary>Columns that forms use, written once.</summary>
    private static readonly string[] Known = [.. Enumerable.Range(0, 100).Select(ColumnLetters.Of)];

    /// <summary>Rows that most sheets have, written once.</summary>
    private static readonly string[] KnownRows = [.. Enumerable.Range(0, 1_000).Select(Written)];

    /// <summary>Letters of a column from 1: 1 → A, 27 → AA.</summary>
    public static string Letters(int column) => column < Known.Length ? Known[column] : ColumnLetters.Of(column);

    /// <summary>«D9».</summary>
    public static string Cell(int row, int column) => string.Concat(Letters(column), Digits(row));

    /// <summary>«$D$9».</summary>
    public static string FixedCell(int row, int column) => string.Concat("$", Letters(column), "$", Digits(row));

    /// <summary>«$D$9:$D$60».</summary>
    public static string Fixed(int firstRow, int firstColumn, int lastRow, int lastColumn) => string.Concat(
        ["$", Letters(firstColumn), "$", Digits(firstRow), ":$", Letters(lastColumn), "$", Digits(lastRow)]);

    /// <summary>«D$9:D$60»: the columns to the right may share the formula.</summary>
    public static string Moving(int firstRow, int lastRow, int column) => string.Concat(
        [Letters(column), "$", Digits(firstRow), ":", Letters(column), "$", Digits(lastRow)]);

    /// <summary>«'T3 支出总表'!», always quoted so that no name can be misread.</summary>
    public static string Sheet(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'!";

    private static string Digits(int row) => (uint)row < (uint)KnownRows.Length ? KnownRows[row] : Written(row);

    private static string Written(int row) => row.ToString(CultureInfo.InvariantCulture);
}
