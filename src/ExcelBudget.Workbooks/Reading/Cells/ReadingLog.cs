using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Reading.Cells;

/// <summary>A classification code that is not typed as issued.</summary>
/// <param name="Address">Its place by meaning.</param>
/// <param name="Cell">The cell as it stands.</param>
/// <param name="Reading">How it was read.</param>
internal sealed record OddCode(CellAddress Address, FlatCell Cell, TypedCode Reading);

/// <summary>A formula that points into another file.</summary>
/// <param name="Address">Its place by meaning.</param>
/// <param name="Formula">The formula without «=».</param>
/// <param name="Saved">The result saved in the file that was taken unverified; null when none was.</param>
/// <param name="Column">Heading of its column; null for a formula of the form itself.</param>
internal sealed record ExternalFormula(CellAddress Address, string Formula, string? Saved, string? Column);

/// <summary>A computed cell that holds a formula.</summary>
/// <param name="Address">Its place by meaning.</param>
/// <param name="Sheet">Its sheet.</param>
/// <param name="Cell">The cell as it stands.</param>
internal readonly record struct LocatedFormula(CellAddress Address, FlatSheet Sheet, FlatCell Cell);

/// <summary>Collects what reading finds: findings, places, unreadable cells, cached results.</summary>
internal sealed class ReadingLog
{
    // what a file says of its size is not believed beyond this
    private const int MostExpected = 20_000;

    public List<Finding> Findings { get; } = [];

    /// <summary>Where the cells of the forms stand.</summary>
    public LocatedCells Places { get; } = new();

    public Dictionary<CellAddress, string> Unreadable { get; } = [];

    /// <summary>What stands in the cells that could not be read.</summary>
    public Dictionary<CellAddress, string> AsTyped { get; } = [];

    public Dictionary<CellAddress, decimal> CachedResults { get; } = [];

    /// <summary>The computed cells that hold a formula, as they stand; each address once.</summary>
    public List<LocatedFormula> Formulas { get; } = [];

    /// <summary>The computed cells whose formula shows an error value.</summary>
    public Dictionary<CellAddress, FlatCell> BrokenFormulas { get; } = [];

    /// <summary>The computed cells that hold nothing at all.</summary>
    public List<CellAddress> Emptied { get; } = [];

    /// <summary>Codes that were read although formulas on the sheet may not see them.</summary>
    public List<OddCode> OddCodes { get; } = [];

    /// <summary>Blank code cells of rows that were read by their name, with the code.</summary>
    public List<(string Sheet, CellReference At, string Code)> NamedRows { get; } = [];

    /// <summary>Cells whose formula points into another file; told together.</summary>
    public List<ExternalFormula> Externals { get; } = [];

    /// <summary>Makes room for the cells of the forms, so that it need not grow step by step.</summary>
    public void Expect(int cells)
    {
        // of the cells of a filled workbook about a fourth compute
        Formulas.EnsureCapacity(Math.Min(cells, MostExpected) / 4);
        CachedResults.EnsureCapacity(Math.Min(cells, MostExpected) / 4);
    }

    /// <summary>Notes a formula that points into another file.</summary>
    public void External(CellAddress address, string formula, string? saved = null, string? column = null) =>
        Externals.Add(new ExternalFormula(address, formula, saved, column));

    /// <summary>The rows in which forms have their data.</summary>
    public List<FormRegion> Regions { get; } = [];

    /// <summary>The rows of inner forms, each inside the region of a block form.</summary>
    public List<FormRegion> InnerRegions { get; } = [];

    /// <summary>Cells that were read.</summary>
    public CellMarks<bool> Seen { get; } = new();

    /// <summary>Cells inside the regions that the form prints.</summary>
    public CellMarks<bool> Printed { get; } = new();

    /// <summary>Rows that a finding tells as a whole, with its sentence.</summary>
    public Dictionary<(string Sheet, int Row), string> ToldRows { get; } = [];

    /// <summary>Notes that the cells of a row from one column to another are printed by the form.</summary>
    public void PrintedBy(FlatSheet sheet, int row, int firstColumn = 1, int lastColumn = int.MaxValue)
    {
        foreach (var cell in sheet.Row(row))
        {
            if (cell.Column >= firstColumn && cell.Column <= lastColumn) Printed.Add(sheet.Name, row, cell.Column, true);
        }
    }

    /// <summary>Notes that a cell is printed by the form; nothing where none stands.</summary>
    public void PrintedAt(FlatSheet sheet, int row, int column)
    {
        if (sheet[row, column] is not null) Printed.Add(sheet.Name, row, column, true);
    }

    /// <summary>Says where a cell of a form stands, and that it is read; false when that was said of it before.</summary>
    public bool Locate(in CellAddress address, FlatSheet sheet, int row, int column)
    {
        Seen.Add(sheet.Name, row, column, true);
        return Places.Put(address, sheet, row, column);
    }

    /// <summary>Notes a computed cell that holds a formula.</summary>
    /// <param name="formula">The cell.</param>
    /// <param name="isFirst">False when its address was located before: then it takes the place of what was noted.</param>
    public void Computes(LocatedFormula formula, bool isFirst)
    {
        var before = isFirst ? -1 : Formulas.FindIndex(other => other.Address == formula.Address);
        if (before >= 0) Formulas[before] = formula;
        else Formulas.Add(formula);
    }

    /// <summary>Notes a cell that could not be read: its rules are not checked, its content is still a change.</summary>
    public void CannotRead(CellAddress address, string typed, string reason)
    {
        Unreadable[address] = $"单元格 {Places[address].Cell} {reason}";
        AsTyped[address] = typed;
    }

    /// <summary>Adds a finding of the catalogue.</summary>
    public void Add(Finding finding) => Findings.Add(finding);
}
