using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using ExcelBudget.Notes.Outline;
using ExcelBudget.Notes.Reading;
using ExcelBudget.Notes.Tables;

namespace ExcelBudget.Notes.Building;

/// <summary>
/// The styles of a built template, after GB/T 9704: 仿宋 三号 on a fixed pitch of 28.95 pt, headings in 黑体 and 楷体, titles in
/// 小标宋, tables in 五号 with automatic line spacing off the grid.
/// </summary>
internal static class NoteStyles
{
    public const string SecondLine = "NoteSecondLine";
    public const string FormTitle = "NoteFormTitle";
    public const string TableCaption = "NoteTableCaption";
    public const string Spacer = "NoteSpacer";
    public const string AfterTable = "NoteAfterTable";
    public const string FooterOdd = "NoteFooterOdd";
    public const string FooterEven = "NoteFooterEven";
    public const string ContentsTitle = "NoteContentsTitle";
    public const string ContentsLine = "TOC1";
    public const string TableText = "NoteTableText";
    public const string TableTextSmall = "NoteTableTextSmall";

    private const string FangSong = "仿宋_GB2312";
    private const string HeiTi = "黑体";
    private const string KaiTi = "楷体_GB2312";
    private const string XiaoBiaoSong = "方正小标宋简体";
    private const string FixedPitch = "579";

    /// <summary>Style id of a paragraph of the outline.</summary>
    public static string IdOf(ParagraphRole role) => role switch
    {
        ParagraphRole.Cover => "NoteCover",
        ParagraphRole.Title => "Title",
        ParagraphRole.Heading1 => "Heading1",
        ParagraphRole.Heading2 => "Heading2",
        ParagraphRole.Heading3 => "Heading3",
        ParagraphRole.ProjectTitle => "NoteProjectTitle",
        _ => "NoteBody",
    };

    public static Styles Build() => new([
        Defaults(),
        Normal(),
        Default("DefaultParagraphFont", "Default Paragraph Font", StyleValues.Character),
        Default("TableNormal", "Normal Table", StyleValues.Table),
        .. Headings(),
        .. Texts(),
        .. Contents(),
        .. TableTexts(),
        Table(),
    ]);

    /// <summary>Fonts with their fall-backs for machines that lack the standard's own.</summary>
    public static Fonts BuildFonts() => new(
        Font(FangSong, "仿宋"), Font(KaiTi, "楷体"), Font(HeiTi, "SimHei"), Font(XiaoBiaoSong, "华文中宋"), Font("宋体", "SimSun"),
            Font("Times New Roman", null));

    private static IEnumerable<Style> Headings()
    {
        yield return Paragraph(
            "Title", "Title", "情况说明标题", [.. OnGrid("640"), .. Centred()], [.. Run(XiaoBiaoSong, 44)], pageBreakBefore: true, after: 400,
            outline: 0);
        yield return Paragraph("Heading1", "heading 1", "一级标题", [.. OnGrid(), .. Indented()], Run(HeiTi, 32), outline: 0);
        yield return Paragraph("Heading2", "heading 2", "二级标题", [.. OnGrid(), .. Indented()], Run(KaiTi, 32), outline: 1);
        yield return Paragraph(
            "Heading3", "heading 3", "三级标题", [.. OnGrid(), .. Indented()], [.. Run(FangSong, 32, bold: true)], outline: 2);
        yield return Paragraph(
            FormTitle, "预算表标题", null, [.. OffGrid("520"), .. Centred()], Run(XiaoBiaoSong, 36), basedOn: "Heading1", pageBreakBefore: true,
            after: 60, outline: 0);
        yield return Paragraph(
            "NoteProjectTitle", "项目表标题", null, [.. OffGrid("340"), .. Centred()], Run(HeiTi, 24), basedOn: "Heading3", before: 60,
            after: 80, outline: 2);
    }

    private static IEnumerable<Style> Texts()
    {
        yield return Paragraph(
            "NoteCover", "封面标题", null, [.. OffGrid("900"), .. Centred()], Run(XiaoBiaoSong, 56), before: 4400, after: 400);
        yield return Paragraph("NoteBody", "情况说明正文", null, [.. OnGrid(), .. Indented()], []);
        yield return Paragraph(
            TableCaption, "文中表标题", null, [.. OffGrid("400"), .. Centred()], Run(HeiTi, 28), keepNext: true, before: 160, after: 40);
        yield return Paragraph(SecondLine, "预算表表头行", null, OffGrid("300"), Run(FangSong, 21), keepNext: true, after: 20);
        yield return Paragraph(Spacer, "分隔", null, [.. OffGrid("20")], Run(FangSong, 2));
        yield return Paragraph(AfterTable, "表后空行", null, [.. OffGrid("240")], Run(FangSong, 18));
        yield return Paragraph(
            FooterOdd, "footer odd", null,
            [new Justification { Val = JustificationValues.Right }, new Indentation { RightChars = 100, Right = "280" }], Run("宋体", 28));
        yield return Paragraph(
            FooterEven, "footer even", null,
            [new Justification { Val = JustificationValues.Left }, new Indentation { LeftChars = 100, Left = "280" }], Run("宋体", 28));
    }

    /// <summary>目录: 四号 仿宋 with dots up to the page number.</summary>
    private static IEnumerable<Style> Contents()
    {
        yield return Paragraph(ContentsTitle, "目录标题", null, [.. OnGrid("640"), .. Centred()], Run(XiaoBiaoSong, 44), pageBreakBefore: true,
            after: 300);
        var line = Paragraph(ContentsLine, "toc 1", "目录", [.. OffGrid("460")], Run(FangSong, 28));
        line.CustomStyle = null;
        line.StyleParagraphProperties!.Tabs = new Tabs(new TabStop
        {
            Val = TabStopValues.Right,
            Leader = TabStopLeaderCharValues.Dot,
            Position = PageSetup.TextWidth(landscape: false),
        });
        yield return line;
    }

    private static IEnumerable<Style> TableTexts()
    {
        foreach (var (suffix, name, size) in new[]
            { ("", "", 21), ("Small", TableStyleNames.SmallSuffix, 18), ("Smaller", TableStyleNames.SmallerSuffix, 15) })
        {
            yield return Paragraph(
                TableText + suffix, TableStyleNames.Text + name, null, [.. OffGrid(TablePitch(size)), Align(JustificationValues.Left)],
                Run(FangSong, size));
            yield return Paragraph(
                "NoteTableFigure" + suffix, TableStyleNames.Figure + name, null,
                [.. OffGrid(TablePitch(size)), Align(JustificationValues.Right)], Run(FangSong, size));
            yield return Paragraph(
                "NoteTableHead" + suffix, TableStyleNames.Head + name, null,
                [.. OffGrid(TablePitch(size)), Align(JustificationValues.Center)], Run(FangSong, size));
        }

        yield return Paragraph("NoteTableNote", TableStyleNames.Note, null, OffGrid("300"), Run(FangSong, 21), before: 60);
    }

    // an exact pitch, so that tables are as tall on every machine, whatever stands in for 仿宋, and page numbers hold
    private static string TablePitch(int halfPoints) => $"{(halfPoints * 12) + 28}";

    private static Style Table() => new(
        new StyleName { Val = TableStyleNames.Table },
        new BasedOn { Val = "TableNormal" },
        new UIPriority { Val = 59 },
        new StyleTableProperties(
            new TableBorders(
                Line<TopBorder>(), Line<LeftBorder>(), Line<BottomBorder>(), Line<RightBorder>(), Line<InsideHorizontalBorder>(),
                    Line<InsideVerticalBorder>()),
            new TableCellMarginDefault(
                new TableCellLeftMargin { Width = 80, Type = TableWidthValues.Dxa },
                    new TableCellRightMargin { Width = 80, Type = TableWidthValues.Dxa })))
    {
        Type = StyleValues.Table,
        StyleId = "NoteTable",
        CustomStyle = true,
    };

    private static T Line<T>()
        where T : BorderType, new() => new() { Val = BorderValues.Single, Size = 4, Space = 0, Color = "000000" };

    private static DocDefaults Defaults() => new(
        new RunPropertiesDefault(new RunPropertiesBaseStyle(
            new RunFonts
            {
                Ascii = "Times New Roman",
                HighAnsi = "Times New Roman",
                EastAsia = FangSong,
                ComplexScript =
                "Times New Roman"
            },
            new FontSize { Val = "32" },
            new FontSizeComplexScript { Val = "32" },
            // digits in zh-CN would be broken across lines as if they were Chinese characters
            new Languages { Val = "en-US", EastAsia = "zh-CN" })),
        new ParagraphPropertiesDefault());

    /// <summary>
    /// 2025年 looks the same wherever it stands: no space between digits and Chinese characters. No sign hangs over the margin: where one
    /// ends a paragraph, LibreOffice sets an empty line below it. LibreOffice reads neither from the defaults.
    /// </summary>
    private static Style Normal()
    {
        var style = Default("Normal", "Normal", StyleValues.Paragraph);
        style.StyleParagraphProperties = new StyleParagraphProperties(
            new WidowControl(), new OverflowPunctuation { Val = false }, new AutoSpaceDE { Val = false }, new AutoSpaceDN { Val = false });
        return style;
    }

    private static Style Default(string id, string name, StyleValues type) =>
        new(new StyleName { Val = name }) { Type = type, StyleId = id, Default = true };

    private static Style Paragraph(
        string id, string name, string? alias, IEnumerable<OpenXmlElement> layout, IEnumerable<OpenXmlElement> run,
        string basedOn = "Normal", bool pageBreakBefore = false, bool keepNext = false, int before = 0, int after = 0, int? outline = null)
    {
        var properties = new StyleParagraphProperties();
        foreach (var element in layout.Select(element => element.CloneNode(true))) properties.AddChild(element);
        if (keepNext || outline is not null) properties.KeepNext = new KeepNext();
        if (pageBreakBefore) properties.PageBreakBefore = new PageBreakBefore();
        if (outline is { } level) properties.OutlineLevel = new OutlineLevel { Val = level };
        var spacing = properties.SpacingBetweenLines ??= new SpacingBetweenLines();
        (spacing.Before, spacing.After) = ($"{before}", $"{after}");
        var style = new Style(new StyleName { Val = name }) { Type = StyleValues.Paragraph, StyleId = id };
        if (alias is not null) style.Aliases = new Aliases { Val = alias };
        style.BasedOn = new BasedOn { Val = basedOn };
        if (name.StartsWith("heading", StringComparison.Ordinal) || name == "Title")
            style.NextParagraphStyle = new NextParagraphStyle { Val = "NoteBody" };
        else style.CustomStyle = true;
        style.PrimaryStyle = new PrimaryStyle();
        style.StyleParagraphProperties = properties;
        style.StyleRunProperties = new StyleRunProperties(run.Select(element => element.CloneNode(true)));
        return style;
    }

    private static OpenXmlElement[] OnGrid(string pitch = FixedPitch) =>
        [new SpacingBetweenLines { Line = pitch, LineRule = LineSpacingRuleValues.Exact }];

    private static OpenXmlElement[] OffGrid(string? exact = null) =>
    [
        new SnapToGrid { Val = false },
        exact is null
            ? new SpacingBetweenLines { Line = "240", LineRule = LineSpacingRuleValues.Auto }
            : new SpacingBetweenLines { Line = exact, LineRule = LineSpacingRuleValues.Exact },
        new Indentation { FirstLineChars = 0, FirstLine = "0" },
    ];

    private static OpenXmlElement[] Indented() =>
        [new Indentation { FirstLineChars = 200, FirstLine = "640" }, Align(JustificationValues.Both)];

    private static OpenXmlElement[] Centred() => [Align(JustificationValues.Center)];

    private static Justification Align(JustificationValues value) => new() { Val = value };

    private static OpenXmlElement[] Run(string eastAsia, int halfPoints, bool bold = false) =>
    [
        new RunFonts { EastAsia = eastAsia },
        new Bold { Val = bold },
        new FontSize { Val = $"{halfPoints}" },
        new FontSizeComplexScript { Val = $"{halfPoints}" },
    ];

    private static Font Font(string name, string? fallBack)
    {
        var font = new Font { Name = name };
        if (fallBack is not null) font.AltName = new AltName { Val = fallBack };
        return font;
    }
}
