using System.Globalization;
using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>What is wrong with a budget does not depend on the unit a form prints.</summary>
public sealed class OtherUnitsTests
{
    private static readonly Lazy<IReadOnlyList<RuleBook>> LazyBooks = new(() =>
    [
        .. PackInYuan.Forms.Select(form => PackInYuan.Book(PackInYuan.Yuan, form)),
        .. PackInYuan.Forms.Zip(PackInYuan.Forms.Skip(1)).Select(pair => PackInYuan.Book(PackInYuan.Yuan, pair.First, pair.Second)),
        PackInYuan.Book(PackInYuan.Yuan, PackInYuan.Forms),
        PackInYuan.Book(PackInYuan.WholeYuan, PackInYuan.Forms),
        PackInYuan.Book("decimals: 4", PackInYuan.Forms),
    ]);

    private static RuleBook AllInYuan => LazyBooks.Value[^3];

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    public void CleanBudget_FormsInOtherUnits_HasNoFindingItLacksInTenThousandYuan(string sample)
    {
        var budget = Hebei.BudgetOf(sample);
        var usual = Said(Hebei.Book, budget);
        foreach (var book in LazyBooks.Value) Said(book, budget).ShouldBe(usual, Units(book));
    }

    [Fact]
    public void ThirtyMutants_FormsInOtherUnits_HaveTheSameFindingsWithTheSameAmounts() => SameFindings(30);

    [Fact]
    [Trait("Category", "Slow")]
    public void ThreeHundredMutants_FormsInOtherUnits_HaveTheSameFindingsWithTheSameAmounts() => SameFindings(300);

    private static void SameFindings(int count)
    {
        var all = MutantsOf("full").Concat(MutantsOf("clean")).Take(300).ToArray();
        // from all over the forms, not the first of the first form
        var mutants = all.Where((_, index) => index % (all.Length / count) == 0).ToArray();
        mutants.Length.ShouldBe(count);
        var broken = 0;
        for (var index = 0; index < mutants.Length; index++)
        {
            var (name, mutant) = mutants[index];
            var usual = Findings(Hebei.Book, mutant);
            broken += usual.Any(finding => finding.Severity == Severity.Error) ? 1 : 0;
            // every mutant with every form in 元, and every third with one of the other books in turn
            foreach (var book in index % 3 == 0 ? new[] { AllInYuan, LazyBooks.Value[index / 3 % LazyBooks.Value.Count] } : [AllInYuan])
            {
                var other = Findings(book, mutant);
                other.Select(Line).ShouldBe(usual.Select(Line), $"{name}, {Units(book)}");
                foreach (var (left, right) in usual.Zip(other)) SameAmounts(left, right, book, name);
            }
        }

        broken.ShouldBeGreaterThanOrEqualTo(count * 9 / 10);
    }

    /// <summary>Every pair of forms, each with the samples and with mutants of its own.</summary>
    [Fact]
    [Trait("Category", "Slow")]
    public void AnyTwoFormsInYuan_HaveTheFindingsOfTenThousandYuan()
    {
        var mutants = MutantsOf("full").ToArray();
        var forms = PackInYuan.Forms;
        var pairs = forms.SelectMany((first, at) => forms.Skip(at + 1).Select(second => (first, second))).ToArray();
        foreach (var ((first, second), index) in pairs.Select((pair, index) => (pair, index)))
        {
            var book = PackInYuan.Book(PackInYuan.Yuan, first, second);
            foreach (var sample in new[] { "clean", "full" })
                Said(book, Hebei.BudgetOf(sample)).ShouldBe(Said(Hebei.Book, Hebei.BudgetOf(sample)), Units(book));
            var (name, mutant) = mutants[index * 7 % mutants.Length];
            var usual = Findings(Hebei.Book, mutant);
            var other = Findings(book, mutant);
            other.Select(Line).ShouldBe(usual.Select(Line), $"{name}, {Units(book)}");
            foreach (var (left, right) in usual.Zip(other)) SameAmounts(left, right, book, name);
        }
    }

    [Fact]
    public void BareNumberInARule_WithTheFormInYuan_StillMeansTenThousandYuan()
    {
        var book = PackInYuan.Book(PackInYuan.Yuan, "T9");
        var figures = new BudgetFigures(book, Hebei.BudgetOf("full"));
        var condition = Rules.Language.Parser.Condition("T9[1,2] > 1 且 T9[1,2] < 1000 且 T9[1,2] < 1000万元 且 T9[1,2] > 10000元", book.Names);
        figures.Judge(condition, default).Holds.ShouldBeTrue();
    }

    [Fact]
    public void Finding_AtACellInYuan_SpeaksOfYuan()
    {
        var book = PackInYuan.Book(PackInYuan.Yuan, "T2");
        var address = SingleSlips.EnteredAmounts(Hebei.BudgetOf("full")).First(address => address.Form.Value == "T2");
        var finding = Findings(book, Mutant("full", address, "plus one")!)
            .First(finding => finding.Severity == Severity.Error && finding.Place.Address!.Value.Form.Value == "T2");
        Math.Abs(Number(finding.Difference!.ToString())).ShouldBe(10_000m);
        finding.Message.ShouldContain("元");
        finding.Message.ShouldNotContain("万元");
    }

    private static IEnumerable<(string Name, Budget Budget)> MutantsOf(string sample) =>
        from kind in SingleSlips.Kinds.Keys
        from address in SingleSlips.EnteredAmounts(Hebei.BudgetOf(sample))
        where address.Form.Value is "T1" or "T2" or "T3" or "T4" or "T5" or "T6" or "T9"
        let mutant = Mutant(sample, address, kind)
        where mutant is not null
        select ($"{sample} {address} {kind}", mutant);

    private static Budget? Mutant(string sample, CellAddress address, string kind) =>
        SingleSlips.Change(Hebei.BudgetOf(sample), address, kind);

    private static IReadOnlyList<Finding> Findings(RuleBook book, Budget budget) =>
        new BudgetChecker(new BudgetFigures(book, budget)).Check().Findings;

    private static IReadOnlyList<string> Said(RuleBook book, Budget budget) => [.. Findings(book, budget).Select(Line)];

    private static string Line(Finding finding) =>
        $"{finding.Rule} {finding.Severity} at {finding.Place.Address} related "
            + $"{string.Join(' ', finding.Related.Select(place => place.Address))} "
        + $"ties {string.Join(' ', finding.Ties.Select(tie => $"{tie.Rule}@{tie.Place.Address}"))}";

    private static void SameAmounts(Finding usual, Finding other, RuleBook book, string name)
    {
        if (usual.Place.Address is not { } address || Hebei.Book.Pack[address.Form].Column(address.Column)?.Kind != CellKind.Amount)
            return;
        var format = book.Pack[address.Form].Amounts;
        foreach (var (left, right) in Told(usual).Zip(Told(other)))
        {
            (left is null).ShouldBe(right is null, name);
            if (left is null) continue;
            var gap = AmountFormat.TenThousandYuan.Yuan(Number(left)) - format.Yuan(Number(right!));
            Math.Abs(gap)
                .ShouldBeLessThanOrEqualTo((HalfDigit(left) * 10_000m) + format.Yuan(HalfDigit(right!)), $"{name}: {left} and {right}");
        }

        foreach (var (tie, same) in usual.Ties.Zip(other.Ties)) SameAmounts(tie, same, book, name);
    }

    private static string?[] Told(Finding finding) =>
        [finding.Expected?.ToString(), finding.Actual?.ToString(), finding.Difference?.ToString()];

    private static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    private static decimal HalfDigit(string text) =>
        Figures.HalfLastDigit(
        text.Contains('.', StringComparison.Ordinal) ? text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1 : 0);

    private static string Units(RuleBook book) =>
        string.Join(' ', book.Pack.Forms.Where(form => form.Amounts != AmountFormat.TenThousandYuan)
            .Select(form => $"{form.Id}:{form.Amounts.Unit.Title()}{form.Amounts.Decimals}"));
}
