using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>
/// 特困人员900人、每人资助400元，低保对象6500人、每人资助200元，共资助7600人: a total behind the deed's own verb, of what its sentence counts before.
/// </summary>
internal static partial class TotalOfDeed
{
    /// <summary>The total that the counts before it do not make, and what they make; null where they agree or more may be meant.</summary>
    public static (TextQuantity Total, decimal Made)? In(ProjectFigures figures)
    {
        foreach (var total in figures.Goal)
        {
            if (total is not { IsMoney: false, IsAbout: false, Per.Count: 0, Bound: TargetOperator.Equal } || total.Unit == "%"
                || Total().Match(total.Lead) is not { Success: true } match) continue;
            var verb = match.Groups["verb"].Value;
            var before = figures.Goal.TakeWhile(told => !ReferenceEquals(told, total)).Where(told =>
                told.Sentence == total.Sentence).ToArray();
            if (!Array.Exists(before, told => told.Before.Contains(verb, StringComparison.Ordinal))) continue;
            var counts = Array.FindAll(before, told => !told.IsMoney && QuantityUnits.Kind(told.Unit) != "时间");
            // 村干部120人、农技员80人和部分种植大户，共培训260人
            if (Some().IsMatch(total.Context)) continue;
            // what else is counted between may be among them
            if (counts.Length < 2 || Array.Exists(counts, told => told.Unit != total.Unit || told.Per.Count > 0 || told.IsAbout
                || told.IsBracketed
                || told.Bound != TargetOperator.Equal)) continue;
            // 1500人，其中男900人、女600人，共培训1500人: told behind their whole they are its parts
            if (counts[0] is { IsDetail: false } && Array.Exists(counts, told => told.IsDetail)) continue;
            var sum = counts.Sum(told => told.Number);
            if (sum != total.Number && counts.All(told => told.Number < total.Number)) return (total, sum);
        }

        return null;
    }

    [GeneratedRegex("部分|等|若干|其他|其余|另|以及|原有|加上")]
    private static partial Regex Some();

    [GeneratedRegex(@"^(?:共计|合计|总计|共)(?<verb>\p{L}{2})$")]
    private static partial Regex Total();
}
