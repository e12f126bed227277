using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tables;

/// <summary>A whole form as a Word table with its notes, generated from the form's definition.</summary>
/// <param name="form">The form.</param>
/// <param name="above">Columns of the project that stand above its rows, one to a line; none outside a project.</param>
/// <param name="styles">Styles of its cells.</param>
/// <param name="width">Width of the page's type area in twips.</param>
internal sealed class TableSegment(FormDefinition form, IReadOnlyList<FormColumn> above, TableStyles styles, int width) : Segment
{
    private const int LongestKeptTogether = 24;

    private readonly IReadOnlyList<IReadOnlyList<HeaderCell>> _header = HeaderCells.Of(form);
    private readonly byte[] _bookmark = Encoding.UTF8.GetBytes(BookmarkOf(form));
    private readonly byte[] _innerBookmark = Encoding.UTF8.GetBytes(BookmarkOf(form) + "_");
    private readonly byte[] _head = TableXml.Style(styles.Head);
    private readonly byte[] _text = TableXml.Style(styles.Text);
    private readonly byte[] _note = TableXml.Style(styles.Note);
    private readonly byte[][] _cells =
        [.. form.Columns.Select(
        column => TableXml.Style(column.IsRowNumber ? styles.Head : column.IsFigure ? styles.Figure : styles.Text))];
    private readonly int _height = (styles.HalfPoints * 10) + 100;

    public FormDefinition Form => form;

    /// <summary>Start of the name of the bookmark around a form's table; those of a project's tables go on with a number.</summary>
    public static string BookmarkOf(FormDefinition form) => BookmarkOf(form.Id.Value);

    /// <summary>The same by the form's id.</summary>
    public static string BookmarkOf(string form) => $"EB_{form}";

    public override void Write(NoteWriter writer)
    {
        var isInner = writer.Project is not null && form == writer.Forms.Inner;
        IReadOnlyList<RowView> rows = isInner ? [.. writer.ProjectRows] : writer.Figures.View(form).Rows;
        var content = TableContent.Of(writer, form, rows);
        if (isInner && rows.Count == 0) content.Cells[0][0] = writer.Missing(writer.NameOfProjectField(form.Title));
        if (writer.IsDraft) WriteWords(writer, content.Cells);
        else WriteTable(writer, content.Cells, rows.Count, isInner);
        var notes = new TableXml(writer, []);
        var slots = new FormSlots(form, writer.Figures.Budget.Identity);
        if (form.EmptyNote is { } note && !content.HasFigure) notes.Paragraph(_note, false, slots.Fill(note));
        foreach (var footNote in form.FootNotes) notes.Paragraph(_note, false, slots.Fill(footNote));
    }

    private void WriteTable(NoteWriter writer, IReadOnlyList<string[]> cells, int rows, bool isInner)
    {
        var table = new TableXml(writer, ColumnWidths.Fit(form, cells, width, styles.HalfPoints, asDeclared: isInner));
        var bookmark = writer.StartBookmark(isInner ? _innerBookmark : _bookmark, isNumbered: isInner);
        table.Start(styles.Table, form.Title, Description(rows));
        foreach (var column in above) WriteAbove(table, writer, column);
        WriteHeader(table, writer);
        WriteRows(table, cells, isKeptTogether: isInner && cells.Count <= LongestKeptTogether);
        table.End();
        writer.EndBookmark(bookmark);
    }

    /// <summary>What the table says apart from its figures and heading, a paragraph each.</summary>
    private void WriteWords(NoteWriter writer, IReadOnlyList<string[]> cells)
    {
        writer.Buffer.Raw("<w:tbl><w:tr><w:tc>"u8);
        foreach (var column in above) TableXml.Words(writer, WordsAbove(writer, column));
        for (var row = 0; row < cells.Count; row++)
        {
            for (var column = 0; column < form.Columns.Count; column++)
            {
                if (form.Columns[column].IsFigure || cells[row][column].Length == 0) continue;
                if (form.Columns[column].IsMerged && MergeOf(cells, row, column) == CellMerge.Continued) continue;
                TableXml.Words(writer, cells[row][column]);
            }
        }

        writer.Buffer.Raw("</w:tc></w:tr></w:tbl>"u8);
    }

    private static string WordsAbove(NoteWriter writer, FormColumn column) =>
        writer.ProjectField(column) ?? writer.Missing(writer.NameOfProjectField(column.Title));

    /// <summary>What readers for the blind announce before the cells.</summary>
    private string Description(int rows) => $"{form.Title}，共 {NoteWriter.Whole(form.Columns.Count)} 栏 {NoteWriter.Whole(rows)} 行";

    /// <summary>A line above the heading; it repeats with it, since Word repeats a table's first rows only.</summary>
    private void WriteAbove(TableXml table, NoteWriter writer, FormColumn column)
    {
        table.StartRow(isHead: true, _height);
        table.Cell(0, 1, CellMerge.None, _head, true, column.Title);
        table.Cell(1, form.Columns.Count - 1, CellMerge.None, _text, true, WordsAbove(writer, column));
        table.EndRow();
    }

    private void WriteHeader(TableXml table, NoteWriter writer)
    {
        var above = new List<HeaderCell>();
        for (var row = 0; row < _header.Count; row++)
        {
            above.RemoveAll(cell => cell.Row + cell.Rows <= row);
            table.StartRow(isHead: true, _height);
            foreach (var cell in _header[row].Concat(above).OrderBy(cell => cell.Column))
            {
                var merge = cell.Rows == 1 ? CellMerge.None : cell.Row == row ? CellMerge.First : CellMerge.Continued;
                table.Cell(cell.Column, cell.Columns, merge, _head, true, merge == CellMerge.Continued ? ""
                    : BudgetWords.Of(cell.Title, writer));
            }

            above.AddRange(_header[row].Where(cell => cell.Rows > 1));
            table.EndRow();
        }
    }

    private void WriteRows(TableXml table, IReadOnlyList<string[]> cells, bool isKeptTogether)
    {
        for (var row = 0; row < cells.Count; row++)
        {
            table.StartRow(isHead: false, _height);
            for (var column = 0; column < form.Columns.Count; column++)
            {
                var merge = form.Columns[column].IsMerged ? MergeOf(cells, row, column) : CellMerge.None;
                table.Cell(column, 1, merge, _cells[column], isKeptTogether && row < cells.Count - 1, merge == CellMerge.Continued ? ""
                    : cells[row][column]);
            }

            table.EndRow();
        }
    }

    private static CellMerge MergeOf(IReadOnlyList<string[]> cells, int row, int column)
    {
        var words = cells[row][column];
        if (words.Length == 0) return CellMerge.None;
        if (row > 0 && cells[row - 1][column] == words) return CellMerge.Continued;
        return row + 1 < cells.Count && cells[row + 1][column] == words ? CellMerge.First : CellMerge.None;
    }
}
