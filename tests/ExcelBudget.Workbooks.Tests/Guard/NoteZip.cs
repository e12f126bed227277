namespace ExcelBudget.Workbooks.Tests.Guard;

/// <summary>A small hand-made note whose parts a test can replace, spoil or leave out.</summary>
internal static class NoteZip
{
    public const string DocumentPart = "word/document.xml";

    private const string Main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";

    /// <summary>A document with the given body.</summary>
    public static WorkbookZip WithBody(string body) => new WorkbookZip()
        .With("[Content_Types].xml",
            """<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">"""
                + """<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>"""
                + """<Default Extension="xml" ContentType="application/xml"/>"""
                + """<Override PartName="/word/document.xml" """
                + """ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>""")
        .With("_rels/.rels", WorkbookZip.LinksXml(
            $"""<Relationship Id="rId1" Type="{WorkbookZip.Links}/officeDocument" Target="word/document.xml"/>"""))
        .With(DocumentPart, $"""<w:document xmlns:w="{Main}"><w:body>{body}</w:body></w:document>""")
        .With("word/styles.xml", $"""<w:styles xmlns:w="{Main}"/>""");

    /// <summary>Elements inside one another.</summary>
    public static string Nested(int depth) =>
        string.Concat(Enumerable.Repeat("<w:sdt>", depth)) + string.Concat(Enumerable.Repeat("</w:sdt>", depth));
}
