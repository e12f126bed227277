using System.Text;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Reading;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>Opening a large workbook: guard, and reading it into a budget.</summary>
internal sealed class OurOpen(MaterialFolder folder) : IPeer
{
    private readonly byte[] _workbook = File.ReadAllBytes(folder.LargeWorkbook);
    private readonly WorkbookReader _reader = new([Sample.ReadBook()]);
    private ReadWorkbook? _last;

    public void Once() => _last = _reader.Read(WorkbookGuard.Open(_workbook).Package!.Content, out _);

    public byte[] Output() => Encoding.UTF8.GetBytes(LargeShape.Of(_last!.Budget));
}
