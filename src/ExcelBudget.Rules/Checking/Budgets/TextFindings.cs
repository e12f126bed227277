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

    private readonly BookPlan _plan = BookPlan.Of(figures.Book);
    private readonly Dictionary<FormId, FormTexts> _texts = [];

    // by the place of a check in the plan: what it found and why it could not run; null while nobody has asked
    private readonly (Finding[] Findings, string[] Reasons)?[] _said = new (Finding[], string[])?[BookPlan.Of(figures.Book).Checks.Length];

    public CheckedTexts Check() => Check(null);

    /// <summary>The checks of some ids; all when it is null.</summary>
    public CheckedTexts Check(IReadOnlySet<string>? ids)
    {
        var findings = new List<Finding>();
        var notChecked = new List<Unchecked>();
        var reasons = new List<string>();
        for (var place = 0; place < _plan.Checks.Length; place++)
        {
            var check = _plan.Checks[place];
            if (ids?.Contains(check.Declaration.Id) == false) continue;
            if (_said[place] is { } known)
            {
                findings.AddRange(known.Findings);
                reasons.AddRange(known.Reasons);
            }
            else
            {
                var before = findings.Count;
                Run(check, findings, reasons);
                _said[place] = ([.. findings.Skip(before)], [.. reasons]);
            }

            if (reasons.Count == 0) continue;
            notChecked.Add(new Unchecked(check.Declaration.Id, string.Join('；', reasons.Distinct())));
            reasons.Clear();
        }

        return new CheckedTexts(findings, notChecked);
    }

    private void Run(PlannedCheck check, List<Finding> findings, List<string> reasons)
    {
        foreach (var form in check.Deciding)
        {
            if (figures.Budget[form.Id] is null) reasons.Add(MissingForm.Reason(form));
        }

        if (reasons.Count > 0) return;
        foreach (var form in check.Forms)
        {
            if (figures.Budget[form.Id] is null)
            {
                reasons.Add(MissingForm.Reason(form));
                continue;
            }

            var texts = Texts(form);
            // a check of patterns has nothing to say where no text holds a word of theirs
            if (check.Words is { } words && check.Declaration.Columns.Count == 0 && !texts.MayHold(words)) continue;
            var scope = new CheckScope(figures, check.Declaration, check.Words, form, texts, changed, reasons);
            var hits = check.Checker.Check(scope);
            // most checks have nothing to say, and many know it at once
            if (hits is Hit[] { Length: 0 }) continue;
            foreach (var hit in hits)
            {
                if (Applies(check.Condition, form, hit, reasons)) findings.Add(Finding(check.Declaration, form, hit));
            }
        }
    }

    private FormTexts Texts(FormDefinition form)
    {
        if (!_texts.TryGetValue(form.Id, out var texts)) _texts[form.Id] = texts = new FormTexts(figures.View(form), _plan.Words);
        return texts;
    }

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
