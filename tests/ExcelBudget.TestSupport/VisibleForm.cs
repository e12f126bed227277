using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.TestSupport;

/// <summary>
/// A form found on its sheet from what anyone can see: its 栏次 row, its 序号 column and, in code forms, the codes. Nothing of the
/// product's own reader or names is used, so it is fit to prove them.
/// </summary>
public sealed class VisibleForm
{
    private readonly Dictionary<string, int> _columns = [];
    private readonly Dictionary<string, int> _rows = [];

    public VisibleForm(FlatWorkbook workbook, string title, bool byCode)
    {
        Sheet = workbook.Sheets.Single(sheet => sheet.Cells.Any(cell => cell.Text == title && cell.Row <= 5) && sheet.Name != "填报说明");
        var numbers = Sheet.Cells.First(cell => cell.Text == "栏次");
        HeaderRow = numbers.Row;
        foreach (var cell in Sheet.Row(HeaderRow)) _columns[cell.Text] = cell.Column;
        for (var row = HeaderRow + 1; row <= Sheet.LastRow; row++)
        {
            if (Sheet[row, numbers.Column]?.Number is null) continue;
            var label = byCode ? Sheet[row, _columns["1"]]?.Text ?? Sheet[row, _columns["2"]]?.Text ?? ""
                : Sheet[row, numbers.Column]!.Text;
            if (label.Length > 0) _rows[label] = row;
        }
    }

    public FlatSheet Sheet { get; }

    /// <summary>The 栏次 row.</summary>
    public int HeaderRow { get; }

    /// <summary>Row labels from top to bottom: 序号, or code and 合计.</summary>
    public IEnumerable<string> Rows => _rows.Keys;

    /// <summary>The sheet row of a label.</summary>
    public int RowOf(string label) => _rows[label];

    /// <summary>The sheet column of a 栏次.</summary>
    public int ColumnOf(string number) => _columns[number];

    /// <summary>The cell of a row and 栏次; null when blank.</summary>
    public FlatCell? this[string row, string column] => Sheet[_rows[row], _columns[column]];

    /// <summary>Every figure under the 栏次 row that a reader sees: amounts other than zero by label and 栏次.</summary>
    public IEnumerable<(string Row, string Column, decimal Value)> Figures() =>
        from row in _rows
        from column in _columns
        where column.Key != "栏次"
        let cell = Sheet[row.Value, column.Value]
        where cell is { Kind: FlatCellKind.Number, Number: { } value } && value != 0m
        select (row.Key, column.Key, cell.Number!.Value);
}
