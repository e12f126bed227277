using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Notes.Outline;

namespace ExcelBudget.Notes.Building;

/// <summary>The body of the template from the outline's parts; a change between upright and landscape pages begins a section.</summary>
/// <param name="pack">The pack, for the titles and second lines of its forms.</param>
internal sealed class BodyBuilder(Pack pack)
{
    private bool _landscape;
    private bool _hasCover;

    public Body Build(IReadOnlyList<NotePart> parts)
    {
        var body = new Body();
        _hasCover = parts is [NotePart.Paragraph { Role: ParagraphRole.Cover }, ..];
        foreach (var part in parts)
        {
            var wanted = part is NotePart.Form { Landscape: true };
            if (wanted != _landscape && body.HasChildren) body.Append(SectionEnd());
            _landscape = wanted;
            body.Append(Elements(part));
        }

        body.Append(Section());
        return body;
    }

    private IEnumerable<OpenXmlElement> Elements(NotePart part) => part switch
    {
        NotePart.Paragraph paragraph => [ParagraphBuilder.Paragraph(NoteStyles.IdOf(paragraph.Role), paragraph.Text)],
        NotePart.Form form => Form(form),
        NotePart.ProjectTable table =>
            [Table(string.Join('+', table.Above.Prepend(table.Id.Value)), small: true),
            ParagraphBuilder.Paragraph(NoteStyles.AfterTable, "")],
        NotePart.Narrative text =>
            [ParagraphBuilder.Block($"text:{text.Section}", [ParagraphBuilder.Paragraph("NoteBody", $"〔{text.Section}〕")])],
        NotePart.Contents contents =>
        [
            ParagraphBuilder.Paragraph(NoteStyles.ContentsTitle, contents.Title),
            ParagraphBuilder.Block("toc", [ParagraphBuilder.Paragraph(NoteStyles.ContentsLine, "〔toc〕")]),
        ],
        NotePart.Group group => [ParagraphBuilder.Block(group.Tag, group.Parts.SelectMany(Elements))],
        _ => throw new InvalidOperationException($"Unknown part {part}"),
    };

    private IEnumerable<OpenXmlElement> Form(NotePart.Form part)
    {
        if (pack.Form(part.Id) is not { } form)
        {
            yield return Table(part.Id.Value, part.Small);
            yield break;
        }

        var title = ParagraphBuilder.Paragraph(part.OwnPage ? NoteStyles.FormTitle : NoteStyles.TableCaption, Title(form));
        if (form.NumberLine is { } number) yield return NumberLine(number, title, part.OwnPage);
        yield return title;
        if (form.SecondLine.Count > 0) yield return SecondLine(form, PageSetup.TextWidth(part.Landscape));
        yield return Table(part.Id.Value, part.Small);
        if (!part.OwnPage && !part.Landscape) yield return ParagraphBuilder.Paragraph(NoteStyles.AfterTable, "");
    }

    /// <summary>The line above the title, which takes its new page over.</summary>
    private static Paragraph NumberLine(string number, Paragraph title, bool ownPage)
    {
        var line = ParagraphBuilder.Paragraph(NoteStyles.SecondLine, number.Replace("{unitName}", "{unit}", StringComparison.Ordinal));
        if (!ownPage) return line;
        line.ParagraphProperties!.PageBreakBefore = new PageBreakBefore();
        title.ParagraphProperties!.PageBreakBefore = new PageBreakBefore { Val = false };
        return line;
    }

    private static string Title(FormDefinition form) =>
        form.PrintedTitle?.Replace("{unitName}", "{unit}", StringComparison.Ordinal) ?? form.Title;

    private static SdtBlock Table(string form, bool small) => ParagraphBuilder.Block(
        $"table:{form}", [ParagraphBuilder.Paragraph(small ? NoteStyles.TableTextSmall : NoteStyles.TableText, $"〔table:{form}〕")]);

    /// <summary>Left, middle and right of a form's second line, set by tab stops.</summary>
    private static Paragraph SecondLine(FormDefinition form, int width)
    {
        var text = string.Join('\t', form.SecondLine)
            .Replace("{unit}", "{unitCode}{unit}", StringComparison.Ordinal)
            .Replace("{money}", form.Money.Title(), StringComparison.Ordinal);
        var paragraph = ParagraphBuilder.Paragraph(NoteStyles.SecondLine, text);
        paragraph.ParagraphProperties!.Append(new Tabs(
            new TabStop { Val = TabStopValues.Center, Position = width * 68 / 100 },
            new TabStop { Val = TabStopValues.Right, Position = width }));
        foreach (var words in paragraph.Descendants<Text>().Where(words => words.Text.Contains('\t', StringComparison.Ordinal)).ToArray())
            SplitTabs(words);
        return paragraph;
    }

    private static void SplitTabs(Text words)
    {
        var pieces = words.Text.Split('\t');
        for (var piece = 0; piece < pieces.Length; piece++)
        {
            if (piece > 0) words.InsertBeforeSelf(new TabChar());
            if (pieces[piece].Length > 0) words.InsertBeforeSelf(new Text(pieces[piece]) { Space = SpaceProcessingModeValues.Preserve });
        }

        words.Remove();
    }

    private Paragraph SectionEnd() =>
        new(new ParagraphProperties(new ParagraphStyleId { Val = NoteStyles.Spacer }, Section()));

    /// <summary>The properties of the section that ends; the cover is in the first.</summary>
    private SectionProperties Section()
    {
        var section = PageSetup.Section(_landscape, _hasCover);
        _hasCover = false;
        return section;
    }
}
