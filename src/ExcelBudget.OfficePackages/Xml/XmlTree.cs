using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ExcelBudget.OfficePackages.Xml;

/// <summary>XML parts as trees and back, losing nothing a program may have put there.</summary>
public static class XmlTree
{
    /// <summary>How every part is read: no document type, nothing fetched from outside.</summary>
    public static XmlReaderSettings ReaderSettings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The part as a tree, white space included.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static XDocument Parse(byte[] part)
    {
        using var reader = XmlReader.Create(new MemoryStream(part, writable: false), ReaderSettings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>
    /// The tree as UTF-8 without a byte order mark, as it stands: no indents; line ends within texts survive on every system.
    /// </summary>
    public static byte[] ToBytes(XDocument document)
    {
        var settings = new XmlWriterSettings
        {
            Encoding = new UTF8Encoding(false),
            NewLineHandling = NewLineHandling.Entitize,
            OmitXmlDeclaration = document.Declaration is null,
        };
        var stream = new MemoryStream();
        using (var writer = XmlWriter.Create(stream, settings)) document.Save(writer);
        return stream.ToArray();
    }
}
