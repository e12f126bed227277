using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Rules.Checking.Budgets.Changes;

/// <summary>
/// 移动、互换。An issued amount that stands in another cell of its form now: moved to a blank cell, or exchanged with another.
/// </summary>
/// <param name="words">What cells are called.</param>
internal sealed class MovedFigures(ChangeWords words)
{
    /// <summary>The moves among changed amounts.</summary>
    public IEnumerable<Finding> Find(IReadOnlyCollection<ChangedFigure> changed)
    {
        var told = new HashSet<ChangedFigure>();
        foreach (var form in changed.GroupBy(figure => figure.Form.Id).Where(form => form.Count() > 1))
        {
            ChangedFigure[] own = [.. form];
            foreach (var from in own.Where(figure => figure.Before != 0m))
            {
                if (told.Contains(from)) continue;
                var to = own.FirstOrDefault(other => other != from && !told.Contains(other) && IsExchanged(from, other));
                if (to is null) continue;
                told.Add(from);
                told.Add(to);
                yield return Told(from, to);
            }
        }
    }

    private static bool IsExchanged(ChangedFigure from, ChangedFigure to) =>
        from.Before == to.Now && from.Now == to.Before && from.Before != from.Now;

    private Finding Told(ChangedFigure from, ChangedFigure to) =>
        (from.Now == 0m ? ChangeFindings.Moved : ChangeFindings.Swapped).At(new Place(Address: from.Cell),
            [
                ("where", words.Where(from.Cell)), ("other", words.Where(to.Cell)), ("expected", from.Issued),
                .. from.Now == 0m ? Array.Empty<(string, FindingValue?)>() : [("actual", from.Stands)],
            ]) with
        {
            Project = words.Project(from.Cell),
            Related = [new Place(Address: to.Cell)],
        };
}
