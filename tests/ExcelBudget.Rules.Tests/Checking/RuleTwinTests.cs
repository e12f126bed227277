using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Rules.Tests.Checking;

/// <summary>Every rule of the book has a budget that passes it and a budget that fails it.</summary>
public sealed class RuleTwinTests
{
    /// <summary>Every rule id of the pack, whether or not it has a twin.</summary>
    public static TheoryData<string> Rules => [.. Ids];

    /// <summary>Rules that ask the accountant for an answer.</summary>
    public static TheoryData<string> Questions =>
        [.. Hebei.Book.Pack.Relations.Cast<Domain.Packs.RuleDeclaration>().Concat(Hebei.Book.Pack.TextChecks)
            .Where(rule => rule.Severity == Domain.Findings.Severity.Warning).Select(rule => rule.Id)];

    private static IEnumerable<string> Ids =>
        Hebei.Book.Pack.Relations.Select(rule => rule.Id).Concat(Hebei.Book.Pack.TextChecks.Select(rule => rule.Id));

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OnItsSoundTwin_RunsAndPasses(string rule)
    {
        var budget = Hebei.BudgetOf(Twin(rule).Sample);
        var outcome = HebeiCheck.Of(budget);

        HebeiCheck.Told(outcome.Findings).ShouldNotContain(finding => finding.Rule == rule);
        outcome.Unchecked.ShouldNotContain(unchecked_ => unchecked_.Rule == rule);
        if (Hebei.Book.Relations.FirstOrDefault(relation => relation.Declaration.Id == rule) is { } relation)
        {
            // a relation may speak of something only in its near twin, where its condition holds
            var sound = NearTwins.ByRule.TryGetValue(rule, out var near) ? new[] { budget, Near(near) } : [budget];
            sound.SelectMany(twin => new RelationChecker(new BudgetFigures(Hebei.Book, twin)).Check(relation))
                .ShouldContain(result => result.Tie == Tie.Holds, "a relation that speaks of nothing has not passed");
        }
    }

    /// <summary>A second row with the same code as the notation of edits has it: «T3[2070101~2,1]».</summary>
    private static string Written(CellAddress? address) => address is not { } cell ? ""
        : cell.Row.Repeat == 0 ? cell.ToString()
        : $"{cell.Form}[{cell.Row}~{(cell.Row.Repeat + 1).ToString(System.Globalization.CultureInfo.InvariantCulture)},{cell.Column}]";

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_OnItsFailingTwin_IsFoundAtItsCell(string rule)
    {
        var twin = Twin(rule);

        var findings = HebeiCheck.Told(Failing(twin).Findings).ToArray();

        findings.ShouldContain(finding => finding.Rule == rule, string.Join('\n', HebeiCheck.Lines(findings)));
        findings.ShouldContain(finding => finding.Rule == rule && Written(finding.Place.Address) == twin.Place, twin.Place);
    }

    [Theory]
    [MemberData(nameof(Rules))]
    public void Rule_FoundBroken_SpeaksInFullSentencesWithoutEmptySlots(string rule)
    {
        var twin = Twin(rule);
        var declared = Hebei.Book.Pack.Relations.Cast<Domain.Packs.RuleDeclaration>().Concat(Hebei.Book.Pack.TextChecks)
            .Single(declared => declared.Id == rule);

        var finding = HebeiCheck.Told(Failing(twin).Findings).First(finding => finding.Rule == rule);

        finding.Message.ShouldEndWith("。");
        finding.Message.ShouldNotContain("“”");
        finding.Message.ShouldNotContain("  ");
        if (rule != "PLACEHOLDER") finding.Message.ShouldNotContain("{");
        finding.Category.ShouldBe(declared.Category);
        finding.Severity.ShouldBe(declared.Severity);
        finding.Basis.ShouldBe(declared.Basis);
    }

    [Theory]
    [MemberData(nameof(Questions))]
    public void RuleThatYieldsQuestions_OnABudgetNearItsLimit_AsksNothing(string rule)
    {
        NearTwins.ByRule.Keys.ShouldContain(rule,
            "every rule of severity warning needs a budget near its limit that it lets pass: add it to NearTwins");

        HebeiCheck.Lines(HebeiCheck.Of(Near(NearTwins.ByRule[rule])).Findings.Where(finding => finding.Rule == rule)).ShouldBeEmpty();
    }

    [Fact]
    public void TwinTables_HaveNoRuleThatTheBookLacks() => FailingTwins.ByRule.Keys.Concat(NearTwins.ByRule.Keys).ShouldBeSubsetOf(Ids);

    [Fact]
    public void RuleIds_OfTheBook_AreUnique() => Ids.ShouldBeUnique();

    /// <summary>The twin, told which cells were changed in it as the reader would.</summary>
    private static CheckOutcome Failing(FailingTwin twin) =>
        HebeiCheck.Of(Edit.Apply(Hebei.BudgetOf(twin.Sample), twin.Edits), twin.LastYears, Edit.Addresses(twin.Edits));

    private static Budget Near(NearTwin twin) => Edit.Apply(Hebei.BudgetOf(twin.Sample), twin.Edits);

    private static FailingTwin Twin(string rule)
    {
        FailingTwins.ByRule.Keys.ShouldContain(rule, "every rule needs an edit that breaks it: add it to FailingTwins");
        return FailingTwins.ByRule[rule];
    }
}
