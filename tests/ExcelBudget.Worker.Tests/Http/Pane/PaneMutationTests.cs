using System.Text.Json;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.Workbooks.Looking;
using ExcelBudget.Workbooks.Reading;
using ExcelBudget.Worker.Reports;
using ExcelBudget.Worker.Tests.Engine;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Http.Pane;

/// <summary>
/// Workbooks changed at random: what the pane is told is what <c>check</c> says, word for word. Three hundred in the long form.
/// </summary>
public sealed class PaneMutationTests(WebPlace place, ITestOutputHelper output) : IClassFixture<WebPlace>
{
    private static readonly int Mutants = Environment.GetEnvironmentVariable("EXCELBUDGET_AFTERNOON") == "long" ? 100 : 3;

    [Theory]
    [InlineData("clean")]
    [InlineData("full")]
    [InlineData("library")]
    public async Task MutatedWorkbook_InThePane_HasTheFindingsOfCheck(string sample)
    {
        var random = new Random(20_261_129);
        var opened = WorkbookGuard.Open(RealEngine.File(sample)).Package!;
        var read = new WorkbookReader([RealEngine.Book]).Read(opened.Content, out _)!;
        var amounts = read.Places.Where(pair => read.Budget[pair.Key] is CellValue.Amount).Select(pair => pair.Value).ToArray();
        using var client = place.Client();
        var (errors, refused) = (0, 0);
        for (var number = 0; number < Mutants; number++)
        {
            var entries = Enumerable.Range(0, random.Next(1, 4))
                .Select(_ => Entry(amounts[random.Next(amounts.Length)], random)).ToArray();
            if (CellEntering.Enter(opened, entries, out _) is not { } mutant)
            {
                refused++;
                continue;
            }

            var report = RealEngine.Engine.Check("变动.xlsx", mutant).Report;
            var answer = await WebPlace.JsonOf(
                await client.PostAsync("api/pane/check?name=" + Uri.EscapeDataString("变动.xlsx"), new ByteArrayContent(mutant)));
            var expected = JsonDocument.Parse(ReportJson.Write([report])).RootElement.GetRawText();
            answer.GetProperty("report").GetRawText().ShouldBe(expected, string.Join("; ", entries.Select(entry => entry.ToString())));
            answer.GetProperty("look").GetProperty("keys").GetArrayLength().ShouldBe(report.Findings.Count);
            report.Findings.ShouldNotContain(finding => finding.Category == Category.StaleCalculation);
            errors += report.Count(Severity.Error);
        }

        output.WriteLine($"{sample}: {Mutants - refused} mutants with {errors} errors, {refused} refused because a cell is computed");
        errors.ShouldBeGreaterThan(0);
        refused.ShouldBeLessThan(Mutants);
    }

    private static CellEntry Entry(Place at, Random random) => random.Next(5) switch
    {
        0 => new CellEntry(at.Sheet!, at.Cell!, null, "无"),
        1 => new CellEntry(at.Sheet!, at.Cell!, null, null),
        2 => new CellEntry(at.Sheet!, at.Cell!, -random.Next(1, 500), null),
        _ => new CellEntry(at.Sheet!, at.Cell!, random.Next(1, 1_000_000) / 100m, null),
    };
}
