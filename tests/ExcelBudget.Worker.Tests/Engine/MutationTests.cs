using ExcelBudget.Domain.Findings;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Money;
using ExcelBudget.OfficePackages.Sheets;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Engine;

/// <summary>The promise behind every published figure: no amount can change without being told.</summary>
public sealed class MutationTests(ITestOutputHelper output)
{
    private static readonly string[] WhollyTied = ["T2", "T3", "T5", "T6"];
    private static readonly string[] TiedIncome = ["T1", "T4"];

    [Theory]
    [InlineData("clean", 62)]
    [InlineData("full", 200)]
    public void EnteredAmount_ChangedByOne_IsAChangeAndNamedByAnErrorWhereFormsAreTied(string sample, int atLeast)
    {
        var desk = RealEngine.Desk(sample);
        var read = RealEngine.Read(desk);
        var faults = new List<string>();
        var (broken, first, single) = (0, 0, 0);
        var amounts =
            read.Budget.Forms.SelectMany(
            form => form.Rows.SelectMany(
            row => row.Cells.Where(cell => cell.Value is CellValue.Amount).Select(cell => new CellAddress(form.Form, row.Key, cell.Key))))
            .ToArray();
        amounts.Length.ShouldBeGreaterThan(atLeast);
        foreach (var address in amounts)
        {
            var place = read.Places[address];
            CellReference.TryParse(place.Cell, out var at).ShouldBeTrue();
            var before = desk.Sheet(place.Sheet!)[at.Row, at.Column]!.Number!.Value;
            var report = RealEngine.Check(desk.Number(place, before + 1m));
            var errors = report.Findings.Where(finding => finding.Severity == Severity.Error).ToArray();
            broken += errors.Length > 0 ? 1 : 0;
            first += errors.Length > 0 && errors[0].Place == place ? 1 : 0;
            single += errors.Length == 1 ? 1 : 0;
            var told = report.Changes.Where(
                change => change.Place == place && change.Before == Figures.Plain(before) && change.After == Figures.Plain(before + 1m))
                .ToArray();
            if (told.Length != 1 || report.Changes.Count != 1)
                faults.Add($"{address} is not the one change: {string.Join("; ", report.Changes)}");
            if (IsTied(address)
                && !report.Findings.Any(
                finding => finding.Severity == Severity.Error && finding.Related.Append(finding.Place)
                .Any(named => named.Address == address && named.Cell == place.Cell)))
            {
                faults.Add($"{address} is named by no error");
            }
        }

        output.WriteLine(
            $"{sample}: {amounts.Length} amounts, {broken} break a relation; the changed cell is named first for {first}, by one error "
                + $"for {single}");
        faults.ShouldBeEmpty();
        (first * 100).ShouldBeGreaterThanOrEqualTo(broken * 90);
        (single * 100).ShouldBeGreaterThanOrEqualTo(broken * 95);
    }

    private static bool IsTied(CellAddress address) =>
        WhollyTied.Contains(address.Form.Value) || (TiedIncome.Contains(address.Form.Value) && address.Column.Value == "2");
}
