using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>A relation that says the same of the same cells as another is listed with it: none is left out of a report.</summary>
public sealed class SameRelationTests
{
    /// <summary>Amounts changed of each budget.</summary>
    private const int MostChanged = 12;

    public static TheoryData<string> Packs => [.. EveryPack.Ids];

    [Theory]
    [MemberData(nameof(Packs))]
    public void BrokenRelation_OfAnyChangedAmount_IsToldOrListedUnderWhatIsTold(string id)
    {
        foreach (var (sample, unit, year) in EveryPack.Samples(id).DistinctBy(budget => budget.Sample))
        {
            var budget = EveryPack.BudgetOf(id, sample, unit, year);
            foreach (var changed in Amounts(budget).Select(cell => PlusOne(budget, cell)))
            {
                var figures = new BudgetFigures(EveryPack.BookOf(id), changed);
                var told = new BudgetChecker(figures).Check().Findings.SelectMany(finding => finding.Ties.Prepend(finding))
                    .Select(finding => finding.Rule).ToHashSet(StringComparer.Ordinal);
                new RelationChecker(figures).Check().Where(result => result.Tie == Tie.Broken)
                    .Select(result => result.Relation.Declaration.Id).Distinct().Where(rule => !told.Contains(rule))
                    .ShouldBeEmpty($"{id} {sample}");
            }
        }
    }

    private static CellAddress[] Amounts(Budget budget)
    {
        CellAddress[] all =
        [
            .. from form in budget.Forms
               from row in form.Rows
               from cell in row.Cells
               where cell.Value is CellValue.Amount { Yuan: not 0m }
               select new CellAddress(form.Form, row.Key, cell.Key),
        ];
        var step = Math.Max(1, all.Length / MostChanged);
        return [.. all.Where((_, at) => at % step == 0)];
    }

    private static Budget PlusOne(Budget budget, CellAddress cell) => Edit.Set(budget, cell,
        new CellValue.Amount(((CellValue.Amount)budget[cell]!).Yuan + 10_000m, 0m));
}
