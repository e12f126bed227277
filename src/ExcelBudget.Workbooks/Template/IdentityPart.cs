using System.Text;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Template;

/// <summary>The part with the custom properties of a template: taken apart once, only the identity is put in.</summary>
internal sealed class IdentityPart
{
    // no template holds it: it belongs to no script
    private const string Slot = "\uE000identity\uE000";

    private readonly byte[][] _pieces;

    /// <param name="part">The template's part.</param>
    /// <param name="name">Name of the property that carries the identity.</param>
    public IdentityPart(byte[] part, string name)
    {
        var document = XDocument.Load(new MemoryStream(part));
        foreach (var property in document.Root!.Elements()
            .Where(property => property.Attribute("name")?.Value == name))
        {
            property.Elements().First().Value = Slot;
        }

        var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>" + document.Root.ToString(SaveOptions.DisableFormatting);
        _pieces = [.. xml.Split(Slot).Select(Encoding.UTF8.GetBytes)];
    }

    /// <summary>The part of a workbook.</summary>
    /// <param name="line">Its identity.</param>
    public byte[] Of(string line)
    {
        var told = Encoding.UTF8.GetBytes(new XText(line).ToString());
        return [.. _pieces[0], .. _pieces.Skip(1).SelectMany(piece => told.Concat(piece))];
    }
}
