using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace ExcelBudget.Notes.Building;

/// <summary>
/// The page of GB/T 9704: A4, 37 mm above, 35 below, 28 at the binding side, 26 opposite, 22 lines; turned for wide tables.
/// </summary>
internal static class PageSetup
{
    public const string OddFooter = "rFooterOdd";
    public const string EvenFooter = "rFooterEven";

    private const int Short = 11906;
    private const int Long = 16838;
    private const int Head = 2098;
    private const int Foot = 1984;
    private const int Binding = 1587;
    private const int Edge = 1474;

    /// <summary>Width of the type area in twips.</summary>
    public static int TextWidth(bool landscape) => landscape ? Long - Head - Foot : Short - Binding - Edge;

    /// <summary>The properties that end a section.</summary>
    /// <param name="landscape">True for a turned page.</param>
    /// <param name="startsWithCover">True when its first page is a cover, which has no page number.</param>
    public static SectionProperties Section(bool landscape, bool startsWithCover = false)
    {
        var section = Section(landscape);
        if (startsWithCover) section.InsertBefore(new TitlePage(), section.GetFirstChild<DocGrid>());
        return section;
    }

    private static SectionProperties Section(bool landscape) => new(
        new FooterReference { Type = HeaderFooterValues.Default, Id = OddFooter },
        new FooterReference { Type = HeaderFooterValues.Even, Id = EvenFooter },
        new SectionType { Val = SectionMarkValues.NextPage },
        landscape
            ? new PageSize { Width = Long, Height = Short, Orient = PageOrientationValues.Landscape }
            : new PageSize { Width = Short, Height = Long },
        landscape
            ? Margins(Binding, Foot, Edge, Head)
            : Margins(Head, Edge, Foot, Binding),
        new DocGrid { Type = DocGridValues.Lines, LinePitch = 579 });

    /// <summary>The footer «— 1 —».</summary>
    public static Footer PageNumber(string style) => new(new Paragraph(
        new ParagraphProperties(new ParagraphStyleId { Val = style }),
        new Run(new Text("— ") { Space = SpaceProcessingModeValues.Preserve }),
        new SimpleField(new Run(new Text("1"))) { Instruction = "PAGE" },
        new Run(new Text(" —") { Space = SpaceProcessingModeValues.Preserve })));

    // the number stands 7 mm below the type area: bottom margin less 7 mm less a line of 四号
    private static PageMargin Margins(int top, int right, int bottom, int left) => new()
    {
        Top = top,
        Right = (uint)right,
        Bottom = bottom,
        Left = (uint)left,
        Header = 851,
        Footer = (uint)(bottom - 397 - 320),
        Gutter = 0,
    };
}
