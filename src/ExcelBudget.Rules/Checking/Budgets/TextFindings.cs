using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>Runs the checks of a rule book and says in findings what they object to.</summary>
/// <param name="figures">The budget's figures.</param>
/// <param name="labels">What messages call rows and columns.</param>
/// <param name="changed">Cells changed since the workbook was issued.</param>
internal sealed class TextFindings(BudgetFigures figures, CellLabels labels, IReadOnlySet<CellAddress> changed)
{
    /// <summary>Asks some checks again of a budget that was put right.</summary>
    /// <param name="stands">The budget as it stands.</param>
    public static CheckAgain Again(BudgetFigures stands) => (mended, changed, ids) =>
    {
        ReviewReader.CarryBeside(stands, mended);
        return new TextFindings(mended, new CellLabels(mended), changed).Check(ids).Findings;
    };

    public CheckedTexts Check() => Check(null);

    /// <summary>The checks of some ids; all when it is null.</summary>
    public CheckedTexts Check(IReadOnlySet<string>? ids)
    {
        var findings = new List<Finding>();
        var notChecked = new List<Unchecked>();
        foreach (var check in figures.Book.Pack.TextChecks.Where(check => ids?.Contains(check.Id) != false))
        {
            var reasons = new List<string>();
            findings.AddRange(Run(check, reasons));
            if (reasons.Count > 0) notChecked.Add(new Unchecked(check.Id, string.Join('；', reasons.Distinct())));
        }

        return new CheckedTexts(findings, notChecked);
    }

    private List<Finding> Run(TextCheckDeclaration check, List<string> reasons)
    {
        var checker = TextCheckers.Of(check.Checker);
        var findings = new List<Finding>();
        var condition = figures.Book.ConditionOf(check);
        reasons.AddRange(Deciding(condition).Where(form => figures.Budget[form.Id] is null).Select(MissingForm.Reason));
        if (reasons.Count > 0) return findings;
        foreach (var form in TextCheckers.FormsOf(check, figures.Book.Pack, checker))
        {
            if (figures.Budget[form.Id] is null)
            {
                reasons.Add(MissingForm.Reason(form));
                continue;
            }

            var hits = checker.Check(new CheckScope(figures, check, form, changed, reasons));
            findings.AddRange(hits.Where(hit => Applies(condition, form, hit, reasons)).Select(hit => Finding(check, form, hit)));
        }

        return findings;
    }

    private static IEnumerable<FormDefinition> Deciding(Condition? condition) =>
        condition?.Figures.SelectMany(Expression.CellsOf).Select(cells => cells.Form).Distinct() ?? [];

    private bool Applies(Condition? condition, FormDefinition form, Hit hit, List<string> reasons)
    {
        var (holds, unknown) = figures.Judge(condition, new RowContext(form, figures.View(form)[hit.Row], hit.Column));
        if (unknown is not null) reasons.Add(unknown);
        return holds;
    }

    private Finding Finding(TextCheckDeclaration check, FormDefinition form, Hit hit)
    {
        var address = new CellAddress(hit.Form ?? form.Id, hit.Row, hit.Column);
        return new Finding
        {
            Rule = check.Id,
            Category = check.Category,
            Severity = hit.IsDoubtful && check.Severity == Severity.Error ? Severity.Warning : check.Severity,
            Message = MessageSlots.Fill(check.Message, Slots(address, hit)),
            Place = new Place(Address: address),
            Project = labels.ProjectKey(address),
            Expected = hit.Expected,
            Actual = hit.Actual,
            Basis = check.Basis,
        };
    }

    private Dictionary<string, string> Slots(CellAddress address, Hit hit)
    {
        var row = labels.Row(address);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["row"] = row,
            ["name"] = row,
            ["column"] = labels.Column(address),
            ["code"] = figures.Book.Pack.Form(address.Form) is { } form ? labels.Code(form, address.Row) : address.Row.Value,
            ["project"] = hit.Others.Count == 0
                ? labels.Project(address)
                : $"{labels.Project(address)}、{hit.Others[0]}等 {hit.Others.Count + 1} 个项目",
            ["actual"] = (hit.Actual?.ToString() == address.Row.Value && figures.Book.Pack.Form(address.Form) is { Tree: not null } coded
                ? labels.Code(coded, address.Row) : hit.Actual) + hit.Unit,
            ["expected"] = hit.Expected + hit.Unit,
            ["match"] = hit.Match ?? "",
            ["indicator"] = hit.Indicator ?? row,
        };
    }
}

/// <summary>What the checks of a rule book say.</summary>
/// <param name="Findings">In the rule book's order.</param>
/// <param name="Unchecked">Checks that could not run.</param>
internal sealed record CheckedTexts(IReadOnlyList<Finding> Findings, IReadOnlyList<Unchecked> Unchecked);
