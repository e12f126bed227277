using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Letters;

/// <summary>Writes a letter as docx on the page of GB/T 9704: A4, title in 二号, text in 三号 with 28 points a line.</summary>
public static class LetterWriter
{
    private const string TitleFont = "方正小标宋简体";
    private const string TextFont = "仿宋_GB2312";
    private const string TableFont = "宋体";
    private const string Latin = "Times New Roman";
    private const int TitleSize = 44;
    private const int TextSize = 32;
    private const int TableSize = 24;
    private const int Line = 560;
    private const int TextWidth = 11906 - 1587 - 1474;

    /// <summary>A letter to a department as a Word document, in the style of 公文 (GB/T 9704).</summary>
    public static byte[] Write(Letter letter)
    {
        using var stream = new MemoryStream();
        using (var document = WordprocessingDocument.Create(stream, WordprocessingDocumentType.Document))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body([.. Content(letter), Page()]));
            document.PackageProperties.Title = letter.Title;
            document.PackageProperties.Creator = letter.Issuer;
        }

        return stream.ToArray();
    }

    private static IEnumerable<OpenXmlElement> Content(Letter letter)
    {
        yield return Paragraph(letter.Title, JustificationValues.Center, TitleFont, TitleSize, 640);
        yield return Text("");
        yield return Text(letter.Addressee + "：");
        foreach (var text in letter.Paragraphs) yield return Text(text, indent: true);
        if (letter.Table is { } table)
        {
            yield return Paragraph("", JustificationValues.Left, TextFont, 16, 200);
            yield return Table(table);
            yield return Text("");
        }

        foreach (var text in letter.Closing) yield return Text(text, indent: true);
        if (letter.Closing.Count > 0 || letter.Table is null) yield return Text("");
        yield return Signature(letter.Issuer, 640);
        yield return Signature($"{letter.Date.Year}年{letter.Date.Month}月{letter.Date.Day}日", 1280);
        if (letter.Contact.Length > 0) yield return Text($"（{letter.Contact}）", indent: true);
    }

    private static Paragraph Text(string text, bool indent = false) =>
        Paragraph(text, JustificationValues.Both, TextFont, TextSize, Line, indent
            ? new Indentation { FirstLineChars = 200, FirstLine = "640" } : null);

    private static Paragraph Signature(string text, int fromTheRight) => Paragraph(
        text, JustificationValues.Right, TextFont, TextSize, Line, new Indentation { Right = fromTheRight.ToString(Invariant) });

    private static System.Globalization.CultureInfo Invariant => System.Globalization.CultureInfo.InvariantCulture;

    private static Paragraph Paragraph(
        string text, JustificationValues side, string font, int size, int line, Indentation? indentation = null)
    {
        var properties = new ParagraphProperties(
            new SpacingBetweenLines
            {
                Before = "0",
                After = "0",
                Line = line.ToString(Invariant),
                LineRule = LineSpacingRuleValues.Exact
            });
        if (indentation is not null) properties.Append(indentation);
        properties.Append(new Justification { Val = side });
        return new Paragraph(properties, Run(text, font, size));
    }

    private static Run Run(string text, string font, int size, bool isBold = false)
    {
        var properties = new RunProperties(new RunFonts { Ascii = Latin, HighAnsi = Latin, EastAsia = font });
        if (isBold) properties.Append(new Bold());
        properties.Append(new FontSize { Val = size.ToString(Invariant) });
        return new Run(properties, new Text(text) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Table Table(LetterTable table)
    {
        var all = table.Columns.Sum(column => column.Share);
        var widths = table.Columns.Select(column => (TextWidth * column.Share / all).ToString(Invariant)).ToArray();
        var made = new Table(
            new TableProperties(
                new TableWidth { Width = TextWidth.ToString(Invariant), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 },
                    new BottomBorder { Val = BorderValues.Single, Size = 4 }, new RightBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 },
                    new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(widths.Select(width => new GridColumn { Width = width })));
        made.Append(Row(table.Columns.Select(column => column.Heading), widths, isHeading: true));
        foreach (var row in table.Rows) made.Append(Row(row, widths, isHeading: false));
        return made;
    }

    private static TableRow Row(IEnumerable<string> texts, string[] widths, bool isHeading)
    {
        var row = new TableRow();
        // a heading is repeated on every page, and no row is torn between two
        var properties = new TableRowProperties(new CantSplit());
        if (isHeading) properties.Append(new TableHeader());
        row.Append(properties);
        foreach (var (text, width) in texts.Zip(widths)) row.Append(Cell(text, width, isHeading));
        return row;
    }

    private static TableCell Cell(string text, string width, bool isHeading) => new(
        new TableCellProperties(
            new TableCellWidth { Width = width, Type = TableWidthUnitValues.Dxa },
            new TableCellVerticalAlignment { Val = TableVerticalAlignmentValues.Center }),
        new Paragraph(
            new ParagraphProperties(
                new SpacingBetweenLines { Before = "40", After = "40" },
                new Justification { Val = isHeading ? JustificationValues.Center : JustificationValues.Left }),
            Run(text, TableFont, TableSize, isHeading)));

    private static SectionProperties Page() => new(
        new PageSize { Width = 11906, Height = 16838 },
        new PageMargin { Top = 2098, Right = 1474, Bottom = 1984, Left = 1587, Header = 851, Footer = 992, Gutter = 0 });
}
