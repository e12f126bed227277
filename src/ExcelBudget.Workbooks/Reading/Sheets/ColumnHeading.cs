using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>A column's heading as headings are compared.</summary>
/// <param name="Id">The column.</param>
/// <param name="Title">Its own heading.</param>
/// <param name="Groups">Headings above it, outermost first.</param>
/// <param name="IsRepeated">True when another column, or a heading above others, reads the same.</param>
internal sealed record ColumnHeading(ColumnId Id, string Title, IReadOnlyList<string> Groups, bool IsRepeated)
{
    /// <summary>The headings of a form's columns.</summary>
    public static ColumnHeading[] Of(FormDefinition form, FormSlots slots)
    {
        string Plain(string title) => PlainText.Label(slots.Fill(title));
        string[] titles = [.. form.Columns.Select(column => Plain(column.Title))];
        string[][] groups = [.. form.Columns.Select(column => column.Groups.Select(Plain).ToArray())];
        bool IsRepeated(int own)
        {
            for (var other = 0; other < titles.Length; other++)
            {
                if (other != own && (titles[other] == titles[own] || Array.IndexOf(groups[other], titles[own]) >= 0)) return true;
            }

            return false;
        }

        return [.. form.Columns.Select((column, at) => new ColumnHeading(column.Id, titles[at], groups[at], IsRepeated(at)))];
    }

    /// <summary>True when the headings above a cell, up to the top of the header, are exactly those above the column.</summary>
    /// <param name="sheet">The sheet.</param>
    /// <param name="top">First row of the header.</param>
    /// <param name="row">Row of the cell.</param>
    /// <param name="column">Sheet column of the cell.</param>
    public bool IsExactly(FlatSheet sheet, int top, int row, int column)
    {
        var at = sheet.MergedTopLeft(row, column).Row;
        foreach (var group in Groups.Reverse())
        {
            do at--;
            while (at > top && sheet.Label(at, column).Length == 0);
            if (at < top || sheet.Label(at, column) != group) return false;
            at = sheet.MergedTopLeft(at, column).Row;
        }

        return at <= top;
    }

    /// <summary>True when the headings above a cell are those above the column.</summary>
    public bool IsBelow(FlatSheet sheet, int from, int row, int column)
    {
        var at = row;
        foreach (var group in Groups.Reverse())
        {
            do at--;
            while (at >= from && sheet.Label(at, column) != group);
            if (at < from) return false;
        }

        return true;
    }
}
