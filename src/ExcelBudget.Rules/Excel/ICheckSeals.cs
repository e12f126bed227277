using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Excel;

/// <summary>The figures a workbook was issued with, where formulas find them.</summary>
public interface ICheckSeals
{
    /// <summary>True for a workbook to type in, whose rows of upper codes hold no formulas.</summary>
    bool IsBlank { get; }

    /// <summary>Ranges of the keys of a form's prefilled rows and of the figures of one column; null when nothing was prefilled.</summary>
    (string Keys, string Figures)? Sealed(FormDefinition form, ColumnId column);

    /// <summary>The figure a fixed row was issued with, in the form's unit; 0 when blank.</summary>
    decimal SealedFigure(FormDefinition form, RowKey row, ColumnId column);
}
