using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Notes.Contents;
using ExcelBudget.Notes.Markup;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Notes.Template;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Compiling;

/// <summary>
/// Turns the template's document into segments. Each control's place is marked in the XML by a processing instruction; the marked
/// XML is cut at the marks once, and what lies between them is kept as bytes.
/// </summary>
internal sealed partial class TemplateCompiler
{
    // marks within attributes stand between two characters that nobody types
    private const char TokenStart = '\uE000';
    private const char TokenEnd = '\uE001';

    private readonly SlotCompiler _slots;
    private readonly StyleIndex _styles;
    private readonly List<Segment> _segments = [];
    private readonly List<TemplateFault> _faults = [];
    private readonly SlotIndex _index;
    private readonly string[] _rows;
    private string _heading = "";

    private TemplateCompiler(RuleBook book, NoteForms forms, XDocument styles, SlotIndex index)
    {
        _styles = new StyleIndex(styles);
        _slots = new SlotCompiler(book, forms, _styles);
        _index = index;
        _rows =
        [
            .. book.Pack.CodeLists.Values.SelectMany(list => list.Entries).Select(entry => entry.Code)
                .Concat(book.Pack.Forms.SelectMany(form => form.Rows).OfType<RowGroup.Fixed>().Where(row => row.Code is not null)
                    .Select(row => row.Key.Value))
                .Distinct(),
        ];
    }

    /// <summary>Compiles a document; its slots are listed in <paramref name="index"/>.</summary>
    public static IReadOnlyList<Segment> Compile(
        XDocument document, XDocument styles, RuleBook book, NoteForms forms, SlotIndex index, List<TemplateFault> faults)
    {
        var compiler = new TemplateCompiler(book, forms, styles, index);
        compiler.Visit(document.Root!, isInProjects: false);
        faults.AddRange(compiler._faults);
        return faults.Count > 0 ? []
            : compiler.Cut(
            $"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{document.Root!.ToString(SaveOptions.DisableFormatting)}");
    }

    private void Visit(XElement parent, bool isInProjects)
    {
        foreach (var child in parent.Elements().ToArray())
        {
            if (child.Name == WordXml.Paragraph && _styles.IsHeading(child)) VisitHeading(child);
            var tag = child.Name == WordXml.Control
                ? child.Element(WordXml.Properties)?.Element(WordXml.Tag)?.Attribute(WordXml.Value)?.Value : null;
            if (string.IsNullOrWhiteSpace(tag)) Visit(child, isInProjects);
            else VisitControl(child, tag, isInProjects);
        }
    }

    /// <summary>Each heading has a bookmark, which the table of contents leads to.</summary>
    private void VisitHeading(XElement heading)
    {
        _heading = WordXml.TextOf(heading);
        var number = Add(new HeadingSegment());
        var properties = heading.Element(WordXml.W + "pPr");
        if (properties is null) heading.AddFirst(Mark('b', number));
        else properties.AddAfterSelf(Mark('b', number));
        heading.Add(Mark('e', number));
    }

    private void VisitControl(XElement control, string tag, bool isInProjects)
    {
        try
        {
            var segment = _slots.Compile(control, SlotTag.Parse(tag), isInProjects);
            if (IsOfRow(tag)) _index.Add(tag, _rows);
            else _index.Add(tag);
            if (segment is ParagraphsSegment) _index.Add($"text:{SlotTag.Parse(tag).About}");
            if (segment is DirectionSegment direction) AddDirection(tag, direction.Words);
            if (segment is not GroupSegment) MarkLeaf(control, tag, segment);
            else MarkGroup(control, tag, segment, isInProjects || segment is ProjectsSegment);
        }
        catch (SlotException problem)
        {
            _faults.Add(new TemplateFault(_heading, tag, problem.Message));
        }
        catch (LanguageException problem)
        {
            _faults.Add(new TemplateFault(_heading, tag, problem.Message));
        }
    }

    private static bool IsOfRow(string tag) => tag.Contains(SlotIndex.ThisRow, StringComparison.Ordinal);

    private void AddDirection(string tag, string[] words)
    {
        if (!IsOfRow(tag)) _index.AddDirection(tag, words);
        else foreach (var row in _rows) _index.AddDirection(tag.Replace(SlotIndex.ThisRow, row, StringComparison.Ordinal), words);
    }

    private int Add(Segment segment)
    {
        _segments.Add(segment);
        return _segments.Count - 1;
    }

    /// <summary>
    /// A group leaves no control in the note; a condition leaves a bookmark, so that a re-issue knows what was said because of it.
    /// </summary>
    private void MarkGroup(XElement control, string tag, Segment segment, bool isInProjects)
    {
        var content = control.Element(WordXml.Content);
        if (content is null) return;
        var number = Add(segment);
        Visit(content, isInProjects);
        XNode[] marked = [Mark('b', number), .. content.Nodes(), Mark('e', number)];
        control.ReplaceWith(segment is ConditionalSegment ? Bookmarked(tag, marked) : marked);
    }

    /// <summary>A control in a sentence stays in the note, named for the reader, so that it can be followed to its cell.</summary>
    private void MarkLeaf(XElement control, string tag, Segment segment)
    {
        var number = Add(segment);
        if (segment is ContentsSegment)
        {
            // LibreOffice shows a link at the start of a control as words, and nobody needs to follow the contents to a cell
            control.ReplaceWith(Mark('s', number));
            return;
        }

        // a name of a row, or a text that is the department's to reword, is followed to no cell
        if (segment is ParagraphsSegment or TableSegment or CellTextSegment or NamesSegment || SlotTag.Parse(tag).Kind == "code")
        {
            // whole paragraphs and tables are marked by bookmarks of their own: LibreOffice doubles what stands in a control around them
            control.ReplaceWith(Mark('s', number));
            return;
        }

        control = SlotControl.WithinParagraph(control);
        if (IsOfRow(tag)) control.Element(WordXml.Properties)!.Element(WordXml.Tag)!.SetAttributeValue(WordXml.Value, OfRow(tag));
        SlotControl.Prepare(control, ToToken(_slots.NameOf(SlotTag.Parse(tag))));
        if (segment is TextSegment text) SlotControl.SetId(control, Token(writer => Whole(text.PrintOf(writer))));
        SlotControl.Holder(control).Add(Mark('s', number));
        if (segment is FigureSegment or DirectionSegment && control.Parent is not null)
            control.ReplaceWith(Bookmarked(tag, new XElement(control)));
    }

    private object[] Bookmarked(string tag, params XNode[] nodes)
    {
        var bookmark = Add(new BookmarkSegment(tag));
        return [Mark('b', bookmark), .. nodes, Mark('e', bookmark)];
    }

    private static string Whole(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The name of a link with its slots as marks within an attribute.</summary>
    private string ToToken(string name)
    {
        foreach (var word in BudgetWords.Known.Where(word => name.Contains($"{{{word}}}", StringComparison.Ordinal)).ToArray())
        {
            name = name.Replace($"{{{word}}}", Token(BudgetWords.Named(word)!), StringComparison.Ordinal);
        }

        return OfRow(name);
    }

    /// <summary>Words about 本行 with its code in the note.</summary>
    private string OfRow(string words) => IsOfRow(words)
        ? words.Replace(SlotIndex.ThisRow, Token(writer => writer.Absolute(SlotIndex.ThisRow)), StringComparison.Ordinal) : words;

    private string Token(Func<NoteWriter, string> words) => $"{TokenStart}s{Add(new AttributeSegment(words))}{TokenEnd}";

    private static XProcessingInstruction Mark(char kind, int number) => new("slot", kind + number.ToString(CultureInfo.InvariantCulture));

    /// <summary>Cuts the marked XML: text between marks, leaves, and groups with what lies between their two marks.</summary>
    private List<Segment> Cut(string xml)
    {
        var open = new Stack<List<Segment>>([[]]);
        var from = 0;
        foreach (Match mark in Marks().Matches(xml))
        {
            if (mark.Index > from) open.Peek().Add(new FixedSegment(Encoding.UTF8.GetBytes(xml[from..mark.Index])));
            from = mark.Index + mark.Length;
            var segment = _segments[int.Parse(mark.Groups[2].ValueSpan, CultureInfo.InvariantCulture)];
            if (mark.Groups[1].Value == "e") ((GroupSegment)segment).Inner = open.Pop();
            else open.Peek().Add(segment);
            if (mark.Groups[1].Value == "b") open.Push([]);
        }

        open.Peek().Add(new FixedSegment(Encoding.UTF8.GetBytes(xml[from..])));
        return open.Pop();
    }

    [GeneratedRegex(@"(?:<\?slot |\uE000)([bes])(\d+)(?:\?>|\uE001)")]
    private static partial Regex Marks();
}
