using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Worker.County.Register;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>What came of reading a county file.</summary>
/// <param name="Register">The county; null when its settings or its calendar cannot be used. Rows with an error are left out.</param>
/// <param name="Faults">Everything that is wrong, in the order of the tables, then by row.</param>
internal sealed record CountyReading(CountyRegister? Register, IReadOnlyList<DatasetFault> Faults)
{
    /// <summary>True when something had to be left out.</summary>
    public bool HasErrors => Faults.Any(fault => fault.Severity == Severity.Error);
}
