using System.Text.RegularExpressions;
using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Benchmarks.Peers.VerbFloors;

/// <summary>What is known of a sheet before any workbook comes: its size, and which cells each of its formulas draws on.</summary>
/// <param name="Columns">Columns of the sheet.</param>
/// <param name="Cells">Cells of the sheet, row by row.</param>
/// <param name="Sums">A formula's cell and the cells named in it, by their number in the sheet.</param>
internal sealed partial record SheetPlan(int Columns, int Cells, IReadOnlyList<(int Cell, int[] Terms)> Sums)
{
    // a column taken as a whole would be counted as work that nobody does
    private const int MostTerms = 200;

    /// <summary>The plan of a sheet.</summary>
    public static SheetPlan Of(FlatSheet sheet)
    {
        var columns = sheet.Cells.Max(cell => cell.Column) + 1;
        var size = (sheet.LastRow + 1) * columns;
        var sums = new List<(int, int[])>();
        foreach (var cell in sheet.Cells)
        {
            if (cell.Kind != FlatCellKind.Number || cell.Formula is not { } formula) continue;
            if (formula.Contains('!', StringComparison.Ordinal)) continue;
            int[] terms = [.. Terms(formula, columns).Where(term => term < size).Take(MostTerms)];
            if (terms.Length > 0) sums.Add((cell.Row * columns + cell.Column, terms));
        }

        return new SheetPlan(columns, size, sums);
    }

    private static IEnumerable<int> Terms(string formula, int columns)
    {
        foreach (Match match in Reference().Matches(formula))
        {
            if (!CellReference.TryParse(match.Groups[1].Value.Replace("$", ""), out var first)) continue;
            var last = CellReference.TryParse(match.Groups[2].Value.Replace("$", ""), out var end) ? end : first;
            for (var row = first.Row; row <= last.Row; row++)
            {
                for (var column = first.Column; column <= last.Column; column++) yield return row * columns + column;
            }
        }
    }

    [GeneratedRegex(@"(\$?[A-Z]{1,2}\$?[0-9]+)(?::(\$?[A-Z]{1,2}\$?[0-9]+))?")]
    private static partial Regex Reference();
}
