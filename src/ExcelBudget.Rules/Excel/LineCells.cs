namespace ExcelBudget.Rules.Excel;

/// <summary>What the sheet behind the 校验 sheet knows of a line, each in a column of its own.</summary>
internal enum LineCell
{
    /// <summary>State as a number.</summary>
    State,

    /// <summary>Place of the worst row in its block, 0 for none.</summary>
    Worst,

    /// <summary>Left side.</summary>
    Left,

    /// <summary>Right side.</summary>
    Right,

    /// <summary>Where the left side stands.</summary>
    LeftTarget,

    /// <summary>Where the right side stands.</summary>
    RightTarget,

    /// <summary>How exactly both sides are known.</summary>
    Half,

    /// <summary>Whether its condition holds.</summary>
    When,

    /// <summary>State and forms as a text to search.</summary>
    Key,

    /// <summary>1 while rows stand where no check reads, -1 while its forms are empty, else 0.</summary>
    Outside,

    /// <summary>Its rows in words.</summary>
    Scope,

    /// <summary>Its column in words.</summary>
    Title,

    /// <summary>What its worst row is called.</summary>
    Label,
}

/// <summary>Where lines stand on the helper sheet: each in a row, below each other.</summary>
/// <param name="top">Row of the first.</param>
/// <param name="count">How many lines there are.</param>
internal sealed class LineCells(int top, int count)
{
    /// <summary>The first row below.</summary>
    public int Bottom => top + count;

    /// <summary>The row of a line, counted from 0.</summary>
    public int RowOf(int line) => top + line;

    /// <summary>The column.</summary>
    public static int ColumnOf(LineCell cell) => (int)cell + 1;

    /// <summary>«$F$250»: a cell of a line.</summary>
    public string Own(LineCell cell, int line) => SheetReference.FixedCell(RowOf(line), ColumnOf(cell));

    /// <summary>«$F{row}»: a cell of the line itself in a formula that lines share whatever stands between them.</summary>
    public static string Alike(LineCell cell) => "$" + SheetReference.Letters(ColumnOf(cell)) + HelperGrid.OwnRow;

    /// <summary>«$A$250:$A$438»: all lines.</summary>
    public string All(LineCell cell) => SheetReference.Fixed(top, ColumnOf(cell), top + count - 1, ColumnOf(cell));
}
