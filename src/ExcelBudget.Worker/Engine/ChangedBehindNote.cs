using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>A figure that was changed since the workbook was issued is the first suspect when a text no longer agrees with it.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="issued">What was issued.</param>
internal sealed class ChangedBehindNote(BudgetFigures figures, IssuedFigures issued)
{
    private readonly CellLabels _labels = new(figures);

    /// <summary>The sentences as findings: at the changed figure where the sentence holds with the issued one, else at the text.</summary>
    public IEnumerable<(Finding Finding, CellAddress Place)> Explained(
        IReadOnlyList<ReviewedSentence> sentences, Func<BudgetFigures, IReadOnlyList<ReviewedSentence>> review)
    {
        var sources = new FigureSources(figures, issued);
        var changed = issued.Cells.Count == 0 ? []
            : sentences.SelectMany(each => each.Fields).SelectMany(sources.ChangedBehind).Distinct().ToArray();
        if (changed.Length == 0) return sentences.Select(each => (each.Told, each.Place));
        var left = review(sources.PutBack(changed)).Select(each => (each.Place, each.Finding.Rule)).ToHashSet();
        return sentences.Select(each => left.Contains((each.Place, each.Finding.Rule))
            || each.Fields.SelectMany(sources.ChangedBehind).Distinct().ToArray() is not [var cell]
                ? (each.Told, each.Place) : (At(cell, each), cell))
            .DistinctBy(told => (told.Item1.Rule, told.Item2)).ToArray();
    }

    private Finding At(CellAddress cell, ReviewedSentence sentence)
    {
        var (before, unit) = (issued[cell]!.Before, _labels.Unit(cell));
        var now = figures.Budget[cell]?.AsMeasure() is { } measure ? Figures.Plain(figures.Book.Pack[cell.Form].Number(measure)) : null;
        var changed = now is null ? $"清空了（下发时是 {before}{unit}）"
            : before.Length == 0 ? $"填上了 {now}{unit}（下发时是空的）" : $"由 {before} 改成了 {now}{unit}";
        return sentence.Finding with
        {
            Place = new Place(Address: cell),
            Message = CauseSentences.BehindNote.With(("row", _labels.Row(cell)), ("column", _labels.Column(cell)), ("change", changed),
                ("sentence", sentence.Finding.Place.Sentence ?? "")),
            Expected = null,
            Actual = null,
            Difference = null,
            Related = [new Place(Address: sentence.Place)],
        };
    }
}
