using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Checking;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>Notes checked against the samples.</summary>
internal static class Checked
{
    private static readonly NoteChecker Checker = NoteChecker.Of(Hebei.Book);

    /// <summary>A dropped note: through the guard, then checked.</summary>
    public static NoteCheck Through(NoteChecker checker, byte[] docx, BudgetFigures figures)
    {
        var opened = NoteGuard.Open(docx);
        return opened.IsReadable ? checker.Check(opened.Package, figures) : new NoteCheck([], [], null, opened.Reason);
    }

    public static NoteCheck Against(Budget budget, byte[] docx) => Through(Checker, docx, new BudgetFigures(Hebei.Book, budget));

    /// <summary>Findings of sentences typed under the heading of a section.</summary>
    public static Finding[] Sentence(string sample, string heading, params string[] sentences) =>
        [.. Against(HebeiNote.BudgetOf(sample), PlainNote.Of([heading, .. sentences]))
            .Findings.Where(finding => finding.Rule is not ("NOTE-SECTION" or "NOTE-QUOTED" or "NOTE-UNIT-NAME"))];

    public static string Told(NoteCheck check) =>
        string.Join('\n',
        check.Findings.Select(
        finding => $"{finding.Rule} [{finding.Place.Paragraph}] {finding.Place.Address} {finding.Message} | {finding.Place.Sentence}"))
        + "\n未检查\n" + string.Join('\n', check.Unchecked.Select(entry => $"{entry.Rule} {entry.Reason}"));
}
