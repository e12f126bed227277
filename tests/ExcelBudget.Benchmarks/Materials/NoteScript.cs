using System.Globalization;
using System.Text.Json;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Benchmarks.Materials;

/// <summary>A note as its paragraphs and tables in order: what any writer of the same note has to put in.</summary>
internal static class NoteScript
{
    /// <summary>The blocks of a note.</summary>
    public static IReadOnlyList<NoteBlock> Of(byte[] docx)
    {
        using var word = WordprocessingDocument.Open(new MemoryStream(docx), isEditable: false);
        return [.. Blocks(word.MainDocumentPart!.Document.Body!)];
    }

    /// <summary>Writes blocks to a file.</summary>
    public static void Write(string path, IReadOnlyList<NoteBlock> blocks) =>
        File.WriteAllBytes(path, JsonSerializer.SerializeToUtf8Bytes(blocks));

    /// <summary>Reads blocks from a file.</summary>
    public static IReadOnlyList<NoteBlock> Read(string path) => JsonSerializer.Deserialize<NoteBlock[]>(File.ReadAllBytes(path))!;

    private static IEnumerable<NoteBlock> Blocks(OpenXmlElement parent)
    {
        foreach (var element in parent.ChildElements)
        {
            if (element is Paragraph paragraph) yield return Block(paragraph);
            else if (element is Table table) yield return Block(table);
            else if (element is SdtBlock { SdtContentBlock: { } content }) foreach (var inner in Blocks(content)) yield return inner;
        }
    }

    private static ParagraphBlock Block(Paragraph paragraph) =>
        new(paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value ?? "", paragraph.InnerText);

    private static TableBlock Block(Table table)
    {
        int[] widths =
            [.. table.GetFirstChild<TableGrid>()!.Elements<GridColumn>()
            .Select(column => int.Parse(column.Width!.Value!, CultureInfo.InvariantCulture))];
        return new TableBlock(
            table.GetFirstChild<TableProperties>()?.TableStyle?.Val?.Value ?? "", widths, [.. table.Elements<TableRow>().Select(Block)]);
    }

    private static RowBlock Block(TableRow row) =>
        new(row.TableRowProperties?.Elements<TableHeader>().Any() == true, [.. row.Elements<TableCell>().Select(Block)]);

    private static CellBlock Block(TableCell cell)
    {
        var properties = cell.TableCellProperties;
        var merge = properties?.VerticalMerge is not { } vertical ? "" : vertical.Val?.Value == MergedCellValues.Restart ? "restart"
            : "continue";
        return new CellBlock(
            int.Parse(properties?.TableCellWidth?.Width?.Value ?? "0", CultureInfo.InvariantCulture),
            properties?.GridSpan?.Val?.Value ?? 1,
            merge,
            [.. cell.Elements<Paragraph>().Select(Block)]);
    }
}
