using ExcelBudget.Benchmarks.Materials;
using OfficeOpenXml;
using OfficeOpenXml.FormulaParsing;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>
/// Fill as one writes it on the first day: open the template, set cells, save. Without calculation every total stays what it was.
/// </summary>
internal sealed class EpplusFill(MaterialFolder folder, string template, bool calculates) : IPeer
{
    private readonly byte[] _template = File.ReadAllBytes(template);
    private readonly IReadOnlyList<EnteredCell> _cells = EnteredCell.Read(folder.Cells);
    private byte[] _last = [];

    public void Once()
    {
        using var package = new ExcelPackage(new MemoryStream(_template));
        foreach (var cell in _cells)
            package.Workbook.Worksheets[cell.Sheet].Cells[cell.Cell].Value = cell.Number is { } number ? number : cell.Text;
        // it takes the sums below a code, SUMIFS(INDEX($E:$E,ROW()+1):…), for circular and would refuse the whole workbook
        if (calculates) package.Workbook.Calculate(new ExcelCalculationOption { AllowCirculareReferences = true });
        _last = package.GetAsByteArray();
    }

    public byte[] Output() => _last;
}
