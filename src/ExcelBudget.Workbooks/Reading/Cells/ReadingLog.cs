using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>Collects what reading finds: findings, places, unreadable cells, cached results.</summary>
internal sealed class ReadingLog
{
    public List<Finding> Findings { get; } = [];

    public Dictionary<CellAddress, Place> Places { get; } = [];

    public Dictionary<CellAddress, string> Unreadable { get; } = [];

    /// <summary>What stands in the cells that could not be read.</summary>
    public Dictionary<CellAddress, string> AsTyped { get; } = [];

    public Dictionary<CellAddress, decimal> CachedResults { get; } = [];

    /// <summary>The computed cells that hold a formula, as they stand.</summary>
    public Dictionary<CellAddress, (FlatSheet Sheet, FlatCell Cell)> Formulas { get; } = [];

    /// <summary>The computed cells whose formula shows an error value.</summary>
    public Dictionary<CellAddress, FlatCell> BrokenFormulas { get; } = [];

    /// <summary>The computed cells that hold nothing at all.</summary>
    public List<CellAddress> Emptied { get; } = [];

    /// <summary>Says where a cell of a form stands.</summary>
    public void Locate(CellAddress address, FlatSheet sheet, int row, int column) =>
        Places[address] = new Place(sheet.Name, new CellReference(row, column).ToString(), address);

    /// <summary>Notes a cell that could not be read: its rules are not checked, its content is still a change.</summary>
    public void CannotRead(CellAddress address, string typed, string reason)
    {
        Unreadable[address] = $"单元格 {Places[address].Cell} {reason}";
        AsTyped[address] = typed;
    }

    /// <summary>Adds a finding of the catalogue.</summary>
    public void Add(Finding finding) => Findings.Add(finding);
}
