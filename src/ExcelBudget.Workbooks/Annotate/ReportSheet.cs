namespace ExcelBudget.Workbooks.Annotate;

/// <summary>校验结果表。The sheet that is put in front of a returned workbook.</summary>
/// <param name="Name">
/// Name on the tab: 1 to 31 characters, none of <c>: \ / ? * [ ]</c>. A sheet of this name is taken for an earlier report and replaced.
/// </param>
/// <param name="Sections">Tables of the sheet, one below the other; they share the columns of the sheet, each as wide as the
/// widest.</param>
public sealed record ReportSheet(string Name, IReadOnlyList<ReportSection> Sections)
{
    /// <summary>标题。First line of the sheet; none when null.</summary>
    public string? Title { get; init; }

    /// <summary>A line below the title, for example whose budget it is; none when null.</summary>
    public string? Subtitle { get; init; }

    /// <summary>
    /// Author of earlier notes to be removed. Needed only when no note is left to be made; the authors of the given notes always count.
    /// </summary>
    public string? NoteAuthor { get; init; }

    /// <summary>
    /// What the sheet is known by when it comes back, whatever its name then: stands in a hidden last column, alone in the first row and
    /// before each
    /// <see cref="ReportCell.Code"/>. None when null; then codes are not written.
    /// </summary>
    public string? Mark { get; init; }

    /// <summary>
    /// Name of an earlier report in this workbook that someone renamed; it is replaced like one of the usual name. None when null.
    /// </summary>
    public string? FormerName { get; init; }

    /// <summary>What the person who types an answer is told, and how long it may be; no limit when null.</summary>
    public AnswerLimit? AnswerLimit { get; init; }
}

/// <summary>The rule for cells of style <see cref="ReportCellStyle.Answer"/>.</summary>
/// <param name="MostCharacters">Longest answer.</param>
/// <param name="Prompt">Shown when such a cell is selected.</param>
public sealed record AnswerLimit(int MostCharacters, string Prompt);

/// <summary>A table of the report.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Columns">Its columns, from the left.</param>
/// <param name="Rows">Its rows; a row may be shorter than the columns. Without rows the column headings are left out.</param>
public sealed record ReportSection(
    string Title, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<ReportCell>> Rows)
{
    /// <summary>A line between the heading and the table; none when null.</summary>
    public string? Intro { get; init; }
}

/// <summary>A column of a section.</summary>
/// <param name="Heading">Its heading.</param>
/// <param name="Width">Width in Excel's units: digits of the standard font, a Chinese character takes two.</param>
public sealed record ReportColumn(string Heading, decimal Width)
{
    /// <summary>How many columns of the sheet it covers; its width is then theirs.</summary>
    public int Span { get; init; } = 1;
}

/// <summary>How a cell of the report looks.</summary>
public enum ReportCellStyle
{
    /// <summary>Text or a number on white.</summary>
    Plain,

    /// <summary>错误。Soft red.</summary>
    Error,

    /// <summary>疑点。Amber.</summary>
    Warning,

    /// <summary>提示。Grey.</summary>
    Info,

    /// <summary>答复。Pale yellow, and the only kind that can be typed into.</summary>
    Answer,

    /// <summary>Belongs to the row above: smaller and quieter.</summary>
    Detail,
}

/// <summary>A cell of the report.</summary>
/// <param name="Text">Its text; «\n» between lines. Ignored when <paramref name="Number"/> is given.</param>
/// <param name="Style">How it looks.</param>
/// <param name="Link">Where a click leads; a sheet that does not exist makes no link.</param>
/// <param name="Number">A number instead of text, shown with the decimals it has: none, two, or all of them beyond two.</param>
public sealed record ReportCell(
    string Text, ReportCellStyle Style = ReportCellStyle.Plain, CellTarget? Link = null, decimal? Number = null)
{
    /// <summary>What an answer typed here is about, for the program; comes back with it. None when null.</summary>
    public string? Code { get; init; }

    /// <summary>A cell with a number.</summary>
    /// <param name="number">The number, in the unit it is to be shown in.</param>
    public static ReportCell Of(decimal number) => new("", Number: number);
}

/// <summary>A cell that a link leads to.</summary>
/// <param name="Sheet">Sheet name as on the tab.</param>
/// <param name="Cell">The cell, for example «D9».</param>
public sealed record CellTarget(string Sheet, string Cell);
