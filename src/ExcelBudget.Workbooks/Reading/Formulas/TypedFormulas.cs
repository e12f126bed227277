using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Formulas;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>A cell with a formula as it is read.</summary>
/// <param name="Cell">The cell with the formula's value as if it had been typed; null when there is none.</param>
/// <param name="Trouble">Why the value could not be computed and is the one saved in the file; null when it was computed.</param>
internal readonly record struct TypedFormula(FlatCell? Cell, string? Trouble);

/// <summary>
/// Formulas that accountants type into cells: computed where that can be told, else the result saved in the file stands, unverified.
/// </summary>
/// <param name="engine">Computes.</param>
internal sealed class TypedFormulas(FormulaEngine engine)
{
    /// <summary>Reads a cell that holds a formula.</summary>
    public TypedFormula Read(FlatSheet sheet, FlatCell cell)
    {
        var value = engine.Cell(sheet, cell.Row, cell.Column);
        return value.Kind switch
        {
            FormulaKind.Number => new(cell.Holding(value.Number), null),
            FormulaKind.Text => new(cell.Holding(value.Text), null),
            FormulaKind.Boolean => new(cell.Holding(value.AsText().Text), null),
            FormulaKind.Error => new(FlatCell.OfError(cell.Row, cell.Column, value.Text), null),
            _ => new(cell.HasCachedValue ? cell.WithoutFormula() : null, value.Text),
        };
    }
}
