using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;

namespace ExcelBudget.Worker.Engine.Round;

/// <summary>
/// 说明的空缺。A rule that asks for the same text with better words (which change is large) speaks alone; but a gap in what is published
/// returns the workbook, however the rule weighs.
/// </summary>
internal static class NoteGapFindings
{
    /// <summary>All findings, each gap told once.</summary>
    public static IEnumerable<Finding> Joined(Finding[] told, IEnumerable<Finding> ofNote)
    {
        var (one, other) = OneEach(told, [.. ofNote]);
        return one.Concat(other);
    }

    /// <summary>The findings of the workbook and of its note, each gap told once.</summary>
    public static (Finding[] Told, Finding[] OfNote) OneEach(Finding[] told, Finding[] ofNote)
    {
        var gaps = ofNote.Where(IsGap).Select(finding => finding.Place.Address).ToHashSet();
        if (gaps.Count == 0) return (told, ofNote);
        var asked = told.Where(finding => Asks(finding) || finding.Severity == Severity.Error)
            .Select(finding => finding.Place.Address).ToHashSet();
        return (
            [.. told.Select(finding => Asks(finding) && gaps.Contains(finding.Place.Address) && finding.Severity < Severity.Error
                ? finding with { Severity = Severity.Error } : finding)],
            [.. ofNote.Where(finding => !IsGap(finding) || !asked.Contains(finding.Place.Address))]);
    }

    private static bool IsGap(Finding finding) => finding.Kind == BudgetFindings.NoteGap || finding.Kind == BudgetFindings.NoteGapInList;

    private static bool Asks(Finding finding) => finding.Category is Category.MissingExplanation or Category.MissingGoal
        or Category.MissingDimension or Category.MissingTargetValue;
}
