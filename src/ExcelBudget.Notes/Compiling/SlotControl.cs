using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Compiling;

/// <summary>The content control of a slot as the note keeps it.</summary>
internal static class SlotControl
{
    private static readonly string[] Dropped = ["id", "placeholder", "showingPlcHdr", "dataBinding"];

    /// <summary>Takes what belongs to the template's own copy out, and names the control unless somebody gave it a name.</summary>
    public static void Prepare(XElement control, string name)
    {
        var properties = control.Element(WordXml.Properties)!;
        properties.Elements().Where(property => Array.IndexOf(Dropped, property.Name.LocalName) >= 0).Remove();
        var tag = properties.Element(WordXml.Tag)!;
        if (properties.Element(WordXml.Alias) is not { } alias)
            tag.AddBeforeSelf(new XElement(WordXml.Alias, new XAttribute(WordXml.Value, name)));
        else if (alias.Attribute(WordXml.Value)?.Value == tag.Attribute(WordXml.Value)?.Value)
            alias.SetAttributeValue(WordXml.Value, name);
    }

    /// <summary>Gives the control an id.</summary>
    public static void SetId(XElement control, string id) =>
        control.Element(WordXml.Properties)!.Element(WordXml.Tag)!.AddAfterSelf(
            new XElement(WordXml.W + "id", new XAttribute(WordXml.Value, id)));

    /// <summary>The control's id; null without one.</summary>
    public static int? IdOf(XElement control) =>
        (int?)control.Element(WordXml.Properties)?.Element(WordXml.W + "id")?.Attribute(WordXml.Value);

    /// <summary>Takes the control's id away.</summary>
    public static void RemoveId(XElement control) => control.Element(WordXml.Properties)!.Elements(WordXml.W + "id").Remove();

    /// <summary>Gives the control another name.</summary>
    public static void Rename(XElement control, string name)
    {
        var properties = control.Element(WordXml.Properties)!;
        properties.Elements(WordXml.Alias).Remove();
        properties.Element(WordXml.Tag)!.AddBeforeSelf(new XElement(WordXml.Alias, new XAttribute(WordXml.Value, name)));
    }

    /// <summary>The emptied element that takes what is written into a control within a paragraph.</summary>
    public static XElement Holder(XElement control)
    {
        var content = control.Element(WordXml.Content) ?? new XElement(WordXml.Content);
        if (content.Parent is null) control.Add(content);
        content.RemoveNodes();
        return content;
    }

    /// <summary>True for a control around whole paragraphs, tables or cells.</summary>
    public static bool IsBlock(XElement control) => control.Element(WordXml.Content)?.Descendants(WordXml.Paragraph).Any() == true;

    /// <summary>
    /// A control around a whole paragraph put inside it: Word makes the former when a paragraph is selected to its end, and no program
    /// keeps it as well as one between words.
    /// </summary>
    /// <returns>The control inside the paragraph; the same one when it stands in one already.</returns>
    public static XElement WithinParagraph(XElement control)
    {
        if (!IsBlock(control)) return control;
        var content = control.Element(WordXml.Content)!;
        var paragraph = content.Descendants(WordXml.Paragraph).First();
        content.Elements(WordXml.Paragraph).Where(other => other != paragraph).Remove();
        var words = paragraph.Nodes().Where(node => node is not XElement { Name.LocalName: "pPr" }).ToArray();
        foreach (var node in words) node.Remove();
        var inner = new XElement(WordXml.Control, control.Element(WordXml.Properties), new XElement(WordXml.Content, words));
        paragraph.Add(inner);
        var left = content.Nodes().ToArray();
        content.RemoveNodes();
        control.ReplaceWith(left);
        return inner;
    }
}
