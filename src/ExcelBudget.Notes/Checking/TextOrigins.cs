using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Checking;

/// <summary>Which text of the workbook words of a note come from, found by the words themselves: it outlasts lost controls.</summary>
internal sealed class TextOrigins
{
    private const int ShortestLine = 2;

    private readonly (string Line, CellAddress Cell)[] _lines;

    /// <param name="figures">The budget.</param>
    public TextOrigins(BudgetFigures figures)
    {
        var lines = from form in figures.Budget.Forms
                    from row in form.Rows
                    from cell in row.Cells
                    from line in (cell.Value.AsText() ?? "").Split('\n', StringSplitOptions.TrimEntries)
                    let words = line.TrimEnd('。', '．', '.', '；', ';', ' ')
                    where words.Length >= ShortestLine
                    orderby words.Length descending
                    select (words, new CellAddress(form.Form, row.Key, cell.Key));
        _lines = [.. lines];
    }

    /// <summary>The cell with the longest line that stands around the spot; null when the words are the template's.</summary>
    public CellAddress? Of(NoteSpot spot)
    {
        if (spot.Paragraph is not { Text: var text }) return null;
        foreach (var (line, cell) in _lines)
        {
            var at = text.IndexOf(line, StringComparison.Ordinal);
            if (at >= 0 && at < spot.Start + Math.Max(spot.Length, 1) && spot.Start < at + line.Length) return cell;
        }

        return null;
    }
}
