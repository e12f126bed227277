using System.Text;

namespace ExcelBudget.Notes.Template;

/// <summary>Its parts within a bookmark of their own; nothing at all when they write nothing.</summary>
/// <param name="tag">The tag it is named after; a running number follows.</param>
internal sealed class BookmarkSegment(string tag) : GroupSegment
{
    private readonly bool _isOfRow = tag.Contains(SlotIndex.ThisRow, StringComparison.Ordinal);
    private readonly byte[] _name = Encoding.UTF8.GetBytes(SlotIndex.BookmarkOf(tag));

    public override void Write(NoteWriter writer)
    {
        var start = writer.Length;
        var name = _isOfRow ? Encoding.UTF8.GetBytes(SlotIndex.BookmarkOf(writer.Absolute(tag))) : _name;
        var id = writer.StartBookmark(name, isNumbered: true);
        var content = writer.Length;
        WriteInner(writer);
        if (writer.Length == content) writer.CutBackTo(start);
        else writer.EndBookmark(id);
    }
}

/// <summary>A heading: bookmarked, and items below it are numbered from 1 again.</summary>
internal sealed class HeadingSegment : GroupSegment
{
    /// <summary>Start of the name of a heading's bookmark; a running number follows.</summary>
    public const string Bookmark = "EB_sec_";

    private static readonly byte[] Name = Encoding.UTF8.GetBytes(Bookmark);

    public override void Write(NoteWriter writer)
    {
        writer.ItemNumber = 0;
        var id = writer.StartBookmark(Name, isNumbered: true);
        WriteInner(writer);
        writer.EndBookmark(id);
    }
}

/// <summary>Words within an attribute: the year in the name of a link, the fingerprint of a text.</summary>
internal sealed class AttributeSegment(Func<NoteWriter, string> words) : Segment
{
    public string WordsOf(NoteWriter writer) => words(writer);

    public override void Write(NoteWriter writer) => writer.Buffer.Words(words(writer));
}
