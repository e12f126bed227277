using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Faults;

namespace ExcelBudget.Packs.Projection;

/// <summary>
/// What a clerk should know of a dataset's sound rows: what reaches no workbook, what is held back, what carries markup. It is shown the
/// rows one by one, so that nobody goes through a county's dataset again.
/// </summary>
/// <param name="pack">The pack.</param>
/// <param name="year">Budget year.</param>
public sealed class FactRemarks(Pack pack, int year)
{
    private readonly UnusedFacts _unused = new(pack, year);
    private readonly ClassifiedFacts _classified = new(pack, year);
    private readonly MarkedFacts _marked = new(pack, year);

    /// <summary>Takes a row in: units first, then projects, then the others in file order.</summary>
    public void Add(string table, DatasetRow row)
    {
        _unused.Add(table, row);
        _classified.Add(table, row);
        _marked.Add(table, row);
    }

    /// <summary>The remarks on all rows that were taken in.</summary>
    public IEnumerable<DatasetFault> All() => _unused.Faults().Concat(_classified.Faults()).Concat(_marked.Faults());
}
