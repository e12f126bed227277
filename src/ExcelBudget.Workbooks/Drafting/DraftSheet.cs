using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>A sheet of an official workbook as people see it: what is hidden is not there, a merged area is one cell.</summary>
internal sealed class DraftSheet
{
    private const int MostRows = 600;
    private const string StylePart = "styles.xml";

    private readonly FlatSheet _sheet;

    private DraftSheet(FlatSheet sheet, DraftLook look) => (_sheet, Look) = (sheet, look);

    /// <summary>Its name.</summary>
    public string Name => _sheet.Name;

    /// <summary>How it looks.</summary>
    public DraftLook Look { get; }

    /// <summary>The last row that is looked at.</summary>
    public int LastRow => Math.Min(_sheet.LastRow, MostRows);

    /// <summary>合并单元格。</summary>
    public IReadOnlyList<CellRange> Merges => _sheet.Merges;

    /// <summary>True when rows or columns with words are hidden.</summary>
    public bool HidesWords => _sheet.Cells.Any(cell => cell.Kind == FlatCellKind.Text && !IsShown(cell.Row, cell.Column));

    /// <summary>The visible sheets of a workbook.</summary>
    public static IReadOnlyList<DraftSheet> Of(GuardedWorkbook workbook)
    {
        var part = workbook.Parts().Select(part => part.Name).FirstOrDefault(name => name.EndsWith(StylePart, StringComparison.Ordinal));
        var looks = part is null || workbook.Tree(part)?.Root is not { } styles ? [] : DraftCellLook.Of(styles);
        return [.. workbook.Content.Sheets.Where(sheet => sheet.Visibility == SheetVisibility.Visible).Select(sheet =>
            new DraftSheet(sheet, workbook.Tree(sheet.PartName)?.Root is { } root ? DraftLook.Of(root, looks) : DraftLook.None))];
    }

    /// <summary>The cell at a place; null when nothing is there.</summary>
    public FlatCell? this[int row, int column] => _sheet[row, column];

    /// <summary>True for a place that neither its row nor its column hides.</summary>
    public bool IsShown(int row, int column) => !_sheet.IsRowHidden(row) && !_sheet.IsColumnHidden(column);

    /// <summary>True for a column that is shown.</summary>
    public bool ShowsColumn(int column) => !_sheet.IsColumnHidden(column);

    /// <summary>True for a row that is shown.</summary>
    public bool ShowsRow(int row) => !_sheet.IsRowHidden(row);

    /// <summary>Cells of a row that hold words, a formula's words too.</summary>
    public List<FlatCell> Words(int row) => [.. Cells(row).Where(cell => cell.Kind == FlatCellKind.Text && Text(cell).Length > 0)];

    /// <summary>Cells of a row that hold anything.</summary>
    public List<FlatCell> Cells(int row) =>
        [.. _sheet.Row(row).ToArray().Where(cell => (cell.HasFormula || cell.Text.Trim().Length > 0) && IsShown(row, cell.Column))];

    /// <summary>The words of a cell in one line.</summary>
    public static string Text(FlatCell cell) => DraftPatterns.Plain(cell.Text);

    /// <summary>The words at a place, without blanks; blank where none are.</summary>
    public string At(int row, int column) => _sheet[row, column] is { } cell ? Text(cell) : "";

    /// <summary>The merged area around a place, or the place itself.</summary>
    public CellRange Area(int row, int column) =>
        _sheet.Merges.FirstOrDefault(merge => merge.Contains(row, column)) is { LastRow: > 0 } area ? area
            : new CellRange(row, column, row, column);

    /// <summary>True when a merged area is wider than one column.</summary>
    public bool IsWide(int row, int column) => Area(row, column) is var area && area.LastColumn > area.FirstColumn;
}
