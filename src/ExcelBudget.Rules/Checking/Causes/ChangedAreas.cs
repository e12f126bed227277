using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>
/// Which changed cells were changed in one go: those that lie side by side in a row or column of one form, whatever formulas and blank
/// cells lie between, and three or more of one column. A block pasted over a column is one area, two slips in two forms are two.
/// </summary>
/// <param name="figures">The budget's figures.</param>
internal sealed class ChangedAreas(BudgetFigures figures)
{
    /// <summary>So many changed cells of one column are one doing, whatever lies between.</summary>
    private const int FewestOfPaste = 3;

    /// <summary>So many changed cells of one form are one doing: the form was filled anew.</summary>
    private const int MostOfOneForm = 6;

    /// <summary>The areas of some changed cells, each in printed order.</summary>
    public IReadOnlyList<CellAddress[]> Of(IReadOnlyCollection<CellAddress> changed) =>
        [.. changed.GroupBy(cell => cell.Form).SelectMany(form => OfForm(figures.Book.Pack[form.Key], [.. form]))];

    private IEnumerable<CellAddress[]> OfForm(FormDefinition form, HashSet<CellAddress> changed)
    {
        RowView[] rows = [.. figures.View(form).Rows];
        FormColumn[] columns = [.. form.Columns.Where(column => column.IsFigure)];
        var areas = new Dictionary<CellAddress, List<CellAddress>>();
        foreach (var column in columns) JoinAlong(form, rows.Select(row => (row, column)), changed, areas);
        foreach (var row in rows) JoinAlong(form, columns.Select(column => (row, column)), changed, areas);
        if (changed.Count >= MostOfOneForm) foreach (var cell in changed) Join(areas, changed.First(), cell);
        foreach (var column in changed.GroupBy(cell => cell.Column).Where(column => column.Count() >= FewestOfPaste))
            foreach (var cell in column.Skip(1)) Join(areas, column.First(), cell);
        var printed = rows.SelectMany(row => columns.Select(column => new CellAddress(form.Id, row.Key, column.Id)))
            .Select((cell, at) => (cell, at)).ToDictionary(each => each.cell, each => each.at);
        return areas.Values.Distinct().Select(area => area.OrderBy(cell => printed[cell]).ToArray());
    }

    /// <summary>Joins the changed cells along a line that no unchanged figure parts.</summary>
    private void JoinAlong(
        FormDefinition form, IEnumerable<(RowView Row, FormColumn Column)> line, HashSet<CellAddress> changed,
        Dictionary<CellAddress, List<CellAddress>> areas)
    {
        CellAddress? before = null;
        foreach (var (row, column) in line)
        {
            var cell = new CellAddress(form.Id, row.Key, column.Id);
            if (changed.Contains(cell))
            {
                if (!areas.ContainsKey(cell)) areas[cell] = [cell];
                if (before is { } last) Join(areas, last, cell);
                before = cell;
            }
            else if (row.Row?[column.Id] is not null && figures.Compute(form, row, column.Id) is null) before = null;
        }
    }

    private static void Join(Dictionary<CellAddress, List<CellAddress>> areas, CellAddress one, CellAddress other)
    {
        var (kept, joined) = (areas[one], areas[other]);
        if (ReferenceEquals(kept, joined)) return;
        kept.AddRange(joined);
        foreach (var cell in joined) areas[cell] = kept;
    }
}
