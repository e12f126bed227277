using System.Text;
using ExcelBudget.Notes.Template;

namespace ExcelBudget.Notes.Tables;

/// <summary>The XML of one table under way.</summary>
/// <param name="writer">The note under way.</param>
/// <param name="widths">Widths of the columns in twips.</param>
internal readonly ref struct TableXml(NoteWriter writer, int[] widths)
{
    private readonly XmlBuffer _buffer = writer.Buffer;

    /// <summary>Starts the table.</summary>
    /// <param name="style">Id of the table style.</param>
    /// <param name="title">Title that readers for the blind announce.</param>
    /// <param name="description">What they say of it next.</param>
    public void Start(string style, string title, string description)
    {
        _buffer.Raw("<w:tbl><w:tblPr><w:tblStyle w:val=\""u8);
        _buffer.Words(style);
        _buffer.Raw("\"/><w:tblW w:w=\""u8);
        _buffer.Number(widths.Sum());
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

    public void End() => _buffer.Raw("</w:tbl>"u8);

    /// <summary>Starts a row.</summary>
    /// <param name="isHead">True when it repeats on every page.</param>
    /// <param name="height">Least height in twips.</param>
    /// <param name="mayBreak">True when it may go on on the next page; otherwise it stays on one.</param>
    public void StartRow(bool isHead, int height, bool mayBreak = false)
    {
        _buffer.Raw(mayBreak ? "<w:tr><w:trPr><w:trHeight w:val=\""u8 : "<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val=\""u8);
        _buffer.Number(height);
        _buffer.Raw(isHead ? "\"/><w:tblHeader/></w:trPr>"u8 : "\"/></w:trPr>"u8);
    }

    public void EndRow() => _buffer.Raw("</w:tr>"u8);

    /// <summary>Writes a cell.</summary>
    /// <param name="column">First column.</param>
    /// <param name="span">How many columns it covers.</param>
    /// <param name="merge">How it merges downwards.</param>
    /// <param name="style">Id of its paragraph style.</param>
    /// <param name="keepsNext">True when it stays on the page of the next row.</param>
    /// <param name="words">What it says.</param>
    /// <param name="isHigh">True in a row that may break: what begins in it begins at its top.</param>
    public void Cell(int column, int span, CellMerge merge, byte[] style, bool keepsNext, ReadOnlySpan<char> words, bool isHigh = false)
    {
        _buffer.Raw("<w:tc><w:tcPr><w:tcW w:w=\""u8);
        _buffer.Number(widths.AsSpan(column, span).ToArray().Sum());
        _buffer.Raw("\" w:type=\"dxa\"/>"u8);
        if (span > 1)
        {
            _buffer.Raw("<w:gridSpan w:val=\""u8);
            _buffer.Number(span);
            _buffer.Raw("\"/>"u8);
        }

        if (merge != CellMerge.None) _buffer.Raw(merge == CellMerge.First ? "<w:vMerge w:val=\"restart\"/>"u8 : "<w:vMerge/>"u8);
        _buffer.Raw(isHigh ? "<w:vAlign w:val=\"top\"/></w:tcPr>"u8 : "<w:vAlign w:val=\"center\"/></w:tcPr>"u8);
        Paragraph(style, keepsNext, words);
        _buffer.Raw("</w:tc>"u8);
    }

    public void Paragraph(byte[] style, bool keepsNext, ReadOnlySpan<char> words)
    {
        _buffer.Raw("<w:p><w:pPr>"u8);
        _buffer.Raw(style);
        if (keepsNext) _buffer.Raw("<w:keepNext/>"u8);
        _buffer.Raw("</w:pPr>"u8);
        if (words.Length > 0)
        {
            _buffer.Raw(words[0] == '【' ? "<w:r><w:rPr><w:highlight w:val=\"yellow\"/></w:rPr><w:t xml:space=\"preserve\">"u8
                : "<w:r><w:t xml:space=\"preserve\">"u8);
            writer.Lines(words);
            _buffer.Raw("</w:t></w:r>"u8);
        }

        _buffer.Raw("</w:p>"u8);
    }

    /// <summary>Writes a paragraph that only says something.</summary>
    public static void Words(NoteWriter writer, ReadOnlySpan<char> words)
    {
        writer.Buffer.Raw("<w:p><w:r><w:t xml:space=\"preserve\">"u8);
        writer.Lines(words);
        writer.Buffer.Raw("</w:t></w:r></w:p>"u8);
    }

    /// <summary>A paragraph's reference to its style.</summary>
    public static byte[] Style(string id) => Encoding.UTF8.GetBytes($"<w:pStyle w:val=\"{id}\"/>");
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
