using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>One amount changed is one finding, at the changed cell, and nothing else is said.</summary>
[Trait("Category", "Slow")]
public sealed class SingleSlipTests(ITestOutputHelper output)
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var cases = new TheoryData<string, string>();
            foreach (var sample in new[] { "clean", "full" })
            {
                foreach (var kind in SingleSlips.Kinds.Keys) cases.Add(sample, kind);
            }

            return cases;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void AmountChanged_KnownToHaveChanged_IsOneErrorAtItsCell(string sample, string kind)
    {
        var slips = Slips(sample, kind, isKnown: true).ToArray();
        var reached = slips.Where(slip => slip.Breaks).ToArray();
        var silent = reached.Where(slip => slip.Errors.Length == 0).Select(slip => slip.Cell).ToArray();
        var first = reached.Count(slip => slip.IsFirst);
        var single = reached.Count(slip => slip.Errors.Length == 1);
        output.WriteLine(
            $"{sample}, {kind}: {slips.Length} amounts, {reached.Length} break a relation, {silent.Length} silent;"
                + $" changed cell leads {first}, one error {single}");
        foreach (var slip in reached.Where(slip => !slip.IsFirst || slip.Errors.Length != 1).Take(12))
            output.WriteLine($"  {slip.Cell}: {string.Join(" | ", HebeiCheck.Lines(slip.Errors))}");

        reached.Length.ShouldBeGreaterThan(30);
        silent.ShouldBeEmpty();
        (first * 100).ShouldBeGreaterThanOrEqualTo(reached.Length * 90);
        (single * 100).ShouldBeGreaterThanOrEqualTo(reached.Length * 95);
    }

    [Theory]
    [InlineData("clean", 54)]
    [InlineData("full", 170)]
    [InlineData("library", 40)]
    public void AmountChanged_InAnyWay_IsToldOnlyInFormsThatItTouches(string sample, int leastReached)
    {
        var budget = Hebei.BudgetOf(sample);
        var amounts = SingleSlips.EnteredAmounts(budget);
        var relations = Hebei.Book.Relations.Select(relation => relation.Declaration.Id).ToHashSet();
        var strangers = new List<string>();
        // a check stands under a cause as what follows from it, so the change must have brought it about
        var stood = HebeiCheck.Told(HebeiCheck.Of(budget).Findings).Select(finding => (finding.Rule, finding.Place)).ToHashSet();
        var reached = 0;
        foreach (var cell in amounts)
        {
            var changed = SingleSlips.Change(budget, cell, "plus one")!;
            var (rules, forms) = SingleSlips.Reach(budget, changed);
            reached += rules.Count > 0 ? 1 : 0;
            // checks that are logic speak of the forms they are declared for
            var findings = HebeiCheck.Of(changed, cell)
                .Findings.Where(finding => finding.Ties.Count > 0 || relations.Contains(finding.Rule)).ToArray();
            strangers.AddRange(HebeiCheck.Lines(findings.Where(finding => !forms.Contains(finding.Place.Address!.Value.Form))));
            strangers.AddRange(HebeiCheck.Lines(findings.SelectMany(finding => finding.Ties).Where(
                tie => relations.Contains(tie.Rule) ? !rules.Contains(tie.Rule) : stood.Contains((tie.Rule, tie.Place)))));
        }

        output.WriteLine($"{sample}: {amounts.Count} entered amounts, a relation reaches {reached}");
        reached.ShouldBeGreaterThan(leastReached);
        strangers.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("clean", "plus one")]
    [InlineData("clean", "digits exchanged")]
    [InlineData("full", "plus one")]
    [InlineData("full", "unit slip")]
    public void AmountChanged_NothingKnownOfTheChange_IsOneErrorThatNamesItsCell(string sample, string kind)
    {
        var reached = Slips(sample, kind, isKnown: false).Where(slip => slip.Breaks).ToArray();
        var leads = reached.Count(slip => slip.IsFirst);
        var named = reached.Count(slip => slip.IsNamed);
        var wrong = reached.Where(
            slip => !slip.IsFirst && slip.Errors.Any(error => error.Place.Address is { } at && slip.Amounts.Contains(at))).ToArray();
        var single = reached.Count(slip => slip.Errors.Length == 1);
        output.WriteLine(
            $"{sample}, {kind}: {reached.Length} break a relation; changed cell leads {leads}, is named {named}, another amount leads "
                + $"{wrong.Length}, one error {single}");
        foreach (var slip in wrong.Take(8)) output.WriteLine($"  {slip.Cell}: {string.Join(" | ", HebeiCheck.Lines(slip.Errors))}");
        foreach (var slip in reached.Where(slip => !slip.IsNamed || slip.Errors.Length != 1).Take(8))
            output.WriteLine($"  !{slip.Cell}: {string.Join(" | ", HebeiCheck.Lines(slip.Errors))}");

        named.ShouldBe(reached.Length);
        (single * 100).ShouldBeGreaterThanOrEqualTo(reached.Length * 95);
    }

    private static IEnumerable<Slip> Slips(string sample, string kind, bool isKnown)
    {
        var budget = Hebei.BudgetOf(sample);
        var amounts = SingleSlips.EnteredAmounts(budget);
        foreach (var cell in amounts)
        {
            if (SingleSlips.Change(budget, cell, kind) is not { } changed) continue;
            CellAddress[] known = isKnown ? [cell] : [];
            var findings = HebeiCheck.Of(changed, known).Findings;
            yield return new Slip(cell, amounts, SingleSlips.BreaksARelation(changed, Severity.Error), findings);
        }
    }

    private sealed record Slip(CellAddress Cell, IReadOnlyList<CellAddress> Amounts, bool Breaks, IReadOnlyList<Finding> Findings)
    {
        public Finding[] Errors => [.. Findings.Where(finding => finding.Severity == Severity.Error)];

        public bool IsFirst => Errors.Length > 0 && Errors[0].Place.Address == Cell;

        public bool IsNamed => Errors.Any(error => error.Related.Append(error.Place).Any(place => place.Address == Cell));
    }
}
