using ExcelBudget.Worker.County.Records;

namespace ExcelBudget.Worker.Tests.County;

/// <summary>The county's side of a ledger that another part of the program has open.</summary>
internal sealed class CountyLedgerOn(string file) : IDisposable
{
    public CountyLedger Ledger { get; } = new(file, TimeProvider.System);

    public void Dispose() => Ledger.Dispose();
}
