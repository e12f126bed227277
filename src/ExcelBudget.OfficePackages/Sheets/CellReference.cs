using System.Globalization;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>单元格地址。A cell's place on a sheet: «D9» is row 9, column 4. Always within Excel's 1,048,576 × 16,384 grid.</summary>
/// <param name="Row">Row, from 1.</param>
/// <param name="Column">Column, from 1.</param>
public readonly record struct CellReference(int Row, int Column)
{
    private const int KnownRows = 1_024;
    private const int KnownColumns = 24;

    // the cells of forms, each asked for in every workbook
    private static readonly string?[] Known = new string?[KnownRows * KnownColumns];

    /// <summary>Excel's last row.</summary>
    public const int MaxRow = 1_048_576;

    /// <summary>Excel's last column, XFD.</summary>
    public const int MaxColumn = ColumnLetters.Last;

    /// <summary>Reads «D9» or «$D$9», letters in either case; false for anything else or beyond the grid.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out CellReference reference)
    {
        reference = default;
        int at = 0, row = 0;
        if (at < text.Length && text[at] == '$') at++;
        var column = ColumnLetters.Start(text[at..], out var letters);
        if (column == 0) return false;
        at += letters;
        if (at < text.Length && text[at] == '$') at++;
        for (; at < text.Length && char.IsAsciiDigit(text[at]); at++)
        {
            row = row * 10 + text[at] - '0';
            if (row is 0 or > MaxRow) return false;
        }
        if (row == 0 || at != text.Length) return false;
        reference = new CellReference(row, column);
        return true;
    }

    /// <summary>Letters of a column: 4 → D, 28 → AB.</summary>
    public static string ColumnName(int column) => ColumnLetters.Of(column);

    /// <summary>«D9».</summary>
    public override string ToString() => Row is > 0 and < KnownRows && Column is > 0 and < KnownColumns
        ? Known[(Row * KnownColumns) + Column] ??= Written() : Written();

    private string Written() => ColumnName(Column) + Row.ToString(CultureInfo.InvariantCulture);
}
