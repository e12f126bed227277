using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>尾差。Rounding tails come in numbers and ask for nothing: one finding for each form.</summary>
internal static class TailFindings
{
    /// <summary>The tails of each form as one finding, each listed under it; a form's only tail as it is.</summary>
    public static IEnumerable<Finding> Merge(IEnumerable<Finding> tails)
    {
        foreach (var form in tails.GroupBy(tail => tail.Place.Address?.Form))
        {
            var first = form.First();
            var places = form.ToArray();
            yield return places.Length == 1 ? first : first with
            {
                Message = CauseSentences.Tails.With(("count", new FindingValue.Count(places.Length)), ("actual", first.Actual),
                    ("expected", first.Expected)),
                Related = [.. places.Skip(1).Select(tail => tail.Place).Distinct()],
                Ties = [.. places.SelectMany(tail => tail.Ties.Count == 0 ? [tail] : tail.Ties)],
            };
        }
    }
}
