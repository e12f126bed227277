using ExcelBudget.Worker.County.Intake;
using ExcelBudget.Worker.County.Issuing;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.County.Status;
using ExcelBudget.Worker.Demo;
using ExcelBudget.Worker.Demo.Year;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExcelBudget.Worker.Tests.County;

/// <summary>A department whose figure differs from the rule for a reason that the bureau accepts.</summary>
public sealed class WaiverTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly SimulatedClock _clock = new(new DateTimeOffset(2022, 9, 2, 8, 0, 0,
        TimeZoneInfo.Local.GetUtcOffset(new DateTime(2022, 9, 2))));
    private readonly IHost _host;

    public WaiverTests()
    {
        _host = CountyPlace.Worker(_temp.Path)(_clock);
        new CountySample(CountyPlace.Pack(_host.Services), 1).Write(_temp.Path);
        Get<FolderProbe>().Problems().ShouldBeEmpty();
    }

    public void Dispose()
    {
        _host.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void ErrorThatIsWaived_PassesWithTheSameFile_AndStandsInTheReport()
    {
        var returned = DropSpoilt();
        Receive();
        Last().Verdict.ShouldBe(Domain.Findings.Verdict.Returned);
        Waive(null, null, null).ShouldBe(ExitCode.Clean);
        _output.ToString().ShouldContain("  1　");
        Waive(1, "王局长", null).ShouldBe(ExitCode.NotDone);

        _clock.Advance(TimeSpan.FromMinutes(1));
        Waive(1, "王局长", "县政府第 12 次常务会议同意").ShouldBe(ExitCode.Clean);
        Receive();
        Last().Verdict.ShouldBe(Domain.Findings.Verdict.Accepted);
        var report = File.ReadAllText(Directory.GetFiles(_temp.In("accepted"), "*.检查报告.txt", SearchOption.AllDirectories).Single());
        report.ShouldContain("财政局特批放行 1 处错误");
        report.ShouldContain("王局长");
        report.ShouldContain("县政府第 12 次常务会议同意");

        // and the same file once more is a duplicate like any other
        File.WriteAllBytes(_temp.In("inbox/又一次.xlsx"), returned);
        Receive();
        _temp.Files("refused").ShouldContain(file => file.Contains("又一次", StringComparison.Ordinal));
    }

    [Fact]
    public void Waiver_OfOneFigure_DoesNotCoverAnother()
    {
        DropSpoilt();
        Receive();
        _clock.Advance(TimeSpan.FromMinutes(1));
        Waive(1, "王局长", "同意").ShouldBe(ExitCode.Clean);
        Receive();
        DropSpoilt(times: 2);
        Receive();
        Last().Verdict.ShouldBe(Domain.Findings.Verdict.Returned);
    }

    private T Get<T>() where T : notnull => _host.Services.GetRequiredService<T>();

    private HandedIn Last() => Get<CountyLedger>().HandedIn(2023)[^1];

    private byte[] DropSpoilt(int times = 1)
    {
        var county = Get<RegisterSource>().Current!.Register!;
        var issued = Get<IssueOffice>().Run(new IssueOrder(county, county.Steps[0], county.Units), _ => { }).Lines[0];
        var content = File.ReadAllBytes(_temp.In(issued.Path));
        var slip = Slip.In(CountyPlace.Pack(_host.Services), content);
        for (var time = 0; time < times; time++) content = slip.Spoil(content);
        _temp.Write($"inbox/错{times}.xlsx", content);
        return content;
    }

    private void Receive()
    {
        for (var pass = 0; pass < 20 && !Get<Intake>().Run(CancellationToken.None).IsIdle; pass++) _clock.Advance(TimeSpan.FromSeconds(5));
    }

    private int Waive(int? number, string? person, string? reason) => new WaiveRun(
        new WaiverDesk(
            Get<RegisterSource>().Current!.Register!, Get<CountyLedger>(), Get<IBudgetEngine>(), new WaiverBook(Get<CountyLedger>()),
            _temp.Path, _clock),
        new Terminal(_output, _output)).Run(CountySample.Codes(0).Unit, number, person, reason);
}
