using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Benchmarks.Materials;

namespace ExcelBudget.Benchmarks.Peers;

/// <summary>
/// The note as one writes it on the first day: open the template, append paragraphs and tables to the body, save. It is given its
/// words ready, so that it computes no figure and looks nothing up.
/// </summary>
internal sealed class SdkNote(MaterialFolder folder) : IPeer
{
    private readonly byte[] _template = File.ReadAllBytes(folder.NoteTemplate);
    private readonly IReadOnlyList<NoteBlock> _blocks = NoteScript.Read(folder.NoteScript);
    private byte[] _last = [];

    public void Once()
    {
        using var stream = new MemoryStream();
        stream.Write(_template);
        using (var word = WordprocessingDocument.Open(stream, isEditable: true))
        {
            var body = word.MainDocumentPart!.Document.Body!;
            var page = body.Elements<SectionProperties>().LastOrDefault()?.CloneNode(true);
            body.RemoveAllChildren();
            foreach (var block in _blocks) body.AppendChild(block is TableBlock table ? Table(table) : Paragraph((ParagraphBlock)block));
            if (page is not null) body.AppendChild(page);
        }

        _last = stream.ToArray();
    }

    public byte[] Output() => _last;

    private static OpenXmlElement Table(TableBlock block)
    {
        var table = new Table(
            new TableProperties(
                new TableStyle { Val = block.Style },
                new TableWidth { Width = Text(block.Widths.Sum()), Type = TableWidthUnitValues.Dxa },
                new TableJustification { Val = TableRowAlignmentValues.Center },
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(block.Widths.Select(width => new GridColumn { Width = Text(width) })));
        foreach (var row in block.Rows) table.AppendChild(Row(row));
        return table;
    }

    private static TableRow Row(RowBlock block)
    {
        var properties = new TableRowProperties(new CantSplit(), new TableRowHeight { Val = 400 });
        if (block.IsHead) properties.AppendChild(new TableHeader());
        var row = new TableRow(properties);
        foreach (var cell in block.Cells) row.AppendChild(Cell(cell));
        return row;
    }

    private static TableCell Cell(CellBlock block)
    {
        var properties = new TableCellProperties(new TableCellWidth { Width = Text(block.Width), Type = TableWidthUnitValues.Dxa });
        if (block.Span > 1) properties.AppendChild(new GridSpan { Val = block.Span });
        if (block.Merge == "restart") properties.AppendChild(new VerticalMerge { Val = MergedCellValues.Restart });
        if (block.Merge == "continue") properties.AppendChild(new VerticalMerge());
        properties.AppendChild(new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center });
        var cell = new TableCell(properties);
        foreach (var paragraph in block.Paragraphs) cell.AppendChild(Paragraph(paragraph));
        return cell;
    }

    private static Paragraph Paragraph(ParagraphBlock block)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new ParagraphStyleId { Val = block.Style }));
        if (block.Text.Length > 0) paragraph.AppendChild(new Run(new Text(block.Text) { Space = SpaceProcessingModeValues.Preserve }));
        return paragraph;
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
