using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.TestSupport;

/// <summary>
/// An accountant's desk: a workbook's flat content with what people do to it, in memory and in no time. Cells and print areas move as in
/// a spreadsheet program; other defined names stay where they were, which is the harder case for a reader.
/// </summary>
/// <param name="Book">The workbook on the desk.</param>
public sealed record Desk(FlatWorkbook Book)
{
    public Desk Number(Place at, decimal value) => Put(at, FlatCell.OfNumber(Of(at).Row, Of(at).Column, value));

    public Desk Text(Place at, string text) => Put(at, FlatCell.OfText(Of(at).Row, Of(at).Column, text));

    public Desk Formula(Place at, string formula) => Put(at, FlatCell.OfFormula(Of(at).Row, Of(at).Column, formula));

    /// <summary>A formula with the result saved in the file.</summary>
    public Desk Saved(Place at, string formula, decimal result) => Put(at, FlatCell.OfNumber(Of(at).Row, Of(at).Column, result, formula));

    /// <summary>A formula with a text saved in the file.</summary>
    public Desk Saved(Place at, string formula, string result) => Put(at, FlatCell.OfText(Of(at).Row, Of(at).Column, result, formula));

    /// <summary>A number in a number format.</summary>
    public Desk Formatted(Place at, decimal value, string format) =>
        Put(at, FlatCell.OfFormatted(Of(at).Row, Of(at).Column, value, format));

    /// <summary>Cells merged; what stood in others than the first is gone, as in Excel.</summary>
    public Desk Merged(string sheetName, string area) => CellRange.TryParse(area, out var range)
        ? On(sheetName, sheet => With(sheet, sheet.Cells.Where(
            cell => !range.Contains(cell.Row, cell.Column) || cell.Reference == range.TopLeft), sheet.Merges.Append(range)))
        : throw new ArgumentException($"{area} is no area");

    public Desk Error(Place at, string error) => Put(at, FlatCell.OfError(Of(at).Row, Of(at).Column, error));

    /// <summary>A cell as it stands elsewhere.</summary>
    public Desk As(Place at, FlatCell cell) => Put(at, cell);

    public Desk Cleared(Place at) =>
        On(at.Sheet!, sheet => With(sheet, sheet.Cells.Where(cell => cell.Reference != Of(at)), sheet.Merges));

    /// <summary>A blank row above a row.</summary>
    public Desk RowAbove(string sheetName, int row) => Moved(sheetName, at => at with { Row = at.Row >= row ? at.Row + 1 : at.Row });

    /// <summary>A blank column before a column.</summary>
    public Desk ColumnBefore(string sheetName, int column) =>
        Moved(sheetName, at => at with { Column = at.Column >= column ? at.Column + 1 : at.Column });

    /// <summary>A row and everything in it deleted.</summary>
    public Desk WithoutRow(string sheetName, int row) =>
        On(sheetName, sheet => With(sheet, sheet.Cells.Where(cell => cell.Row != row), sheet.Merges.Where(merge => merge.FirstRow != row)))
        .Moved(sheetName, at => at.Row > row ? at with { Row = at.Row - 1 } : at);

    public Desk Renamed(string sheetName, string name) =>
        On(sheetName, sheet => new FlatSheet(name, sheet.Cells, sheet.Merges, sheet.Visibility));

    public Desk WithoutSheets(Func<FlatSheet, bool> gone) => new(Book with { Sheets = [.. Book.Sheets.Where(sheet => !gone(sheet))] });

    public Desk WithSheet(FlatSheet other) => On(other.Name, _ => other);

    public Desk Reversed() => new(Book with { Sheets = [.. Book.Sheets.Reverse()] });

    public Desk WithoutNames() => new(Book with { Names = [] });

    public Desk WithoutProperties() => new(Book with { CustomProperties = new Dictionary<string, string>() });

    public FlatSheet Sheet(string name) => Book.Sheet(name)!;

    private static CellReference Of(Place at) =>
        CellReference.TryParse(at.Cell, out var cell) ? cell : throw new ArgumentException($"{at} is no cell");

    private Desk Put(Place at, FlatCell cell) =>
        On(at.Sheet!, sheet => With(sheet, sheet.Cells.Where(old => old.Reference != cell.Reference).Append(cell), sheet.Merges));

    private Desk Moved(string sheetName, Func<CellReference, CellReference> move) => On(sheetName, sheet => With(
        sheet,
        sheet.Cells.Select(cell => At(cell, move(cell.Reference))),
        sheet.Merges.Select(merge => Range(move(merge.TopLeft), move(new CellReference(merge.LastRow, merge.LastColumn))))))
        .Printing(sheetName, move);

    private Desk Printing(string sheetName, Func<CellReference, CellReference> move) => new(Book with
    {
        Names = [.. Book.Names.Select(name => name.Name == "_xlnm.Print_Area" && name.Sheet == sheetName
            && CellRange.TryParse(name.Value[(name.Value.LastIndexOf('!') + 1)..].Replace("$", "", StringComparison.Ordinal), out var area)
            ? name with { Value = AreaOf(sheetName, Range(move(area.TopLeft), move(new CellReference(area.LastRow, area.LastColumn)))) }
            : name)],
    });

    /// <summary>A print area set by hand.</summary>
    public Desk WithPrintArea(string sheetName, string area) => CellRange.TryParse(area, out var range)
        ? new(Book with
        {
            Names = [.. Book.Names.Where(name => name.Name != "_xlnm.Print_Area" || name.Sheet != sheetName),
                new DefinedName("_xlnm.Print_Area", AreaOf(sheetName, range), sheetName)],
        })
        : throw new ArgumentException($"{area} is no area");

    private static string AreaOf(string sheet, CellRange range) =>
        $"'{sheet}'!{range.TopLeft}:{new CellReference(range.LastRow, range.LastColumn)}";

    private static FlatCell At(FlatCell cell, CellReference at) => cell switch
    {
        { Formula: { } formula, Kind: FlatCellKind.Number, Number: { } result } => FlatCell.OfNumber(at.Row, at.Column, result, formula),
        { Formula: { } formula } => FlatCell.OfText(at.Row, at.Column, cell.Text, formula),
        { Kind: FlatCellKind.Number, Number: { } number } => FlatCell.OfNumber(at.Row, at.Column, number),
        _ => FlatCell.OfText(at.Row, at.Column, cell.Text),
    };

    private static CellRange Range(CellReference first, CellReference last) => new(first.Row, first.Column, last.Row, last.Column);

    private static FlatSheet With(FlatSheet sheet, IEnumerable<FlatCell> cells, IEnumerable<CellRange> merges) =>
        new(sheet.Name, cells, merges, sheet.Visibility);

    private Desk On(string name, Func<FlatSheet, FlatSheet> edit) =>
        new(Book with { Sheets = [.. Book.Sheets.Select(sheet => sheet.Name == name ? edit(sheet) : sheet)] });
}
