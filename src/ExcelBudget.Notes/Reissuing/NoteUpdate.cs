using System.Text;
using System.Xml.Linq;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Notes.Compiling;
using ExcelBudget.Notes.Contents;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Reissuing;

/// <summary>Brings the linked figures of an edited note up to date, control by control; words outside controls are not touched.</summary>
internal sealed class NoteUpdate
{
    private readonly NoteWriter _writer;
    private readonly SlotIndex _index;
    private readonly SlotCompiler _slots;
    private readonly ReadingPlace _place;
    private readonly ExpectedNote _expected;
    private readonly Dictionary<string, FormRow> _projects;
    private readonly StyleIndex _styles;
    private readonly List<ReissueRemark> _remarks = [];
    private readonly List<string> _tags = [];
    private readonly HashSet<string> _suggested = new(StringComparer.Ordinal);
    private string? _projectTitle;

    /// <param name="writer">Writes single slots.</param>
    /// <param name="index">The template's slots.</param>
    /// <param name="styles">The note's styles.</param>
    /// <param name="expected">What the template would write.</param>
    public NoteUpdate(NoteWriter writer, SlotIndex index, StyleIndex styles, ExpectedNote expected)
    {
        (_writer, _index, _styles, _expected) = (writer, index, styles, expected);
        _slots = new SlotCompiler(writer.Figures.Book, writer.Forms, styles, DirectionWords);
        _place = new ReadingPlace(styles);
        var rows = writer.Forms.Projects is { } form ? writer.Figures.View(form).Rows : [];
        _projects = rows.Where(row => row.Row is not null)
            .ToDictionary(row => SlotIndex.BookmarkOf(ProjectsSegment.TagOf(row.Row!)), row => row.Row!);
    }

    /// <summary>Updates a document whose links are restored.</summary>
    /// <returns>What a person has to look at.</returns>
    public IReadOnlyList<ReissueRemark> Run(XDocument document)
    {
        _writer.NextBookmark = document.Descendants(WordXml.BookmarkStart).Select(mark => (int?)mark.Attribute(WordXml.W + "id") ?? 0)
            .DefaultIfEmpty(0).Max() + 1;
        Visit(document.Root!);
        return [.. _remarks.Concat(_expected.Lacking(_tags, _suggested)).Distinct()];
    }

    private void Visit(XElement parent)
    {
        foreach (var child in parent.Elements().ToArray())
        {
            if (child.Name == WordXml.Paragraph) Enter(paragraph: child);
            else if (child.Name == WordXml.BookmarkStart) EnterMark(child);
            if (WordXml.TagOf(child) is not { Length: > 0 } tag || !Update(child, tag)) Visit(child);
        }
    }

    /// <summary>A heading that is no project's title ends the projects: where their bookmarks end, not every program keeps.</summary>
    private void Enter(XElement paragraph)
    {
        _place.Enter(paragraph);
        if (_writer.Project is not null && _styles.IsHeading(paragraph) && _styles.NameOf(paragraph) != _projectTitle
            && WordXml.TextOf(paragraph).Length > 0) _writer.Project = null;
    }

    private void EnterMark(XElement start)
    {
        var name = start.Attribute(WordXml.W + "name")?.Value ?? "";
        if (name.StartsWith(HeadingSegment.Bookmark, StringComparison.Ordinal)) _writer.ItemNumber = 0;
        if (_projects.FirstOrDefault(project => name.StartsWith(project.Key, StringComparison.Ordinal)).Value is { } row)
        {
            // LibreOffice repeats the start of a bookmark over several paragraphs
            if (_writer.Project == row) return;
            _projectTitle = _styles.NameOf(
                start.Ancestors(WordXml.Paragraph).FirstOrDefault() ?? start.ElementsAfterSelf(WordXml.Paragraph).FirstOrDefault());
            (_writer.Project, _writer.ProjectNumber) = (row, _writer.ProjectNumber + 1);
        }
        else if (SlotIndex.IsOfSlot(name) && _index.TagOf(name) is null)
        {
            // a project that the workbook has no more
            _writer.Project = null;
        }
        else if (_index.TagOf(name) is { } tag && SlotTag.Parse(tag) is { Kind: not "projects" } slot
            && _slots.ConditionOf(slot) is { } condition && !condition.Holds(_writer))
        {
            NoLongerTrue(start, slot);
        }
    }

    /// <summary>The sentence was written because of a condition that does not hold any more.</summary>
    private void NoLongerTrue(XElement start, SlotTag slot)
    {
        if (start.Parent!.Name != WordXml.Paragraph && start.ElementsAfterSelf(WordXml.Paragraph).FirstOrDefault() is { } next
            && WordXml.TextOf(next).Length == 0) return;
        var instead = _expected.SentenceUnder($"{Opposite(slot.Kind)}:{slot.About}");
        if (instead is not null) _suggested.Add(instead);
        var words = start.Parent.Name == WordXml.Paragraph ? _place.Words
            : WordXml.TextOf(start.ElementsAfterSelf(WordXml.Paragraph).FirstOrDefault() ?? start);
        var paragraph = start.Parent.Name == WordXml.Paragraph ? _place.Paragraph : _place.Paragraph + 1;
        _remarks.Add(new ReissueRemark(_place.Heading, paragraph, words, instead is null
            ? "数据变了，这里的一部分说法已不成立。请核对，改写或删去。"
            : $"数据变了，这里的说法已不成立。按现在的数据应写：“{instead}”。请改写。"));
    }

    private static string Opposite(string kind) => kind switch
    {
        "zero" => "nonzero",
        "nonzero" => "zero",
        "if" => "unless",
        "unless" => "if",
        "given" => "missing",
        "some" => "none",
        "none" => "some",
        "several" => "single",
        "single" => "several",
        "up" => "down",
        "down" => "up",
        "new" or "gone" or "same" or "nil" => "up",
        _ => "given",
    };

    /// <summary>Updates a control; false when its content is to be visited.</summary>
    private bool Update(XElement control, string tag)
    {
        try
        {
            var slot = SlotTag.Parse(tag);
            var segment = _slots.Compile(control, slot, isInProjects: true);
            if (segment is GroupSegment or ContentsSegment) return false;
            _tags.Add(tag);
            if (_writer.Project is null
                && (slot.Kind == "project" || (segment is TableSegment table && table.Form == _writer.Forms.Inner))) _remarks.Add(
                _place.Remark("这个项目不在工作簿中。请核对，并删去它的标题和表。"));
            else if (segment is TextSegment text) UpdateText(control, text);
            else UpdateFigure(control, slot, segment);
        }
        catch (Exception problem) when (problem is SlotException or LanguageException)
        {
            _remarks.Add(_place.Remark($"控件的标记 {tag} 看不懂，没有更新：{problem.Message}"));
        }

        return true;
    }

    private void UpdateFigure(XElement control, SlotTag slot, Segment segment)
    {
        var before = WordXml.TextOf(control);
        if (!Replace(control, segment)) return;
        SlotControl.Rename(control, BudgetWords.Of(_slots.NameOf(slot), _writer));
        var now = WordXml.TextOf(control);
        if (segment is DirectionSegment && now != before) _remarks.Add(_place.Remark($"“{before}”已改为“{now}”。请核对这一段的说法和原因。"));
    }

    /// <summary>A text that nobody reworded follows the workbook; a reworded one is the department's own.</summary>
    private void UpdateText(XElement control, TextSegment text)
    {
        var written = WordXml.TextOf(control);
        var print = SlotControl.IdOf(control);
        var isUntouched = print == Fingerprint.Id(written) || written.Contains(NoteWriter.GapStart, StringComparison.Ordinal);
        var inWorkbook = text.WordsOf(_writer);
        if (isUntouched && (inWorkbook.Length > 0 || written.Contains(NoteWriter.GapStart, StringComparison.Ordinal)))
        {
            if (!Replace(control, text)) return;
            SlotControl.RemoveId(control);
            SlotControl.SetId(control, NoteWriter.Whole(text.PrintOf(_writer)));
        }
        else if (inWorkbook.Length > 0 && print != Fingerprint.Id(inWorkbook) && Fingerprint.Id(written) != Fingerprint.Id(inWorkbook))
        {
            _remarks.Add(_place.Remark($"这段文字改写过，已保留；工作簿里现在写的是“{inWorkbook}”。请核对以哪个为准。"));
        }
    }

    /// <summary>Writes the control anew; false when there is nothing to write.</summary>
    private bool Replace(XElement control, Segment segment)
    {
        _writer.Buffer.CutBackTo(0);
        segment.Write(_writer);
        var nodes = WordXml.Nodes(Encoding.UTF8.GetString(_writer.Buffer.Written));
        if (nodes.Count == 0) return false;
        SlotControl.Holder(control).Add(nodes);
        return true;
    }

    private string[] DirectionWords(XElement control, SlotTag slot)
    {
        var now = WordXml.TextOf(control);
        return _index.DirectionWords($"{slot.Kind}:{slot.About}", now) is { Length: > 0 } words ? words : [now, now, now];
    }
}
