namespace ExcelBudget.OfficePackages.Sheets;

/// <summary>Finds the area (merged cells, an array formula's cells) around a cell without looking at all of them.</summary>
internal sealed class MergeIndex
{
    private readonly CellRange[] _ranges;
    private readonly int[] _lowestSoFar;

    /// <summary>An index of the given areas; overlapping ones are allowed, the lower then wins.</summary>
    public MergeIndex(IEnumerable<CellRange> ranges)
    {
        _ranges = [.. ranges];
        // as nearly all programs write them
        if (!IsSorted(_ranges)) _ranges = [.. _ranges.OrderBy(r => r.FirstRow).ThenBy(r => r.FirstColumn)];
        _lowestSoFar = new int[_ranges.Length];
        var lowest = 0;
        for (var i = 0; i < _ranges.Length; i++) _lowestSoFar[i] = lowest = Math.Max(lowest, _ranges[i].LastRow);
    }

    /// <summary>The areas, top to bottom.</summary>
    public IReadOnlyList<CellRange> Ranges => _ranges;

    /// <summary>The area that contains the cell, if any.</summary>
    public CellRange? Around(int row, int column)
    {
        for (var i = LastStartingAtOrAbove(row); i >= 0 && _lowestSoFar[i] >= row; i--)
        {
            if (_ranges[i].Contains(row, column)) return _ranges[i];
        }
        return null;
    }

    /// <summary>The areas that have a row between two, both included, from the bottom up.</summary>
    public List<CellRange> Touching(int firstRow, int lastRow)
    {
        var touching = new List<CellRange>();
        for (var i = LastStartingAtOrAbove(lastRow); i >= 0 && _lowestSoFar[i] >= firstRow; i--)
        {
            if (_ranges[i].LastRow >= firstRow) touching.Add(_ranges[i]);
        }
        return touching;
    }

    private static bool IsSorted(CellRange[] ranges)
    {
        for (var i = 1; i < ranges.Length; i++)
        {
            var (above, below) = (ranges[i - 1], ranges[i]);
            if (above.FirstRow > below.FirstRow) return false;
            if (above.FirstRow == below.FirstRow && above.FirstColumn > below.FirstColumn) return false;
        }
        return true;
    }

    private int LastStartingAtOrAbove(int row)
    {
        int low = 0, high = _ranges.Length;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (_ranges[middle].FirstRow <= row) low = middle + 1;
            else high = middle;
        }
        return low - 1;
    }
}
