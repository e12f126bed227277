using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Budgets;
using ExcelBudget.Rules.Checking.Checkers;
using ExcelBudget.Rules.Language;
using ExcelBudget.Rules.Tests.Checking;

namespace ExcelBudget.Rules.Tests.Language;

/// <summary>Whoever copies an example from templates/README.md gets a rule that works.</summary>
public sealed partial class DocumentedExamplesTests
{
    private static readonly string Manual = LanguagePart();

    public static TheoryData<string> Cells =>
        [.. Examples()
        .Where(text => text.Contains('[', StringComparison.Ordinal) && !text.Contains(':', StringComparison.Ordinal) && !Signs()
        .IsMatch(text))];

    public static TheoryData<string> Relations =>
        [.. Examples()
        .Where(text => text.Contains('[', StringComparison.Ordinal) && !text.Contains(": ", StringComparison.Ordinal) && Signs()
        .IsMatch(text))];

    public static TheoryData<string, string> Keys => KeyedExamples();

    [Theory]
    [MemberData(nameof(Cells))]
    public void Figure_OfTheManual_IsUnderstood(string text) => Parser.Figure(text, Hebei.Book.Names, Own).ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(Relations))]
    public void Relation_OfTheManual_IsUnderstood(string text) => Parser.Relation(text, Hebei.Book.Names, Own).ShouldNotBeNull();

    [Theory]
    [MemberData(nameof(Keys))]
    public void Line_OfTheManual_IsUnderstood(string key, string text) => Should.NotThrow(() => _ = key switch
    {
        "for" => Parser.Rows(text, Hebei.Book.Names).Form,
        "columns" => Parser.Columns(text, Own, Hebei.Book.Names),
        "when" => Parser.Condition(text, Hebei.Book.Names, Own),
        "check" => Parser.Relation(text, Hebei.Book.Names, Own),
        _ => (object)Parser.Figure(text, Hebei.Book.Names, Own),
    });

    [Fact]
    public void EveryFunctionAndChecker_IsInTheManual()
    {
        Enum.GetNames<Function>().Where(name => !Manual.Contains($"`{name.ToUpperInvariant()}(", StringComparison.Ordinal))
            .ShouldBeEmpty();
        TextCheckers.Names.Where(name => !Manual.Contains($"| `{name}` |", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    private static FormDefinition Own => Hebei.Book.Pack[new FormId("T3")];

    /// <summary>What stands between backticks in the manual's tables and sentences, once each.</summary>
    private static IEnumerable<string> Examples() =>
        Code().Matches(Blocks().Replace(Manual, "")).Select(match => match.Groups[1].Value).Distinct();

    /// <summary>«when: "…"» and the like, in tables and in blocks of YAML.</summary>
    private static TheoryData<string, string> KeyedExamples()
    {
        var data = new TheoryData<string, string>();
        foreach (var (key, text) in Keyed().Matches(Manual).Select(match => (match.Groups[1].Value, match.Groups[2].Value)).Distinct())
            data.Add(key, text);
        return data;
    }

    private static string LanguagePart()
    {
        var text = File.ReadAllText(Repository.PathOf("templates/README.md"));
        var from = text.IndexOf("## The rule book's language", StringComparison.Ordinal);
        return text[from..text.IndexOf("## workbook.xlsx", StringComparison.Ordinal)];
    }

    [GeneratedRegex("(?<!`)`([^`\\n]+)`(?!`)")]
    private static partial Regex Code();

    [GeneratedRegex("```.*?```", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex(@"(?<![a-zA-Z])(for|columns|when|check|compute): ""([^""]+)""")]
    private static partial Regex Keyed();

    [GeneratedRegex("[=≤≥<>]")]
    private static partial Regex Signs();
}
