using System.Collections.Concurrent;
using System.Globalization;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Notes.Checking;
using ExcelBudget.Rules.Evaluation;

namespace ExcelBudget.Notes.Tests.Checking;

/// <summary>The sentences of tests/data/sentences/wording.tsv: what people write in notes of every pack, and what is said of it.</summary>
public sealed class WordingTests
{
    private static readonly string[] OfTheRest = ["NOTE-SECTION", "NOTE-QUOTED", "NOTE-UNIT-NAME", "NOTE-TABLE", "NOTE-REASON-MISSING"];
    private static readonly ConcurrentDictionary<(string, string, string, string), (NoteChecker, BudgetFigures)> Units = [];

    private static readonly Dictionary<string, string[]> Lines = File.ReadAllLines(
        Repository.PathOf("tests", "data", "sentences", "wording.tsv")).Skip(1).Where(line => line.Length > 0)
        .Select(line => line.Split('\t')).ToDictionary(parts => $"{parts[0]}：{parts[5]}", StringComparer.Ordinal);

    public static TheoryData<string> Sentences() => [.. Lines.Keys];

    [Theory]
    [MemberData(nameof(Sentences))]
    public void Sentence_TypedByHand_IsReadAsPeopleReadIt(string name)
    {
        var parts = Lines[name];
        var (checker, figures) = Units.GetOrAdd((parts[0], parts[1], parts[2], parts[3]), Unit);

        var check = Checked.Through(checker, PlainNote.Of(parts[4], parts[5]), figures);

        var found = check.Findings.Where(finding => !OfTheRest.Contains(finding.Rule)).ToArray();
        var open = check.Unchecked.Where(entry => !OfTheRest.Contains(entry.Rule)).ToArray();
        var told = string.Join('\n', found.Select(finding => finding.Message).Concat(open.Select(entry => entry.Reason)));
        if (parts[6] is "-" or "?") found.ShouldBeEmpty(told);
        if (parts[6] == "-") open.ShouldBeEmpty(told);
        else if (parts[6] == "?") open.ShouldNotBeEmpty(told);
        else
        {
            var rules = parts[6].Split('|');
            found.ShouldContain(finding => rules.Contains(finding.Rule), told);
            found.Where(finding => finding.Severity == Severity.Error && !rules.Contains(finding.Rule)).ShouldBeEmpty(told);
        }
    }

    private static (NoteChecker, BudgetFigures) Unit((string Pack, string Sample, string Unit, string Year) of)
    {
        var book = EveryPack.BookOf(of.Pack);
        var budget = EveryPack.BudgetOf(of.Pack, of.Sample, of.Unit, int.Parse(of.Year, CultureInfo.InvariantCulture));
        return (NoteChecker.Of(book), new BudgetFigures(book, budget));
    }
}
