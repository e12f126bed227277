using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Worker.Engine;

/// <summary>Which figures are in doubt while errors of a workbook are open.</summary>
internal sealed class Doubt
{
    private readonly FigureSources _sources;
    private readonly HashSet<CellAddress> _cells;
    private readonly HashSet<FormId> _forms;

    public Doubt(BudgetFigures figures, IssuedFigures issued, IReadOnlyCollection<Finding> told)
    {
        _sources = new FigureSources(figures, issued);
        var errors = told.Where(finding => finding is { Severity: Severity.Error, Kind: not null }).ToArray();
        _cells = told.All(finding => finding.Severity != Severity.Error) ? [] : [.. _sources.Doubtful(), .. figures.Unreadable.Keys];
        _forms = errors.Where(finding => finding.Category == Category.StructureChanged).Select(finding => finding.Place.Address?.Form)
            .OfType<FormId>().ToHashSet();
    }

    /// <summary>True when a finding compares words with a figure in doubt.</summary>
    public bool IsAbout(Finding finding) => (_cells.Count > 0 || _forms.Count > 0) && ReviewedSentence.FieldsOf(finding)
        .SelectMany(field => _sources.Behind(field).Append(field)).Any(cell => _cells.Contains(cell) || _forms.Contains(cell.Form));
}
