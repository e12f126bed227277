using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>
/// Says in one finding that figures were changed together since the workbook was issued, what they were, and to put them back.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns; rows that are gone among them.</param>
/// <param name="issued">What was issued.</param>
/// <param name="ties">How a single tie is told.</param>
internal sealed class PutBackFindings(BudgetFigures figures, CellLabels labels, IssuedFigures issued, TieFindings ties)
{
    /// <summary>A list of more suspects helps nobody; the others stand in the list of changes.</summary>
    private const int MostNamed = 3;

    private const string Adjust = "确需调整的，请把相关各表一并调整。";

    /// <summary>The finding of a group of changes.</summary>
    public Finding Of(ChangedTogether group)
    {
        Finding[] told = [.. group.Ties.Select(ties.Of)];
        var lead = told.OrderByDescending(finding => finding.Severity).First();
        var first = group.Cells.FirstOrDefault(cell => issued[cell] is not null, group.Cells[0]);
        return lead with
        {
            Message =
                $"{Stands(group.Cells)}，使 {told.Length} 处勾稽不符；恢复下发时的{(IsGone(first) ? "这一行" : "数")}，就都相符了。{Formulas(group.Cells)}{Adjust}",
            Place = issued[first]?.Place ?? new Place(Address: first),
            Project = labels.ProjectKey(first),
            Expected = null,
            Actual = null,
            Difference = null,
            Related = [.. group.Cells.Where(cell => cell != first).Select(cell => issued[cell]?.Place ?? new Place(Address: cell))],
            Ties = told,
        };
    }

    private bool IsGone(CellAddress cell) => figures.Budget[cell.Form]?[cell.Row] is null;

    private string Stands(IReadOnlyList<CellAddress> cells) => cells.All(IsGone)
        ? $"“{Title(cells[0].Form)}”的“{labels.Row(cells[0])}”行在工作簿下发后被删去了（下发时{Issued(cells)}）"
        : $"{Area(cells)}有 {cells.Count} 格在工作簿下发后改动过（{Changes(cells)}）";

    private string Issued(IReadOnlyList<CellAddress> cells) =>
        string.Join('、', cells.Take(MostNamed).Select(cell => $"{labels.Column(cell)} {Before(cell)}{labels.Unit(cell)}"));

    private string Changes(IReadOnlyList<CellAddress> cells)
    {
        var isOneColumn = OneColumn(cells);
        var named = string.Join('；', cells.Take(MostNamed)
            .Select(cell => $"“{labels.Row(cell)}”{(isOneColumn ? "" : $"行“{labels.Column(cell)}”")} {Before(cell)}→{Now(cell)}"));
        return cells.Count > MostNamed ? named + "……逐格的改动前后见改动清单" : named;
    }

    private string Before(CellAddress cell) => issued[cell] is not { } change ? "公式" : change.Before.Length == 0 ? "空" : change.Before;

    private string Now(CellAddress cell) =>
        figures.Budget[cell]?.AsMeasure() is not { } now ? "空" : Domain.Money.Figures.Plain(figures.Book.Pack[cell.Form].Number(now));

    private string Area(IReadOnlyList<CellAddress> cells)
    {
        var forms = cells.Select(cell => cell.Form).Distinct().ToArray();
        if (forms.Length > 1)
            return string.Join('、', forms.Take(MostNamed).Select(form => $"“{Title(form)}”")) + (forms.Length > MostNamed ? "等表" : "");

        if (OneColumn(cells)) return $"“{Title(forms[0])}”的“{labels.Column(cells[0])}”栏";
        return cells.Select(cell => cell.Row).Distinct().Count() == 1 ? $"“{Title(forms[0])}”的“{labels.Row(cells[0])}”行"
            : $"“{Title(forms[0])}”";
    }

    private static bool OneColumn(IReadOnlyList<CellAddress> cells) =>
        cells.Select(cell => (cell.Form, cell.Column)).Distinct().Count() == 1;

    private string Formulas(IReadOnlyList<CellAddress> cells)
    {
        var overwritten = cells.Count(cell => issued[cell] is null);
        return overwritten == 0 ? "" : $"其中 {overwritten.ToString(CultureInfo.InvariantCulture)} 格原来是公式，请恢复公式。";
    }

    private string Title(FormId form) => figures.Book.Pack[form].Title;
}
