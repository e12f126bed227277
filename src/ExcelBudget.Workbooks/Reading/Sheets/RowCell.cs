using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Reading.Sheets;

/// <summary>A cell that rows of one kind have.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Place">Its sheet column.</param>
/// <param name="Role">What it is there for.</param>
internal readonly record struct RowCell(FormColumn Column, int Place, CellRole Role)
{
    /// <summary>The cells that rows of a group have in the columns that were found; labels are read when rows are sought.</summary>
    /// <param name="placed">The columns with their sheet columns.</param>
    /// <param name="group">The rows.</param>
    /// <param name="isLeaf">Rows of the lowest level of a code tree.</param>
    public static RowCell[] Of((FormColumn Column, int Place)[] placed, RowGroup group, bool isLeaf)
    {
        var cells = new List<RowCell>(placed.Length);
        foreach (var (column, place) in placed)
        {
            if (group.Covers(column.Id) && RoleOf(column, group, isLeaf) is not CellRole.Label and var role)
                cells.Add(new RowCell(column, place, role));
        }

        return [.. cells];
    }

    private static CellRole RoleOf(FormColumn column, RowGroup group, bool isLeaf) => group switch
    {
        RowGroup.Fixed declared => CellSpec.Of(column, declared).Role,
        RowGroup.Tree tree => tree.Pieces.Contains(column.Id) ? CellRole.Blank : CellSpec.Of(column, tree, isLeaf).Role,
        _ => CellSpec.OfListed(column).Role,
    };
}
