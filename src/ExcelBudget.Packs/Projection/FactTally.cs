using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Packs.Projection;

/// <summary>How many rows of a table earn a remark, and the first of them.</summary>
internal sealed class FactTally
{
    /// <summary>The row that stands first in its file; null while there is none.</summary>
    public DatasetRow? First { get; private set; }

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>Takes a row in, in any order.</summary>
    public void Add(DatasetRow row)
    {
        Count++;
        if (First is null || row.Line < First.Line) First = row;
    }
}
