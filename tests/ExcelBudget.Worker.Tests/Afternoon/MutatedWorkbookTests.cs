using System.Text.RegularExpressions;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Engine;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>What holds of every finding and every round, whatever slips a workbook has: three hundred sittings in the long form.</summary>
public sealed partial class MutatedWorkbookTests
{
    /// <summary>The first round, and one more.</summary>
    private const int MostRounds = 2;

    private static readonly int Sittings = Environment.GetEnvironmentVariable("EXCELBUDGET_AFTERNOON") == "long" ? 100 : 10;

    public static TheoryData<string> Samples => [.. PackDesks.Names];

    /// <summary>
    /// Every finding is followed: what it expects is typed into its cell, issued values are put back where it says so; what is left to
    /// the accountant's judgement is undone. One round more may tell something, a third nothing.
    /// </summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public void Sitting_MendedAsTold_IsAcceptedAfterAtMostOneMoreRound(string sample)
    {
        var read = Read(sample);
        var typist = new AdviceTypist(read);
        var baseline = Keys(Check(sample, PackDesks.Of(sample)).Report);
        var faults = new List<string>();
        for (var seed = 0; seed < Sittings; seed++)
        {
            var left = Slip.Some(read, seed).ToList();
            var done = left.Aggregate(PackDesks.Of(sample), (desk, slip) => slip.Do(desk));
            var deeds = string.Join(" | ", left.Select(slip => $"{slip.At.Sheet}!{slip.At.Cell} {slip.Name}"));
            var rounds = new List<string> { "  " + deeds };
            while (rounds.Count <= MostRounds + 1)
            {
                var report = Check(sample, done).Report;
                var told = Open(report).Where(finding => !baseline.Contains(Key(finding))).ToArray();
                if (told.Length == 0) break;
                (done, var typed) = typist.Follow(done, report, told);
                var undone = left.Where(slip => !typed.Contains((slip.At.Sheet!, slip.At.Cell!))
                    && told.Any(finding => Names(finding, slip))).ToArray();
                done = undone.Aggregate(done, (desk, slip) => slip.Undo(desk, PackDesks.Of(sample)));
                rounds.Add(string.Join('\n', told.Select(finding => "    " + Words(finding)))
                    + $"\n    typed {string.Join(' ', typed.Select(cell => cell.Cell))}"
                    + $", undone {string.Join(' ', undone.Select(slip => slip.At.Cell))}");
                left.RemoveAll(slip => undone.Contains(slip) || typed.Contains((slip.At.Sheet!, slip.At.Cell!)));
            }

            if (rounds.Count > MostRounds + 1) faults.Add($"{sample} {seed}:\n{string.Join('\n', rounds)}");
        }

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Finding_OfAnySitting_HasOneRightValueAndNoIdInItsSentence(string sample)
    {
        var read = Read(sample);
        var truth = new Truth(read.RuleBook, read.Budget);
        var faults = new List<string>();
        for (var seed = 0; seed < Sittings; seed++)
        {
            var slips = Slip.Some(read, seed);
            var done = slips.Aggregate(PackDesks.Of(sample), (desk, slip) => slip.Do(desk));
            var checkedWorkbook = Check(sample, done);
            var report = checkedWorkbook.Report;
            var wrong = report.Findings.SelectMany(finding => Faults(read, truth, finding)).Concat(Contradictions(report))
                .Concat(report.Reason is { } reason ? [reason.Code] : []).Concat(NoteFaults(sample, checkedWorkbook)).ToArray();
            var sitting = string.Join(" | ", slips.Select(slip => $"{slip.At.Sheet}!{slip.At.Cell} {slip.Name}"));
            if (wrong.Length > 0) faults.Add($"{sample} {seed}: {sitting}\n  {string.Join("\n  ", wrong)}");
        }

        faults.ShouldBeEmpty(string.Join('\n', faults));
    }

    private static CheckedWorkbook Check(string sample, Desk desk) => PackDesks.EngineOf(sample).Check("报送.xlsx", desk.Book);

    private static ReadWorkbook Read(string sample) =>
        new WorkbookReader([.. PackDesks.StoreOf(sample).Packs.Select(pack => pack.RuleBook)]).Read(PackDesks.Of(sample).Book, out _)!;

    private static IEnumerable<string> Faults(ReadWorkbook read, Truth truth, Finding finding)
    {
        var (pack, words) = (read.RuleBook.Pack, Words(finding));
        if (Ids().Match(finding.Message) is { Success: true } id) yield return $"id {id.Value} in {words}";
        if (finding.Ties.Count > 0 && EndlessList().IsMatch(finding.Message)) yield return $"a list that helps nobody in {words}";
        if (finding.Severity == Severity.Info || finding.Expected is not { } expected) yield break;
        if (pack.Forms.Any(form => form.Id.Value == expected.ToString())) yield return $"an id is expected in {words}";
        if (finding.Place.Address is not { } cell
            || pack.Form(cell.Form)?.Column(cell.Column) is not { Kind: CellKind.Amount }) yield break;
        if (expected.ToString().Contains('%', StringComparison.Ordinal)) yield return $"a percentage for an amount in {words}";
        if (truth.Contradicts(finding)) yield return $"a wrong figure in {words}";
    }

    /// <summary>Two findings that want different figures in one cell.</summary>
    private static IEnumerable<string> Contradictions(CheckReport report) => Open(report)
        .Where(finding => finding is { Expected: FindingValue.Amount or FindingValue.Count, Place.Cell: not null })
        .GroupBy(finding => (finding.Place.Sheet, finding.Place.Cell))
        .Where(cell => cell.Select(finding => finding.Expected!.ToString()).Distinct().Count() > 1)
        .Select(cell => "two right values: " + string.Join(" / ", cell.Select(Words)));

    /// <summary>The note of an accepted workbook passes its check, and carries no markup.</summary>
    private static IEnumerable<string> NoteFaults(string sample, CheckedWorkbook workbook)
    {
        var engine = PackDesks.EngineOf(sample);
        if (workbook.Report.Verdict != Verdict.Accepted || engine.Note(workbook) is not { } note) yield break;
        var report = engine.CheckNote("说明.docx", note, workbook).Report;
        foreach (var finding in report.Findings.Where(finding => finding.Severity == Severity.Error))
            yield return "the note: " + Words(finding);
        if (OfficePackages.Guard.NoteGuard.Open(note).Package is not { } package) yield break;
        if (Notes.Reading.NoteOpening.Read(package, out _) is null) yield return "the note cannot be read";
    }

    /// <summary>A finding leads to a slip at its cell, in its row, or in the project it speaks of.</summary>
    private static bool Names(Finding finding, Slip slip) =>
        (finding.Project is not null && finding.Project == slip.Project) || Names(finding, slip.At);

    private static bool Names(Finding finding, Place at) => finding.Related.Concat(finding.Ties.Select(tie => tie.Place))
        .Prepend(finding.Place)
        .Any(place => place.Sheet == at.Sheet && (place.Cell is null || place.Cell == at.Cell || SameRow(place.Cell, at.Cell!)))
        || IsBelow(finding, at);

    /// <summary>A text is asked for at the heading above it, and the sentence says so.</summary>
    private static bool IsBelow(Finding finding, Place at) => finding.Kind == Domain.Findings.Catalogue.BudgetFindings.NoteGap
        && at.Address is { } cell && finding.Place.Address is { } told && (told.Form, told.Row) == (cell.Form, cell.Row);

    /// <summary>A row without its code is told at its amount, a project without its name at its code.</summary>
    private static bool SameRow(string one, string other) => one.TrimStart(Letters) == other.TrimStart(Letters);

    private static readonly char[] Letters = [.. "ABCDEFGHIJKLMNOPQRSTUVWXYZ"];

    private static IEnumerable<Finding> Open(CheckReport report) => report.Findings.Where(finding => finding.Severity != Severity.Info);

    private static HashSet<string> Keys(CheckReport report) => [.. Open(report).Select(Key)];

    private static string Key(Finding finding) => $"{finding.Rule}|{finding.Place.Sheet}|{finding.Place.Cell}";

    private static string Words(Finding finding) =>
        $"{finding.Severity} {finding.Rule} {finding.Place.Sheet}!{finding.Place.Cell} {finding.Message} [{finding.Expected}]";

    [GeneratedRegex(@"（T\d+）|（prior）|\b(prior|texts|procurement|projects|indicators)\b|[a-z]+_[a-z_]+|\*\*\*")]
    private static partial Regex Ids();

    [GeneratedRegex(@"等\s*\d+\s*(处|个单元格|格)")]
    private static partial Regex EndlessList();
}
