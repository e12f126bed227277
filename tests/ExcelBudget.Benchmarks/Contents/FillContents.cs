using System.Globalization;
using ExcelBudget.Benchmarks.Materials;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Sheets;
using OfficeOpenXml;

namespace ExcelBudget.Benchmarks.Contents;

/// <summary>Filled workbooks cell by cell: what EPPlus wrote is read by us, what we wrote is read by EPPlus.</summary>
internal static class FillContents
{
    private const string Ours = "fill";
    private const string Calculated = "epplus-calc";

    /// <summary>What is equal and what not.</summary>
    /// <param name="folder">Where the outputs are.</param>
    /// <param name="peers">The peers that made them.</param>
    public static IEnumerable<ContentVerdict> Compare(MaterialFolder folder, string[] peers)
    {
        var cells = EnteredCell.Read(folder.Cells);
        var differing = peers.ToDictionary(
            peer => peer,
            peer => peer.StartsWith(Ours, StringComparison.Ordinal) ? ReadByEpplus(folder.Output(peer), cells)
                : ReadByUs(folder.Output(peer), cells));
        var wrong = differing.Where(peer => peer.Value > 0).ToArray();
        yield return new ContentVerdict(wrong.Length == 0, wrong.Length == 0
            ? $"fill: all {differing.Count} workbooks hold the same {cells.Count} entered cells, each read by the other's reader"
            : "fill: entered cells differ: " + string.Join(", ", wrong.Select(peer => $"{peer.Key} in {peer.Value} of {cells.Count}")));
        if (peers.Contains(Ours) && peers.Contains(Calculated)) yield return Totals(folder);
    }

    private static int ReadByUs(string path, IReadOnlyList<EnteredCell> cells)
    {
        var flat = WorkbookGuard.Open(File.ReadAllBytes(path)).Package?.Content;
        return cells.Count(
            cell => !CellReference.TryParse(cell.Cell, out var at) || flat?.Sheet(cell.Sheet)?[at.Row, at.Column] is not { } read
            || (cell.Number is { } number ? read.Number is not { } got || !IsSame(number, got) : read.Text != cell.Text));
    }

    private static int ReadByEpplus(string path, IReadOnlyList<EnteredCell> cells)
    {
        using var package = new ExcelPackage(new MemoryStream(File.ReadAllBytes(path)));
        return cells.Count(cell => package.Workbook.Worksheets[cell.Sheet].Cells[cell.Cell].Value is not { } read
            || (cell.Number is { } number ? read is string || !IsSame(number, ToDecimal(read)) : read as string != cell.Text));
    }

    /// <summary>
    /// Results of formulas: how many EPPlus' calculation agrees with. It is told, and no failure: its calculation is known to be wrong in
    /// places.
    /// </summary>
    private static ContentVerdict Totals(MaterialFolder folder)
    {
        var ours = WorkbookGuard.Open(File.ReadAllBytes(folder.Output(Ours))).Package!.Content;
        using var calculated = new ExcelPackage(new MemoryStream(File.ReadAllBytes(folder.Output(Calculated))));
        var (all, right) = (0, 0);
        foreach (var sheet in ours.Sheets)
        {
            foreach (var cell in sheet.Cells.Where(cell => cell is { HasFormula: true, Number: not null }))
            {
                all++;
                if (Value(calculated, sheet.Name, cell) is { } value and not string and not ExcelErrorValue
                    && IsSame(cell.Number!.Value, ToDecimal(value))) right++;
            }
        }

        return new ContentVerdict(
            true, $"fill: EPPlus + Calculate() agrees with {right} of our {all} computed figures; EPPlus naive computes none");
    }

    private static object? Value(ExcelPackage package, string sheet, FlatCell cell) =>
        package.Workbook.Worksheets[sheet].Cells[cell.Row, cell.Column].Value;

    private static decimal ToDecimal(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    private static bool IsSame(decimal one, decimal other) => Math.Abs(one - other) < 0.0000001m;
}
