using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>批注。The comments of one sheet: those of people, kept as they are, and ours.</summary>
internal sealed class CommentList
{
    private readonly XDocument document;
    private readonly XNamespace ns;
    private readonly XElement authors;
    private readonly XElement list;

    private CommentList(XDocument document)
    {
        this.document = document;
        ns = document.Root!.Name.Namespace;
        authors = Child("authors");
        list = Child("commentList");
    }

    public bool Changed { get; private set; }

    /// <summary>Is no comment left?</summary>
    public bool IsEmpty => !Comments.Any();

    /// <summary>The cells that have a comment, with its words.</summary>
    public IEnumerable<(GridCell Cell, string Text)> Cells =>
        from comment in Comments
        let cell = CellOf(comment)
        where cell is not null
        select (cell.Value, TextOf(comment));

    private IEnumerable<XElement> Comments => list.Elements(ns + "comment");

    /// <summary>Reads the comments part of a sheet.</summary>
    public static CommentList Read(byte[] part) => new(XmlTree.Parse(part));

    public static CommentList Empty(XNamespace ns) =>
        new(new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(ns + "comments")));

    public byte[] ToBytes() => XmlTree.ToBytes(document);

    /// <summary>Takes away what earlier annotations wrote. Returns the cells whose whole comment is gone.</summary>
    public IReadOnlyList<GridCell> RemoveThoseOf(string author)
    {
        var ours = Comments.Where(comment => IsOf(comment, author)).ToList();
        ours.Remove();
        Changed |= ours.Count > 0;
        foreach (var comment in Comments)
        {
            while (NoteText.Find(TextOf(comment), author) is { } span) Cut(comment, span);
        }

        return [.. ours.Select(CellOf).OfType<GridCell>()];
    }

    /// <summary>Says something at a cell: as a comment, or below the one that is there already.</summary>
    public void Add(GridCell cell, string text, string author)
    {
        Changed = true;
        var present = Comments.FirstOrDefault(comment => CellOf(comment) == cell);
        if (present is not null) Append(present, text, author);
        else list.Add(NewComment(cell, text, author));
    }

    private static GridCell? CellOf(XElement comment) =>
        GridCell.TryParse((string?)comment.Attribute("ref") ?? "", out var cell) ? cell : null;

    private XElement NewComment(GridCell cell, string text, string author)
    {
        var headline = NoteText.Headline(author);
        var said = LegalText.Cut(text, NoteText.Limit - headline.Length);
        return new XElement(
            ns + "comment",
            new XAttribute("ref", cell.ToString()),
            new XAttribute("authorId", AuthorId(author)),
            new XElement(ns + "text", NoteText.Run(ns, headline, bold: true), NoteText.Run(ns, said, bold: false)));
    }

    private void Append(XElement comment, string text, string author)
    {
        var body = comment.Element(ns + "text") ?? new XElement(ns + "text");
        if (body.Parent is null) comment.AddFirst(body);
        var room = NoteText.Limit - TextOf(comment).Length;
        var (opening, said, closing) = NoteText.Below(author, text, room);
        // a person's comment that fills the limit by itself stays whole; ours stands in the report
        if (said.Length == 0) return;

        // plain text beside runs is not shown by every program: it becomes a run
        foreach (var plain in body.Elements(ns + "t").ToList()) plain.ReplaceWith(new XElement(ns + "r", new XElement(plain)));
        XElement[] ours =
            [NoteText.Run(ns, opening, bold: true), NoteText.Run(ns, said, bold: false), NoteText.Run(ns, closing, bold: false)];
        if (body.Elements(ns + "r").LastOrDefault() is { } last) last.AddAfterSelf(ours);
        else body.AddFirst(ours);
    }

    private void Cut(XElement comment, TextSpan span)
    {
        Changed = true;
        var position = 0;
        foreach (var words in Words(comment).ToList())
        {
            var (from, length) = (position, words.Value.Length);
            position += length;
            var start = Math.Clamp(span.Start - from, 0, length);
            var end = Math.Clamp(span.Start + span.Length - from, 0, length);
            if (end > start) words.Value = words.Value.Remove(start, end - start);
            if (words.Value.Length == 0 && words.Parent!.Name == ns + "r") words.Parent.Remove();
        }
    }

    private bool IsOf(XElement comment, string author)
    {
        var id = (int?)comment.Attribute("authorId");
        var name = id is { } index ? authors.Elements(ns + "author").ElementAtOrDefault(index)?.Value : null;
        return name == author || TextOf(comment).StartsWith(NoteText.Headline(author), StringComparison.Ordinal);
    }

    private string TextOf(XElement comment) => string.Concat(Words(comment).Select(words => words.Value));

    // phonetic hints (rPh) hold text elements too, which are not words of the comment
    private IEnumerable<XElement> Words(XElement comment) => comment.Elements(ns + "text")
        .SelectMany(body => body.Elements(ns + "t").Concat(body.Elements(ns + "r").Elements(ns + "t")));

    private string AuthorId(string author)
    {
        var names = authors.Elements(ns + "author").Select(element => element.Value).ToList();
        var index = names.IndexOf(author);
        if (index < 0)
        {
            authors.Add(new XElement(ns + "author", author));
            index = names.Count;
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }

    private XElement Child(string name)
    {
        if (document.Root!.Element(ns + name) is { } present) return present;
        var child = new XElement(ns + name);
        if (name == "authors") document.Root.AddFirst(child);
        else document.Root.Add(child);
        return child;
    }
}
