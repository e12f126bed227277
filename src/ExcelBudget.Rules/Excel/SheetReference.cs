using System.Globalization;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Excel;

/// <summary>Writes cell and range references.</summary>
public static class SheetReference
{
    /// <summary>Columns that forms use, written once.</summary>
    private static readonly string[] Known = [.. Enumerable.Range(0, 100).Select(ColumnLetters.Of)];

    /// <summary>Letters of a column from 1: 1 → A, 27 → AA.</summary>
    public static string Letters(int column) => column < Known.Length ? Known[column] : ColumnLetters.Of(column);

    /// <summary>«D9».</summary>
    public static string Cell(int row, int column) => Letters(column) + row.ToString(CultureInfo.InvariantCulture);

    /// <summary>«$D$9».</summary>
    public static string FixedCell(int row, int column) => string.Create(CultureInfo.InvariantCulture, $"${Letters(column)}${row}");

    /// <summary>«$D$9:$D$60».</summary>
    public static string Fixed(int firstRow, int firstColumn, int lastRow, int lastColumn) => string.Create(
        CultureInfo.InvariantCulture, $"${Letters(firstColumn)}${firstRow}:${Letters(lastColumn)}${lastRow}");

    /// <summary>«D$9:D$60»: the columns to the right may share the formula.</summary>
    public static string Moving(int firstRow, int lastRow, int column) => string.Create(
        CultureInfo.InvariantCulture, $"{Letters(column)}${firstRow}:{Letters(column)}${lastRow}");

    /// <summary>«'T3 支出总表'!», always quoted so that no name can be misread.</summary>
    public static string Sheet(string name) => "'" + name.Replace("'", "''", StringComparison.Ordinal) + "'!";
}
