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

    /// <summary>The emptied element that takes what is written: the control's content, or its first paragraph.</summary>
    public static XElement Holder(XElement control, bool keepsParagraph)
    {
        var content = control.Element(WordXml.Content) ?? new XElement(WordXml.Content);
        if (content.Parent is null) control.Add(content);
        var holder = keepsParagraph ? content.Descendants(WordXml.Paragraph).FirstOrDefault() ?? content : content;
        content.Elements(WordXml.Paragraph).Where(paragraph => paragraph != holder).Remove();
        holder.Nodes().Where(node => node is not XElement { Name.LocalName: "pPr" }).Remove();
        return holder;
    }
}
