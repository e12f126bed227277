using System.Globalization;
using System.Text;
using ExcelBudget.Worker.County.Records;
using ExcelBudget.Worker.Demo.Year;
using ExcelBudget.Worker.DropFolder;
using ExcelBudget.Worker.DropFolder.Folders;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace ExcelBudget.Worker.Tests.County;

/// <summary>Quartz itself on the clock of the machine: what was missed is made up once, what fires is issued, nothing twice.</summary>
[Trait("Category", "Slow")]
public sealed class LiveScheduleTests : IDisposable
{
    private const int Units = 4;
    private const int Year = 2023;

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public async Task FiringsMissedWhileTheProgramWasOff_AreMadeUpOnce()
    {
        // every second of the days since the opening: thousands of firings nobody was there for, and one every second now
        Write(Today.AddDays(-2), "* * * * * ?");
        await Run(until: 4 * Units, seconds: 12);
        Issued().Count.ShouldBe(Units);
        await Run(until: 4 * Units, seconds: 5);
        Issued().Count.ShouldBe(Units);
        Files().ShouldBe(Units);
    }

    [Fact]
    public async Task Firing_ThatIsStillToCome_IsWaitedForAndThenIssuesEveryUnit()
    {
        var fires = TimeProvider.System.GetLocalNow().AddSeconds(20);
        // a run over midnight would ask for a day that is over
        if (fires.Day != TimeProvider.System.GetLocalNow().Day) return;
        Write(Today, fires.ToString("s m H", CultureInfo.InvariantCulture) + " * * ?");
        var issuedAt = await Run(until: Units, seconds: 60);
        Issued().Count.ShouldBe(Units);
        Issued().Min(row => row.At).ShouldBeGreaterThanOrEqualTo(fires.AddSeconds(-1));
        issuedAt.ShouldBeGreaterThanOrEqualTo(fires.AddSeconds(-1));
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetLocalNow().DateTime);

    private IReadOnlyList<IssuedWorkbook> Issued()
    {
        using var county = new CountyLedgerOn(_temp.In("work/ledger.db"));
        return county.Ledger.Issued(Year);
    }

    private int Files() => Directory.EnumerateFiles(_temp.In("issued"), "*部门预算公开*.xlsx", SearchOption.AllDirectories).Count();

    private void Write(DateOnly opens, string cron)
    {
        using (var host = Host())
        {
            new CountySample(host.Services.GetRequiredService<PackStore>().Find("hebei")!, Units).Write(_temp.Path);
        }

        var file = Directory.EnumerateFiles(_temp.Path, "日程.csv", SearchOption.AllDirectories).Single();
        File.WriteAllText(
            file, $"环节,开放日期,截止日期,定时\n一上,{opens:yyyy-MM-dd},{opens.AddDays(30):yyyy-MM-dd},{cron}\n", new UTF8Encoding(true));
    }

    /// <summary>The program as <c>run</c> starts it, for some seconds or until so many are issued.</summary>
    private async Task<DateTimeOffset> Run(int until, int seconds)
    {
        using var host = Host();
        host.Services.GetRequiredService<FolderProbe>().Problems().ShouldBeEmpty();
        await host.StartAsync();
        var end = TimeProvider.System.GetLocalNow().AddSeconds(seconds);
        while (TimeProvider.System.GetLocalNow() < end && Issued().Count < until) await Task.Delay(250);
        var seen = TimeProvider.System.GetLocalNow();
        await host.StopAsync();
        return seen;
    }

    private IHost Host() => new Composition(services => services.AddBudgetEngine()).Build(
        CommandLine.Create(new Composition(services => services.AddBudgetEngine())).Parse([]),
        new DropFolderRun { IsQuiet = true },
        new Dictionary<string, string?>
        {
            ["DropFolder:Root"] = _temp.Path,
            ["Packs:Folder"] = Repository.Packs,
            ["Serilog:MinimumLevel:Default"] = "Error",
        })!;
}
