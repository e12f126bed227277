using ExcelBudget.Worker.AddIn;
using ExcelBudget.Worker.AddIn.Doctor;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.AddIn.Machine;
using ExcelBudget.Worker.AddIn.Wps;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary><c>addin doctor</c> names the case and what to do.</summary>
public sealed class DoctorTests : IDisposable
{
    private const string Folder = "home/.local/share/Kingsoft/wps/jsaddons/";
    private const string Good = "<jsplugins><jspluginonline name=\"ExcelBudget\" type=\"et\" url=\"http://127.0.0.1:8650/wps/\" "
        + "enable=\"enable_dev\"/></jsplugins>";
    private const string Loaded = """{"et":[{"name":"ExcelBudget","path":"http://127.0.0.1:8650/wps/","enable":true,"isload":true}]}""";

    private readonly TempFolder _temp = new();
    private readonly StringWriter _said = new();
    private readonly FakeProbe _probe = new();

    public DoctorTests()
    {
        _probe.Answers["http://127.0.0.1:8650/wps/ribbon.xml"] = new(ProbeState.Answered, "<customUI xmlns");
        _probe.Answers["http://127.0.0.1:58890/version"] = new(ProbeState.Answered, "1.0.2");
        _probe.Answers["https://localhost:8651/addin/manifest.xml"] = new(ProbeState.Answered, "<?xml");
        _probe.Answers["https://localhost:8651/pane/office/office.js"] = new(ProbeState.Answered);
    }

    public void Dispose()
    {
        _said.Dispose();
        _temp.Dispose();
    }

    [Fact]
    public void EverythingInPlace_IsGood()
    {
        Examine(Good, Loaded).ShouldBe(ExitCode.Clean, _said.ToString());
        _said.ToString().ShouldNotContain("[不行]");
    }

    [Theory]
    [InlineData(null, Loaded, "还没有登记")]
    [InlineData("<jsplugins/>", Loaded, "清单里没有登记")]
    [InlineData("<jsplugins><", Loaded, "写坏了")]
    [InlineData("""<jsplugins><jspluginonline name="ExcelBudget" type="et" url="http://127.0.0.1:1/wps/"/></jsplugins>""", Loaded, "旧地址")]
    [InlineData("""<jsplugins><jspluginonline name="ExcelBudget" type="et" enable="false"/></jsplugins>""", Loaded, "关掉了")]
    [InlineData("""<jsplugins><a name="ExcelBudget" type="et"/><b name="ExcelBudget" type="et"/></jsplugins>""", Loaded, "登记了 2 次")]
    [InlineData(Good, """{"et":[{"name":"ExcelBudget","enable":true,"isload":false}]}""", "没有加载它")]
    [InlineData(Good, """{"et":{"ExcelBudget":{"enable":"false","isload":"false"}}}""", "关掉")]
    public void Case_IsNamedWithWhatToDo(string? list, string trust, string told)
    {
        Examine(list, trust).ShouldBe(ExitCode.ErrorsFound);
        _said.ToString().ShouldContain(told);
        _said.ToString().ShouldContain("→");
    }

    [Theory]
    [InlineData(null, WpsTrustState.NotMet)]
    [InlineData("{}", WpsTrustState.NotMet)]
    [InlineData("""{"et":[{"name":"Other","enable":true,"isload":true}]}""", WpsTrustState.NotMet)]
    [InlineData("""[{"url":"http://127.0.0.1:8650/wps/","IsLoad":1}]""", WpsTrustState.Loaded)]
    [InlineData("no json", WpsTrustState.Unknown)]
    internal void TrustOfWps_IsReadFromWhateverNamesUs(string? content, WpsTrustState state)
    {
        if (content is not null) _temp.Write("authaddin.json", content);
        WpsTrust.Read(_temp.In("authaddin.json"), new Uri("http://127.0.0.1:8650/wps/")).ShouldBe(state);
    }

    [Theory]
    [InlineData(ProbeState.Silent, "没有应答")]
    [InlineData(ProbeState.Strange, "被别的程序占用")]
    [InlineData(ProbeState.Untrusted, "证书")]
    internal void WorkerThatDoesNotAnswer_IsNamed(ProbeState state, string told)
    {
        _probe.Answers["http://127.0.0.1:8650/wps/ribbon.xml"] = new(state);
        Examine(Good, Loaded).ShouldBe(ExitCode.ErrorsFound);
        _said.ToString().ShouldContain(told);
    }

    [Fact]
    public void AddInOnTheBlockList_AndInTheCentralList_IsTold()
    {
        _temp.Write(Folder + "jsaddinblockhost.ini", "[block]\n127.0.0.1:8650=1\n");
        _temp.Write(Folder + "jsplugins.xml", Good);
        Examine(Good, Loaded).ShouldBe(ExitCode.ErrorsFound);
        _said.ToString().ShouldContain("拦截名单");
        _said.ToString().ShouldContain("统一下发的清单");
    }

    [Theory]
    [InlineData("[Version]\nFirstVersion=1\nVersion=12.1.0.16910\n", "个人版")]
    [InlineData("[Version]\nFirstVersion = 9\nVersion = 11\n", "个人版")]
    [InlineData("[Version]\nFirstVersion=1\nVersion=11.8.2.8808\n", "企业版")]
    public void EditionOfWps_OnWindows_IsReadFromItsSetUp(string setup, string told)
    {
        var machine = new FakeMachine(_temp, MachineKind.Windows);
        machine.Register(WpsEdition.OpenCommand, "", $"\"{_temp.In("office6/wps.exe")}\" \"%1\"");
        _temp.Write("office6/cfgs/setup.cfg", setup);
        new AddInRun(new Terminal(_said, _said), machine, _probe) { Only = "wps" }.Examine(AddInAddresses.Default, null);
        _said.ToString().ShouldContain(told);
    }

    [Theory]
    [InlineData(ProbeState.Silent, false, "先运行 excelbudget certificate")]
    [InlineData(ProbeState.Silent, true, "请启动 excelbudget run")]
    [InlineData(ProbeState.Untrusted, true, "certutil -user -addstore Root")]
    [InlineData(ProbeState.Strange, true, "被别的程序占用")]
    internal void ExcelWithoutItsPage_IsToldWhy(ProbeState state, bool hasAuthority, string told)
    {
        _probe.Answers["https://localhost:8651/addin/manifest.xml"] = new(state);
        var run = new AddInRun(new Terminal(_said, _said), new FakeMachine(_temp, MachineKind.Windows), _probe) { Only = "excel" };
        run.Install(AddInAddresses.Default, null, null);
        run.Examine(AddInAddresses.Default, hasAuthority ? "ca.crt" : null).ShouldBe(ExitCode.ErrorsFound);
        _said.ToString().ShouldContain(told);
        _probe.Answers["https://localhost:8651/addin/manifest.xml"] = new(ProbeState.Answered);
        run.Examine(AddInAddresses.Default, null).ShouldBe(ExitCode.Clean);
        run.Examine(AddInAddresses.Of(new() { ExcelPort = 1 }), null).ShouldBe(ExitCode.ErrorsFound);
        _said.ToString().ShouldContain("旧的清单");
        _probe.Answers["https://localhost:8651/pane/office/office.js"] = new(ProbeState.Strange);
        run.Examine(AddInAddresses.Default, null).ShouldBe(ExitCode.ErrorsFound);
        _said.ToString().ShouldContain("office.js");
    }

    private int Examine(string? list, string trust)
    {
        _temp.Write(Folder + "authaddin.json", trust);
        if (list is not null) _temp.Write(Folder + "publish.xml", list);
        var machine = new FakeMachine(_temp, MachineKind.Linux);
        return new AddInRun(new Terminal(_said, _said), machine, _probe).Examine(AddInAddresses.Default, null);
    }
}
