using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Answers;

/// <summary>答复。What an accountant answered to a 疑点.</summary>
/// <param name="Key">Key of the finding.</param>
/// <param name="Text">The answer; empty when she took an earlier one back.</param>
/// <param name="Figures">What the finding showed when she answered.</param>
public sealed record GivenAnswer(string Key, string Text, AnsweredFigures Figures)
{
    /// <summary>True for an answer that stood in the file when she got it and was left as it was: it is no news.</summary>
    public bool IsCarried { get; init; }

    /// <summary>True when the answer was longer than an answer may be and was cut.</summary>
    public bool WasCut { get; init; }

    /// <summary>True when a formula or an error stood there, which is not read as an answer.</summary>
    public bool WasNoText { get; init; }
}
