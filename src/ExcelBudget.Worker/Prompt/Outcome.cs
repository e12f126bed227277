using ExcelBudget.Domain.Findings;

namespace ExcelBudget.Worker.Prompt;

/// <summary>The exit code that a set of reports deserves.</summary>
internal static class Outcome
{
    /// <summary>2 when no workbook could be read; 1 when one has errors, is unreadable, or something else was amiss; else 0.</summary>
    public static int Code(IReadOnlyCollection<CheckReport> reports, bool hasProblems)
    {
        if (reports.All(report => report.Verdict == Verdict.Unreadable)) return ExitCode.NotDone;
        var hasErrors =
            reports.Any(report => report.Verdict == Verdict.Unreadable || report.Findings.Any(it => it.Severity == Severity.Error));
        return hasErrors || hasProblems ? ExitCode.ErrorsFound : ExitCode.Clean;
    }
}
