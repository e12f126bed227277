using System.Text;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>One end of a reference in a formula: «$D9», a column «D» of «D:F», or a row «$3» of «$3:5».</summary>
public readonly record struct ReferencePart(int Column, bool ColumnFixed, int Row, bool RowFixed)
{
    /// <summary>Names a column.</summary>
    public bool HasColumn => Column > 0;

    /// <summary>Names a row.</summary>
    public bool HasRow => Row > 0;

    /// <summary>
    /// Reads a whole word as a reference; false for names, functions, numbers with a point and what lies beyond the grid.
    /// </summary>
    public static bool TryParse(ReadOnlySpan<char> word, out ReferencePart part)
    {
        part = default;
        int at = 0, row = 0;
        var firstDollar = Dollar(word, ref at);
        var column = ColumnLetters.Start(word[at..], out var letters);
        if (column == 0 && letters > 0) return false;
        at += letters;
        var secondDollar = column > 0 && Dollar(word, ref at);
        var digits = at;
        for (; at < word.Length && char.IsAsciiDigit(word[at]) && row <= CellReference.MaxRow; at++) row = row * 10 + word[at] - '0';
        if (at != word.Length || row > CellReference.MaxRow) return false;
        // «$» alone, «A$», «A0», «A01» are no references
        if (digits == word.Length ? column == 0 || secondDollar : word[digits] == '0') return false;
        part = column > 0 ? new ReferencePart(column, firstDollar, row, secondDollar) : new ReferencePart(0, false, row, firstDollar);
        return true;
    }

    /// <summary>Writes the reference moved; #REF! when it leaves the sheet.</summary>
    public void AppendShifted(StringBuilder result, int rows, int columns)
    {
        var column = ColumnFixed ? Column : Column + columns;
        var row = RowFixed ? Row : Row + rows;
        if ((HasColumn && column is < 1 or > CellReference.MaxColumn) || (HasRow && row is < 1 or > CellReference.MaxRow))
        {
            result.Append("#REF!");
            return;
        }
        if (HasColumn) result.Append(ColumnFixed ? "$" : "").Append(CellReference.ColumnName(column));
        if (HasRow) result.Append(RowFixed ? "$" : "").Append(row);
    }

    private static bool Dollar(ReadOnlySpan<char> word, ref int at)
    {
        if (at >= word.Length || word[at] != '$') return false;
        at++;
        return true;
    }
}
