using ExcelBudget.OfficePackages.Sheets;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>An answer that came back.</summary>
/// <param name="Code">The code its row was written with.</param>
/// <param name="Cell">The answer's cell; null when it is empty.</param>
/// <param name="At">Where that cell is.</param>
public sealed record ReturnedAnswer(string Code, FlatCell? Cell, CellReference At);

/// <summary>
/// Reads a report that was written with a mark, from whatever is left of it: renamed, rows sorted, filtered or deleted, columns inserted,
/// saved by another
/// program.
/// </summary>
public static class ReportReading
{
    private const int LongestHeading = 40;

    /// <summary>Is this sheet a report of ours?</summary>
    public static bool IsReport(FlatSheet sheet, string mark)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        // asked of every cell of every workbook
        foreach (var cell in sheet.All)
        {
            if (cell.Kind == FlatCellKind.Text && (cell.Text == mark || ReportMark.Read(cell.Text, mark) is not null)) return true;
        }

        return false;
    }

    /// <summary>The answers of a report, one for each code that is still there; without any when the column of answers is gone.</summary>
    /// <param name="sheet">The report.</param>
    /// <param name="mark">The mark it was written with.</param>
    /// <param name="heading">How the heading of the column of answers begins.</param>
    public static IReadOnlyList<ReturnedAnswer> Answers(FlatSheet sheet, string mark, string heading)
    {
        ArgumentNullException.ThrowIfNull(sheet);
        if (Heading(sheet, heading) is not { } head) return [];
        var marks = Marks(sheet, mark);
        var byFingerprint = marks.Values.ToLookup(one => one.Fingerprint);
        var answers = new Dictionary<string, ReturnedAnswer>(StringComparer.Ordinal);
        for (var row = 1; row <= sheet.LastRow; row++)
        {
            if (Belonging(sheet, row, marks, byFingerprint) is not { } one) continue;
            var cell = sheet[row, head.Column];
            if (!answers.TryGetValue(one.Code, out var known) || known.Cell is null)
                answers[one.Code] = new ReturnedAnswer(one.Code, cell, new CellReference(row, head.Column));
        }

        return [.. answers.Values];
    }

    private static FlatCell? Heading(FlatSheet sheet, string heading) => sheet.Cells.FirstOrDefault(cell =>
        cell.Kind == FlatCellKind.Text && cell.Text.Length <= LongestHeading && cell.Text.Trim()
            .StartsWith(heading, StringComparison.Ordinal));

    private static Dictionary<int, ReportMark> Marks(FlatSheet sheet, string mark)
    {
        var marks = new Dictionary<int, ReportMark>();
        foreach (var cell in sheet.Cells.Where(cell => cell.Kind == FlatCellKind.Text))
        {
            if (ReportMark.Read(cell.Text, mark) is { } one) marks[cell.Row] = one;
        }

        return marks;
    }

    /// <summary>What a row is about: what it says goes before what its hidden cell holds, which may not have been sorted along.</summary>
    private static ReportMark? Belonging(
        FlatSheet sheet, int row, Dictionary<int, ReportMark> marks, ILookup<string, ReportMark> byFingerprint)
    {
        var says = Fingerprints(sheet, row);
        ReportMark? own = marks.TryGetValue(row, out var one) ? one : null;
        if (own is { } agreed && says.Contains(agreed.Fingerprint)) return own;
        var told = says.SelectMany(text => byFingerprint[text]).ToList();
        if (told.Count > 0) return told.Count == 1 ? told[0] : null;
        // someone changed the words of the row: its own code counts, unless those words stand in another row
        return own is { } lone && !IsSaid(sheet, lone.Fingerprint) ? own : null;
    }

    private static bool IsSaid(FlatSheet sheet, string fingerprint) =>
        Enumerable.Range(1, sheet.LastRow).Any(row => Fingerprints(sheet, row).Contains(fingerprint));

    private static List<string> Fingerprints(FlatSheet sheet, int row)
    {
        var fingerprints = new List<string>();
        foreach (var cell in sheet.Row(row))
        {
            if (cell.Kind == FlatCellKind.Text && cell.Text.Length > 0) fingerprints.Add(ReportMark.FingerprintOf(cell.Text));
        }

        return fingerprints;
    }
}
