using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>A rule that could not run is listed with its reason, once, and never counted as passed.</summary>
public sealed class UncheckedTests
{
    public static TheoryData<string> Forms => [.. Hebei.Book.Pack.Forms.Select(form => form.Id.Value)];

    [Theory]
    [MemberData(nameof(Forms))]
    public void Rules_OfAMissingForm_AreNotCheckedAndDrawNoFinding(string form)
    {
        var outcome = HebeiCheck.Of(Edit.Without(Hebei.BudgetOf("full"), new FormId(form)));

        HebeiCheck.Lines(outcome.Findings).ShouldBeEmpty();
        outcome.Unchecked.Select(rule => rule.Rule).ShouldBeUnique();
        outcome.Unchecked.ShouldAllBe(rule => rule.Reason.Contains("工作簿里没有“", StringComparison.Ordinal));
        outcome.Unchecked.Select(rule => rule.Rule).ShouldBe(RulesNaming(form), ignoreOrder: true);
    }

    [Fact]
    public void Relation_OverAnUnreadableCell_IsNotCheckedOnceForAllItsRows()
    {
        var address = new CellAddress("T3", "2070101", "4");
        var budget = Edit.Set(Hebei.BudgetOf("full"), address, null);
        var figures = new BudgetFigures(Hebei.Book, budget, new Dictionary<CellAddress, string> { [address] = "“约12”不是金额" });

        var outcome = new BudgetChecker(figures).Check();

        outcome.Unchecked.Count(rule => rule.Rule == "T3-ROLLUP").ShouldBe(1);
        outcome.Unchecked.Single(rule => rule.Rule == "T3-ROLLUP").Reason.ShouldBe("“约12”不是金额");
        outcome.Findings.ShouldNotContain(finding => finding.Rule == "T1-BALANCE");
        outcome.Unchecked.ShouldContain(rule => rule.Rule == "T1-BALANCE");
    }

    [Fact]
    public void ConditionalRelation_WhoseConditionCannotBeTold_IsNotChecked()
    {
        // whether there is a balance to carry over decides if T2 and T3 must agree
        var address = new CellAddress("T1", "33", "4");
        var figures = new BudgetFigures(Hebei.Book, Hebei.BudgetOf("clean"), new Dictionary<CellAddress, string> { [address] = "#REF!" });

        new BudgetChecker(figures).Check().Unchecked
            .ShouldContain(rule => rule.Rule == "T2-T3-CODE" && rule.Reason == "#REF!");
    }

    /// <summary>Rules that name a form, or need a cell computed from it: told from the declarations alone.</summary>
    private static IEnumerable<string> RulesNaming(string missing)
    {
        var without = new BudgetFigures(Hebei.Book, Edit.Without(Hebei.BudgetOf("full"), new FormId(missing)));
        var relations = Hebei.Book.Relations.Where(relation => Names(relation, missing) || NeedsComputed(without, relation))
            .Select(relation => relation.Declaration.Id);
        var checks = Hebei.Book.Pack.TextChecks.Where(
            check => check.Form == missing || check.Words.Contains(missing) || (check.When ?? "")
            .Contains(missing + "[", StringComparison.Ordinal)
            || (check.Form == "*" && LooksAt(check, missing)) || (missing == "indicators" && NeedsIndicators(check)));
        return relations.Concat(checks.Select(check => check.Id));
    }

    private static bool NeedsIndicators(TextCheckDeclaration check) =>
        IndicatorChecks.All.Any(one => one.Name == check.Checker && one.NeedsIndicators);

    private static bool Names(Relation relation, string form) =>
        (relation.Declaration.Check + relation.Declaration.For + relation.Declaration.When).Contains(form + "[", StringComparison.Ordinal);

    private static bool NeedsComputed(BudgetFigures figures, Relation relation) =>
        new RelationChecker(figures).Check(relation).Any(result => result.Tie == Tie.Unchecked);

    private static bool LooksAt(TextCheckDeclaration check, string form)
    {
        var columns = Hebei.Book.Pack[new FormId(form)].Columns;
        return check.Checker switch
        {
            "negative" => columns.Any(column => column.Kind is CellKind.Amount or CellKind.Number),
            "ceiling" or "unitSlip" or "unitSlipArea" => columns.Any(column => column.Kind == CellKind.Amount),
            "pattern" or "datedWords" => columns.Any(column => column.Kind == CellKind.Text),
            "choice" => columns.Any(column => column is { Choices.Count: > 0, IsChoiceFree: false }),
            _ => columns.Any(column => column.Kind == CellKind.Code),
        };
    }
}
