using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>A table whose cells are read row by row: what the checks between rows and tables work on.</summary>
/// <param name="Schema">What the table should be.</param>
/// <param name="File">How messages name it.</param>
/// <param name="Header">Its columns.</param>
/// <param name="Rows">
/// All its rows, unsound ones too: a faulty row still makes its unit or project known. They can be gone through once.
/// </param>
internal sealed record TableReading(TableSchema Schema, string File, HeaderMap Header, IEnumerable<RowDraft> Rows)
{
    /// <summary>True when the file is there and its content is known.</summary>
    public bool Present { get; init; } = true;

    /// <summary>True when it is a sheet, whose cells have addresses.</summary>
    public bool IsSheet { get; init; }

    /// <summary>Reports an error about a row, which leaves it out.</summary>
    public void Fail(RowDraft row, string column, string? value, string text, FaultLog faults)
    {
        row.Sound = false;
        faults.Error(Place(row, column, value), text);
    }

    /// <summary>Reports a warning about a row, which stays.</summary>
    public void Warn(RowDraft row, string column, string? value, string text, FaultLog faults) =>
        faults.Warn(Place(row, column, value), text);

    /// <summary>Reports what was cleaned in a cell: once for all cells of its column that needed the same.</summary>
    public void Remark(RowDraft row, string column, string value, FieldReading read, FaultLog faults) =>
        faults.WarnOnce(Place(row, column, value), (int)read.Kind, read.Remark!);

    /// <summary>Where a cell of the table is, as messages tell it.</summary>
    public FaultPlace Place(int line, string column, string? value) =>
        new(File, line, column, string.IsNullOrEmpty(value) ? null : value, Header.HeaderOf(column))
        {
            Cell = IsSheet && Header.IndexOf(column) is { } index ? new CellReference(line, index + 1).ToString() : null,
        };

    private FaultPlace Place(RowDraft row, string column, string? value) => Place(row.Line, column, value);
}
