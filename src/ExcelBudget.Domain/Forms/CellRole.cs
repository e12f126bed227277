namespace ExcelBudget.Domain.Forms;

/// <summary>What a cell of a form is there for.</summary>
public enum CellRole
{
    /// <summary>A cell of a fixed row in which the form prints nothing and nothing is entered.</summary>
    Blank,

    /// <summary>A text the form prints; what is typed over it is told.</summary>
    Label,

    /// <summary>Entered by the dataset or the accountant.</summary>
    Entered,

    /// <summary>Computed by a formula.</summary>
    Computed,
}

/// <summary>The role of a cell with what belongs to it.</summary>
/// <param name="Role">The role.</param>
/// <param name="Label">Printed text of a label.</param>
/// <param name="Compute">Formula of a computed cell.</param>
/// <param name="Where">Conditions of an entered cell of a fixed row.</param>
public readonly record struct CellSpec(
    CellRole Role,
    string? Label = null,
    string? Compute = null,
    IReadOnlyDictionary<string, IReadOnlyList<string>>? Where = null)
{
    /// <summary>
    /// The role of a cell in a fixed row: labels first, then blanks, the row's formulas, entered cells, the column's formula.
    /// </summary>
    public static CellSpec Of(FormColumn column, RowGroup.Fixed row)
    {
        if (!row.Covers(column.Id)) return default;
        if (row.Labels.TryGetValue(column.Id, out var label)) return new(CellRole.Label, label);
        if (row.Blank.Contains(column.Id) || column.IsRowNumber) return default;
        if (row.Computed.TryGetValue(column.Id, out var own)) return new(CellRole.Computed, Compute: own);
        if (row.EnteredTexts.ContainsKey(column.Id)) return new(CellRole.Entered);
        if (row.Entered.TryGetValue(column.Id, out var where)) return new(CellRole.Entered, Where: where);
        if (column.Compute is not null) return new(CellRole.Computed, Compute: column.Compute);
        return row.ComputedElsewhere is { } elsewhere && column.IsFigure ? new(CellRole.Computed, Compute: elsewhere) : default;
    }

    /// <summary>The role of a cell in a code-tree row.</summary>
    public static CellSpec Of(FormColumn column, RowGroup.Tree tree, bool isLeaf)
    {
        if (!tree.Covers(column.Id)) return default;
        if (tree.Pieces.Contains(column.Id)) return new(CellRole.Entered);
        if (column.IsRowNumber) return default;
        if (column.Kind == CellKind.CodeName) return new(CellRole.Computed);
        if (column.Compute is not null) return new(CellRole.Computed, Compute: column.Compute);
        return isLeaf || !column.IsFigure || tree.UpperCompute.Length == 0 ? new(CellRole.Entered)
            : new(CellRole.Computed, Compute: tree.UpperCompute);
    }

    /// <summary>The role of a cell in a list row or a block.</summary>
    public static CellSpec OfListed(FormColumn column) =>
        column.Kind == CellKind.Label ? default
        : column.Compute is not null ? new(CellRole.Computed, Compute: column.Compute)
        : new(CellRole.Entered);
}
