using System.Text;
using System.Xml.Linq;
using ExcelBudget.Notes.Markup;

namespace ExcelBudget.Notes.Tests;

/// <summary>The one-pass reading of a note sees what a reading as a document tree sees.</summary>
public sealed class MarkupTreeTests
{
    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    public void WrittenNote_OnePass_AsTheDocumentTree(string sample)
    {
        using var note = new NoteFile(HebeiNote.Write(Hebei.BudgetOf(sample)).Docx);
        ShouldAgree(note.Word.MainDocumentPart!.Document.OuterXml);
    }

    [Theory]
    [InlineData("<w:p><w:r><w:t>一 &amp;&lt;&gt;&quot;&apos;&#20108;&#x4E09;</w:t></w:r></w:p>")]
    [InlineData("<w:p w:a='1>2' w:b=\"&#34;\"><w:t><![CDATA[<w:t>&amp;]]>后<!-- <w:t>不 --></w:t></w:p>")]
    [InlineData("<?ours <w:p> ?><w:p><w:t>行\r\n行\r行</w:t><w:br/><w:t xml:space=\"preserve\"> </w:t></w:p>")]
    [InlineData("<x:p xmlns:x=\"" + Main + "\"><x:t x:val=\"a\">别的前缀</x:t></x:p><x:p xmlns:x=\"other\"><x:t>别的命名空间</x:t></x:p>")]
    [InlineData("<p xmlns=\"" + Main + "\"><t>默认</t></p><p><t>没有</t></p><w:t ></w:t><w:t\n w:val = \"空白\" />")]
    [InlineData("<w:t>外<w:r><w:t>内</w:t></w:r>外</w:t>")]
    public void OddMarkup_OnePass_AsTheDocumentTree(string body) =>
        ShouldAgree($"<?xml version=\"1.0\"?><!-- 前 --><w:document xmlns:w=\"{Main}\"><w:body>{body}</w:body></w:document>");

    private static void ShouldAgree(string xml)
    {
        var document = XDocument.Parse(xml, LoadOptions.PreserveWhitespace);
        var bytes = Encoding.UTF8.GetBytes(xml);
        using var tree = new MarkupTree(bytes, bytes.Length);
        var elements = document.Descendants().ToArray();
        tree.Count.ShouldBe(elements.Length);
        var words = new MarkupText();
        for (var at = 0; at < elements.Length; at++)
        {
            var element = elements[at];
            tree.Is(at, Encoding.UTF8.GetBytes(element.Name.LocalName)).ShouldBe(element.Name.NamespaceName == Main);
            tree.After(at).ShouldBe(at + element.DescendantsAndSelf().Count());
            words.Clear();
            tree.AddWords(at, words);
            words.ToString().ShouldBe(element.Value);
            foreach (var attribute in element.Attributes().Where(attribute => attribute.Name.NamespaceName == Main))
                tree.Text(at, Encoding.UTF8.GetBytes(attribute.Name.LocalName)).ShouldBe(attribute.Value);
            tree.Text(at, "missing"u8).ShouldBeNull();
        }
    }
}
