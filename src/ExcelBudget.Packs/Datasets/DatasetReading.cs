using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Faults;

namespace ExcelBudget.Packs.Datasets;

/// <summary>What came of reading a dataset: the sound rows and every fault.</summary>
/// <param name="Dataset">The rows without a fault of severity error; tables by name, and the virtual table <c>members</c>.</param>
/// <param name="Faults">All faults of one run, in the order of the tables, then by line.</param>
public sealed record DatasetReading(Dataset Dataset, IReadOnlyList<DatasetFault> Faults)
{
    /// <summary>True when at least one row or table had to be left out.</summary>
    public bool HasErrors => Faults.Any(fault => fault.Severity == Severity.Error);

    /// <summary>Codes of the units of which a row had to be left out: their figures would be incomplete.</summary>
    public IReadOnlySet<string> FaultyUnits { get; init; } = new HashSet<string>();

    /// <summary>What is wrong with a unit's rows: the first of its errors; null when nothing is.</summary>
    public string? FaultOf(string unit) => UnitFaults.GetValueOrDefault(unit);

    /// <summary>The first error of each unit of which a row had to be left out.</summary>
    internal IReadOnlyDictionary<string, string> UnitFaults { get; init; } = new Dictionary<string, string>();

    /// <summary>
    /// True when something was left out that may concern any unit: a missing table or column, a row whose unit cannot be read.
    /// </summary>
    public bool ConcernsEveryUnit { get; init; }
}
