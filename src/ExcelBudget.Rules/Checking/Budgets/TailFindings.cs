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
            var ties = form.ToArray();
            yield return ties.Length == 1 ? first : first with
            {
                Message = CauseSentences.Tails.With(("count", new FindingValue.Count(ties.Length)), ("actual", first.Actual),
                    ("expected", first.Expected)),
                Related = [.. ties.Skip(1).Select(tie => tie.Place).Distinct()],
                Ties = ties,
            };
        }
    }
}
