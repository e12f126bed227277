using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>
/// 改动了数量级。Prefilled amounts that were changed to a power of ten of what was issued, where no other finding speaks of them: an amount
/// that no relation ties would be published ten times too large.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="issued">What was issued.</param>
internal sealed class ScaleChanges(BudgetFigures figures, CellLabels labels, IssuedFigures issued)
{
    /// <summary>One 疑点 for each such amount.</summary>
    /// <param name="told">What is told already.</param>
    public IEnumerable<Finding> Find(IReadOnlyList<Finding> told)
    {
        if (issued.Cells.Count == 0) return [];
        var known = told.Where(finding => finding.Severity != Severity.Info)
            .SelectMany(finding => finding.Related.Concat(finding.Ties.Select(tie => tie.Place)).Prepend(finding.Place))
            .Select(place => place.Address).OfType<CellAddress>().ToHashSet();
        return issued.Cells.Where(cell => !known.Contains(cell)).Select(Find).OfType<Finding>();
    }

    private Finding? Find(CellAddress cell)
    {
        if (figures.Book.Pack.Form(cell.Form) is not { } form
            || form.Column(cell.Column) is not { Kind: CellKind.Amount } column) return null;
        if (figures.Budget[cell]?.AsMeasure() is not { } measure
            || !decimal.TryParse(issued[cell]!.Before, NumberStyles.Number, CultureInfo.InvariantCulture, out var before)) return null;
        var now = form.Number(measure);
        return before == 0m || Slips.Factor(now, before) is not { } factor ? null : CellFindings.ScaleChanged.At(
            new Place(Address: cell), ("row", labels.Row(cell)), ("column", labels.Column(cell)),
            ("expected", FindingValue.Of(form, column, before)), ("actual", FindingValue.Of(form, column, now)),
            ("times", SlipFindings.TimesOf(factor))) with
        { Project = labels.ProjectKey(cell) };
    }
}
