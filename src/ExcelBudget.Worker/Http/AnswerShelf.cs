using ExcelBudget.Worker.County.Records;

namespace ExcelBudget.Worker.Http;

/// <summary>答复。An answered 疑点, and who is content with the answer.</summary>
/// <param name="Finding">The finding with its answer.</param>
/// <param name="Accepted">Who accepted it; null while nobody has.</param>
internal sealed record AnsweredQuestion(StoredFinding Finding, AcceptedAnswer? Accepted);

/// <summary>The answers of a year as the clerk looks at them: another answer to the same 疑点 has to be looked at again.</summary>
internal sealed class AnswerShelf(ReturnShelf shelf, IReadOnlyList<AcceptedAnswer> accepted)
{
    private readonly ILookup<string, AcceptedAnswer> _accepted = accepted.ToLookup(answer => answer.UnitCode, StringComparer.Ordinal);

    /// <summary>The answered 疑点 of a return, in the order of its findings.</summary>
    public IReadOnlyList<AnsweredQuestion> Of(HandedIn file) =>
    [
        .. shelf.Report(file.Id).Findings.Where(finding => finding.IsAnswered).Select(finding => new AnsweredQuestion(
            finding, _accepted[file.UnitCode].FirstOrDefault(answer =>
                answer.Step == file.Step && answer.Finding == finding.Key && answer.Answer == finding.Answer))),
    ];

    /// <summary>How many answers of a return nobody has looked at.</summary>
    public int Waiting(HandedIn file) => Of(file).Count(question => question.Accepted is null);
}
