using System.Globalization;
using System.Text;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Benchmarks.Contents;

/// <summary>What a reading found, summed up, so that two readers can be compared.</summary>
internal sealed class CellTotals
{
    private int _numbers;
    private decimal _sum;
    private int _texts;
    private int _characters;

    /// <summary>The totals of a flat workbook.</summary>
    public static CellTotals Of(FlatWorkbook workbook)
    {
        var totals = new CellTotals();
        foreach (var cell in workbook.Sheets.SelectMany(sheet => sheet.Cells))
            totals.Add(cell.Kind == FlatCellKind.Number ? cell.Number : cell.Text);
        return totals;
    }

    /// <summary>Adds a value; a blank one counts for nothing.</summary>
    public void Add(object? value)
    {
        if (value is null or "") return;
        if (value is string text)
        {
            _texts++;
            _characters += text.Length;
            return;
        }

        _numbers++;
        // fifteen digits, as a spreadsheet keeps them
        _sum += Math.Round((decimal)Convert.ToDouble(value, CultureInfo.InvariantCulture), 6);
    }

    /// <summary>The totals as a line.</summary>
    public byte[] ToBytes() =>
        Encoding.UTF8.GetBytes(
        string.Create(
        CultureInfo.InvariantCulture, $"{_numbers} numbers with the sum {_sum:0.######}, {_texts} texts with {_characters} characters"));
}
