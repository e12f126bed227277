using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>Writes the report as a sheet: A4 landscape, as wide as the page, protected without a password but for the answers.</summary>
internal sealed class ReportWriter
{
    private const int MostCharactersInCell = 32_767;
    private readonly WorkbookMarkup workbook;
    private readonly ReportStyles styles;
    private readonly ReportGrid grid;
    private readonly XmlWriter xml;
    private readonly List<(GridCell Cell, string Location)> links = [];
    private readonly List<GridArea> merges = [];
    private readonly List<GridCell> answers = [];
    private readonly AnswerLimit? limit;

    private ReportWriter(WorkbookMarkup workbook, ReportStyles styles, ReportGrid grid, AnswerLimit? limit, XmlWriter xml)
    {
        this.limit = limit;
        this.workbook = workbook;
        this.styles = styles;
        this.grid = grid;
        this.xml = xml;
    }

    public static byte[] Write(WorkbookMarkup workbook, ReportStyles styles, ReportGrid grid, AnswerLimit? limit)
    {
        var stream = new MemoryStream();
        var settings = new XmlWriterSettings { Encoding = new UTF8Encoding(false), NewLineHandling = NewLineHandling.Entitize };
        using (var xml = XmlWriter.Create(stream, settings)) new ReportWriter(workbook, styles, grid, limit, xml).WriteSheet();
        return stream.ToArray();
    }

    private static string Text(decimal number) => number.ToString("0.############################", CultureInfo.InvariantCulture);

    private static int NumberFormat(decimal number) => number.Scale switch
    {
        0 => 1,
        1 or 2 => 4,
        _ => 0,
    };

    private void WriteSheet()
    {
        xml.WriteStartDocument(standalone: true);
        xml.WriteStartElement("worksheet", workbook.Dialect.Main.NamespaceName);
        xml.WriteStartElement("sheetPr");
        Empty("tabColor", ("rgb", "FFC0392B"));
        Empty("pageSetUpPr", ("fitToPage", "1"));
        xml.WriteEndElement();
        WriteViews();
        Empty("sheetFormatPr", ("defaultRowHeight", "15.75"));
        WriteColumns();
        xml.WriteStartElement("sheetData");
        for (var row = 1; row <= grid.Lines.Count; row++) WriteRow(row, grid.Lines[row - 1]);
        xml.WriteEndElement();
        // false means allowed: columns may be widened and rows made higher, text may be searched and copied
        Empty(
            "sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatCells", "0"), ("formatColumns", "0"),
                ("formatRows", "0"));
        WriteMerges();
        WriteAnswerLimit();
        WriteLinks();
        WritePage();
        xml.WriteEndElement();
        xml.WriteEndDocument();
    }

    private void WriteViews()
    {
        xml.WriteStartElement("sheetViews");
        xml.WriteStartElement("sheetView");
        Attributes(("showGridLines", "0"), ("tabSelected", "1"), ("workbookViewId", "0"));
        if (grid.HeadingRow is { } heading)
        {
            var below = new GridCell(heading + 1, 1).ToString();
            Empty("pane", ("ySplit", Text(heading)), ("topLeftCell", below), ("activePane", "bottomLeft"), ("state", "frozen"));
            Empty("selection", ("pane", "bottomLeft"), ("activeCell", below), ("sqref", below));
        }

        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        xml.WriteStartElement("cols");
        for (var column = 1; column <= grid.Widths.Count; column++)
        {
            Empty("col", ("min", Text(column)), ("max", Text(column)), ("width", Text(grid.Widths[column - 1])), ("customWidth", "1"));
        }

        if (grid.CodeColumn is { } code)
            Empty("col", ("min", Text(code)), ("max", Text(code)), ("width", "10"), ("hidden", "1"), ("customWidth", "1"));

        xml.WriteEndElement();
    }

    private void WriteRow(int row, ReportRow line)
    {
        xml.WriteStartElement("row");
        Attributes(("r", Text(row)), ("ht", Text(line.Points)), ("customHeight", "1"));
        var column = 1;
        foreach (var box in line.Boxes)
        {
            WriteSpan(new GridCell(row, column), box);
            column += box.Span;
        }

        if (line.Code is { } code)
            WriteCell(new GridCell(row, grid.CodeColumn!.Value), new ReportBox(ReportRole.Code, new ReportCell(code)));
        xml.WriteEndElement();
    }

    /// <summary>A cell and the empty ones merged into it, which carry its border on.</summary>
    private void WriteSpan(GridCell cell, ReportBox box)
    {
        WriteCell(cell, box);
        if (box.Role == ReportRole.Answer) answers.Add(cell);
        if (box.Span == 1) return;
        var last = cell with { Column = cell.Column + box.Span - 1 };
        for (var column = cell.Column + 1; column <= last.Column; column++)
            WriteCell(cell with { Column = column }, box with { Cell = new ReportCell("") });
        merges.Add(new GridArea(cell, last));
    }

    private void WriteCell(GridCell cell, ReportBox box)
    {
        var location = box.Cell.Link is { } link ? CellLink.Location(link, workbook) : null;
        if (location is not null) links.Add((cell, location));
        int? format = box.Cell.Number is { } figure ? NumberFormat(figure) : null;
        xml.WriteStartElement("c");
        Attributes(("r", cell.ToString()), ("s", Text(styles.For(box.Role, location is not null, format))));
        if (box.Cell.Number is { } number)
        {
            xml.WriteElementString("v", workbook.Dialect.Main.NamespaceName, Text(number));
        }
        else if (box.Cell.Text.Length > 0)
        {
            xml.WriteAttributeString("t", "inlineStr");
            xml.WriteStartElement("is");
            NoteText.Words(workbook.Dialect.Main, LegalText.Cut(box.Cell.Text, MostCharactersInCell)).WriteTo(xml);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private void WriteMerges()
    {
        if (merges.Count == 0) return;
        xml.WriteStartElement("mergeCells");
        Attributes(("count", Text(merges.Count)));
        foreach (var area in merges) Empty("mergeCell", ("ref", area.First + ":" + area.Last));
        xml.WriteEndElement();
    }

    /// <summary>Cells of one column as areas: a hundred answers below each other are one.</summary>
    private static IEnumerable<string> Areas(List<GridCell> cells)
    {
        for (var first = 0; first < cells.Count;)
        {
            var last = first;
            while (last + 1 < cells.Count && cells[last + 1] == cells[last] with { Row = cells[last].Row + 1 }) last++;
            yield return first == last ? cells[first].ToString() : cells[first] + ":" + cells[last];
            first = last + 1;
        }
    }

    private void WriteAnswerLimit()
    {
        if (limit is null || answers.Count == 0) return;
        xml.WriteStartElement("dataValidations");
        Attributes(("count", "1"));
        xml.WriteStartElement("dataValidation");
        Attributes(
            ("type", "textLength"), ("operator", "lessThanOrEqual"), ("allowBlank", "1"), ("showInputMessage", "1"),
                ("showErrorMessage", "1"),
            ("prompt", limit.Prompt), ("error", limit.Prompt), ("sqref", string.Join(' ', Areas(answers))));
        xml.WriteElementString("formula1", workbook.Dialect.Main.NamespaceName, Text(limit.MostCharacters));
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private void WriteLinks()
    {
        if (links.Count == 0) return;
        xml.WriteStartElement("hyperlinks");
        foreach (var (cell, location) in links)
            Empty("hyperlink", ("ref", cell.ToString()), ("location", location), ("display", location));
        xml.WriteEndElement();
    }

    private void WritePage()
    {
        Empty("printOptions", ("horizontalCentered", "1"));
        Empty("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Empty("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        xml.WriteStartElement("headerFooter");
        xml.WriteElementString("oddFooter", workbook.Dialect.Main.NamespaceName, "&C第 &P 页 共 &N 页");
        xml.WriteEndElement();
    }

    private void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        xml.WriteStartElement(name);
        Attributes(attributes);
        xml.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) xml.WriteAttributeString(name, value);
    }
}
