namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>A slip of the keyboard in a target.</summary>
/// <param name="Written">As it stands.</param>
/// <param name="Meant">What was meant.</param>
/// <param name="Reason">What is wrong with it.</param>
internal sealed record Mistyping(string Written, string Meant, string Reason)
{
    /// <summary>True when something else may have been meant.</summary>
    public bool IsDoubtful { get; init; }
}
