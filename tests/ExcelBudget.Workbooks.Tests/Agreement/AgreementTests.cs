using System.Globalization;
using ExcelBudget.Workbooks.Tests.Reading;
using ExcelBudget.Workbooks.Tests.Support;
using Xunit.Abstractions;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>
/// Two evaluators, one verdict: workbooks changed as people change them, recalculated by LibreOffice, say on every line of the 校验
/// sheet what our engine says of the values read back. Where a needed cell holds text the sheet says 未检查, and the engine goes on.
/// </summary>
[Trait("Category", "Slow")]
public sealed class AgreementTests(ITestOutputHelper output)
{
    [Theory]
    [InlineData("clean", 2)]
    [InlineData("full", 6)]
    [InlineData("library", 8)]
    [InlineData("typed", 9)]
    public void MutatedWorkbooks_RecalculatedByLibreOffice_SayWhatTheEngineSays(string sample, int ofEachKind)
    {
        var workbook = sample == "typed" ? TypedWorkbook.Value : HebeiWorkbook.Of(sample);
        Mutation[] mutations = [.. new Mutations(workbook, seed: 20_24).Of(ofEachKind)];
        var saved = LibreOffice.Edited(workbook, [.. mutations.Select(mutation => mutation.Typing.ToString())]);
        var disagreements = new List<string>();
        var verdicts = new Dictionary<string, int>();
        for (var index = 0; index < mutations.Length; index++)
        {
            var book = Calc.Opened(saved[index]);
            var sheet = CheckSheetLine.Of(book);
            var engine = EngineVerdicts.Of(ReadBack.Of(book));
            sheet.Count.ShouldBe(engine.Count);
            for (var line = 0; line < engine.Count; line++)
            {
                var isUnchecked = mutations[index].Text is { } text && EngineVerdicts.Needs(EngineVerdicts.Lines[line], text);
                var expected = isUnchecked ? "未检查" : engine[line];
                verdicts[expected] = verdicts.GetValueOrDefault(expected) + 1;
                if (sheet[line].Verdict != expected) disagreements.Add($"{mutations[index]}: {EngineVerdicts.Lines[line].Relation.Declaration.Id} {sheet[line]} should say {expected}");
            }
        }

        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{sample}: {mutations.Length} workbooks, {verdicts.Values.Sum()} verdicts, {disagreements.Count} disagreements"));
        foreach (var (verdict, count) in verdicts) output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {verdict} {count}"));
        disagreements.ShouldBeEmpty();
        verdicts.Keys.Order().ShouldBe(new[] { "不通过", "尾差", "未检查", "通过" }.Concat(verdicts.ContainsKey("不适用") ? ["不适用"] : []).Order());
    }
}
