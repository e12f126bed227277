using System.Runtime.InteropServices;
using System.Text;

namespace ExcelBudget.Notes.Template;

/// <summary>What a note under way says, mark after mark. Reused from note to note by its thread.</summary>
internal sealed class DraftMarks
{
    [ThreadStatic]
    private static DraftMarks? MarksOfThread;

    private readonly List<DraftMark> _marks = [];

    /// <summary>This thread's marks, emptied.</summary>
    public static DraftMarks OfThread()
    {
        var marks = MarksOfThread ??= new DraftMarks();
        marks._marks.Clear();
        return marks;
    }

    /// <summary>How many there are so far.</summary>
    public int Count => _marks.Count;

    /// <summary>Those so far, until more are added.</summary>
    public ReadOnlySpan<DraftMark> Written => CollectionsMarshal.AsSpan(_marks);

    /// <summary>Adds marks of the template.</summary>
    public void Add(DraftMark[] marks) => _marks.AddRange(marks.AsSpan());

    /// <summary>Adds a mark.</summary>
    public void Add(DraftMarkKind kind, string words = "") => _marks.Add(new DraftMark(kind, words));

    /// <summary>Adds words of a run; each end of a line is one, as <see cref="XmlBuffer.Lines"/> writes them.</summary>
    public void AddLines(string words) => Add(DraftMarkKind.Words, Sound(XmlBuffer.AsRead(words.Replace('\r', '\n'))));

    /// <summary>Adds words that stand in one piece of XML.</summary>
    public void AddWords(string words) => Add(DraftMarkKind.Words, Sound(XmlBuffer.AsRead(words)));

    /// <summary>Forgets the marks after a place.</summary>
    public void CutBackTo(int count) => _marks.RemoveRange(count, _marks.Count - count);

    /// <summary>Half a character is replaced where words become bytes.</summary>
    private static string Sound(string words) => words.AsSpan().ContainsAnyInRange('\uD800', '\uDFFF')
        ? Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(words)) : words;
}

/// <summary>What a stretch of the template says.</summary>
/// <param name="marks">Its marks.</param>
internal sealed class MarksSegment(DraftMark[] marks) : Segment
{
    public override void Write(NoteWriter writer) => writer.Draft!.Add(marks);
}

/// <summary>Words of the budget within the tag of a control: the code of 本行.</summary>
/// <param name="words">The words.</param>
internal sealed class TagSegment(AttributeSegment words) : Segment
{
    public override void Write(NoteWriter writer) => writer.Draft!.Add(DraftMarkKind.Tag, words.WordsOf(writer));
}
