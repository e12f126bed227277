using System.Text.Json;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Demo.Year;
using ExcelBudget.Worker.Ledger;
using ExcelBudget.Worker.Ledger.Chain;

namespace ExcelBudget.Worker.Tests.County;

/// <summary>
/// A county's year: what the status says at the end of each step is counted a second time from the script and the disk alone.
/// </summary>
public sealed class SimulatedYearTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Year_OfASmallCounty_EndsAsTheScriptSays() => Play(units: 16, steps: 1);

    [Fact]
    [Trait("Category", "Slow")]
    public void Year_OfAWholeCounty_EndsAsTheScriptSays() => Play(Units, steps: 4);

    /// <summary>Departments of the county; tests/county-year.sh plays the year of 300.</summary>
    private static int Units => int.Parse(
        Environment.GetEnvironmentVariable("EXCELBUDGET_COUNTY") ?? "30", System.Globalization.CultureInfo.InvariantCulture);

    private void Play(int units, int steps)
    {
        using var year = CountyPlace.Year(_temp, units);
        for (var step = 0; step < steps; step++)
        {
            year.Play(step);
            foreach (var status in year.Statuses().Where(status => status.Step.Name == year.Sample.Steps[step].Step))
            {
                var expected = Expected(year, units, step, status.Unit.Code);
                (status.Unit.Code, status.State, status.DaysLate).ShouldBe((status.Unit.Code, expected.State, expected.DaysLate));
            }
        }

        NothingIsIssuedTwiceOrLost(year, units * steps);
        year.Restarts.ShouldBeGreaterThanOrEqualTo(steps);
    }

    /// <summary>What the script means, worked out without the ledger.</summary>
    private static (UnitState State, int DaysLate) Expected(SimulatedYear year, int units, int step, string unit)
    {
        var (_, opens, due) = year.Sample.Steps[step];
        var number = Enumerable.Range(0, units).Single(each => CountySample.Codes(each).Unit == unit);
        var today = due.AddDays(ReturnScript.LateDays + 1);
        var late = due.AddDays(ReturnScript.LateDays);
        // a return after the next step has opened waits for the clerk
        var nextIsOpen = step + 1 < year.Sample.Steps.Count && year.Sample.Steps[step + 1].Opens <= late;
        return new ReturnScript(units, step, opens, due).Of(number) switch
        {
            Conduct.Silent => (UnitState.Issued, today.DayNumber - due.DayNumber),
            Conduct.StaysWrong => (UnitState.Returned, today.DayNumber - due.DayNumber),
            Conduct.Late when nextIsOpen => (UnitState.Held, today.DayNumber - due.DayNumber),
            Conduct.Late => (UnitState.Accepted, ReturnScript.LateDays),
            _ => (UnitState.Accepted, 0),
        };
    }

    private void NothingIsIssuedTwiceOrLost(SimulatedYear year, int issues)
    {
        var files = Directory.EnumerateFiles(_temp.In("issued"), "*部门预算公开*.xlsx", SearchOption.AllDirectories).ToArray();
        files.Length.ShouldBe(issues);
        var issued = year.Get<CountyLedger>().Issued(year.Sample.Year);
        issued.Count.ShouldBe(issues);
        issued.Select(row => Path.GetFullPath(_temp.In(row.Path))).Order().ShouldBe(files.Select(Path.GetFullPath).Order());
        issued.DistinctBy(row => (row.UnitCode, row.Step)).Count().ShouldBe(issues);
        _temp.Files("work/issuing").ShouldBeEmpty();
        _temp.Files("inbox").ShouldBeEmpty();
        _temp.Files("archive").Count.ShouldBe(year.Dropped);
        year.Get<ILedger>().Open().ShouldBeEmpty();
        using var connection = LedgerFile.Open(_temp.In("work/ledger.db"));
        ChainVerification.Verify(connection).Broken.ShouldBeNull();
    }

    [Fact]
    public void StatusBookAndJson_CountEveryUnitOnce()
    {
        using var year = CountyPlace.Year(_temp, 5);
        year.Play(0);
        var statuses = year.Statuses();
        using var json = JsonDocument.Parse(StatusJson.Write(year.County, statuses, year.Clock.GetLocalNow()));
        var first = json.RootElement.GetProperty("totals")[0];
        first.GetProperty("states").EnumerateObject().Sum(state => state.Value.GetInt32()).ShouldBe(5);
        json.RootElement.GetProperty("units").GetArrayLength().ShouldBe(20);
        var book = OfficePackages.Guard.WorkbookGuard.Open(new StatusBook(year.County, statuses, year.Clock.GetLocalNow()).Write())
            .Package!.Content;
        book.Sheets.Select(sheet => sheet.Name).ShouldBe(["汇总", "部门", "单位", "明细"]);
    }
}
