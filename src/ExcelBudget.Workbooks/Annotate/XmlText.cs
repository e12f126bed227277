using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>XML parts as documents and back, losing nothing a program may have put there.</summary>
internal static partial class XmlText
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

    /// <summary>The text with «\n» as line end and without what XML 1.0 cannot hold (control characters, halves of surrogate pairs).</summary>
    public static string Clean(string text)
    {
        var clean = new StringBuilder(text.Length);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsSurrogatePair(text, i)) clean.Append(text[i]).Append(text[++i]);
            else if (text[i] == '\r') clean.Append(i + 1 < text.Length && text[i + 1] == '\n' ? "" : "\n");
            else if (XmlConvert.IsXmlChar(text[i])) clean.Append(text[i]);
        }

        return clean.ToString();
    }

    /// <summary>The cut text: at most <paramref name="limit"/> characters, with an ellipsis when something was left out.</summary>
    public static string Cut(string text, int limit)
    {
        if (text.Length <= limit) return text;
        var end = Math.Max(0, limit - 1);
        if (end > 0 && char.IsHighSurrogate(text[end - 1])) end--;
        return text[..end] + (limit > 0 ? "…" : "");
    }

    /// <summary>Text of a cell or comment as the format wants it: «_x000D_» typed by a person must not turn into a line end.</summary>
    public static string Escape(string text) => EscapedCharacter().Replace(text, "_x005F$0");

    [GeneratedRegex("_x[0-9A-Fa-f]{4}_")]
    private static partial Regex EscapedCharacter();
}
