namespace ExcelBudget.Notes.Outline;

/// <summary>A stretch of a paragraph: plain words, or a slot with what stands inside it.</summary>
internal abstract record Inline
{
    private Inline()
    {
    }

    public sealed record Wording(string Text) : Inline;

    public sealed record Slot(string Tag, IReadOnlyList<Inline> Content) : Inline;
}

/// <summary>Reads text with slots: «增加{fig:T1[34,2]}万元», and with content «{dir:T1[34,2]|增加/减少}», which may hold slots again.</summary>
internal sealed class InlineText
{
    private readonly string _text;
    private int _at;

    private InlineText(string text) => _text = text;

    /// <summary>Cuts a text into words and slots. A brace without its partner is taken as a word, so that a fault stays visible.</summary>
    public static IReadOnlyList<Inline> Read(string text) => new InlineText(text).ReadUntilClosed(nested: false);

    private List<Inline> ReadUntilClosed(bool nested)
    {
        var found = new List<Inline>();
        while (_at < _text.Length)
        {
            if (_text[_at] == '{') found.Add(ReadSlot());
            else if (nested && _text[_at] == '}') break;
            else found.Add(ReadWords(nested));
        }

        return found;
    }

    private Inline.Wording ReadWords(bool nested)
    {
        var end = _text.AsSpan(_at + 1).IndexOfAny("{}");
        while (end >= 0 && !nested && _text[_at + 1 + end] == '}')
        {
            var more = _text.AsSpan(_at + 2 + end).IndexOfAny("{}");
            end = more < 0 ? -1 : end + 1 + more;
        }

        var stop = end < 0 ? _text.Length : _at + 1 + end;
        var words = _text[_at..stop];
        _at = stop;
        return new Inline.Wording(words);
    }

    private Inline ReadSlot()
    {
        var end = _text.AsSpan(_at).IndexOfAny("|}");
        if (end < 0)
        {
            var rest = _text[_at..];
            _at = _text.Length;
            return new Inline.Wording(rest);
        }

        var tag = _text[(_at + 1)..(_at + end)];
        var hasContent = _text[_at + end] == '|';
        _at += end + 1;
        if (!hasContent) return new Inline.Slot(tag, []);
        var content = ReadUntilClosed(nested: true);
        _at++;
        return new Inline.Slot(tag, content);
    }
}
