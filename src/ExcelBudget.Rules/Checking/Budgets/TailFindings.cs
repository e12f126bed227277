using ExcelBudget.Domain.Findings;

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
                Message = $"这张表有 {ties.Length} 处合计与各项相加略有出入（例如这里显示 {first.Actual}，按勾稽关系为 {first.Expected}），都是四舍五入造成的尾差，属于正常情况，不用处理。",
                Related = [.. ties.Skip(1).Select(tie => tie.Place).Distinct()],
                Ties = ties,
            };
        }
    }
}
