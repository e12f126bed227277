using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Schedules;
using ExcelBudget.Worker.Demo.Year;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExcelBudget.Worker.Tests.County;

public sealed class IssueRunTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void BadDataOfOneDepartment_IsTold_AndTheOthersAreIssued()
    {
        using var host = Start(3);
        var table = Path.Combine(_temp.Path, "数据", CountySample.Codes(1).Department, "revenue.csv");
        File.AppendAllText(table, $"2023,{CountySample.Codes(1).Unit},2012901,一般公共预算拨款,很多,\n");
        var lines = Issue(host).Lines;
        lines.Select(line => line.Outcome).ShouldBe([IssueOutcome.Issued, IssueOutcome.Failed, IssueOutcome.Issued]);
        lines[1].Remark.ShouldContain("revenue.csv");
        Workbooks().Length.ShouldBe(2);
    }

    [Fact]
    public void SecondRun_IssuesOnlyWhatWasMissing_AndAThirdLeavesNoReport()
    {
        using var host = Start(3);
        var table = Path.Combine(_temp.Path, "数据", CountySample.Codes(1).Department, "units.csv");
        var sound = File.ReadAllText(table);
        File.WriteAllText(table, "");
        Issue(host).Lines.Count(line => line.Outcome == IssueOutcome.Failed).ShouldBe(1);
        File.WriteAllText(table, sound);
        Issue(host).Lines.Select(line => line.Outcome).ShouldBe([IssueOutcome.Earlier, IssueOutcome.Issued, IssueOutcome.Earlier]);
        Issue(host).Path.ShouldBeNull();
        Workbooks().Length.ShouldBe(3);
    }

    [Fact]
    public void WorkbookIssuedAgain_StandsBesideTheFirst_AndNamesIt()
    {
        using var host = Start(1);
        Issue(host);
        Issue(host, again: true).Lines[0].Path.ShouldEndWith("（第2版）.xlsx");
        var rows = host.Services.GetRequiredService<CountyLedger>().Issued(2023);
        rows[1].After.ShouldBe(rows[0].WorkbookId);
        Workbooks().Length.ShouldBe(2);
    }

    [Theory]
    [InlineData("2022-08-31T12:00", null)]
    [InlineData("2022-09-01T06:00", null)]
    [InlineData("2022-09-01T08:00", "一上")]
    [InlineData("2022-10-05T03:00", "一上")]
    [InlineData("2022-11-10T08:00", "二上")]
    public void Issue_IsDue_FromTheMorningOfTheOpeningDay_AndAMissedOneIsMadeUpUntilTheNextStep(string now, string? step)
    {
        using var host = Start(2);
        var due = host.Services.GetRequiredService<DueIssues>();
        var local = DateTime.Parse(now, System.Globalization.CultureInfo.InvariantCulture);
        var orders = due.Find(County(host), new DateTimeOffset(local, TimeZoneInfo.Local.GetUtcOffset(local)));
        orders.Select(order => order.Step.Name).ShouldBe(step is null ? [] : [step]);
    }

    [Fact]
    public void Letter_OfADepartment_GoesWithItsWorkbooks()
    {
        using var host = Start(1);
        Issue(host);
        _temp.Files("issued").ShouldContain(file => file.EndsWith("下发通知.docx", StringComparison.Ordinal));
        _temp.Files("issued").Count(file => file.Contains("下发报告", StringComparison.Ordinal)).ShouldBe(2);
    }

    private IHost Start(int units)
    {
        var host = CountyPlace.Worker(_temp.Path)(TimeProvider.System);
        new CountySample(CountyPlace.Pack(host.Services), units).Write(_temp.Path);
        return host;
    }

    private static Worker.County.Register.CountyRegister County(IHost host) =>
        host.Services.GetRequiredService<RegisterSource>().Current!.Register!;

    private static (IssueReport Report, IReadOnlyList<IssuedLine> Lines, string? Path) Issue(IHost host, bool again = false)
    {
        var county = County(host);
        var order = new IssueOrder(county, county.Steps[0], county.Units) { Again = again };
        return host.Services.GetRequiredService<IssueOffice>().Run(order, _ => { });
    }

    private string[] Workbooks() => Directory.GetFiles(_temp.In("issued"), "*部门预算公开*.xlsx", SearchOption.AllDirectories);
}
