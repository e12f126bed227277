using System.Text;
using ExcelBudget.Worker.AddIn;
using ExcelBudget.Worker.AddIn.Doctor;
using ExcelBudget.Worker.AddIn.Excel;
using ExcelBudget.Worker.AddIn.HandOut;
using ExcelBudget.Worker.AddIn.Machine;
using ExcelBudget.Worker.AddIn.Wps;
using ExcelBudget.Worker.Prompt;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary><c>addin install</c> and <c>uninstall</c> on machines of each kind.</summary>
public sealed class InstallTests : IDisposable
{
    private const string Foreign = "<?xml version=\"1.0\"?>\r\n<jsplugins>\r\n<!-- 别动 -->\r\n"
        + "\t<jspluginonline name=\"a\" type=\"et\" url=\"http://a/\"/>\r\n</jsplugins>\r\n";

    private readonly TempFolder _temp = new();
    private readonly StringWriter _said = new();

    public void Dispose()
    {
        _said.Dispose();
        _temp.Dispose();
    }

    [Theory]
    [InlineData(MachineKind.Windows, "home/AppData/Roaming/kingsoft/wps/jsaddons/publish.xml")]
    [InlineData(MachineKind.Linux, "home/.local/share/Kingsoft/wps/jsaddons/publish.xml")]
    [InlineData(MachineKind.Mac, "home/Library/Containers/com.kingsoft.wpsoffice.mac/Data/.kingsoft/wps/jsaddons/publish.xml")]
    internal void InstallThenUninstall_OnEachMachine_LeavesTheTreeAsItWas(MachineKind kind, string list)
    {
        foreach (var before in new[] { null, Foreign, "<jsplugins/>", "", "\uFEFF" + Foreign })
        {
            using var temp = new TempFolder();
            var machine = new FakeMachine(temp, kind);
            Directory.CreateDirectory(machine.Home);
            if (before is not null) temp.Write(list, before);
            var (tree, registry) = (FakeMachine.Tree(temp), machine.Registry);

            Run(machine, "wps").Install(AddInAddresses.Default, null, null).ShouldBe(ExitCode.Clean, _said.ToString());
            PublishList.Read(File.ReadAllBytes(temp.In(list)))!.Ours.ShouldHaveSingleItem().Url.ShouldBe("http://127.0.0.1:8650/wps/");
            var installed = FakeMachine.Tree(temp);
            Run(machine, "wps").Install(AddInAddresses.Default, null, null).ShouldBe(ExitCode.Clean);
            FakeMachine.Tree(temp).ShouldBe(installed, "a second time changes nothing");
            Run(machine, "excel").Install(AddInAddresses.Default, null, null).ShouldBe(ExitCode.Clean);
            Run(machine, "").Uninstall().ShouldBe(ExitCode.Clean, _said.ToString());
            FakeMachine.Tree(temp).ShouldBe(tree);
            machine.Registry.ShouldBe(registry);
            Run(machine, "").Uninstall().ShouldBe(ExitCode.Clean);
            FakeMachine.Tree(temp).ShouldBe(tree);
        }
    }

    [Fact]
    public void ListThatWpsChangedSince_KeepsWhatWasAdded()
    {
        var machine = new FakeMachine(_temp, MachineKind.Linux);
        var list = Write(Foreign);
        Run(machine, "wps").Install(AddInAddresses.Default, null, null);
        File.WriteAllText(list, Added(File.ReadAllText(list)));
        Run(machine, "wps").Uninstall();
        File.ReadAllText(list).ShouldBe(Added(Foreign));
    }

    [Theory]
    [InlineData("<jsplugins><a></jsplugins>", false, "改名留存")]
    [InlineData(Foreign, true, "只读")]
    public void ListThatIsBrokenOrReadOnly_IsLeftAloneAndSaid(string content, bool isReadOnly, string told)
    {
        var machine = new FakeMachine(_temp, MachineKind.Linux);
        var list = Write(content);
        if (isReadOnly) File.SetAttributes(list, FileAttributes.ReadOnly);
        var tree = FakeMachine.Tree(_temp);
        Run(machine, "wps").Install(AddInAddresses.Default, null, null).ShouldBe(ExitCode.ErrorsFound);
        FakeMachine.Tree(_temp).ShouldBe(tree);
        _said.ToString().ShouldContain(told);
    }

    [Fact]
    public void OtherPort_ExchangesOurEntryAndTheManifest_AndOnlyThem()
    {
        var machine = new FakeMachine(_temp, MachineKind.Windows);
        var list = _temp.Write("home/AppData/Roaming/kingsoft/wps/jsaddons/publish.xml", Foreign);
        var moved = AddInAddresses.Of(new() { Port = 9_000, ExcelPort = 9_001 });
        Run(machine, "").Install(AddInAddresses.Default, null, null);
        Run(machine, "").Install(moved, null, null).ShouldBe(ExitCode.Clean);
        var read = PublishList.Read(File.ReadAllBytes(list))!;
        read.Entries.Select(entry => entry.Url).ShouldBe(["http://a/", "http://127.0.0.1:9000/wps/"]);
        var manifest = machine.Registered(ExcelInstall.Developer, ExcelInstall.ValueName).ShouldNotBeNull();
        var text = File.ReadAllText(manifest);
        text.ShouldContain("https://localhost:9001/pane/");
        text.ShouldNotContain("8651");
        Run(machine, "").Uninstall();
        File.ReadAllText(list).ShouldBe(Foreign);
    }

    [Fact]
    public void ManifestOfSomebodyElse_UnderOurName_IsNotTakenOut()
    {
        var machine = new FakeMachine(_temp, MachineKind.Windows);
        machine.Register(ExcelInstall.Developer, ExcelInstall.ValueName, @"D:\theirs.xml");
        Run(machine, "excel").Uninstall();
        machine.Registry.ShouldHaveSingleItem().ShouldContain("theirs.xml");
    }

    [Fact]
    public void TrustOfWps_IsNeverWritten()
    {
        var machine = new FakeMachine(_temp, MachineKind.Linux);
        Write("");
        var trust = _temp.Write("home/.local/share/Kingsoft/wps/jsaddons/authaddin.json", "{}");
        Run(machine, "wps").Install(AddInAddresses.Default, null, null);
        Run(machine, "wps").Examine(AddInAddresses.Default, null);
        Run(machine, "wps").Uninstall();
        File.ReadAllText(trust).ShouldBe("{}");
    }

    [Fact]
    public void MachineWithoutWps_GetsNoFolderOfItsName()
    {
        var machine = new FakeMachine(_temp, MachineKind.Linux);
        Run(machine, "").Install(AddInAddresses.Default, null, null).ShouldBe(ExitCode.Clean);
        FakeMachine.Tree(_temp).ShouldBeEmpty();
        _said.ToString().ShouldContain("没有找到 WPS");
    }

    [Theory]
    [InlineData(MachineKind.Linux)]
    [InlineData(MachineKind.Windows)]
    internal void MachineOfADepartment_IsExaminedForTheServerItWasInstalledFor(MachineKind kind)
    {
        var machine = new FakeMachine(_temp, kind);
        var server = AddInAddresses.OfServer(new Uri("https://caizheng:8650/"));
        var only = kind == MachineKind.Linux ? "wps" : "excel";
        Run(machine, only).Install(server, null, null);
        Run(machine, only).Examine(AddInAddresses.Default, null);
        _said.ToString().ShouldContain("https://caizheng:8650/");
        _said.ToString().ShouldNotContain("旧");
        _said.ToString().ShouldNotContain("8651");
        Run(machine, only).Install(AddInAddresses.Default, null, null);
        _said.ToString().ShouldContain("原来连的是服务器 https://caizheng:8650/");
        Run(machine, only).Examine(AddInAddresses.Default, null);
        _said.ToString().ShouldContain("没有应答");
    }

    [Fact]
    public void ListThatIsALink_StaysOne()
    {
        var machine = new FakeMachine(_temp, MachineKind.Linux);
        var real = _temp.Write("elsewhere/list.xml", Encoding.UTF8.GetBytes(Foreign));
        Directory.CreateDirectory(_temp.In("home/.local/share/Kingsoft/wps/jsaddons"));
        var link = _temp.In("home/.local/share/Kingsoft/wps/jsaddons/publish.xml");
        File.CreateSymbolicLink(link, real);
        Run(machine, "wps").Install(AddInAddresses.Default, null, null).ShouldBe(ExitCode.Clean);
        File.ResolveLinkTarget(link, false)!.FullName.ShouldBe(real);
        File.ReadAllText(real).ShouldContain("8650");
        Run(machine, "wps").Uninstall();
        File.ReadAllText(real).ShouldBe(Foreign);
    }

    [Fact]
    public void InstallationWithAnothersRights_IsToldOf()
    {
        var machine = new FakeMachine(_temp, MachineKind.Linux) { IsOfAnotherUser = true };
        Run(machine, "wps").Install(AddInAddresses.Default, null, null);
        _said.ToString().ShouldContain("sudo");
    }

    [Fact]
    public void SharedFolder_GetsTheManifestOfTheServer()
    {
        var machine = new FakeMachine(_temp, MachineKind.Linux);
        var server = AddInAddresses.OfServer(new Uri("https://caizheng:8650/"));
        Run(machine, "").Install(server, _temp.In("share"), null).ShouldBe(ExitCode.Clean);
        _temp.Text("share/excelbudget-manifest.xml").ShouldContain("https://caizheng:8650/pane/?go=check");
        _said.ToString().ShouldContain("受信任的加载项目录");
    }

    private static string Added(string list) =>
        list.Replace("</jsplugins>", "<jsplugin name=\"b\"/></jsplugins>", StringComparison.Ordinal);

    private string Write(string content) =>
        _temp.Write("home/.local/share/Kingsoft/wps/jsaddons/publish.xml", Encoding.UTF8.GetBytes(content));

    private AddInRun Run(FakeMachine machine, string only) => new(new Terminal(_said, _said), machine, new FakeProbe()) { Only = only };
}
