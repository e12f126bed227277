namespace ExcelBudget.Workbooks.Template;

/// <summary>Columns of the 校验 sheet from left to right, the only place that tells them.</summary>
internal enum CheckColumn
{
    /// <summary>序号。</summary>
    Number = 1,

    /// <summary>类型。</summary>
    Kind,

    /// <summary>表。</summary>
    Forms,

    /// <summary>关系。</summary>
    Title,

    /// <summary>范围。</summary>
    Scope,

    /// <summary>左边。</summary>
    Left,

    /// <summary>右边。</summary>
    Right,

    /// <summary>差额。Left less right.</summary>
    Gap,

    /// <summary>结论。</summary>
    Verdict,

    /// <summary>级别。</summary>
    Grade,

    /// <summary>左边单元格。</summary>
    LeftCell,

    /// <summary>右边单元格。</summary>
    RightCell,
}

/// <summary>Headings and widths of the columns of the 校验 sheet.</summary>
internal static class CheckColumns
{
    /// <summary>Heading and width in characters of each column in order.</summary>
    public static readonly IReadOnlyList<(CheckColumn Column, string Title, double Width)> All =
    [
        (CheckColumn.Number, "序号", 6),
        (CheckColumn.Kind, "类型", 7),
        (CheckColumn.Forms, "表", 15),
        (CheckColumn.Title, "关系", 46),
        (CheckColumn.Scope, "范围", 28),
        (CheckColumn.Left, "左边", 14),
        (CheckColumn.Right, "右边", 14),
        (CheckColumn.Gap, "差额", 13),
        (CheckColumn.Verdict, "结论", 9),
        (CheckColumn.Grade, "级别", 7),
        (CheckColumn.LeftCell, "左边单元格", 13),
        (CheckColumn.RightCell, "右边单元格", 13),
    ];

    /// <summary>«$I30»: the cell of a column in a row, the column fixed.</summary>
    public static string Cell(this CheckColumn column, int row) => "$" + Rules.Excel.SheetReference.Cell(row, (int)column);
}
