using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Causes;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>What is told of any pack's budget has its slots filled: no {year} of a heading stands in a sentence.</summary>
public sealed class FindingSlotsTests
{
    /// <summary>So many amounts of a sample are changed, spread over all of them.</summary>
    private const int Changed = 40;

    public static TheoryData<string, string, string, int> Samples
    {
        get
        {
            var samples = new TheoryData<string, string, string, int>();
            foreach (var pack in EveryPack.Ids)
            {
                foreach (var (sample, unit, year) in EveryPack.Samples(pack)) samples.Add(pack, sample, unit, year);
            }

            return samples;
        }
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void AmountOfAnyPack_Changed_IsToldWithoutSlots(string pack, string sample, string unit, int year)
    {
        var (book, budget) = (EveryPack.BookOf(pack), EveryPack.BudgetOf(pack, sample, unit, year));
        var amounts = SingleSlips.EnteredAmounts(budget);
        var told = 0;
        foreach (var cell in amounts.Where((_, at) => at % Math.Max(1, amounts.Count / Changed) == 0))
        {
            foreach (var kind in new[] { "plus one", "unit slip", "sign flip" })
            {
                if (SingleSlips.Change(budget, cell, kind) is not { } changed) continue;
                foreach (var issued in new[] { false, true })
                {
                    var changes = new Dictionary<CellAddress, Change>();
                    if (issued) changes[cell] = new Change(new Place(Address: cell), "?", "?");
                    var outcome = new BudgetChecker(new BudgetFigures(book, changed), new IssuedFigures(changes)).Check();
                    var texts = outcome.Findings.SelectMany(finding => finding.Ties.Append(finding)).Select(finding => finding.Message)
                        .Concat(outcome.Unchecked.Select(one => one.Reason)).ToArray();
                    texts.ShouldAllBe(text => !text.Contains('{'), cell.ToString());
                    told += texts.Length;
                }
            }
        }

        if (amounts.Count > 0) told.ShouldBeGreaterThan(0);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void RelationOfAnyPack_HasNoSlotInItsTitle(string pack, string sample, string unit, int year) =>
        EveryPack.BookOf(pack).Relations.Select(relation => relation.Declaration).Where(relation => relation.Title.Contains('{'))
            .Select(relation => relation.Id).ShouldBeEmpty($"{sample} {unit} {year}");
}
