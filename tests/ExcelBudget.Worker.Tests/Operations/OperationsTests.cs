using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Operations;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Verbs;

namespace ExcelBudget.Worker.Tests.Operations;

public sealed class OperationsTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void Unit_OfSystemd_QuotesPathsAndKeepsTheAccount()
    {
        var unit = new SystemdUnit("/opt/预算 程序/excelbudget", "/srv/100%", "budget").Text;
        unit.ShouldContain("ExecStart=\"/opt/预算 程序/excelbudget\" run --root \"/srv/100%%\"\n");
        unit.ShouldContain("User=budget\nRestart=on-failure\n");
        new SystemdUnit("/a", "/b", null).Text.ShouldNotContain("User=");
    }

    [Fact]
    public void Health_WithoutAWorker_SaysThatNoneRuns()
    {
        Health().ShouldBe(ExitCode.NotDone);
        _error.ToString().ShouldContain("没有在运行");
    }

    [Fact]
    public void Health_OfAWorkerThatDoesNotAnswer_SaysWhenItWasLastSeen()
    {
        Write(new HealthReport { At = DateTimeOffset.UnixEpoch });
        Health().ShouldBe(ExitCode.NotDone);
        _error.ToString().ShouldContain("没有响应");
    }

    [Fact]
    public void Health_OfAWorkerInTrouble_NamesIt()
    {
        Write(new HealthReport { At = TimeProvider.System.GetUtcNow(), Problems = ["磁盘剩余空间只有 3 MB，已暂停取件"] });
        Health().ShouldBe(ExitCode.ErrorsFound);
        _error.ToString().ShouldContain("磁盘剩余空间只有 3 MB");
    }

    [Fact]
    public void HealthFile_CutInTheMiddle_CountsAsNone()
    {
        _temp.Write("work/health.json", "{ \"at\": ");
        Health().ShouldBe(ExitCode.NotDone);
    }

    [Theory]
    [InlineData("status")]
    [InlineData("health")]
    [InlineData("history", "201")]
    [InlineData("ledger", "verify")]
    [InlineData("held", "list")]
    [InlineData("county", "check")]
    [InlineData("packs", "list")]
    public async Task Verb_ThatOnlyLooks_WritesNothing(params string[] words)
    {
        await ProgramEntry.RunAsync(
            [.. words, .. words[0] == "packs" ? [] : new[] { "--root", _temp.In("没有") }], services =>
                services.AddBudgetEngine(), _output, _error);
        Directory.EnumerateFileSystemEntries(_temp.Path).ShouldBeEmpty();
    }

    private int Health() => new HealthRun(new Terminal(_output, _error), TimeProvider.System).Run(_temp.Path);

    private void Write(HealthReport report) => _temp.Write("work/health.json", report.ToJson());
}
