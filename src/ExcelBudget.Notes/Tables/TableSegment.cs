using System.Text;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tables;

/// <summary>A whole form as a Word table with its notes, generated from the form's definition.</summary>
/// <param name="form">The form.</param>
/// <param name="above">Columns of the project that stand above its rows; none outside a project.</param>
/// <param name="sizes">Styles of its cells, the wanted size first; smaller ones where the form then fits on one page.</param>
/// <param name="page">Size of the page's type area in twips.</param>
internal sealed class TableSegment(
    FormDefinition form, IReadOnlyList<FormColumn> above, IReadOnlyList<TableStyles> sizes, (int Width, int Height) page) : Segment
{
    private const int LongestKeptTogether = 24;

    private readonly FormDefinition _printed = form.AsPrinted;
    private readonly HeaderCell[][] _header = [.. HeaderCells.Of(form.AsPrinted).Select(row => row.ToArray())];
    private readonly bool _hasSlots = HeaderCells.Of(form.AsPrinted).SelectMany(row => row).Any(cell => BudgetWords.HasSlot(cell.Title));
    private readonly byte[] _bookmark = Encoding.UTF8.GetBytes(BookmarkOf(form));
    private readonly byte[] _innerBookmark = Encoding.UTF8.GetBytes(BookmarkOf(form) + "_");
    private readonly IReadOnlyList<TableFrame> _frames = [.. sizes.Select(styles => new TableFrame(form.AsPrinted, styles))];

    public FormDefinition Form => form;

    /// <summary>Start of a note below the table, with its properties.</summary>
    public byte[] NoteStart { get; } = [.. "<w:p><w:pPr>"u8, .. sizes[0].Note.Xml, .. "</w:pPr>"u8];

    /// <summary>The same as marks.</summary>
    public DraftMark[] DraftNoteStart { get; set; } = [];

    /// <summary>Start of the name of the bookmark around a form's table; those of a project's tables go on with a number.</summary>
    public static string BookmarkOf(FormDefinition form) => BookmarkOf(form.Id.Value);

    /// <summary>The same by the form's id.</summary>
    public static string BookmarkOf(string form) => $"EB_{form}";

    public override void Write(NoteWriter writer)
    {
        var isInner = writer.Project is not null && form == writer.Forms.Inner;
        IReadOnlyList<RowView> rows = isInner ? [.. writer.ProjectRows] : PrintedRows.WithParts(_printed, writer.Figures.View);
        var content = TableContent.Of(writer, _printed, rows);
        if (isInner && rows.Count == 0) content.Cells[0][0] = writer.Missing(
            writer.NameOfProjectField(form.Title), writer.ProjectCell(writer.Forms.Projects!.Columns[0].Id));
        if (writer.IsDraft) WriteWords(writer, content.Cells);
        else WriteTable(writer, content.Cells, rows.Count, isInner);
        var slots = new FormSlots(form, writer.Figures.Budget.Identity);
        if (form.EmptyNote is { } note && !content.HasFigure) WriteNote(writer, slots.Fill(note));
        foreach (var footNote in form.FootNotes) WriteNote(writer, slots.Fill(footNote));
    }

    private void WriteNote(NoteWriter writer, string words)
    {
        if (writer.Draft is not { } draft)
        {
            TableXml.Paragraph(writer, _frames[0].Note, false, words);
            return;
        }

        draft.Add(DraftNoteStart);
        draft.AddLines(words);
        writer.EndParagraph();
    }

    private void WriteTable(NoteWriter writer, IReadOnlyList<string[]> cells, int rows, bool isInner)
    {
        var titles = _hasSlots ? Array.ConvertAll(_header, row => Array.ConvertAll(
            row, cell => cell with { Title = BudgetWords.Of(cell.Title, writer) })) : _header;
        var (frame, heights) = isInner
            ? (_frames[0], TableHeights.Of(_printed, cells, titles, page.Width, _frames[0], asDeclared: true))
            : Fitting(cells, titles);
        var table = new TableXml(writer, frame, heights.Widths);
        var bookmark = writer.StartBookmark(isInner ? _innerBookmark : _bookmark, isNumbered: isInner);
        table.Start(form.Title, Description(rows));
        foreach (var line in Lines(above)) WriteAbove(table, writer, frame, line);
        WriteHeader(table, frame, titles);
        WriteRows(table, cells, heights, isKeptTogether: isInner && cells.Count <= LongestKeptTogether);
        table.End();
        writer.EndBookmark(bookmark);
    }

    /// <summary>What the table says apart from its figures and heading, a paragraph each.</summary>
    private void WriteWords(NoteWriter writer, IReadOnlyList<string[]> cells)
    {
        var start = writer.Length;
        if (writer.Draft is { } draft) draft.Add(DraftMarkKind.Table);
        else writer.Buffer.Raw("<w:tbl/>"u8);
        var words = new List<string>();
        foreach (var column in above.Where(column => !column.IsFigure)) words.Add(XmlBuffer.AsRead(WordsAbove(writer, column)));
        for (var row = 0; row < cells.Count; row++)
        {
            for (var column = 0; column < _printed.Columns.Count; column++)
            {
                if (_printed.Columns[column].IsFigure || cells[row][column].Length == 0) continue;
                if (_printed.Columns[column].IsMerged && MergeOf(cells, row, column) == CellMerge.Continued) continue;
                words.Add(XmlBuffer.AsRead(cells[row][column]));
            }
        }

        writer.DraftTables.Add(new DraftTable(start, writer.Length, words));
    }

    private static string WordsAbove(NoteWriter writer, FormColumn column) =>
        writer.ProjectField(column) ?? writer.Missing(writer.NameOfProjectField(column.Title), writer.ProjectCell(column.Id));

    /// <summary>What readers for the blind announce before the cells.</summary>
    private string Description(int rows) => $"{form.Title}，共 {NoteWriter.Whole(_printed.Columns.Count)} 栏 {NoteWriter.Whole(rows)} 行";

    /// <summary>The largest of the sizes in which the form takes the fewest pages.</summary>
    private (TableFrame Frame, TableHeights Heights) Fitting(IReadOnlyList<string[]> cells, HeaderCell[][] titles)
    {
        var wanted = (Frame: _frames[0], Heights: TableHeights.Of(_printed, cells, titles, page.Width, _frames[0], asDeclared: false));
        if (wanted.Heights.Total <= Room) return wanted;
        return _frames.Skip(1)
            .Select(frame => (Frame: frame, Heights: TableHeights.Of(_printed, cells, titles, page.Width, frame, asDeclared: false)))
            .Prepend(wanted).MinBy(size => (size.Heights.Total + Room - 1) / Room);
    }

    /// <summary>What title, second line and notes leave of a page.</summary>
    private int Room => page.Height - 1150 - (360 * (form.FootNotes.Count + (form.EmptyNote is null ? 0 : 1)));

    /// <summary>Columns of a project by line: a figure stands beside what comes before it.</summary>
    private static IEnumerable<FormColumn[]> Lines(IReadOnlyList<FormColumn> columns)
    {
        for (var at = 0; at < columns.Count; at++)
        {
            if (at + 1 < columns.Count && columns[at + 1].IsFigure) yield return [columns[at], columns[++at]];
            else yield return [columns[at]];
        }
    }

    /// <summary>A line above the heading; it repeats with it, since Word repeats a table's first rows only.</summary>
    private void WriteAbove(TableXml table, NoteWriter writer, TableFrame frame, FormColumn[] line)
    {
        table.StartRow(isHead: true);
        for (var index = 0; index < line.Length; index++)
        {
            var (first, end) = (_printed.Columns.Count * index / line.Length, _printed.Columns.Count * (index + 1) / line.Length);
            table.HeadCell(first, 1, CellMerge.None, frame.Head, TitleOf(writer, line[index]));
            table.HeadCell(first + 1, end - first - 1, CellMerge.None, frame.Text, WordsAbove(writer, line[index]));
        }

        table.EndRow();
    }

    private static string TitleOf(NoteWriter writer, FormColumn column) => column.Kind == CellKind.Amount
        ? $"{column.Title}（{writer.Forms.Projects!.Money.Title()}）" : column.Title;

    private static void WriteHeader(TableXml table, TableFrame frame, HeaderCell[][] header)
    {
        var above = new List<HeaderCell>();
        for (var row = 0; row < header.Length; row++)
        {
            above.RemoveAll(cell => cell.Row + cell.Rows <= row);
            table.StartRow(isHead: true);
            foreach (var cell in header[row].Concat(above).OrderBy(cell => cell.Column))
            {
                var merge = cell.Rows == 1 ? CellMerge.None : cell.Row == row ? CellMerge.First : CellMerge.Continued;
                table.HeadCell(cell.Column, cell.Columns, merge, frame.Head, merge == CellMerge.Continued ? "" : cell.Title);
            }

            above.AddRange(header[row].Where(cell => cell.Rows > 1));
            table.EndRow();
        }
    }

    private void WriteRows(TableXml table, IReadOnlyList<string[]> cells, TableHeights heights, bool isKeptTogether)
    {
        for (var row = 0; row < cells.Count; row++)
        {
            // a row as high as a good part of the page may break: kept whole, it would leave the page before it half empty
            var mayBreak = heights.Rows[row] > page.Height / 6;
            table.StartRow(isHead: false, mayBreak);
            for (var column = 0; column < _printed.Columns.Count; column++)
            {
                var merge = _printed.Columns[column].IsMerged ? MergeOf(cells, row, column) : CellMerge.None;
                table.Cell(
                    column, merge, isKeptTogether && row < cells.Count - 1, merge == CellMerge.Continued ? "" : cells[row][column],
                    mayBreak);
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
