using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Worker.Answers;

/// <summary>Puts answers to the 疑点 they were given to, and says what that makes of the workbook.</summary>
internal static class Answering
{
    /// <summary>The report with answers; those whose finding is gone are left out.</summary>
    /// <param name="report">The report, with or without earlier answers.</param>
    /// <param name="answers">The answers that hold.</param>
    /// <param name="mustAnswer">Does a 疑点 without an answer return the workbook?</param>
    public static CheckReport Put(CheckReport report, IReadOnlyList<GivenAnswer> answers, bool mustAnswer)
    {
        var byKey = answers.Where(answer => answer.Text.Length > 0).ToDictionary(answer => answer.Key, StringComparer.Ordinal);
        var findings =
            report.Findings.Zip(FindingKeys.Of(report.Findings), (finding, key) => Answered(finding, byKey.GetValueOrDefault(key)))
            .ToArray();
        var hasErrors = findings.Any(finding => finding.Severity == Severity.Error);
        var open = mustAnswer ? findings.Count(finding => finding.IsOpenQuestion) : 0;
        return report with
        {
            Findings = findings,
            Verdict = hasErrors || open > 0 ? Verdict.Returned : Verdict.Accepted,
            ReturnedBecause = open == 0 ? null : Sentence(open, findings.Count(finding => finding.AnswerWasFor is not null)),
        };
    }

    /// <summary>What is to be said about answers that could not be taken as they were typed, at the place of their 疑点.</summary>
    public static IEnumerable<Finding> Remarks(IReadOnlyList<Finding> findings, IEnumerable<GivenAnswer> answers)
    {
        var places = FindingKeys.Of(findings).Zip(findings).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
        foreach (var answer in answers.Where(answer => answer.WasCut || answer.WasNoText))
        {
            if (places.TryGetValue(answer.Key, out var finding)) yield return Remark(finding, answer);
        }
    }

    private static Finding Answered(Finding finding, GivenAnswer? answer)
    {
        if (finding.Severity != Severity.Warning || answer is null) return finding with { Answer = null, AnswerWasFor = null };
        return finding with
        {
            Answer = answer.Text,
            AnswerWasFor = answer.Figures == AnsweredFigures.Of(finding) ? null : answer.Figures,
        };
    }

    private static string Sentence(int open, int outdated)
    {
        var changed = outdated == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"（其中 {outdated} 个答复过，但情况已变化，请核对后改写答复）");
        return string.Create(
            CultureInfo.InvariantCulture, $"还有 {open} 个疑点没有答复{changed}。按规定疑点须先答复：请在“{AnswerSheet.Name}”表的“答复”栏逐一说明，保存后把本文件重新报送。");
    }

    private static Finding Remark(Finding finding, GivenAnswer answer) =>
        (answer.WasCut ? AnswerFindings.Cut : AnswerFindings.NoText)
            .At(finding.Place, ("limit", new FindingValue.Count(AnswerText.Longest)))
            with
        { Project = finding.Project };
}
