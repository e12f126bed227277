namespace ExcelBudget.Workbooks.Layout;

/// <summary>Where the rows of a template sheet stand after rows were repeated.</summary>
internal sealed class RowMap
{
    private readonly int _regionTop;
    private readonly int _regionRows;
    private readonly int _shift;
    private readonly List<int>[] _instances;

    /// <param name="regionTop">First prototype row in the template.</param>
    /// <param name="regionRows">Number of prototype rows.</param>
    /// <param name="prototypes">For each row laid out, the prototype it repeats.</param>
    public RowMap(int regionTop, int regionRows, IReadOnlyList<int> prototypes)
    {
        _regionTop = regionTop;
        _regionRows = regionRows;
        _shift = prototypes.Count - regionRows;
        _instances = new List<int>[regionRows];
        for (var index = 0; index < regionRows; index++) _instances[index] = [];
        for (var index = 0; index < prototypes.Count; index++) _instances[prototypes[index]].Add(regionTop + index);
    }

    /// <summary>Rows that repeat a template row; one outside the region.</summary>
    public IReadOnlyList<int> All(int templateRow)
    {
        var index = templateRow - _regionTop;
        if (index < 0) return [templateRow];
        return index < _regionRows ? _instances[index] : [templateRow + _shift];
    }

    /// <summary>Where a range that starts in a template row starts: the first row of the region when the prototype is not used.</summary>
    public int First(int templateRow)
    {
        for (var row = templateRow; row < _regionTop + _regionRows; row++)
        {
            if (All(row) is [var first, ..]) return first;
        }

        return All(Math.Max(templateRow, _regionTop + _regionRows))[0];
    }

    /// <summary>Where a range that ends in a template row ends.</summary>
    public int Last(int templateRow)
    {
        if (templateRow < _regionTop || templateRow >= _regionTop + _regionRows) return All(templateRow)[0];
        var last = 0;
        for (var row = _regionTop; row <= templateRow; row++)
        {
            if (All(row) is { Count: > 0 } rows) last = Math.Max(last, rows[^1]);
        }

        // a range that covers the last prototype covers the whole region
        if (templateRow == _regionTop + _regionRows - 1) last = _regionTop + _regionRows + _shift - 1;
        return Math.Max(last, First(templateRow));
    }

    /// <summary>Every row that repeats one of the template rows, joined to stretches of neighbours.</summary>
    public IEnumerable<(int First, int Last)> Stretches(int firstTemplateRow, int lastTemplateRow)
    {
        var rows = Enumerable.Range(firstTemplateRow, lastTemplateRow - firstTemplateRow + 1).SelectMany(All).Order().ToArray();
        for (var index = 0; index < rows.Length;)
        {
            var end = index;
            while (end + 1 < rows.Length && rows[end + 1] == rows[end] + 1) end++;
            yield return (rows[index], rows[end]);
            index = end + 1;
        }
    }
}
