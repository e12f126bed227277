using System.Xml;
using ExcelBudget.OfficePackages.Parts;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>
/// Puts notes at the cells of one sheet, beside the comments people wrote, in the place of those an earlier annotation wrote.
/// </summary>
internal sealed class SheetAnnotation
{
    private readonly PackageEdit _parts;
    private readonly WorkbookSheet _sheet;
    private readonly SheetText _text;
    private readonly Relationships _relationships;

    public SheetAnnotation(PackageEdit parts, WorkbookSheet sheet)
    {
        this._parts = parts;
        this._sheet = sheet;
        _relationships = parts.LinksOf(sheet.Part);
        _text = new SheetText(parts.Read(sheet.Part) ?? throw new InvalidDataException($"The workbook has no part {sheet.Part}."));
    }

    /// <summary>Makes the notes, and takes the sheet's tab out of the selection: two selected tabs would be edited together.</summary>
    public void Make(IReadOnlyList<CellNote> notes, IReadOnlyCollection<string> authors)
    {
        var comments = _relationships.OfKind("comments");
        var touchesComments = _sheet.IsWorksheet && (notes.Count > 0 || comments is not null);
        var markup = SheetScanner.Scan(_text.Text, onlyViews: !touchesComments);
        foreach (var mark in markup.SelectedMarks) _text.Replace(mark, "0");
        if (touchesComments) MakeComments(markup, comments?.Target, notes, authors);
        if (_text.IsChanged) _parts.Write(_sheet.Part, _text.ToBytes());
    }

    private void MakeComments(SheetMarkup markup, string? commentsPart, IReadOnlyList<CellNote> notes, IReadOnlyCollection<string> authors)
    {
        CommentList comments;
        CommentBoxes boxes;
        var drawing = _relationships.WithId(markup.LegacyDrawingId);
        try
        {
            comments = commentsPart is not null && _parts.Read(commentsPart) is { } part
                ? CommentList.Read(part)
                : CommentList.Empty(markup.Namespace);
            boxes = drawing is not null && _parts.Read(drawing.Target) is { } vml
                ? CommentBoxes.Read(vml, markup.Geometry, _sheet.Number)
                : CommentBoxes.Empty(markup.Geometry, _sheet.Number);
        }
        catch (XmlException)
        {
            // what cannot be read cannot be added to without loss: these notes stand in the report only
            return;
        }

        var removed = authors.SelectMany(comments.RemoveThoseOf).ToList();
        var changed = AddNotes(comments, markup, notes);
        if (!comments.Changed) return;

        boxes.Remove(removed);
        boxes.Fit(comments.Cells, changed);
        SaveComments(comments, commentsPart);
        SaveBoxes(boxes, drawing, markup);
    }

    private static HashSet<GridCell> AddNotes(CommentList comments, SheetMarkup markup, IReadOnlyList<CellNote> notes)
    {
        var changed = new HashSet<GridCell>();
        var byCell = from note in notes
                     let cell = GridCell.TryParse(note.Cell, out var parsed) ? markup.Visible(parsed) : (GridCell?)null
                     where cell is not null
                     group note by (cell.Value, Author: LegalText.Clean(note.Author));
        foreach (var group in byCell)
        {
            comments.Add(
                group.Key.Value, string.Join("\n", group.Select(note => LegalText.Clean(note.Text)).Distinct()), group.Key.Author);
            changed.Add(group.Key.Value);
        }

        return changed;
    }

    private void SaveComments(CommentList comments, string? part)
    {
        if (!comments.IsEmpty)
        {
            part ??= AddPart("comments", "xl/comments{0}.xml").Part;
            _parts.Types.Declare(part, PartTypes.Comments);
            _parts.Write(part, comments.ToBytes());
        }
        else if (part is not null)
        {
            _relationships.Remove(_relationships.OfKind("comments")!);
            _parts.Remove(part);
        }
    }

    private void SaveBoxes(CommentBoxes boxes, Relationship? drawing, SheetMarkup markup)
    {
        if (boxes.IsEmpty)
        {
            if (drawing is not null) RemoveDrawing(drawing);
            if (markup.LegacyDrawing is { } span) _text.Replace(span, "");
            return;
        }

        if (drawing is null)
        {
            // an element that points nowhere keeps its id and gets its drawing
            var (id, part) = AddPart("vmlDrawing", "xl/drawings/vmlDrawing{0}.vml", markup.LegacyDrawingId);
            drawing = new Relationship(id, Dialect.Transitional.RelationshipType("vmlDrawing"), part);
            var place = markup.LegacyDrawing ?? new TextSpan(markup.LegacyDrawingPlace, 0);
            _text.Replace(place, markup.LegacyDrawingElement(id));
        }

        _parts.Types.DeclareVml(drawing.Target);
        _parts.Write(drawing.Target, boxes.ToBytes());
    }

    private void RemoveDrawing(Relationship drawing)
    {
        _relationships.Remove(drawing);
        _parts.Remove(drawing.Target);
        _parts.Remove(Relationships.NameFor(drawing.Target));
    }

    private (string Id, string Part) AddPart(string kind, string pattern, string? id = null)
    {
        var part = _parts.FreeName(pattern);
        // VML is no part of the Strict standard: Excel points to it by the usual type there too
        var dialect = kind == "vmlDrawing" ? Dialect.Transitional : _sheet.Dialect;
        return (_relationships.Add(dialect.RelationshipType(kind), part, id), part);
    }
}
