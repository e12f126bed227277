using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Template;

/// <summary>Where a block's fields stand within its lines.</summary>
internal static class BlockField
{
    /// <summary>Sheet columns from the block's left edge to a field.</summary>
    public static int Offset(RowGroup.Blocks blocks, ColumnId column) =>
        blocks.Lines.SelectMany(line => line.Cells).FirstOrDefault(cell => cell.Column == column)?.At ?? 0;

    /// <summary>The label in front of a field and where it stands; null when there is none.</summary>
    public static (int Offset, string Label)? LabelBefore(RowGroup.Blocks blocks, ColumnId column)
    {
        foreach (var line in blocks.Lines)
        {
            (int, string)? label = null;
            foreach (var cell in line.Cells)
            {
                if (cell.Column == column) return label;
                if (cell.Label is { Length: > 0 } text) label = (cell.At, text);
            }
        }

        return null;
    }
}
