using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Tables;

/// <summary>
/// The XML of one table under way. What cells of a column have in common is written out once and copied from there, and the note says
/// so of its bytes: nobody has to look for what repeats.
/// </summary>
/// <param name="writer">The note under way.</param>
/// <param name="frame">Styles of its cells.</param>
/// <param name="widths">Widths of the columns in twips.</param>
internal sealed class TableXml(NoteWriter writer, TableFrame frame, int[] widths)
{
    // a cell merges in three ways, keeps or not, is high or not, says something or not
    private const int Variants = 3 * 2 * 2 * 2;

    private readonly XmlBuffer _buffer = writer.Buffer;
    private readonly (int At, int Length)[] _cells = new (int, int)[widths.Length * Variants];
    private readonly int[] _ends = new int[widths.Length];

    /// <summary>Starts the table.</summary>
    /// <param name="title">Title that readers for the blind announce.</param>
    /// <param name="description">What they say of it next.</param>
    public void Start(string title, string description)
    {
        writer.Flow?.StartTable(_buffer.Length);
        _buffer.Raw("<w:tbl><w:tblPr><w:tblStyle w:val=\""u8);
        _buffer.Words(frame.Table);
        _buffer.Raw("\"/><w:tblW w:w=\""u8);
        _buffer.Number(Width(0, widths.Length));
        _buffer.Raw("\" w:type=\"dxa\"/><w:jc w:val=\"center\"/><w:tblLayout w:type=\"fixed\"/><w:tblCaption w:val=\""u8);
        _buffer.Words(title);
        _buffer.Raw("\"/><w:tblDescription w:val=\""u8);
        _buffer.Words(description);
        _buffer.Raw("\"/></w:tblPr><w:tblGrid>"u8);
        foreach (var width in widths)
        {
            _buffer.Raw("<w:gridCol w:w=\""u8);
            _buffer.Number(width);
            _buffer.Raw("\"/>"u8);
        }

        _buffer.Raw("</w:tblGrid>"u8);
    }

    public void End()
    {
        _buffer.Raw("</w:tbl>"u8);
        writer.Flow?.EndTable(_buffer.Length);
    }

    /// <summary>Starts a row.</summary>
    /// <param name="isHead">True when it repeats on every page.</param>
    /// <param name="mayBreak">True when it may go on on the next page; otherwise it stays on one.</param>
    public void StartRow(bool isHead, bool mayBreak = false)
    {
        writer.Flow?.StartRow(isHead, frame.RowHeight);
        _buffer.Raw(mayBreak ? "<w:tr><w:trPr><w:trHeight w:val=\""u8 : "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\""u8);
        _buffer.Number(frame.RowHeight);
        _buffer.Raw(isHead ? "\"/><w:tblHeader/></w:trPr>"u8 : "\"/></w:trPr>"u8);
    }

    public void EndRow()
    {
        _buffer.Raw("</w:tr>"u8);
        writer.Flow?.EndRow();
    }

    /// <summary>Writes a cell of the heading or above it; it stays on the page of the next row.</summary>
    /// <param name="column">First column.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="merge">How it merges downwards.</param>
    /// <param name="style">Its paragraph style.</param>
    /// <param name="words">What it says.</param>
    public void HeadCell(int column, int span, CellMerge merge, CellStyle style, string words)
    {
        var width = Width(column, span);
        writer.Flow?.Cell(style.Look, width, keepsNext: true, XmlBuffer.AsRead(words));
        StartCell(width, span, merge, isHigh: false);
        Paragraph(writer, style, keepsNext: true, words);
        _buffer.Raw("</w:tc>"u8);
    }

    /// <summary>Writes a cell below the heading.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="merge">How it merges downwards.</param>
    /// <param name="keepsNext">True when it stays on the page of the next row.</param>
    /// <param name="words">What it says.</param>
    /// <param name="isHigh">True in a row that may break: what begins in it begins at its top.</param>
    public void Cell(int column, CellMerge merge, bool keepsNext, string words, bool isHigh)
    {
        var style = frame.Cells[column];
        writer.Flow?.Cell(style.Look, widths[column], keepsNext, XmlBuffer.AsRead(words));
        if (IsGap(words))
        {
            StartCell(widths[column], 1, merge, isHigh);
            Paragraph(writer, style, keepsNext, words);
            _buffer.Raw("</w:tc>"u8);
            return;
        }

        ref var known = ref _cells[
            (column * Variants) + ((int)merge * 8) + (keepsNext ? 4 : 0) + (isHigh ? 2 : 0) + (words.Length == 0 ? 1 : 0)];
        if (known.Length > 0) _buffer.Again(known.At, known.Length);
        else WriteOut(ref known, column, merge, keepsNext, isHigh, words.Length == 0);
        if (words.Length == 0) return;
        writer.Lines(words);
        // what follows stands behind the last words of the column as well
        if (_ends[column] > 0) _buffer.Mark(_ends[column]);
        _ends[column] = _buffer.Length;
        _buffer.Raw("</w:t></w:r></w:p></w:tc>"u8);
    }

    /// <summary>A cell up to its words, or the whole of one that says nothing.</summary>
    private void WriteOut(ref (int At, int Length) known, int column, CellMerge merge, bool keepsNext, bool isHigh, bool isEmpty)
    {
        var start = _buffer.Length;
        StartCell(widths[column], 1, merge, isHigh);
        StartParagraph(_buffer, frame.Cells[column], keepsNext);
        _buffer.Raw(isEmpty ? "</w:p></w:tc>"u8 : "<w:r><w:t xml:space=\"preserve\">"u8);
        known = (start, _buffer.Length - start);
    }

    private void StartCell(int width, int span, CellMerge merge, bool isHigh)
    {
        _buffer.Raw("<w:tc><w:tcPr><w:tcW w:w=\""u8);
        _buffer.Number(width);
        _buffer.Raw("\" w:type=\"dxa\"/>"u8);
        if (span > 1)
        {
            _buffer.Raw("<w:gridSpan w:val=\""u8);
            _buffer.Number(span);
            _buffer.Raw("\"/>"u8);
        }

        if (merge != CellMerge.None) _buffer.Raw(merge == CellMerge.First ? "<w:vMerge w:val=\"restart\"/>"u8 : "<w:vMerge/>"u8);
        _buffer.Raw(isHigh ? "<w:vAlign w:val=\"top\"/></w:tcPr>"u8 : "<w:vAlign w:val=\"center\"/></w:tcPr>"u8);
    }

    private int Width(int column, int span)
    {
        var width = 0;
        for (var at = column; at < column + span; at++) width += widths[at];
        return width;
    }

    private static bool IsGap(ReadOnlySpan<char> words) => words.Length > 0 && words[0] == '【';

    private static void StartParagraph(XmlBuffer buffer, CellStyle style, bool keepsNext)
    {
        buffer.Raw("<w:p><w:pPr>"u8);
        buffer.Raw(style.Xml);
        buffer.Raw(keepsNext ? "<w:keepNext/></w:pPr>"u8 : "</w:pPr>"u8);
    }

    /// <summary>Writes a paragraph in a style.</summary>
    /// <param name="writer">The note under way.</param>
    /// <param name="style">The style.</param>
    /// <param name="keepsNext">True when it stays on the page of what follows.</param>
    /// <param name="words">What it says; a gap is highlighted.</param>
    public static void Paragraph(NoteWriter writer, CellStyle style, bool keepsNext, ReadOnlySpan<char> words)
    {
        StartParagraph(writer.Buffer, style, keepsNext);
        if (words.Length > 0)
        {
            writer.Buffer.Raw(IsGap(words) ? "<w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t xml:space=\"preserve\">"u8
                : "<w:r><w:t xml:space=\"preserve\">"u8);
            writer.Lines(words);
            writer.Buffer.Raw("</w:t></w:r>"u8);
        }

        writer.Buffer.Raw("</w:p>"u8);
    }
}

/// <summary>How a cell merges with the one below.</summary>
internal enum CellMerge
{
    None,

    /// <summary>It is the uppermost of merged cells.</summary>
    First,

    /// <summary>It belongs to the cell above.</summary>
    Continued,
}
