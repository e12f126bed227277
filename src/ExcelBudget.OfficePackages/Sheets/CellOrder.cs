using System.Runtime.InteropServices;

namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Brings cells into row-major order, whatever order the file has them in.</summary>
internal static class CellOrder
{
    /// <summary>Cells sorted by row and column, one per place: the last given.</summary>
    public static FlatCell[] RowMajor(IEnumerable<FlatCell> cells)
    {
        var list = cells as List<FlatCell> ?? [.. cells];
        return IsRowMajor(CollectionsMarshal.AsSpan(list)) ? [.. list] : Sorted(list);
    }

    /// <summary>For each row r up to the last, at [r-1] where its cells start and at [r] where they end.</summary>
    public static int[] RowStarts(FlatCell[] cells, int lastRow)
    {
        var starts = new int[lastRow + 1];
        var row = 0;
        for (var i = 0; i < cells.Length; i++)
        {
            while (row < cells[i].Row) starts[row++] = i;
        }
        starts[lastRow] = cells.Length;
        return starts;
    }

    private static bool IsRowMajor(ReadOnlySpan<FlatCell> cells)
    {
        for (var i = 1; i < cells.Length; i++)
        {
            if (Key(cells[i - 1]) >= Key(cells[i])) return false;
        }
        return true;
    }

    private static FlatCell[] Sorted(List<FlatCell> cells)
    {
        var sorted = new List<FlatCell>(cells.Count);
        // OrderBy is stable: of two cells at one place the later stays later
        foreach (var cell in cells.OrderBy(Key))
        {
            if (sorted.Count > 0 && Key(sorted[^1]) == Key(cell)) sorted[^1] = cell;
            else sorted.Add(cell);
        }
        return [.. sorted];
    }

    private static long Key(FlatCell cell) => ((long)cell.Row << 20) | (long)cell.Column;
}
