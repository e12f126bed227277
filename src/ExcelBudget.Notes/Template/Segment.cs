using System.Text;
using ExcelBudget.Domain.Budgets;

namespace ExcelBudget.Notes.Template;

/// <summary>A stretch of the compiled template. Segments hold nothing of a budget and are shared between threads.</summary>
internal abstract class Segment
{
    public abstract void Write(NoteWriter writer);
}

/// <summary>Text of the template that stays as it is.</summary>
internal sealed class FixedSegment(byte[] bytes) : Segment
{
    public byte[] Bytes => bytes;

    public override void Write(NoteWriter writer) => writer.Buffer.Raw(bytes);
}

/// <summary>Segments one after the other.</summary>
internal abstract class GroupSegment : Segment
{
    private Segment[] _inner = [];
    private Segment[] _draft = [];

    public IReadOnlyList<Segment> Inner { get => _inner; set => _inner = [.. value]; }

    /// <summary>What it says where only marks are written.</summary>
    public IReadOnlyList<Segment> Draft { get => _draft; set => _draft = [.. value]; }

    protected void WriteInner(NoteWriter writer)
    {
        foreach (var segment in writer.Draft is null ? _inner : _draft) segment.Write(writer);
    }
}

/// <summary>Kept only when its condition holds.</summary>
internal sealed class ConditionalSegment(Func<NoteWriter, bool> holds) : GroupSegment
{
    /// <summary>True when the condition holds in a budget.</summary>
    public bool Holds(NoteWriter writer) => holds(writer);

    public override void Write(NoteWriter writer)
    {
        if (holds(writer)) WriteInner(writer);
    }
}

/// <summary>Its parts with a separator between those that remain.</summary>
internal sealed class JoinSegment(RunFrame frame, string separator) : GroupSegment
{
    public override void Write(NoteWriter writer)
    {
        var isFirst = true;
        foreach (var segment in writer.Draft is null ? Inner : Draft)
        {
            var start = writer.Length;
            if (!isFirst) writer.Run(frame, separator);
            var content = writer.Length;
            segment.Write(writer);
            if (writer.Length == content) writer.CutBackTo(start);
            else isFirst = false;
        }
    }
}

/// <summary>Written once for each project.</summary>
internal sealed class ProjectsSegment : GroupSegment
{
    /// <summary>What one project's stretch of the note is bookmarked by.</summary>
    public static string TagOf(FormRow project) => $"projects:{project.Key.Value}";

    public override void Write(NoteWriter writer)
    {
        var rows = writer.Forms.Projects is { } form ? writer.Figures.View(form).Rows : [];
        foreach (var row in rows.Where(row => row.Row is not null))
        {
            writer.Project = row.Row;
            writer.ProjectNumber++;
            var bookmark = writer.StartBookmark(Encoding.UTF8.GetBytes(SlotIndex.BookmarkOf(TagOf(row.Row!))), isNumbered: true);
            WriteInner(writer);
            writer.EndBookmark(bookmark);
        }

        (writer.Project, writer.ProjectNumber) = (null, 0);
    }
}
