using ExcelBudget.Benchmarks.Contents;
using ExcelBudget.Benchmarks.Materials;
using OfficeOpenXml;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>Reading as one writes it on the first day: every cell of every sheet into arrays. Nothing is understood or checked.</summary>
/// <param name="folder">The materials.</param>
/// <param name="formats">True to take the text as shown, too.</param>
internal sealed class EpplusRead(MaterialFolder folder, bool formats) : IPeer
{
    private readonly byte[] _workbook = File.ReadAllBytes(folder.Workbook);
    private readonly Dictionary<string, (object?[,] Values, string[,] Texts)> _last = [];

    public void Once()
    {
        using var package = new ExcelPackage(new MemoryStream(_workbook));
        foreach (var sheet in package.Workbook.Worksheets)
        {
            var (rows, columns) = sheet.Dimension is { } used ? (used.End.Row, used.End.Column) : (0, 0);
            var (values, texts) = (new object?[rows, columns], new string[rows, columns]);
            for (var row = 1; row <= rows; row++)
            {
                for (var column = 1; column <= columns; column++)
                {
                    var cell = sheet.Cells[row, column];
                    values[row - 1, column - 1] = cell.Value;
                    if (formats) texts[row - 1, column - 1] = cell.Text;
                }
            }

            _last[sheet.Name] = (values, texts);
        }
    }

    public byte[] Output()
    {
        var totals = new CellTotals();
        foreach (var sheet in _last.Values)
        {
            foreach (var value in sheet.Values) totals.Add(value);
        }

        return totals.ToBytes();
    }
}
