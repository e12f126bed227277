using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// Projects collected from public pages and keyed by someone who had not read the checks: each county and year is one budget.
/// </summary>
internal sealed class UnseenProjects
{
    private readonly List<(string Rule, string Category, string Severity, Objection Objection)> _raised = [];
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _rows;
    private readonly IReadOnlyList<IReadOnlyDictionary<string, string>> _cells;

    public UnseenProjects(string folder)
    {
        _cells = Csv.Read("tests/data/indicators/" + folder + "/cells.csv");
        _rows = Csv.Read("tests/data/indicators/" + folder + "/findings.csv");
        foreach (var group in _cells.GroupBy(cell => (cell["county"], cell["year"])))
        {
            var budget = new Budget(
                new BudgetIdentity("qinghai", "001", group.Key.Item1, int.Parse(group.Key.Item2, CultureInfo.InvariantCulture)),
                [new FormContent(new FormId("projects"), [.. group.Select(Document.Row)]), new FormContent(new FormId("indicators"), [])]);
            var review = ReviewReader.Of(new BudgetFigures(Document.Book, budget));
            _raised.AddRange(Document.Check(review));
            _raised.AddRange(Others(budget, review));
        }
    }

    /// <summary>How many projects.</summary>
    public int Projects => _cells.Count;

    /// <summary>Certain faults.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Musts => [.. _rows.Where(row => row["weight"] == "must")];

    /// <summary>Everything said.</summary>
    public int Raised => _raised.Count;

    /// <summary>Certain faults that nothing said speaks of.</summary>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Missed =>
        [.. Musts.Where(row => !_raised.Any(found => ReviewerKey.Matches(row, found.Category, found.Objection)))];

    /// <summary>What is said without a fault in the key.</summary>
    public IReadOnlyList<(string Rule, string Category, string Severity, Objection Objection)> False =>
        [.. _raised.Where(found => !_rows.Any(
            row => ReviewerKey.Forgives(row, found.Severity) && ReviewerKey.Matches(row, found.Category, found.Objection)))];

    public decimal Recall => Share(Musts.Count - Missed.Count, Musts.Count);

    public decimal Precision => Share(Raised - False.Count, Raised);

    /// <summary>What is said without a fault in the key, where it is enough that one text of an indicator holds the other.</summary>
    public IReadOnlyList<(string Rule, string Category, string Severity, Objection Objection)> FalseByPlace =>
        [.. _raised.Where(said => !_rows.Any(row => ReviewerKey.Forgives(row, said.Severity)
            && ReviewerKey.Matches(row, said.Category, said.Objection, byPlace: true)))];

    /// <summary>The same where it is enough that one text of an indicator holds the other.</summary>
    private string ByPlace()
    {
        var found = Musts.Count(row => _raised.Any(said => ReviewerKey.Matches(row, said.Category, said.Objection, byPlace: true)));
        var wrong = _raised.Where(said => !_rows.Any(row => ReviewerKey.Forgives(row, said.Severity)
            && ReviewerKey.Matches(row, said.Category, said.Objection, byPlace: true))).ToArray();
        return $"by place: recall {Share(found, Musts.Count):P1}, precision {Share(Raised - wrong.Length, Raised):P1}, "
            + $"{wrong.Length * 100m / Projects:0.#} false alarms per 100 projects, "
            + $"{wrong.Count(said => said.Severity == "Error")} of them errors";
    }

    /// <summary>The table of the README, one line per rule, then the whole, then what differs.</summary>
    public IEnumerable<string> Lines()
    {
        yield return $"{Projects} projects: recall {Recall:P1} of {Musts.Count}, precision {Precision:P1} of {Raised}, "
            + $"{False.Count * 100m / Projects:0.#} false alarms per 100 projects, {False.Count(found => found.Severity == "Error")} of "
            + "them errors";
        yield return ByPlace();
        foreach (var rule in _raised.GroupBy(found => found.Rule).OrderBy(rule => rule.Key, StringComparer.Ordinal))
        {
            var wrong = False.Count(found => found.Rule == rule.Key);
            var found = Musts.Count(row => rule.Any(said => ReviewerKey.Matches(row, said.Category, said.Objection)));
            yield return $"| {rule.Key} | said {rule.Count()} | right {rule.Count() - wrong} | wrong {wrong} | certain faults found "
                + $"{found} |";
        }

        foreach (var category in Musts.GroupBy(row => row["category"]).OrderBy(category => category.Key, StringComparer.Ordinal))
        {
            yield return $"| {category.Key} | certain {category.Count()} | found {category.Count() - category.Count(Missed.Contains)} |";
        }

        foreach (var row in Missed) yield return $"missed: {row["project"]} {row["category"]} [{row["indicator_raw"]}] {row["what"]}";
        foreach (var found in False)
        {
            yield return $"false {found.Severity}: {found.Objection.Project.Key} {found.Rule} [{found.Objection.At?.Indicator.Raw}] "
                + $"{found.Objection.Actual} | {found.Objection.Expected} | {found.Objection.Match}";
        }
    }

    /// <summary>What the rules say that are no checks on indicators: years, duplicates of name and amount, placeholders.</summary>
    private static IEnumerable<(string Rule, string Category, string Severity, Objection Objection)> Others(Budget budget,
        IndicatorReview review) =>
        from finding in Document.Find(budget)
        where Document.Book.Pack.TextChecks.Any(
            rule => rule.Id == finding.Rule && !IndicatorChecks.All.Any(check => check.Name == rule.Checker))
        let project = review.Projects.FirstOrDefault(project => project.Key.Value == finding.Project)
        where project is not null
        select (finding.Rule, finding.Category, finding.Severity.ToString(), new Objection(project, At(project, finding.Message),
            Match: finding.Message));

    /// <summary>The indicator that holds the words a finding quotes last; null where none does.</summary>
    private static ReviewedIndicator? At(ReviewedProject project, string message)
    {
        var (open, close) = (message.LastIndexOf('“'), message.LastIndexOf('”'));
        return open < 0 || close < open ? null : project.Indicators.FirstOrDefault(
            line => line.Indicator.Raw.Contains(message[(open + 1)..close], StringComparison.Ordinal));
    }

    private static decimal Share(int part, int whole) => whole == 0 ? 1m : (decimal)part / whole;
}
