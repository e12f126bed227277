using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Checking.Checkers.Texts;
using ExcelBudget.Rules.Evaluation;
using ExcelBudget.Rules.Language;

namespace ExcelBudget.Rules.Checking.Budgets;

/// <summary>The checks of a rule book as they are run: made for its first budget, kept as long as the book. Thread-safe.</summary>
internal sealed class BookPlan
{
    private static readonly ConditionalWeakTable<RuleBook, BookPlan> Known = [];

    private BookPlan(RuleBook book)
    {
        var groups = new List<IReadOnlyList<string>>();
        Checks = [.. book.Pack.TextChecks.Select(check => Planned(book, check, groups))];
        GraveChecks = book.Pack.TextChecks.Where(check => check.Severity == Severity.Error).Select(check => check.Id).ToHashSet();
        Words = new WordScan(groups);
        Relations = [.. book.Relations.OrderByDescending(relation => relation.Declaration.Severity)
            .ThenBy(relation => relation.Check.Comparison == Comparison.Equal ? 0 : 1).Select(relation => (relation, Forms(relation)))];
    }

    /// <summary>In the rule book's order.</summary>
    public PlannedCheck[] Checks { get; }

    /// <summary>Ids of those whose objection is an error.</summary>
    public IReadOnlySet<string> GraveChecks { get; }

    /// <summary>
    /// The relations with the forms without which they cannot run at all: without rows to speak of they would seem to have passed. Of two
    /// that say the same of the same cells, the one that weighs more comes first; of equal weight, the one that tells the right value and
    /// not only a bound.
    /// </summary>
    public (Relation Relation, FormDefinition[] Forms)[] Relations { get; }

    /// <summary>The words that the checks look for.</summary>
    public WordScan Words { get; }

    /// <summary>The checks of a rule book.</summary>
    public static BookPlan Of(RuleBook book) => Known.GetValue(book, static key => new BookPlan(key));

    private static FormDefinition[] Forms(Relation relation) =>
    [
        .. CellsOfSides.Forms(relation.Check.Left).Concat(CellsOfSides.Forms(relation.Check.Right))
            .Concat(relation.When?.Figures.SelectMany(CellsOfSides.Forms) ?? []).Append(relation.Form).Distinct(),
    ];

    private static PlannedCheck Planned(RuleBook book, TextCheckDeclaration check, List<IReadOnlyList<string>> groups)
    {
        var (checker, condition) = (TextCheckers.Of(check.Checker), book.ConditionOf(check));
        return new PlannedCheck(check, checker, condition,
            [.. condition?.Figures.SelectMany(Expression.CellsOf).Select(cells => cells.Form).Distinct() ?? []],
            [.. TextCheckers.FormsOf(check, book.Pack, checker)], Place(checker.Patterns(check), groups));
    }

    private static ulong? Place(IReadOnlyList<string> patterns, List<IReadOnlyList<string>> groups)
    {
        if (NeededWords.OneOf(patterns) is not { } words) return null;
        groups.Add(words);
        return WordScan.Place(groups.Count - 1);
    }
}
