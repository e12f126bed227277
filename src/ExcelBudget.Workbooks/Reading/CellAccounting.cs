using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;
using ToldCells = System.Lazy<System.Collections.Generic.Dictionary<(string Sheet, int Row, int Column), string>>;

namespace ExcelBudget.Workbooks.Reading;

/// <summary>
/// Accounts for every non-empty cell in the rows of the forms: read, printed by the form, or told. What nothing else tells is told here,
/// so
/// that no cell of an accountant's disappears without a word.
/// </summary>
internal sealed class CellAccounting(ReadingLog log)
{
    private const int MostQuoted = 3;
    private const int LongestQuote = 20;

    /// <summary>Tells the cells that were not read; one finding for each sheet.</summary>
    public void Report()
    {
        var told = new ToldCells(Told);
        foreach (var sheet in log.Regions.GroupBy(region => region.Sheet))
        {
            var unread = new List<(FlatCell Cell, Place Place)>();
            foreach (var region in sheet)
            {
                for (var row = region.FirstRow; row <= region.LastRow; row++)
                {
                    foreach (var cell in region.Sheet.Row(row))
                    {
                        // nearly all are
                        if (log.Seen.Contains(region.Sheet.Name, row, cell.Column)) continue;
                        if (IsFilled(cell) && Use(region, cell, told) is null) unread.Add((cell, PlaceOf(region, cell)));
                    }
                }
            }

            if (unread.Count == 0) continue;
            var quoted = string.Join("、", unread.Take(MostQuoted).Select(cell => $"{cell.Cell.Reference}“{Quoted(cell.Cell)}”"));
            var cells = unread.Count > MostQuoted ? $"{quoted}等 {unread.Count} 个单元格" : quoted;
            log.Add(ContentFindings.Unread.At(unread[0].Place, ("cells", cells), ("actual", Quoted(unread[0].Cell)))
                with
            { Related = [.. unread.Skip(1).Select(cell => cell.Place)] });
        }
    }

    /// <summary>Every non-empty cell in the rows of the forms, sheet by sheet.</summary>
    public IReadOnlyList<CellAccount> List()
    {
        var told = new ToldCells(Told);
        return [.. log.Regions.SelectMany(region =>
            Cells(region).Select(cell => new CellAccount(PlaceOf(region, cell), cell.Text.Trim(), Use(region, cell, told) ?? CellUse.Told,
            Reason(region, cell, told))))];
    }

    private static IEnumerable<FlatCell> Cells(FormRegion region)
    {
        for (var row = region.FirstRow; row <= region.LastRow; row++)
        {
            for (var at = 0; at < region.Sheet.Row(row).Length; at++)
            {
                var cell = region.Sheet.Row(row)[at];
                if (IsFilled(cell)) yield return cell;
            }
        }
    }

    private static bool IsFilled(FlatCell cell) => cell.HasFormula || !string.IsNullOrWhiteSpace(cell.Text);

    private CellUse? Use(FormRegion region, FlatCell cell, ToldCells told)
    {
        var sheet = region.Sheet.Name;
        if (log.Seen.Contains(sheet, cell.Row, cell.Column)) return CellUse.Read;
        if (log.Printed.Contains(sheet, cell.Row, cell.Column) || IsIssued(region, cell) || IsNote(region, cell)) return CellUse.Printed;
        return told.Value.ContainsKey(Key(region.Sheet, cell)) || log.ToldRows.ContainsKey((sheet, cell.Row)) ? CellUse.Told : null;
    }

    /// <summary>A row number, or the formula of a computed column in a row that is still free.</summary>
    private static bool IsIssued(FormRegion region, FlatCell cell) => region.Columns.TryGetValue(cell.Column, out var column)
        && (column.IsRowNumber || (cell.HasFormula && (column.Compute is not null || column.Kind == CellKind.CodeName)));

    /// <summary>The note of an empty form, as long as the form is not empty and nothing shows.</summary>
    private static bool IsNote(FormRegion region, FlatCell cell) => cell.Text.Length == 0 && cell.Formula is { } formula
        && region.Form.EmptyNote is { } note
        && formula.Contains("\"" + note.Split('{')[0].Replace("\"", "\"\"", StringComparison.Ordinal), StringComparison.Ordinal);

    private string Reason(FormRegion region, FlatCell cell, ToldCells told) =>
        told.Value.TryGetValue(Key(region.Sheet, cell), out var own) ? own
        : log.ToldRows.GetValueOrDefault((region.Sheet.Name, cell.Row), "");

    private Dictionary<(string, int, int), string> Told()
    {
        var told = new Dictionary<(string, int, int), string>();
        foreach (var finding in log.Findings)
        {
            foreach (var place in finding.Related.Prepend(finding.Place))
            {
                if (place is { Sheet: { } sheet, Cell: { } cell }
                    && CellReference.TryParse(cell, out var at)) told.TryAdd((sheet, at.Row, at.Column), finding.Message);
            }
        }

        return told;
    }

    private static (string, int, int) Key(FlatSheet sheet, FlatCell cell) => (sheet.Name, cell.Row, cell.Column);

    private static Place PlaceOf(FormRegion region, FlatCell cell) => new(region.Sheet.Name, cell.Reference.ToString(),
        new CellAddress(region.Form.Id, default, region.Columns.TryGetValue(cell.Column, out var column) ? column.Id : default));

    private static string Quoted(FlatCell cell)
    {
        var text = PlainText.Paragraphs(cell.Text.Length > 0 ? cell.Text : "=" + cell.Formula).Replace('\n', ' ');
        return Domain.Spelling.TextCut.Beginning(text, LongestQuote);
    }
}
