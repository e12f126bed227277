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
    private readonly WorkbookMarkup _workbook;
    private readonly ReportStyles _styles;
    private readonly ReportGrid _grid;
    private readonly XmlWriter _xml;
    private readonly List<(GridCell Cell, string Location)> _links = [];
    private readonly List<GridArea> _merges = [];
    private readonly List<GridCell> _answers = [];
    private readonly AnswerLimit? _limit;

    private ReportWriter(WorkbookMarkup workbook, ReportStyles styles, ReportGrid grid, AnswerLimit? limit, XmlWriter xml)
    {
        this._limit = limit;
        this._workbook = workbook;
        this._styles = styles;
        this._grid = grid;
        this._xml = xml;
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
        _xml.WriteStartDocument(standalone: true);
        _xml.WriteStartElement("worksheet", _workbook.Dialect.Main.NamespaceName);
        _xml.WriteStartElement("sheetPr");
        Empty("tabColor", ("rgb", "FFC0392B"));
        Empty("pageSetUpPr", ("fitToPage", "1"));
        _xml.WriteEndElement();
        WriteViews();
        Empty("sheetFormatPr", ("defaultRowHeight", "15.75"));
        WriteColumns();
        _xml.WriteStartElement("sheetData");
        for (var row = 1; row <= _grid.Lines.Count; row++) WriteRow(row, _grid.Lines[row - 1]);
        _xml.WriteEndElement();
        // false means allowed: columns may be widened and rows made higher, text may be searched and copied
        Empty(
            "sheetProtection", ("sheet", "1"), ("objects", "1"), ("scenarios", "1"), ("formatCells", "0"), ("formatColumns", "0"),
                ("formatRows", "0"));
        WriteMerges();
        WriteAnswerLimit();
        WriteLinks();
        WritePage();
        _xml.WriteEndElement();
        _xml.WriteEndDocument();
    }

    private void WriteViews()
    {
        _xml.WriteStartElement("sheetViews");
        _xml.WriteStartElement("sheetView");
        Attributes(("showGridLines", "0"), ("tabSelected", "1"), ("workbookViewId", "0"));
        if (_grid.HeadingRow is { } heading)
        {
            var below = new GridCell(heading + 1, 1).ToString();
            Empty("pane", ("ySplit", Text(heading)), ("topLeftCell", below), ("activePane", "bottomLeft"), ("state", "frozen"));
            Empty("selection", ("pane", "bottomLeft"), ("activeCell", below), ("sqref", below));
        }

        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteColumns()
    {
        _xml.WriteStartElement("cols");
        for (var column = 1; column <= _grid.Widths.Count; column++)
        {
            Empty("col", ("min", Text(column)), ("max", Text(column)), ("width", Text(_grid.Widths[column - 1])), ("customWidth", "1"));
        }

        if (_grid.CodeColumn is { } code)
            Empty("col", ("min", Text(code)), ("max", Text(code)), ("width", "10"), ("hidden", "1"), ("customWidth", "1"));

        _xml.WriteEndElement();
    }

    private void WriteRow(int row, ReportRow line)
    {
        _xml.WriteStartElement("row");
        Attributes(("r", Text(row)), ("ht", Text(line.Points)), ("customHeight", "1"));
        var column = 1;
        foreach (var box in line.Boxes)
        {
            WriteSpan(new GridCell(row, column), box);
            column += box.Span;
        }

        if (line.Code is { } code)
            WriteCell(new GridCell(row, _grid.CodeColumn!.Value), new ReportBox(ReportRole.Code, new ReportCell(code)));
        _xml.WriteEndElement();
    }

    /// <summary>A cell and the empty ones merged into it, which carry its border on.</summary>
    private void WriteSpan(GridCell cell, ReportBox box)
    {
        WriteCell(cell, box);
        if (box.Role == ReportRole.Answer) _answers.Add(cell);
        if (box.Span == 1) return;
        var last = cell with { Column = cell.Column + box.Span - 1 };
        for (var column = cell.Column + 1; column <= last.Column; column++)
            WriteCell(cell with { Column = column }, box with { Cell = new ReportCell("") });
        _merges.Add(new GridArea(cell, last));
    }

    private void WriteCell(GridCell cell, ReportBox box)
    {
        var location = box.Cell.Link is { } link ? CellLink.Location(link, _workbook) : null;
        if (location is not null) _links.Add((cell, location));
        int? format = box.Cell.Number is { } figure ? NumberFormat(figure) : null;
        _xml.WriteStartElement("c");
        Attributes(("r", cell.ToString()), ("s", Text(_styles.For(box.Role, location is not null, format))));
        if (box.Cell.Number is { } number)
        {
            _xml.WriteElementString("v", _workbook.Dialect.Main.NamespaceName, Text(number));
        }
        else if (box.Cell.Text.Length > 0)
        {
            _xml.WriteAttributeString("t", "inlineStr");
            _xml.WriteStartElement("is");
            NoteText.Words(_workbook.Dialect.Main, LegalText.Cut(box.Cell.Text, MostCharactersInCell)).WriteTo(_xml);
            _xml.WriteEndElement();
        }

        _xml.WriteEndElement();
    }

    private void WriteMerges()
    {
        if (_merges.Count == 0) return;
        _xml.WriteStartElement("mergeCells");
        Attributes(("count", Text(_merges.Count)));
        foreach (var area in _merges) Empty("mergeCell", ("ref", area.First + ":" + area.Last));
        _xml.WriteEndElement();
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
        if (_limit is null || _answers.Count == 0) return;
        _xml.WriteStartElement("dataValidations");
        Attributes(("count", "1"));
        _xml.WriteStartElement("dataValidation");
        Attributes(
            ("type", "textLength"), ("operator", "lessThanOrEqual"), ("allowBlank", "1"), ("showInputMessage", "1"),
                ("showErrorMessage", "1"),
            ("prompt", _limit.Prompt), ("error", _limit.Prompt), ("sqref", string.Join(' ', Areas(_answers))));
        _xml.WriteElementString("formula1", _workbook.Dialect.Main.NamespaceName, Text(_limit.MostCharacters));
        _xml.WriteEndElement();
        _xml.WriteEndElement();
    }

    private void WriteLinks()
    {
        if (_links.Count == 0) return;
        _xml.WriteStartElement("hyperlinks");
        foreach (var (cell, location) in _links)
            Empty("hyperlink", ("ref", cell.ToString()), ("location", location), ("display", location));
        _xml.WriteEndElement();
    }

    private void WritePage()
    {
        Empty("printOptions", ("horizontalCentered", "1"));
        Empty("pageMargins", ("left", "0.5"), ("right", "0.5"), ("top", "0.6"), ("bottom", "0.6"), ("header", "0.3"), ("footer", "0.3"));
        Empty("pageSetup", ("paperSize", "9"), ("orientation", "landscape"), ("fitToWidth", "1"), ("fitToHeight", "0"));
        _xml.WriteStartElement("headerFooter");
        _xml.WriteElementString("oddFooter", _workbook.Dialect.Main.NamespaceName, "&C第 &P 页 共 &N 页");
        _xml.WriteEndElement();
    }

    private void Empty(string name, params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        _xml.WriteStartElement(name);
        Attributes(attributes);
        _xml.WriteEndElement();
    }

    private void Attributes(params ReadOnlySpan<(string Name, string Value)> attributes)
    {
        foreach (var (name, value) in attributes) _xml.WriteAttributeString(name, value);
    }
}
