using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>XML parts as documents and back, losing nothing a program may have put there.</summary>
internal static class XmlPart
{
    /// <summary>How every part is read: no document type, nothing fetched from outside.</summary>
    public static XmlReaderSettings ReaderSettings => new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null };

    /// <summary>The part as a document, white space included.</summary>
    /// <exception cref="XmlException">It is not well-formed.</exception>
    public static XDocument Parse(byte[] part)
    {
        using var reader = XmlReader.Create(new MemoryStream(part), ReaderSettings);
        return XDocument.Load(reader, LoadOptions.PreserveWhitespace);
    }

    /// <summary>The document as UTF-8, as it stands: no indents; line ends within texts survive on every system.</summary>
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
