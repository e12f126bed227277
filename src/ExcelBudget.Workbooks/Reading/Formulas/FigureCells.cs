using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Workbooks.Formulas;
using ExcelBudget.Workbooks.Reading.Cells;

namespace ExcelBudget.Workbooks.Reading.Formulas;

/// <summary>
/// The figures of a budget by where they stand on the sheets, the first of those that stand at one place. Formulas ask for each several
/// times: it is worked out once.
/// </summary>
internal sealed class FigureCells
{
    private readonly BudgetFigures _figures;
    private readonly LocatedCells _cells;
    private readonly CellMarks<int> _numbers = new();
    private readonly List<int> _places = [];
    private readonly KnownFigure[] _known;

    /// <param name="figures">The figures.</param>
    /// <param name="cells">Where the cells of the forms stand.</param>
    public FigureCells(BudgetFigures figures, LocatedCells cells)
    {
        (_figures, _cells) = (figures, cells);
        FormDefinition? form = null;
        for (var at = 0; at < cells.Count; at++)
        {
            var cell = cells[at];
            if (form is null || form.Id != cell.Address.Form) form = figures.Book.Pack.Form(cell.Address.Form);
            if (form?.Column(cell.Address.Column) is { IsFigure: true }
                && _numbers.Add(cell.Sheet.Name, cell.Row, cell.Column, _places.Count + 1)) _places.Add(at);
        }

        _known = new KnownFigure[_places.Count];
    }

    /// <summary>The figure of a place as its form shows it; not known where none of a form stands.</summary>
    public KnownFigure At(FlatSheet sheet, int row, int column)
    {
        var number = _numbers[sheet.Name, row, column] - 1;
        if (number < 0) return default;
        ref var figure = ref _known[number];
        if (figure.IsKnown) return figure;
        var address = _cells[_places[number]].Address;
        return figure = _figures.Value(address) is { IsKnown: true } known
            ? new(true, _figures.Book.Pack[address.Form].Number(known.Value)) : new(true, null);
    }
}
