using System.Xml.Linq;
using ExcelBudget.Notes.Reading;

namespace ExcelBudget.Notes.Checking.Annotating;

/// <summary>
/// Places comments in one paragraph. Runs that stand in the paragraph itself are split at the words; words in a content control,
/// link or field are marked with the whole of it, since nothing inside it is ours to cut.
/// </summary>
/// <param name="paragraph">The paragraph.</param>
internal sealed class CommentAnchors(NoteParagraph paragraph)
{
    private readonly XNamespace _w = paragraph.Element.Name.Namespace;
    private readonly List<NotePiece> _pieces = [.. paragraph.Pieces];

    /// <summary>Marks words with a comment.</summary>
    /// <param name="start">First character.</param>
    /// <param name="length">How many; 0 marks the beginning of the paragraph.</param>
    /// <param name="id">The comment.</param>
    public void Add(int start, int length, string id)
    {
        var reference = new XElement(_w + "r", new XElement(_w + "commentReference", Id(id)));
        var covered = _pieces.Where(piece => piece.Start < start + length && start < piece.Start + piece.Length).ToArray();
        if (covered.Length == 0)
        {
            First(reference, id);
            return;
        }

        Cut(start + length);
        var first = Cut(start) ?? covered[0];
        var from = Child(first.Run);
        var to = Child(_pieces.Last(piece => piece.Start < start + length && start < piece.Start + piece.Length).Run);
        from.AddBeforeSelf(new XElement(_w + "commentRangeStart", Id(id)));
        to.AddAfterSelf(new XElement(_w + "commentRangeEnd", Id(id)), reference);
    }

    private void First(XElement reference, string id)
    {
        var content = new XElement[] { new(_w + "commentRangeStart", Id(id)), new(_w + "commentRangeEnd", Id(id)), reference };
        if (paragraph.Element.Element(_w + "pPr") is { } properties) properties.AddAfterSelf(content);
        else paragraph.Element.AddFirst(content);
    }

    private XAttribute Id(string id) => new(_w + "id", id);

    /// <summary>The element of the paragraph itself that holds a run.</summary>
    private XElement Child(XElement run) => run.AncestorsAndSelf().First(element => element.Parent == paragraph.Element);

    /// <summary>
    /// Cuts the run around a character in two; returns the piece that begins there, or the one that cannot be cut; null when no run is
    /// around it.
    /// </summary>
    private NotePiece? Cut(int at)
    {
        var index = _pieces.FindIndex(known => known.Start < at && at < known.Start + known.Length);
        if (index < 0) return _pieces.Exists(known => known.Start == at) ? _pieces.Find(known => known.Start == at) : null;
        var piece = _pieces[index];
        var isCuttable = piece.Words is not null && piece.Run.Parent == paragraph.Element && piece.Run.Elements()
            .All(element => element.Name == _w + "rPr" || element == piece.Words);
        if (!isCuttable) return piece;
        var (left, right) = (piece.Words!.Value[..(at - piece.Start)], piece.Words.Value[(at - piece.Start)..]);
        var run = new XElement(piece.Run);
        SetWords(piece.Words, left);
        SetWords(run.Element(_w + "t")!, right);
        piece.Run.AddAfterSelf(run);
        var rest = new NotePiece(run, run.Element(_w + "t"), at, right.Length);
        _pieces[index] = piece with { Length = left.Length };
        _pieces.Insert(index + 1, rest);
        return rest;
    }

    private static void SetWords(XElement words, string text)
    {
        words.Value = text;
        words.SetAttributeValue(XNamespace.Xml + "space", "preserve");
    }
}
