namespace ExcelBudget.Workbooks.Tables;

/// <summary>表格工作簿。A plain workbook of lists: what the bureau fills in, and what the program reports.</summary>
/// <param name="Sheets">The sheets, the one that is shown first in front.</param>
public sealed record TableBook(IReadOnlyList<TableSheet> Sheets);

/// <summary>One list on a sheet of its own.</summary>
/// <param name="Name">Name of the tab; at most 31 characters.</param>
/// <param name="Columns">The columns from A on.</param>
/// <param name="Rows">The rows; a row may be shorter than the columns.</param>
public sealed record TableSheet(string Name, IReadOnlyList<TableColumn> Columns, IReadOnlyList<IReadOnlyList<TableCell>> Rows)
{
    /// <summary>Title above the list; null for a list whose headings stand in row 1, as one that is read again must.</summary>
    public string? Title { get; init; }

    /// <summary>A line below the title: as of when, for whom. Only together with a title.</summary>
    public string? Subtitle { get; init; }

    /// <summary>Lines below the list.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>How many empty rows below the list are ready to be typed into, with borders, dropdowns and prompts.</summary>
    public int RoomFor { get; init; }

    /// <summary>How many columns stay in view when scrolling to the right.</summary>
    public int FrozenColumns { get; init; }

    /// <summary>True for arrows in the headings that filter the list.</summary>
    public bool HasFilter { get; init; }

    /// <summary>A chart below the list; null for none.</summary>
    public TableChart? Chart { get; init; }

    /// <summary>True to hold the paper upright when printing.</summary>
    public bool IsPortrait { get; init; }

    /// <summary>The sheet without headings and borders: lines of text, the first column wide.</summary>
    public bool IsPlain { get; init; }
}

/// <summary>A stacked chart over columns of its list.</summary>
/// <param name="Title">Title of the chart.</param>
/// <param name="Categories">Index of the column with the names, from 0.</param>
/// <param name="Series">Indexes of the columns with the figures and the tone each is shown in.</param>
/// <param name="Rows">How many rows of the list, from the first, are shown.</param>
public sealed record TableChart(string Title, int Categories, IReadOnlyList<(int Column, CellTone Tone)> Series, int Rows);
