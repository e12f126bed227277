using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Indicators;

namespace ExcelBudget.Packs.Projection;

/// <summary>
/// Facts become forms: the budget of one unit and year from a dataset. Every form draws on the same facts, so forms agree because
/// they have one source.
/// </summary>
/// <param name="pack">The pack.</param>
/// <param name="dataset">The facts.</param>
public sealed class BudgetProjection(Pack pack, Dataset dataset)
{
    /// <summary>The units of the dataset: code and name in file order.</summary>
    public IReadOnlyList<(string Code, string Name)> Units { get; } =
        [.. dataset[DatasetTables.Units].Select(unit => (unit.Text(DatasetFields.UnitCode), unit.Text(DatasetFields.UnitName)))];

    /// <summary>The budget of a unit.</summary>
    /// <param name="unitCode">A unit of units.csv.</param>
    /// <param name="year">Budget year.</param>
    /// <exception cref="KeyNotFoundException">The dataset has no such unit.</exception>
    public Budget Of(string unitCode, int year)
    {
        var unit = dataset.RowsOf(DatasetTables.Units, unitCode) is [var first, ..] ? first
            : throw new KeyNotFoundException($"No unit {unitCode} in the dataset");
        var facts = new UnitFacts(dataset, unitCode, year, pack.AssetsAsOf);
        var identity = new BudgetIdentity(pack.Id, unitCode, unit.Text(DatasetFields.UnitName), year);
        FormContent[] contents = [.. pack.Forms.Select(form => FormProjection.Project(pack, form, facts))];
        identity = identity with { Words = WordsOf(pack, contents), Called = pack.Called };
        var budget = new Budget(identity, contents);
        var open = ClassifiedFacts.Withheld(pack, facts, budget);
        return TwoSides.Of(pack)?.Complete(open) ?? open;
    }

    /// <summary>An empty budget of a unit: every form is there, nothing is entered.</summary>
    public static Budget Blank(Pack pack, BudgetIdentity identity) =>
        new(identity with { Words = WordsOf(pack, []), Called = pack.Called }, pack.Forms.Select(form => new FormContent(form.Id, [])));

    private static IReadOnlyDictionary<string, string> WordsOf(Pack pack, IReadOnlyList<FormContent> contents) =>
        PackWord.Of(pack.Words, form => contents.FirstOrDefault(content => content.Form == form));
}
