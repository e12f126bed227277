using ExcelBudget.Worker.County.Register;

namespace ExcelBudget.Worker.County.Issuing;

/// <summary>What is to be issued.</summary>
/// <param name="County">The county.</param>
/// <param name="Step">The step.</param>
/// <param name="Units">The units, in the file's order.</param>
internal sealed record IssueOrder(CountyRegister County, CalendarStep Step, IReadOnlyList<CountyUnit> Units)
{
    /// <summary>True to issue a further workbook to units that have one; the ledger keeps which came after which.</summary>
    public bool Again { get; init; }

    /// <summary>What the county file had to say against units that are to be issued to; told in the report.</summary>
    public IReadOnlyList<string> Faults { get; init; } = [];
}
