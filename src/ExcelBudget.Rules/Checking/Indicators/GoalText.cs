namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>What a goal really says.</summary>
internal static class GoalText
{
    /// <summary>The letters and digits of a goal: «——。» says nothing.</summary>
    public static string Substance(string goal) => string.Concat(goal.Where(char.IsLetterOrDigit));
}
