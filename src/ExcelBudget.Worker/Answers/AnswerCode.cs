using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Sheets;
using ExcelBudget.Workbooks.Annotate;

namespace ExcelBudget.Worker.Answers;

/// <summary>
/// What the workbook carries beside each answer: the finding, its figures, the answer that was filled in for the accountant and the
/// figures it was given
/// for. So an answer she left alone is told from one she gave anew, and stays an answer to what she saw then.
/// </summary>
internal sealed record AnswerCode(string Key, AnsweredFigures Figures, string Filled, AnsweredFigures FilledFor)
{
    private const int Parts = 6;

    /// <summary>The code as text.</summary>
    public override string ToString() =>
        AnswerFields.Join(Key, Figures.Expected, Figures.Actual, Filled, FilledFor.Expected, FilledFor.Actual);

    /// <summary>The key of the finding that a code is of; null when the text is no code.</summary>
    public static string? KeyOf(string code) => AnswerFields.Split(code) is { Count: Parts } parts ? parts[0] : null;

    /// <summary>What came back in the column of answers; null when the code is none, or nothing was answered before or now.</summary>
    public static GivenAnswer? Read(ReturnedAnswer returned)
    {
        if (AnswerFields.Split(returned.Code) is not { Count: Parts } parts) return null;
        var code = new AnswerCode(parts[0], new(parts[1], parts[2]), parts[3], new(parts[4], parts[5]));
        return code.Answer(returned.Cell);
    }

    private GivenAnswer? Answer(FlatCell? cell)
    {
        // a formula could show anything tomorrow, and an error says nothing
        if (cell is { HasFormula: true } or { Kind: FlatCellKind.Error })
            return new GivenAnswer(Key, Filled, FilledFor) { IsCarried = true, WasNoText = true };
        var text = AnswerText.Read(cell?.Text ?? "", out var wasCut);
        if (text.Length == 0 && Filled.Length == 0) return null;
        return text == Filled ? new GivenAnswer(Key, text, FilledFor) { IsCarried = true }
            : new GivenAnswer(Key, text, Figures) { WasCut = wasCut };
    }
}
