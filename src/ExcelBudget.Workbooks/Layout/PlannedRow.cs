using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Template;

namespace ExcelBudget.Workbooks.Layout;

/// <summary>A row of a form's region as it will stand in one workbook.</summary>
/// <param name="Prototype">Index of the prototype it repeats.</param>
/// <param name="Kind">What the prototype is repeated for.</param>
/// <param name="Key">The row's key; null where it holds no data yet.</param>
/// <param name="Row">What is entered in it; null when nothing is.</param>
internal sealed record PlannedRow(int Prototype, PrototypeKind Kind, RowKey? Key, FormRow? Row)
{
    /// <summary>The declared row of a fixed row.</summary>
    public RowGroup.Fixed? Fixed { get; init; }

    /// <summary>The form whose row it is, where another form prints it; null for a row of the printed form itself.</summary>
    public FormDefinition? Part { get; init; }

    /// <summary>Rows that share the line, from left to right; empty where the row has it for itself.</summary>
    public IReadOnlyList<PlannedRow> Parts { get; init; } = [];

    /// <summary>The rows that stand in the line.</summary>
    public IEnumerable<PlannedRow> Own => Kind == PrototypeKind.Side ? Parts : [this];

    /// <summary>The line of a block.</summary>
    public BlockLine? Line { get; init; }

    /// <summary>Place of the block from 1, of the text's section, or of the row in its merged group.</summary>
    public int Number { get; init; }

    /// <summary>Text to print in headings and paragraphs, or the first cells of a skeleton row.</summary>
    public IReadOnlyList<string> Texts { get; init; } = [];

    /// <summary>True for a row in which the texts of the row above go on.</summary>
    public bool IsContinued { get; init; }

    /// <summary>Columns by their place whose cell is merged with those below, and over how many rows.</summary>
    public IReadOnlyList<(int Column, int Rows)> Merged { get; init; } = [];

    /// <summary>Columns whose cell belongs to one above.</summary>
    public IReadOnlyList<ColumnId> HeldAbove { get; init; } = [];

    /// <summary>True for a cell that is merged with one above, which holds its words.</summary>
    public bool IsHeldAbove(ColumnId column) => HeldAbove.Contains(column);
}
