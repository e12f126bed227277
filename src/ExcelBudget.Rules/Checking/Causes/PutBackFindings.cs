using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Causes;

/// <summary>
/// Says in one finding that figures were changed since the workbook was issued, what they were, and to put them back.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns; rows that are gone among them.</param>
/// <param name="issued">What was issued.</param>
/// <param name="ties">How a single tie is told.</param>
internal sealed class PutBackFindings(BudgetFigures figures, CellLabels labels, IssuedFigures issued, TieFindings ties)
{
    /// <summary>A list of more suspects helps nobody; the others stand in the list of changes.</summary>
    private const int MostNamed = 3;

    /// <summary>Changes are told one by one with what was issued, as far as a sentence carries them.</summary>
    private const int MostChanges = 12;

    /// <summary>The finding of a group of changes.</summary>
    public Finding Of(ChangedTogether group)
    {
        Finding[] told = [.. group.Ties.Select(ties.Of), .. group.Checks];
        var lead = told.OrderByDescending(finding => finding.Severity).First();
        var first = group.Cells.FirstOrDefault(cell => issued[cell] is not null, group.Cells[0]);
        return lead with
        {
            Message = CauseSentences.Together.With(("stands", Stands(group.Cells)), ("breaks", Consequence(group, lead)),
                ("what", IsGone(first) ? "这一行" : "数"), ("agrees", Agreement(group)),
                ("more", Scale(group.Cells) + Formulas(group.Cells))),
            Place = issued[first]?.Place ?? new Place(Address: first),
            Project = labels.ProjectKey(first),
            Expected = null,
            Actual = null,
            Difference = null,
            Related = [.. group.Cells.Where(cell => cell != first).Select(cell => issued[cell]?.Place ?? new Place(Address: cell))],
            Ties = told,
        };
    }

    private static string Consequence(ChangedTogether group, Finding lead)
    {
        if (group.Ties.Count == 1) return CauseSentences.BreaksOne.With(("title", group.Ties[0].Relation.Declaration.Title));
        if (group.Ties.Count > 0) return CauseSentences.BreaksMany.With(("count", new FindingValue.Count(group.Ties.Count)));
        var others = group.Checks.Count == 1 ? "" : $"（另有 {group.Checks.Count - 1} 处同样不符）";
        return CauseSentences.Therefore.With(
            ("check", lead.Message[..Math.Max(0, lead.Message.IndexOf('。', StringComparison.Ordinal))]), ("others", others));
    }

    private static string Agreement(ChangedTogether group) =>
        group.Ties.Count + group.Checks.Count == 1 ? CauseSentences.AgreesOne.With() : "就都相符了";

    private bool IsGone(CellAddress cell) =>
        figures.Budget[cell.Form]?[cell.Row] is null && figures.Book.Pack[cell.Form].FixedRow(cell.Row) is null;

    private string Stands(IReadOnlyList<CellAddress> cells)
    {
        if (cells.All(IsGone))
            return CauseSentences.RowGone.With(("form", Title(cells[0].Form)), ("row", labels.Row(cells[0])), ("issued", Issued(cells)));
        if (cells is [var one])
            return CauseSentences.CellChanged.With(("row", Row(one)), ("column", labels.Column(one)), ("change", Changed(one)));
        return CauseSentences.CellsChanged.With(
            ("area", Area(cells)), ("count", new FindingValue.Count(cells.Count)), ("changes", Changes(cells)));
    }

    private string Issued(IReadOnlyList<CellAddress> cells) =>
        string.Join('、', cells.Take(MostNamed).Select(cell => $"{labels.Column(cell)} {Before(cell)}{labels.Unit(cell)}"));

    private string Changes(IReadOnlyList<CellAddress> cells)
    {
        var isOneColumn = OneColumn(cells);
        CellAddress[] changed = [.. cells.Where(cell => issued[cell] is not null)];
        var named = string.Join('；', changed.Take(changed.Length > MostChanges ? MostNamed : MostChanges)
            .Select(cell => $"{Row(cell)}{(isOneColumn ? "" : $"“{labels.Column(cell)}”")} {Before(cell)}→{Now(cell)}"));
        return changed.Length > MostChanges ? named + "……逐格的改动前后见改动清单" : named;
    }

    private string Changed(CellAddress cell) => Number(cell) is null ? $"清空了（下发时是 {Before(cell)}{labels.Unit(cell)}）"
        : issued[cell] is { Before.Length: 0 } ? $"填上了 {Now(cell)}{labels.Unit(cell)}（下发时是空的）"
        : $"由 {Before(cell)} 改成了 {Now(cell)}{labels.Unit(cell)}";

    private string Before(CellAddress cell) => issued[cell] is not { } change ? "公式" : change.Before.Length == 0 ? "空" : change.Before;

    private string Now(CellAddress cell) => Number(cell) is { } now ? Domain.Money.Figures.Plain(now) : "空";

    private decimal? Number(CellAddress cell) =>
        figures.Budget[cell]?.AsMeasure() is { } now ? figures.Book.Pack[cell.Form].Number(now) : null;

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

    /// <summary>All the figures too large or too small by one factor: the unit was taken for another.</summary>
    private string Scale(IReadOnlyList<CellAddress> cells)
    {
        var factors = cells.Where(cell => issued[cell] is not null).Select(Factor).Distinct().ToArray();
        if (factors is not [{ } factor]) return "";
        var unit = labels.Unit(cells[0]).Length > 0 ? "金额单位用错（元、万元），或者" : "";
        return CauseSentences.AllScaled.With(("times", SlipFindings.TimesOf(factor)), ("unit", unit));
    }

    private decimal? Factor(CellAddress cell) => Number(cell) is { } now
        && decimal.TryParse(issued[cell]!.Before, NumberStyles.Number, CultureInfo.InvariantCulture, out var before)
            ? Slips.Factor(now, before) : null;

    private string Formulas(IReadOnlyList<CellAddress> cells)
    {
        var overwritten = cells.Count(cell => issued[cell] is null);
        if (overwritten == 0) return "";
        var rows = cells.Where(cell => issued[cell] is null).Select(Row).Distinct().ToArray();
        var named = string.Join('、', rows.Take(MostNamed)) + (rows.Length > MostNamed ? "……" : "");
        return CauseSentences.FormulasAmong.With(("count", new FindingValue.Count(overwritten)), ("rows", named));
    }

    /// <summary>A row as people call it: a project, a row by its number in a list, a row by its label.</summary>
    private string Row(CellAddress cell)
    {
        if (labels.ProjectKey(cell) is not null && !RowKeys.IsInner(cell.Row)) return $"项目“{labels.Row(cell)}”";
        return int.TryParse(labels.Row(cell), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? string.Create(CultureInfo.InvariantCulture, $"第 {number} 行") : $"“{labels.Row(cell)}”行";
    }

    private string Title(FormId form) => figures.Book.Pack[form].Title;
}
