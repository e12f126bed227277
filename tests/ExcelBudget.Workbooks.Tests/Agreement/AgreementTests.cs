using System.Globalization;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Fill;
using ExcelBudget.Workbooks.Tests.Reading;
using ExcelBudget.Workbooks.Tests.Support;
using Xunit.Abstractions;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>
/// Three evaluators, one verdict: workbooks changed as people change them, recalculated by LibreOffice and by Gnumeric, say on every line
/// of the 校验 sheet what our engine says of the values read back. Where a cell holds text the sheet says 未检查, and the engine goes on.
/// tests/agreement.sh runs the long form: more of each kind, and Gnumeric on every workbook.
/// </summary>
[Trait("Category", "Slow")]
public sealed class AgreementTests(ITestOutputHelper output)
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("EXCELBUDGET_AGREEMENT") == "long";

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    [InlineData("as-published")]
    [InlineData("blank")]
    public void SampleWorkbook_RecalculatedByThreePrograms_SaysTheSame(string sample)
    {
        var workbook = HebeiWorkbook.Of(sample);
        var engine = EngineVerdicts.Of(ReadBack.Of(workbook));
        var sheet = CheckSheetLine.Of(Calc.RecalculatedSample(sample));
        var gnumeric = Verdicts(Gnumeric.Recalculated(workbook, "校验"));
        // a blank list row is no row to our engine, which then has no sides to write
        CheckSheetLine.Of(Calc.Opened(workbook)).Zip(sheet)
            .Where(pair => pair.First != AsIssued(pair.Second, pair.First))
            .Select(pair => $"{pair.First} computed {pair.Second}").ShouldBeEmpty();
        Compare(sample, engine, sheet, gnumeric).ShouldBeEmpty();
    }

    /// <summary>
    /// A computed line without what an issued one leaves to the formulas: sides of a list without rows, a cell that only they can tell.
    /// </summary>
    private static CheckSheetLine AsIssued(CheckSheetLine computed, CheckSheetLine issued) =>
        issued.Left is null ? computed with { Left = null, Right = null, Gap = null, LeftCell = issued.LeftCell }
        : issued.LeftCell.Trim().Length == 0 ? computed with { LeftCell = issued.LeftCell }
        : computed;

    [Theory]
    [InlineData("clean", 1, 5)]
    [InlineData("full", 1, 6)]
    [InlineData("library", 1, 5)]
    [InlineData("typed", 1, 5)]
    public void MutatedWorkbooks_RecalculatedByThreePrograms_SayWhatTheEngineSays(
        string sample, int ofEachKind, int ofEachKindInTheLongForm)
    {
        var workbook = sample == "typed" ? TypedWorkbook.Value : HebeiWorkbook.Of(sample);
        var mutations = new Mutations(workbook, seed: 20_24).Of(IsLong ? ofEachKindInTheLongForm : ofEachKind).ToArray();
        Run(sample, workbook, [.. mutations.Select(mutation => (IReadOnlyList<Mutation>)[mutation])], gnumericEvery: IsLong ? 1 : 4);
    }

    [Theory]
    [InlineData("clean", 3, 34)]
    [InlineData("full", 3, 33)]
    [InlineData("typed", 3, 33)]
    public void WorkbooksWithSeveralChanges_RecalculatedByThreePrograms_SayWhatTheEngineSays(
        string sample, int count, int countInTheLongForm)
    {
        var workbook = sample == "typed" ? TypedWorkbook.Value : HebeiWorkbook.Of(sample);
        var several = new Mutations(workbook, seed: 7_1).Several(IsLong ? countInTheLongForm : count).ToArray();
        Run(sample, workbook, several, gnumericEvery: 1);
    }

    private void Run(string sample, byte[] workbook, IReadOnlyList<Mutation>[] changes, int gnumericEvery)
    {
        var saved = LibreOffice.Edited(workbook, [.. changes.Select(change => string.Concat(change.Select(mutation => mutation.Typing)))]);
        var disagreements = new List<string>();
        var verdicts = new Dictionary<string, int>();
        var (lines, third, listed) = (0, 0, 0);
        for (var index = 0; index < changes.Length; index++)
        {
            var name = string.Join(" + ", changes[index]);
            var book = Calc.Opened(saved[index]);
            var engine = EngineVerdicts.Of(ReadBack.Of(book), [.. changes[index].Select(mutation => mutation.Text).OfType<CellAddress>()]);
            var gnumeric = index % gnumericEvery == 0 ? Verdicts(Gnumeric.Recalculated(saved[index], "校验")) : null;
            var found = Compare(name, engine, CheckSheetLine.Of(book), gnumeric);
            if (changes[index].Any(change => change.Kind == Mutations.TypedAsText)) listed += found.RemoveAll(IsAddedAsText);
            disagreements.AddRange(found);
            foreach (var outcome in engine)
                verdicts[LineOutcome.WordOf(outcome.State)] = verdicts.GetValueOrDefault(LineOutcome.WordOf(outcome.State)) + 1;
            lines += engine.Count;
            third += gnumeric is null ? 0 : engine.Count;
        }

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{sample}: {changes.Length} workbooks, {lines} verdicts in LibreOffice, {third} in Gnumeric, {listed} listed, "
                + $"{disagreements.Count} disagreements"));
        foreach (var (verdict, count) in verdicts) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {verdict} {count}"));
        disagreements.ShouldBeEmpty();
    }

    /// <summary>
    /// The listed case: a formula of a form adds a cell that holds « 12.30» or «12.30 ». Gnumeric, as Excel does, takes the text for the
    /// figure; LibreOffice says #VALUE!, so that its line of figures that are none names the cell with the sum too.
    /// </summary>
    private static bool IsAddedAsText(string disagreement) =>
        disagreement.Contains("金额和数量里没有文字和错误值", StringComparison.Ordinal)
        && disagreement.EndsWith("Gnumeric says 通过", StringComparison.Ordinal);

    private static List<string> Compare(
        string name, IReadOnlyList<LineOutcome> engine, IReadOnlyList<CheckSheetLine> sheet, string[]? gnumeric)
    {
        var found = new List<string>();
        if (sheet.Count < engine.Count) return [$"{name}: {sheet.Count} lines of {engine.Count}"];
        for (var line = 0; line < engine.Count; line++)
        {
            var expected = LineOutcome.WordOf(engine[line].State);
            var id = EngineVerdicts.Lines[line].Relation.Declaration.Id;
            if (sheet[line].Verdict != expected) found.Add($"{name}: {id} {sheet[line]} should say {expected}");
            else if (engine[line].State >= LineOutcome.Questioned && sheet[line]
                .Gap != engine[line].ShownGap) found.Add($"{name}: {id} {sheet[line]} should be off by {engine[line].ShownGap}");
            if (gnumeric is not null && gnumeric[line] != expected)
                found.Add($"{name}: {id} Gnumeric says {gnumeric[line]}, should say {expected}");
        }

        if (gnumeric is null) return found;
        for (var line = engine.Count; line < sheet.Count; line++)
        {
            if (gnumeric[line] != sheet[line].Verdict) found.Add($"{name}: {sheet[line]}, Gnumeric says {gnumeric[line]}");
        }

        return found;
    }

    private static string[] Verdicts(IReadOnlyList<IReadOnlyList<string>> rows)
    {
        var top = rows.Select((row, index) => (row, index)).Last(pair => pair.row[0] == "序号").index;
        return [.. rows.Skip(top + 1).TakeWhile(row => row[0].Length > 0).Select(row => row[8])];
    }
}
