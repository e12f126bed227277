namespace ExcelBudget.Workbooks.Annotate;

/// <summary>The report laid out in rows: which line stands where, how high it is, and what repeats when it is printed.</summary>
internal sealed class ReportGrid
{
    private const decimal LinePoints = 15.75m;
    private const decimal HighestRow = 409.5m;
    private readonly List<ReportLine> lines = [];

    public ReportGrid(ReportSheet report)
    {
        Widths = [.. ColumnWidths(report)];
        if (report.Title is { } title) AddAcross(ReportRole.Title, title, 28m);
        if (report.Subtitle is { } subtitle) AddAcross(ReportRole.Subtitle, subtitle, LinePoints);
        foreach (var section in report.Sections) AddSection(section, isOnly: report.Sections.Count == 1);
    }

    /// <summary>Width of each column of the sheet.</summary>
    public IReadOnlyList<decimal> Widths { get; }

    /// <summary>The rows from the top.</summary>
    public IReadOnlyList<ReportLine> Lines => lines;

    /// <summary>Row of the column headings when there is one table only, else null: with several, no heading fits all that is below.</summary>
    public int? HeadingRow { get; private set; }

    private static IEnumerable<decimal> ColumnWidths(ReportSheet report)
    {
        var count = report.Sections.Select(section => section.Columns.Count).Append(1).Max();
        for (var column = 0; column < count; column++)
        {
            yield return report.Sections.Where(section => column < section.Columns.Count)
                .Select(section => section.Columns[column].Width).DefaultIfEmpty(20m).Max();
        }
    }

    private void AddSection(ReportSection section, bool isOnly)
    {
        if (lines.Count > 0) lines.Add(new ReportLine([], 9m, false));
        AddAcross(ReportRole.Section, section.Title, LinePoints + 2m);
        if (section.Intro is { } intro) AddAcross(ReportRole.Subtitle, intro, LinePoints);
        if (section.Rows.Count == 0) return;

        AddRow([.. section.Columns.Select(column => new ReportBox(ReportRole.Heading, new ReportCell(column.Heading)))]);
        if (isOnly) HeadingRow = lines.Count;
        foreach (var row in section.Rows) AddRow([.. section.Columns.Select((_, column) => BoxOf(column < row.Count ? row[column] : null))]);
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
                _ => ReportRole.Plain,
            },
            cell with { Text = XmlText.Clean(cell.Text) });

    private void AddAcross(ReportRole role, string text, decimal linePoints)
    {
        var clean = XmlText.Clean(text);
        var scale = linePoints / LinePoints;
        var count = TextMetrics.LinesWithin(clean, (int)(Widths.Sum() / Math.Max(1m, scale)) - 1);
        lines.Add(new ReportLine([new ReportBox(role, new ReportCell(clean))], Height(count, linePoints), Widths.Count > 1));
    }

    private void AddRow(IReadOnlyList<ReportBox> boxes)
    {
        // two digits' width of the column are taken by the cell's margins and its indent
        var count = boxes.Select((box, column) => TextMetrics.LinesWithin(box.Cell.Text, (int)Widths[column] - 2)).Append(1).Max();
        lines.Add(new ReportLine(boxes, Height(count, LinePoints), false));
    }

    private static decimal Height(int count, decimal linePoints) => Math.Min(HighestRow, count * linePoints + 6m);
}

/// <summary>A row of the report.</summary>
/// <param name="Boxes">Its cells from column A.</param>
/// <param name="Points">Its height.</param>
/// <param name="IsAcross">Does its first cell span all columns?</param>
internal sealed record ReportLine(IReadOnlyList<ReportBox> Boxes, decimal Points, bool IsAcross);

/// <summary>A cell of the report with what it is for.</summary>
internal sealed record ReportBox(ReportRole Role, ReportCell Cell);
