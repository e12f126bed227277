using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using ExcelBudget.Notes.Tables;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Notes.Compiling;

/// <summary>
/// Turns the template's document into segments. Each control's place is marked in the XML by a processing instruction; the marked
/// XML is cut at the marks once, and what lies between them is kept as bytes.
/// </summary>
internal sealed partial class TemplateCompiler
{
    private readonly SlotCompiler _slots;
    private readonly StyleIndex _styles;
    private readonly List<Segment> _segments = [];
    private readonly List<TemplateFault> _faults = [];
    private string _heading = "";

    private TemplateCompiler(RuleBook book, NoteForms forms, XDocument styles)
    {
        _styles = new StyleIndex(styles);
        _slots = new SlotCompiler(book, forms, _styles);
    }

    /// <summary>Compiles a document.</summary>
    public static IReadOnlyList<Segment> Compile(XDocument document, XDocument styles, RuleBook book, NoteForms forms, List<TemplateFault> faults)
    {
        var compiler = new TemplateCompiler(book, forms, styles);
        compiler.Visit(document.Root!, isInProjects: false);
        faults.AddRange(compiler._faults);
        return faults.Count > 0 ? [] : compiler.Cut($"<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>{document.Root!.ToString(SaveOptions.DisableFormatting)}");
    }

    private void Visit(XElement parent, bool isInProjects)
    {
        foreach (var child in parent.Elements().ToArray())
        {
            if (child.Name == Xml.Paragraph && _styles.IsHeading(child)) _heading = Xml.TextOf(child);
            var tag = child.Name == Xml.Control ? child.Element(Xml.Properties)?.Element(Xml.Tag)?.Attribute(Xml.Value)?.Value : null;
            if (string.IsNullOrWhiteSpace(tag)) Visit(child, isInProjects);
            else VisitControl(child, tag, isInProjects);
        }
    }

    private void VisitControl(XElement control, string tag, bool isInProjects)
    {
        try
        {
            var segment = _slots.Compile(control, SlotTag.Parse(tag), isInProjects);
            _segments.Add(segment);
            var number = _segments.Count - 1;
            if (segment is GroupSegment) MarkGroup(control, number, isInProjects || segment is ProjectsSegment);
            else MarkLeaf(control, number, keepsParagraph: segment is not (ParagraphsSegment or TableSegment));
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

    /// <summary>A group leaves no trace of its own in the note: its content stands between two marks.</summary>
    private void MarkGroup(XElement control, int number, bool isInProjects)
    {
        var content = control.Element(Xml.Content);
        if (content is null) return;
        Visit(content, isInProjects);
        control.ReplaceWith(Mark('b', number), content.Nodes(), Mark('e', number));
    }

    /// <summary>Any other control stays in the note, so that its words can be followed to the tag.</summary>
    private static void MarkLeaf(XElement control, int number, bool keepsParagraph)
    {
        control.Element(Xml.Properties)!.Elements()
            .Where(property => property.Name.LocalName is "id" or "placeholder" or "showingPlcHdr" or "dataBinding")
            .Remove();
        var content = control.Element(Xml.Content) ?? new XElement(Xml.Content);
        if (content.Parent is null) control.Add(content);
        var holder = keepsParagraph ? content.Descendants(Xml.Paragraph).FirstOrDefault() ?? content : content;
        content.Elements(Xml.Paragraph).Where(paragraph => paragraph != holder).Remove();
        holder.Nodes().Where(node => node is not XElement { Name.LocalName: "pPr" }).Remove();
        holder.Add(Mark('s', number));
    }

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

    [GeneratedRegex(@"<\?slot ([bes])(\d+)\?>")]
    private static partial Regex Marks();
}
