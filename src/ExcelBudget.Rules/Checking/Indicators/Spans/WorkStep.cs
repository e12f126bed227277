using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>工作步骤。The step of a work that an indicator dates: 开工时间, 竣工验收日期.</summary>
/// <param name="Of">What is begun or finished; empty for the whole.</param>
/// <param name="Order">0 for its beginning, 1 for its end, 2 for what follows.</param>
/// <param name="IsWhole">True when the step is the whole work's.</param>
internal sealed record WorkStep(string Of, int Order, bool IsWhole)
{
    private const int LongestOf = 8;

    /// <summary>The step that a name dates; null when it names none.</summary>
    public static WorkStep? In(string name, IndicatorWords words)
    {
        if (WordList.IsIn(name, words.OffWork)) return null;
        var date = words.DateEnds.FirstOrDefault(date => name.EndsWith(date, StringComparison.Ordinal));
        var named = name[..^(date?.Length ?? 0)];
        return Ending(named, words.Starts, 0, words) ?? Ending(named, words.Uses, 2, words) ?? Ending(named, words.Ends, 1, words);
    }

    /// <summary>首期开班 and 全部班次结业 are of one thing; 东区开工 and 西区完工 are not.</summary>
    public bool IsOfOneWith(WorkStep other) => Of == other.Of || IsWhole || other.IsWhole;

    private static WorkStep? Ending(string name, IReadOnlyList<string> steps, int order, IndicatorWords words)
    {
        // 改造工程竣工验收 ends in 竣工验收, not in 验收 alone
        foreach (var step in steps.OrderByDescending(step => step.Length))
        {
            if (name.EndsWith(step, StringComparison.Ordinal) && name.Length - step.Length <= LongestOf)
            {
                var of = name[..^step.Length];
                return new WorkStep(of, order, of.Length == 0 || words.WholeWorks.Contains(of));
            }
        }

        return null;
    }
}
