namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>One cell of a pasted table.</summary>
/// <param name="Start">Where its text begins; blanks around it are left out.</param>
/// <param name="End">Where its text ends.</param>
/// <param name="Kind">What it holds.</param>
internal readonly record struct TableCell(int Start, int End, CellKind Kind)
{
    /// <summary>The header that the cell itself prints before a colon (目标：≥98%); null without one.</summary>
    public string? Label { get; init; }

    /// <summary>True without text.</summary>
    public bool IsEmpty => Kind == CellKind.Empty;
}

/// <summary>One line of a pasted table.</summary>
/// <param name="Start">Where it begins.</param>
/// <param name="End">Where it ends.</param>
/// <param name="Cells">Its cells; empty ones keep their place where a sign divides the cells.</param>
internal sealed record TableRow(int Start, int End, IReadOnlyList<TableCell> Cells)
{
    /// <summary>True for a line that names levels and nothing else.</summary>
    public bool IsOfLevels =>
        Cells.Any(cell => cell.Kind == CellKind.Level) && Cells.All(cell => cell.Kind is CellKind.Level or CellKind.Empty);

    /// <summary>The only cell with text; null when there is none or more than one.</summary>
    public TableCell? Only
    {
        get
        {
            TableCell? only = null;
            foreach (var cell in Cells)
            {
                if (cell.IsEmpty) continue;
                if (only is not null) return null;
                only = cell;
            }

            return only;
        }
    }
}
