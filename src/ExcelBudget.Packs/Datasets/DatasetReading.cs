using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Packs.Datasets;

/// <summary>What came of reading a dataset: the sound rows and every fault.</summary>
/// <param name="Dataset">The rows without a fault of severity error; tables by name, and the virtual table <c>members</c>.</param>
/// <param name="Faults">All faults of one run, in the order of the tables, then by line.</param>
public sealed record DatasetReading(Dataset Dataset, IReadOnlyList<DatasetFault> Faults)
{
    /// <summary>True when at least one row or table had to be left out.</summary>
    public bool HasErrors => Faults.Any(fault => fault.Severity == Severity.Error);
}
