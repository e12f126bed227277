using ExcelBudget.Benchmarks.Contents;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>The guard alone: what stands comparison with another library's reading, cell by cell.</summary>
internal sealed class OurGuard(MaterialFolder folder) : IPeer
{
    private readonly byte[] _workbook = File.ReadAllBytes(folder.Workbook);
    private FlatWorkbook? _last;

    public void Once() => _last = WorkbookGuard.Open(_workbook).Package?.Content;

    public byte[] Output() => CellTotals.Of(_last!).ToBytes();
}
