using System.Globalization;
using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Findings.Catalogue;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Indicators;

/// <summary>
/// 绩效指标的两处填写。A pack may hold the indicators of a project twice: as the text of its public form, and entered one by one. Either side
/// may be used; the other follows from it. The text is what is published, so the entered rows count only while the text says the same.
/// </summary>
public sealed class TwoSides
{
    /// <summary>Rows by the project they belong to, made once for each form's content.</summary>
    private static readonly ConditionalWeakTable<FormContent, ILookup<RowKey?, FormRow>> ByOwner = [];

    private readonly IndicatorPlaces _places;
    private readonly FormDefinition _projects;
    private readonly FormDefinition _entry;
    private readonly ColumnId _text;
    private readonly ColumnId _owner;

    private TwoSides(Pack pack, IndicatorPlaces places)
    {
        _places = places;
        _projects = pack[new FormId(places.Projects)];
        _entry = pack[new FormId(places.Indicators!)];
        _text = new ColumnId(places.Text!);
        _owner = _entry.List!.Owner!.Value;
    }

    /// <summary>The two sides of a pack; null for one that has only one of them.</summary>
    public static TwoSides? Of(Pack pack) =>
        pack.Indicators?.Places is { Text: not null, Indicators: { } entry } places
            && pack.Form(new FormId(entry)) is { List.Owner: not null }
            ? new TwoSides(pack, places)
            : null;

    /// <summary>
    /// Indicators of a project as entered one by one, where its text says nothing else; null where the text is what counts.
    /// </summary>
    /// <param name="budget">The budget.</param>
    /// <param name="project">Key of the project.</param>
    public IReadOnlyList<FormRow>? Entered(Budget budget, RowKey project)
    {
        var rows = RowsOf(budget, project);
        if (rows.Count == 0) return null;
        var text = TextOf(budget, project);
        return text.Length == 0 || text == Rendered(rows) ? rows : null;
    }

    /// <summary>A budget from facts with the side that is blank filled from the other one.</summary>
    public Budget Complete(Budget budget)
    {
        var (projects, rows) = (new List<FormRow>(), new List<FormRow>());
        foreach (var project in ProjectsOf(budget))
        {
            var (text, entered) = (TextOf(budget, project.Key), RowsOf(budget, project.Key));
            projects.Add(text.Length == 0 && entered.Count > 0 ? With(project, Rendered(entered)) : project);
            rows.AddRange(entered.Count > 0 ? entered : Parsed(project.Key, text));
        }

        return With(budget, projects, [.. rows, .. Strays(budget)]);
    }

    /// <summary>A budget that came back: where rows were changed and the text was not, or is blank, the text follows the rows.</summary>
    /// <param name="budget">As read.</param>
    /// <param name="changed">Cells changed since the workbook was issued.</param>
    /// <param name="findings">Takes what the accountant should know.</param>
    public Budget Settle(Budget budget, IReadOnlySet<CellAddress> changed, ICollection<Finding> findings)
    {
        if (budget[_projects.Id] is null || budget[_entry.Id] is null) return budget;
        var projects = new List<FormRow>();
        foreach (var project in ProjectsOf(budget))
        {
            var entered = RowsOf(budget, project.Key);
            projects.Add(entered.Count == 0 ? project : Settle(budget, project, entered, changed, findings));
        }

        return With(budget, projects, budget[_entry.Id]!.Rows);
    }

    private FormRow Settle(Budget budget, FormRow project, IReadOnlyList<FormRow> entered, IReadOnlySet<CellAddress> changed,
        ICollection<Finding> findings)
    {
        var text = TextOf(budget, project.Key);
        if (text.Length == 0) return With(project, Rendered(entered));
        if (Agree(text, entered)) return project;
        var isTextChanged = changed.Contains(new CellAddress(_projects.Id, project.Key, _text));
        var areRowsChanged = changed.Any(cell => cell.Form == _entry.Id && Owner(cell.Row) == project.Key);
        if (areRowsChanged && !isTextChanged)
        {
            findings.Add(Remark(project, BudgetFindings.SidesRegenerated));
            return With(project, Rendered(entered));
        }

        if (areRowsChanged || !isTextChanged)
        {
            findings.Add(Remark(project, BudgetFindings.SidesDiffer));
        }

        return project;
    }

    private Finding Remark(FormRow project, FindingKind kind) => kind.At(
        new Place(Address: new CellAddress(_projects.Id, project.Key, _text)),
        ("project", Name(project)), ("sheet", _entry.Sheet), ("column", Title)) with
    {
        Project = project.Key.Value,
        Basis = _projects.Title,
    };

    private string Title => _projects.Column(_text)!.Title;

    private string Name(FormRow project) => project.Text(_places.Name) is { Length: > 0 } name ? name : project.Key.Value;

    private static RowKey? Owner(RowKey row) => RowKeys.IsInner(row) ? RowKeys.OwnerOf(row) : null;

    private IEnumerable<FormRow> ProjectsOf(Budget budget) =>
        (budget[_projects.Id]?.Rows ?? []).Where(row => _projects.FixedRow(row.Key) is null);

    private List<FormRow> RowsOf(Budget budget, RowKey project) =>
        budget[_entry.Id] is { } content
            ? [.. ByOwner.GetValue(content, static entered => entered.Rows.ToLookup(row => Owner(row.Key)))[project]]
            : [];

    /// <summary>Rows of projects that the budget does not have: nothing is dropped.</summary>
    private IEnumerable<FormRow> Strays(Budget budget)
    {
        var known = ProjectsOf(budget).Select(project => project.Key).ToHashSet();
        return (budget[_entry.Id]?.Rows ?? []).Where(row => Owner(row.Key) is not { } owner || !known.Contains(owner));
    }

    private string TextOf(Budget budget, RowKey project) => budget[new CellAddress(_projects.Id, project, _text)]?.AsText() ?? "";

    private string Rendered(IEnumerable<FormRow> rows)
    {
        var counts = new Dictionary<(string, string), int>();
        var indicators = rows.Select(row => EntryRow.Read(row, _places))
            .Select(indicator => indicator with { Number = Next(counts, (indicator.Level1, indicator.Level2)) });
        return PlainText.Paragraphs(IndicatorText.Render(indicators));
    }

    private static string Next(Dictionary<(string, string), int> counts, (string, string) group) =>
        (counts[group] = counts.GetValueOrDefault(group) + 1).ToString(CultureInfo.InvariantCulture);

    private IEnumerable<FormRow> Parsed(RowKey project, string text) => IndicatorText.Read(text).Indicators
        .Select((indicator, index) =>
            new FormRow(RowKeys.OfInner(project, index + 1), EntryRow.Write(_owner, project.Value, indicator, _places)));

    private bool Agree(string text, IEnumerable<FormRow> rows) =>
        IndicatorText.Read(text).Indicators.Select(Core).SequenceEqual(rows.Select(row => Core(EntryRow.Read(row, _places))));

    /// <summary>What two writings of an indicator must share.</summary>
    private static Indicator Core(Indicator indicator) => indicator with { Raw = "", Number = "" };

    private FormRow With(FormRow project, string text) =>
        new(project.Key, new Dictionary<ColumnId, CellValue>(project.Cells) { [_text] = new CellValue.Text(text) });

    private Budget With(Budget budget, IReadOnlyList<FormRow> projects, IReadOnlyList<FormRow> rows) =>
        new(budget.Identity, budget.Forms.Select(content =>
        content.Form == _projects.Id
            ? new FormContent(content.Form, [.. content.Rows.Where(row => _projects.FixedRow(row.Key) is not null), .. projects])
        : content.Form == _entry.Id ? new FormContent(content.Form, rows)
        : content));
}
