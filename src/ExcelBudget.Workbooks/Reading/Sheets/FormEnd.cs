using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>Where the rows of a form end: above its notes and its visible code.</summary>
internal static class FormEnd
{
    /// <summary>The last row that can belong to a form.</summary>
    /// <param name="form">The form.</param>
    /// <param name="sheet">Its sheet.</param>
    /// <param name="first">First row that can.</param>
    public static int LastRow(FormDefinition form, FlatSheet sheet, int first)
    {
        var notes = DeclaredNotes.Of(form);
        var last = VisibleCodeRow(sheet) is > 0 and var code ? code - 1 : sheet.LastRow;
        for (var row = first; row <= last; row++)
        {
            if (IsNote(notes, sheet, row)) return row - 1;
        }

        return last;
    }

    /// <summary>The row of the visible code; 0 when it is gone. The last one counts: a text above may quote it.</summary>
    public static int VisibleCodeRow(FlatSheet sheet)
    {
        for (var row = sheet.LastRow; row > 0; row--)
        {
            if (OnlyText(sheet, row) is { } cell && VisibleCode.IsOne(cell.Text)) return row;
        }

        return 0;
    }

    /// <summary>A note stands alone in its row, declared or at least printed across columns: an entry may well begin with «注：».</summary>
    private static bool IsNote(DeclaredNotes notes, FlatSheet sheet, int row)
    {
        if (IsFormulaOfNote(notes, sheet, row)) return true;
        if (OnlyText(sheet, row) is not { } cell) return false;
        return notes.IsOne(cell.Text) || (notes.BeginsLikeOne(cell.Text)
            && sheet.MergedTopLeft(row, cell.Column + 1) == new CellReference(row, cell.Column));
    }

    /// <summary>The note of an empty form is a formula; programs that save no results leave nothing else of it to be seen.</summary>
    private static bool IsFormulaOfNote(DeclaredNotes notes, FlatSheet sheet, int row)
    {
        FlatCell? only = null;
        foreach (var cell in sheet.Row(row))
        {
            if (cell is { HasFormula: false, Text.Length: 0 }) continue;
            if (only is not null) return false;
            only = cell;
        }

        return only is { Formula: { } formula, Text.Length: 0 } && notes.IsShownBy(formula)
            && sheet.MergedTopLeft(row, only.Column + 1) == new CellReference(row, only.Column);
    }

    /// <summary>The one text of a row that holds nothing else.</summary>
    private static FlatCell? OnlyText(FlatSheet sheet, int row)
    {
        FlatCell? only = null;
        foreach (var cell in sheet.Row(row))
        {
            if (cell.Text.Length == 0) continue;
            if (only is not null || cell.Kind != FlatCellKind.Text) return null;
            only = cell;
        }

        return only;
    }
}
