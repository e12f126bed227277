using ExcelBudget.OfficePackages.Xml;

namespace ExcelBudget.Workbooks.Annotate;

/// <summary>The report laid out in rows: which line stands where, how high it is, and what repeats when it is printed.</summary>
internal sealed class ReportGrid
{
    private const decimal LinePoints = 15.75m;
    private const decimal HighestRow = 409.5m;
    private readonly List<ReportRow> _lines = [];
    private readonly string? _mark;

    public ReportGrid(ReportSheet report)
    {
        _mark = report.Mark;
        Widths = [.. ColumnWidths(report)];
        if (report.Title is { } title) AddAcross(ReportRole.Title, title, 28m);
        if (report.Subtitle is { } subtitle) AddAcross(ReportRole.Subtitle, subtitle, LinePoints);
        foreach (var section in report.Sections) AddSection(section, isOnly: report.Sections.Count == 1);
        if (_mark is not null) _lines[0] = _lines[0] with { Code = _mark };
    }

    /// <summary>Width of each column that is seen.</summary>
    public IReadOnlyList<decimal> Widths { get; }

    /// <summary>The column behind them that only the program reads; null when there is none.</summary>
    public int? CodeColumn => _mark is null ? null : Widths.Count + 1;

    /// <summary>The rows from the top.</summary>
    public IReadOnlyList<ReportRow> Lines => _lines;

    /// <summary>
    /// Row of the column headings when there is one table only, else null: with several, no heading fits all that is below.
    /// </summary>
    public int? HeadingRow { get; private set; }

    /// <summary>The columns of the sheet; one that spans several sets no width.</summary>
    private static IEnumerable<decimal> ColumnWidths(ReportSheet report)
    {
        var single = report.Sections.SelectMany(section => Starts(section.Columns).Zip(section.Columns)).ToList();
        var count = single.Select(pair => pair.First + pair.Second.Span).Append(1).Max();
        for (var column = 0; column < count; column++)
        {
            yield return single.Where(pair => pair.First == column && pair.Second.Span == 1)
                .Select(pair => pair.Second.Width).DefaultIfEmpty(20m).Max();
        }
    }

    /// <summary>Where each column of a section begins, from 0.</summary>
    private static IEnumerable<int> Starts(IReadOnlyList<ReportColumn> columns)
    {
        var start = 0;
        foreach (var column in columns)
        {
            yield return start;
            start += column.Span;
        }
    }

    private void AddSection(ReportSection section, bool isOnly)
    {
        if (_lines.Count > 0) _lines.Add(new ReportRow([], 9m));
        AddAcross(ReportRole.Section, section.Title, LinePoints + 2m);
        if (section.Intro is { } intro) AddAcross(ReportRole.Subtitle, intro, LinePoints);
        if (section.Rows.Count == 0) return;

        AddRow(section.Columns, [.. section.Columns.Select(column => new ReportBox(ReportRole.Heading, new ReportCell(column.Heading)))]);
        if (isOnly) HeadingRow = _lines.Count;
        foreach (var row in section.Rows)
            AddRow(section.Columns, [.. section.Columns.Select((_, column) => BoxOf(column < row.Count ? row[column] : null))]);
    }

    private static ReportBox BoxOf(ReportCell? cell) => cell is null
        ? new ReportBox(ReportRole.Plain, new ReportCell(""))
        : new ReportBox(
            cell.Style switch
            {
                ReportCellStyle.Error => ReportRole.Error,
                ReportCellStyle.Warning => ReportRole.Warning,
                ReportCellStyle.Info => ReportRole.Info,
                ReportCellStyle.Answer => ReportRole.Answer,
                ReportCellStyle.Detail => ReportRole.Detail,
                _ => ReportRole.Plain,
            },
            cell with { Text = LegalText.Clean(cell.Text) });

    private void AddAcross(ReportRole role, string text, decimal linePoints)
    {
        var clean = LegalText.Clean(text);
        var scale = linePoints / LinePoints;
        var count = TextMetrics.LinesWithin(clean, (int)(Widths.Sum() / Math.Max(1m, scale)) - 1);
        _lines.Add(new ReportRow([new ReportBox(role, new ReportCell(clean), Widths.Count)], Height(count, linePoints)));
    }

    private void AddRow(IReadOnlyList<ReportColumn> columns, IReadOnlyList<ReportBox> boxes)
    {
        var starts = Starts(columns).ToList();
        // two digits' width of the column are taken by the cell's margins and its indent
        var count = boxes.Select(
            (box, index) => TextMetrics.LinesWithin(box.Cell.Text, (int)WidthOf(starts[index], columns[index].Span) - 2)).Append(1).Max();
        var spanned = boxes.Select((box, index) => box with { Span = columns[index].Span }).ToList();
        _lines.Add(new ReportRow(spanned, Height(count, LinePoints)) { Code = CodeOf(boxes) });
    }

    private decimal WidthOf(int start, int span) => Widths.Skip(start).Take(span).Sum();

    private string? CodeOf(IReadOnlyList<ReportBox> boxes)
    {
        var code = boxes.Select(box => box.Cell.Code).FirstOrDefault(code => code is not null);
        if (_mark is null || code is null) return null;
        var says = boxes.Where(box => box.Role != ReportRole.Answer && box.Cell.Number is null).Select(box => box.Cell.Text);
        return ReportMark.Of(_mark, says, LegalText.Clean(code));
    }

    private static decimal Height(int count, decimal linePoints) => Math.Min(HighestRow, count * linePoints + 6m);
}

/// <summary>A row of the report.</summary>
/// <param name="Boxes">Its cells from column A.</param>
/// <param name="Points">Its height.</param>
internal sealed record ReportRow(IReadOnlyList<ReportBox> Boxes, decimal Points)
{
    /// <summary>What stands in the hidden column; null for nothing.</summary>
    public string? Code { get; init; }
}

/// <summary>A cell of the report with what it is for, over so many columns of the sheet.</summary>
internal sealed record ReportBox(ReportRole Role, ReportCell Cell, int Span = 1);
