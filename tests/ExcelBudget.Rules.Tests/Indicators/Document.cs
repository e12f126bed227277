using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Money;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>A published document of the test data: its projects, and what every check objects to.</summary>
internal static partial class Document
{
    /// <summary>The pack of the documents' province.</summary>
    public static RuleBook Book { get; } = PackReader.Read(Repository.PathOf("templates/qinghai")).RuleBook!;

    private static readonly Dictionary<string, int> Years =
        new() { ["menyuan-county-office-2023"] = 2023, ["menyuan-cppcc-2024"] = 2024, ["other-styles"] = 2024, ["held-out"] = 2024 };

    /// <summary>
    /// The document as a dataset would bring it: a budget of the pack whose indicators stand in one cell for each project.
    /// </summary>
    public static Budget Budget(string document) => new(
        new BudgetIdentity("qinghai", "001", document, Years[document]),
        [new FormContent(new FormId("projects"), [.. Csv.Read("tests/data/indicators/" + document + "/cells.csv").Select(Row)]),
            new FormContent(new FormId("indicators"), [])]);

    /// <summary>The budget of the pack's clean sample.</summary>
    public static Budget Sample() =>
        new BudgetProjection(Book.Pack, DatasetReader.Read(Repository.PathOf("templates/qinghai/sample/clean")).Dataset)
        .Of("405001", 2024);

    /// <summary>Projects with the indicators a careful reader finds in their cells.</summary>
    public static IndicatorReview Read(string document)
    {
        var lines = Csv.Read("tests/data/indicators/" + document + "/key.csv").ToLookup(line => line["project"]);
        var projects = Csv.Read("tests/data/indicators/" + document + "/cells.csv").Select(cell => new ReviewedProject
        {
            Key = new RowKey(cell["project"]),
            Name = cell["name"],
            Amount = Measure.Money(decimal.Parse(cell["amount"], CultureInfo.InvariantCulture) * 10_000m, 50m),
            Goal = Tags().Replace(cell["goal"], ""),
            IsFreeText = true,
            Indicators = [.. lines[cell["project"]].Select(line => new ReviewedIndicator(Indicator(line)))],
        });
        return new IndicatorReview(Book.Pack.Indicators!, Years[document], [.. projects]);
    }

    /// <summary>What the whole rule book finds in a document.</summary>
    public static IReadOnlyList<Finding> Find(Budget budget) => new BudgetChecker(new BudgetFigures(Book, budget)).Check().Findings;

    /// <summary>What the checks object to, with the rule that names each check.</summary>
    public static IReadOnlyList<(string Rule, string Category, string Severity, Objection Objection)> Check(IndicatorReview review) =>
    [
        .. from check in IndicatorChecks.All
           from rule in Book.Pack.TextChecks.Where(rule => rule.Checker == check.Name)
           from objection in check.Check(review)
           let severity = objection.IsDoubtful && rule.Severity == Severity.Error ? Severity.Warning : rule.Severity
           select (rule.Id, rule.Category, severity.ToString(), objection),
    ];

    internal static FormRow Row(IReadOnlyDictionary<string, string> cell)
    {
        var cells = new Dictionary<ColumnId, CellValue>
        {
            [new("code")] = new CellValue.Text(cell["project"]),
            [new("name")] = new CellValue.Text(cell["name"]),
            [new("indicators")] = new CellValue.Text(cell["text"]),
        };
        if (cell["amount"].Length > 0)
            cells[new("amount")] = new CellValue.Amount(decimal.Parse(cell["amount"], CultureInfo.InvariantCulture) * 10_000m, 50m);
        if (cell["goal"].Length > 0) cells[new("goal")] = new CellValue.Text(cell["goal"]);
        return new FormRow(new RowKey(cell["project"]), cells);
    }

    private static Indicator Indicator(IReadOnlyDictionary<string, string> line) => new()
    {
        Level1 = line["level1"],
        Level2 = line["level2"],
        Number = line["number"],
        Name = line["name"],
        Operator = Sign(line["operator"]),
        Value = line["value"],
        Unit = line["unit"],
        Raw = line["raw"],
    };

    private static TargetOperator Sign(string text) => text switch
    {
        "≥" => TargetOperator.AtLeast,
        "≤" => TargetOperator.AtMost,
        ">" => TargetOperator.MoreThan,
        "<" => TargetOperator.LessThan,
        "=" => TargetOperator.Equal,
        "定性" => TargetOperator.Qualitative,
        _ => TargetOperator.None,
    };

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();
}
