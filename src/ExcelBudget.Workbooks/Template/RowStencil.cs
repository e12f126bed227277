using System.Text;
using ExcelBudget.Rules.Excel;

namespace ExcelBudget.Workbooks.Template;

/// <summary>A row of a template as ready bytes: only its number, its height and what is written into its cells are missing.</summary>
internal sealed class RowStencil
{
    /// <param name="row">The row.</param>
    public RowStencil(TemplateRow row)
    {
        Attributes = Encoding.UTF8.GetBytes(row.Attributes);
        Height = row.Height;
        Cells = [.. row.Cells.Select(cell => new CellStencil(cell))];
    }

    /// <summary>From behind the number up to the height.</summary>
    public byte[] Attributes { get; }

    /// <summary>Height in points; null for the default.</summary>
    public double? Height { get; }

    /// <summary>Its cells in order.</summary>
    public CellStencil[] Cells { get; }
}

/// <summary>A cell of a template as ready bytes.</summary>
internal sealed class CellStencil
{
    /// <param name="cell">The cell.</param>
    public CellStencil(TemplateCell cell)
    {
        Column = cell.Column;
        Formula = cell.Formula;
        Begin = Encoding.UTF8.GetBytes("<c r=\"" + SheetReference.Letters(cell.Column));
        Style = Encoding.UTF8.GetBytes(cell.Style.Length > 0 ? "\" s=\"" + cell.Style + "\"" : "\"");
        var type = cell.Type.Length > 0 ? " t=\"" + cell.Type + "\"" : "";
        Own = Encoding.UTF8.GetBytes(type + (cell.Inner.Length == 0 ? "/>" : ">" + cell.Inner + "</c>"));
    }

    /// <summary>Column from 1.</summary>
    public int Column { get; }

    /// <summary>Formula without «=»; null when it has none.</summary>
    public string? Formula { get; }

    /// <summary>Up to the number of the row.</summary>
    public byte[] Begin { get; }

    /// <summary>From behind it, the style included.</summary>
    public byte[] Style { get; }

    /// <summary>The rest of a cell without formula that stays as it is in the template.</summary>
    public byte[] Own { get; }
}
