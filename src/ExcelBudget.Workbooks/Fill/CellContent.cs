namespace ExcelBudget.Workbooks.Fill;

/// <summary>What is written into a cell.</summary>
internal abstract record CellContent
{
    private CellContent()
    {
    }

    /// <summary>A cell that holds nothing.</summary>
    public static CellContent Empty { get; } = new Blank();

    /// <summary>A figure as the sheet shows it, in the form's unit.</summary>
    public sealed record Number(decimal Value) : CellContent;

    public sealed record Text(string Value) : CellContent;

    /// <summary>A formula with the figure our engine computed for it.</summary>
    public sealed record Formula(FormulaText Expression, decimal Value) : CellContent;

    /// <summary>A formula with the text our engine computed for it.</summary>
    public sealed record TextFormula(FormulaText Expression, string Value) : CellContent;

    /// <summary>A formula that neighbouring rows share, with what our engine computed for this one.</summary>
    /// <param name="Index">Number of the formula on its sheet.</param>
    /// <param name="Expression">The formula, worded for the first row; null in the rows below.</param>
    /// <param name="LastRow">Last row that shares it.</param>
    /// <param name="Value">A figure or a text.</param>
    public sealed record Shared(int Index, string? Expression, int LastRow, CellContent Value) : CellContent;

    /// <summary>Nothing, but the style stays.</summary>
    public sealed record Blank : CellContent;
}

/// <summary>A row to be written.</summary>
/// <param name="TemplateRow">The template row it repeats.</param>
/// <param name="Contents">What is written into its cells.</param>
/// <param name="Height">Height in points; null for the template's.</param>
internal sealed record OutputRow(int TemplateRow, RowContents Contents, double? Height = null);
