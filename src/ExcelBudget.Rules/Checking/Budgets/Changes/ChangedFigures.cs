using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>
/// 改动像是笔误。Prefilled amounts that were changed the way a slip changes them, where no other finding speaks of them: an amount that no
/// relation ties would be published as it was mistyped. What was issued is the evidence, and so are texts and bounds that held then.
/// </summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="issued">What was issued.</param>
internal sealed class ChangedFigures(BudgetFigures figures, CellLabels labels, IssuedFigures issued)
{
    /// <summary>One 疑点 for each deed.</summary>
    /// <param name="told">What is told already.</param>
    public IReadOnlyList<Finding> Find(IReadOnlyList<Finding> told)
    {
        if (issued.Cells.Count == 0) return [];
        var known = told.Where(finding => finding.Severity != Severity.Info).SelectMany(CellsOf).ToHashSet();
        // a row whose code is wrong is another row: what was issued beside the right code is no evidence for it
        var recoded = told.Where(IsOfCode).Select(finding => finding.Place.Address).OfType<CellAddress>()
            .Select(cell => (cell.Form, cell.Row.Value)).ToHashSet();
        var words = new ChangeWords(labels);
        Finding[] texts = [.. new MovedTexts(issued, words).Find(known)];
        var left = issued.Cells.Where(cell => !known.Contains(cell) && !recoded.Contains((cell.Form, cell.Row.Value)))
            .Select(Changed).OfType<ChangedFigure>().ToList();
        if (left.Count == 0) return texts;
        var found = new List<Finding>(texts);
        Take(new MovedFigures(words).Find(left), left, found);
        Take(new SlippedFigures(words).Find(left), left, found);
        Take(new QuotedFigures(figures, labels, words).Find(left), left, found);
        Take(new OneSidedChanges(figures, issued, words).Find(left), left, found);
        return found;
    }

    private static bool IsOfCode(Finding finding) => finding.Category is Category.UnknownCode or Category.DuplicateCode;

    /// <summary>An amount is told once.</summary>
    private static void Take(IEnumerable<Finding> findings, List<ChangedFigure> left, List<Finding> found)
    {
        Finding[] more = [.. findings];
        var told = more.SelectMany(CellsOf).ToHashSet();
        left.RemoveAll(figure => told.Contains(figure.Cell));
        found.AddRange(more);
    }

    private static IEnumerable<CellAddress> CellsOf(Finding finding) =>
        finding.Related.Concat(finding.Ties.Select(tie => tie.Place)).Prepend(finding.Place)
            .Select(place => place.Address).OfType<CellAddress>();

    private ChangedFigure? Changed(CellAddress cell)
    {
        if (figures.Book.Pack.Form(cell.Form) is not { } form || form.Column(cell.Column) is not { Kind: CellKind.Amount }
            || figures.View(form)[cell.Row] is null || figures.Unreadable.ContainsKey(cell)) return null;
        var before = issued[cell]!.Before;
        var number = 0m;
        if (before.Length > 0 && !decimal.TryParse(before, NumberStyles.Number, CultureInfo.InvariantCulture, out number)) return null;
        return new ChangedFigure(cell, form, number, figures.Budget[cell]?.AsMeasure() is { } now ? form.Number(now) : 0m);
    }
}
