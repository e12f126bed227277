using System.Xml.Linq;

namespace ExcelBudget.Notes.Compiling;

/// <summary>The content control of a slot as the note keeps it.</summary>
internal static class SlotControl
{
    private static readonly string[] Dropped = ["id", "placeholder", "showingPlcHdr", "dataBinding"];

    /// <summary>Takes what belongs to the template's own copy out, and names the control unless somebody gave it a name.</summary>
    public static void Prepare(XElement control, string name)
    {
        var properties = control.Element(Xml.Properties)!;
        properties.Elements().Where(property => Array.IndexOf(Dropped, property.Name.LocalName) >= 0).Remove();
        var tag = properties.Element(Xml.Tag)!;
        if (properties.Element(Xml.Alias) is not { } alias) tag.AddBeforeSelf(new XElement(Xml.Alias, new XAttribute(Xml.Value, name)));
        else if (alias.Attribute(Xml.Value)?.Value == tag.Attribute(Xml.Value)?.Value) alias.SetAttributeValue(Xml.Value, name);
    }

    /// <summary>Gives the control an id.</summary>
    public static void SetId(XElement control, string id) =>
        control.Element(Xml.Properties)!.Element(Xml.Tag)!.AddAfterSelf(new XElement(Xml.W + "id", new XAttribute(Xml.Value, id)));

    /// <summary>The control's id; null without one.</summary>
    public static int? IdOf(XElement control) => (int?)control.Element(Xml.Properties)?.Element(Xml.W + "id")?.Attribute(Xml.Value);

    /// <summary>Takes the control's id away.</summary>
    public static void RemoveId(XElement control) => control.Element(Xml.Properties)!.Elements(Xml.W + "id").Remove();

    /// <summary>Gives the control another name.</summary>
    public static void Rename(XElement control, string name)
    {
        var properties = control.Element(Xml.Properties)!;
        properties.Elements(Xml.Alias).Remove();
        properties.Element(Xml.Tag)!.AddBeforeSelf(new XElement(Xml.Alias, new XAttribute(Xml.Value, name)));
    }

    /// <summary>The emptied element that takes what is written: the control's content, or its first paragraph.</summary>
    public static XElement Holder(XElement control, bool keepsParagraph)
    {
        var content = control.Element(Xml.Content) ?? new XElement(Xml.Content);
        if (content.Parent is null) control.Add(content);
        var holder = keepsParagraph ? content.Descendants(Xml.Paragraph).FirstOrDefault() ?? content : content;
        content.Elements(Xml.Paragraph).Where(paragraph => paragraph != holder).Remove();
        holder.Nodes().Where(node => node is not XElement { Name.LocalName: "pPr" }).Remove();
        return holder;
    }
}
