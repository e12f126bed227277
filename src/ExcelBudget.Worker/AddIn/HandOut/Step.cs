namespace ExcelBudget.Worker.AddIn.HandOut;

/// <summary>How one thing stands that was looked at or done.</summary>
internal enum StepState
{
    /// <summary>As it should be.</summary>
    Good,

    /// <summary>Worth knowing; nothing is wrong with it.</summary>
    Note,

    /// <summary>The add-in does not work like this.</summary>
    Bad,
}

/// <summary>One thing that was looked at or done, and what to do about it.</summary>
/// <param name="State">How it stands.</param>
/// <param name="Says">What was found or done, a sentence in Chinese.</param>
/// <param name="Remedy">What to do, in Chinese; empty when there is nothing to do.</param>
internal sealed record Step(StepState State, string Says, string Remedy = "")
{
    public static Step Good(string says, string remedy = "") => new(StepState.Good, says, remedy);

    public static Step Note(string says, string remedy = "") => new(StepState.Note, says, remedy);

    public static Step Bad(string says, string remedy = "") => new(StepState.Bad, says, remedy);

    /// <summary>The line, with what to do below it.</summary>
    public override string ToString() => $"{Sign} {Says}" + (Remedy.Length == 0 ? "" : $"\n    → {Remedy}");

    private string Sign => State switch { StepState.Good => "[好]", StepState.Note => "[注意]", _ => "[不行]" };
}
