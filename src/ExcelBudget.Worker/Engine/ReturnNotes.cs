using ExcelBudget.Domain.Findings;
using ExcelBudget.Workbooks.Annotate;
using ExcelBudget.Worker.Reports;

namespace ExcelBudget.Worker.Engine;

/// <summary>
/// Comments at the cells of a checked workbook. A finding speaks at its own cell only: the relations one cause has broken are named there
/// and stand in the
/// list of findings, so that one slip does not cover the forms with comments.
/// </summary>
internal sealed class ReturnNotes(CheckedWorkbook workbook)
{
    /// <summary>Author of every comment.</summary>
    public const string Author = "预算公开检查";

    private const int MostTies = 4;

    private readonly ReportNames _names = new(workbook.Pack, workbook.Report.Identity);

    public IReadOnlyList<CellNote> All() =>
    [
        .. workbook.Report.Findings
            .Where(finding => finding.Place is { Sheet: not null, Cell: not null })
            .Select(finding => new CellNote(finding.Place.Sheet!, finding.Place.Cell!, Text(finding), Author)),
    ];

    private string Text(Finding finding) => string.Join('\n', Lines(finding));

    private IEnumerable<string> Lines(Finding finding)
    {
        yield return $"【{finding.Severity.Title()}】{finding.Message}";
        if (finding.Ties.Count > 1)
        {
            yield return "由此不符的关系：";
            foreach (var rule in Ties(finding)) yield return "· " + rule;
        }

        if (finding.Answer is { } answer) yield return "答复：" + answer;
        if (finding.AnswerDoubt() is { } doubt) yield return doubt;
    }

    private string[] Ties(Finding finding)
    {
        var rules = finding.Ties.Select(tie => _names.Rule(tie.Rule)).Distinct(StringComparer.Ordinal).ToArray();
        return rules.Length <= MostTies ? rules : [.. rules.Take(MostTies - 1), $"等 {rules.Length} 项，见“{Answers.AnswerSheet.Name}”表"];
    }
}
