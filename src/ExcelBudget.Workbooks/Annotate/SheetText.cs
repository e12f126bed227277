using System.Text;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>
/// The XML of a sheet as text, changed in single places only: everything else of it, down to blanks and quotes, stays as her program wrote
/// it.
/// </summary>
internal sealed class SheetText
{
    private readonly Encoding _encoding;
    private readonly bool _hasMark;
    private readonly List<(TextSpan Span, string Replacement)> _edits = [];

    public SheetText(byte[] part)
    {
        (_encoding, var mark) = part switch
        {
            [0xFF, 0xFE, ..] => (Encoding.Unicode, 2),
            [0xFE, 0xFF, ..] => (Encoding.BigEndianUnicode, 2),
            [0xEF, 0xBB, 0xBF, ..] => (Encoding.UTF8, 3),
            _ => (new UTF8Encoding(false), 0),
        };
        _hasMark = mark > 0;
        Text = _encoding.GetString(part, mark, part.Length - mark);
    }

    /// <summary>The XML as it was.</summary>
    public string Text { get; }

    public bool IsChanged => _edits.Count > 0;

    /// <summary>Puts <paramref name="replacement"/> in the place of a stretch of the original text.</summary>
    public void Replace(TextSpan span, string replacement) => _edits.Add((span, replacement));

    /// <summary>The part with all replacements made.</summary>
    public byte[] ToBytes()
    {
        var changed = new StringBuilder(Text);
        foreach (var (span, replacement) in _edits.OrderByDescending(edit => edit.Span.Start))
        {
            changed.Remove(span.Start, span.Length).Insert(span.Start, replacement);
        }

        var bytes = _encoding.GetBytes(changed.ToString());
        return _hasMark ? [.. _encoding.GetPreamble(), .. bytes] : bytes;
    }
}

/// <summary>A stretch of text.</summary>
internal readonly record struct TextSpan(int Start, int Length);
