using System.Globalization;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>批注。The comments of one sheet: those of people, kept as they are, and ours.</summary>
internal sealed class CommentList
{
    private readonly XDocument _document;
    private readonly XNamespace _ns;
    private readonly XElement _authors;
    private readonly XElement _list;

    private CommentList(XDocument document)
    {
        this._document = document;
        _ns = document.Root!.Name.Namespace;
        _authors = Child("authors");
        _list = Child("commentList");
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

    private IEnumerable<XElement> Comments => _list.Elements(_ns + "comment");

    /// <summary>Reads the comments part of a sheet.</summary>
    public static CommentList Read(byte[] part) => new(XmlTree.Parse(part));

    public static CommentList Empty(XNamespace ns) =>
        new(new XDocument(new XDeclaration("1.0", "UTF-8", "yes"), new XElement(ns + "comments")));

    public byte[] ToBytes() => XmlTree.ToBytes(_document);

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
        else _list.Add(NewComment(cell, text, author));
    }

    private static GridCell? CellOf(XElement comment) =>
        GridCell.TryParse((string?)comment.Attribute("ref") ?? "", out var cell) ? cell : null;

    private XElement NewComment(GridCell cell, string text, string author)
    {
        var headline = NoteText.Headline(author);
        var said = LegalText.Cut(text, NoteText.Limit - headline.Length);
        return new XElement(
            _ns + "comment",
            new XAttribute("ref", cell.ToString()),
            new XAttribute("authorId", AuthorId(author)),
            new XElement(_ns + "text", NoteText.Run(_ns, headline, bold: true), NoteText.Run(_ns, said, bold: false)));
    }

    private void Append(XElement comment, string text, string author)
    {
        var body = comment.Element(_ns + "text") ?? new XElement(_ns + "text");
        if (body.Parent is null) comment.AddFirst(body);
        var room = NoteText.Limit - TextOf(comment).Length;
        var (opening, said, closing) = NoteText.Below(author, text, room);
        // a person's comment that fills the limit by itself stays whole; ours stands in the report
        if (said.Length == 0) return;

        // plain text beside runs is not shown by every program: it becomes a run
        foreach (var plain in body.Elements(_ns + "t").ToList()) plain.ReplaceWith(new XElement(_ns + "r", new XElement(plain)));
        XElement[] ours =
            [NoteText.Run(_ns, opening, bold: true), NoteText.Run(_ns, said, bold: false), NoteText.Run(_ns, closing, bold: false)];
        if (body.Elements(_ns + "r").LastOrDefault() is { } last) last.AddAfterSelf(ours);
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
            if (words.Value.Length == 0 && words.Parent!.Name == _ns + "r") words.Parent.Remove();
        }
    }

    private bool IsOf(XElement comment, string author)
    {
        var id = (int?)comment.Attribute("authorId");
        var name = id is { } index ? _authors.Elements(_ns + "author").ElementAtOrDefault(index)?.Value : null;
        return name == author || TextOf(comment).StartsWith(NoteText.Headline(author), StringComparison.Ordinal);
    }

    private string TextOf(XElement comment) => string.Concat(Words(comment).Select(words => words.Value));

    // phonetic hints (rPh) hold text elements too, which are not words of the comment
    private IEnumerable<XElement> Words(XElement comment) => comment.Elements(_ns + "text")
        .SelectMany(body => body.Elements(_ns + "t").Concat(body.Elements(_ns + "r").Elements(_ns + "t")));

    private string AuthorId(string author)
    {
        var names = _authors.Elements(_ns + "author").Select(element => element.Value).ToList();
        var index = names.IndexOf(author);
        if (index < 0)
        {
            _authors.Add(new XElement(_ns + "author", author));
            index = names.Count;
        }

        return index.ToString(CultureInfo.InvariantCulture);
    }

    private XElement Child(string name)
    {
        if (_document.Root!.Element(_ns + name) is { } present) return present;
        var child = new XElement(_ns + name);
        if (name == "authors") _document.Root.AddFirst(child);
        else _document.Root.Add(child);
        return child;
    }
}
