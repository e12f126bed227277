using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.TestHost;
using ExcelBudget.Worker.Verbs;
using Microsoft.Extensions.DependencyInjection;

namespace ExcelBudget.Worker.Tests.AddIn;

/// <summary>The verbs as they are typed; what they do to a machine is tried on machines of its own.</summary>
public sealed class AddInVerbTests : IDisposable
{
    private readonly TempFolder _temp = new();
    private readonly StringWriter _said = new();

    public void Dispose()
    {
        _said.Dispose();
        _temp.Dispose();
    }

    [Theory]
    [InlineData(new[] { "addin", "install", "--only", "word" }, "--only 只能是 wps 或 excel")]
    [InlineData(new[] { "addin", "instal" }, "用法错误")]
    [InlineData(new[] { "addin", "install", "--server", "http://caizheng:8650" }, "--server 应写成 https://")]
    [InlineData(new[] { "addin", "doctor", "--server", "caizheng" }, "--server 应写成 https://")]
    public async Task WrongUsage_IsSaidInChinese(string[] words, string told)
    {
        (await Run(words)).ShouldBe(2);
        _said.ToString().ShouldContain(told);
        _said.ToString().ShouldNotContain("Option");
    }

    [Fact]
    public async Task UsageError_NamesTheWholeVerb()
    {
        await Run("addin", "install", "--nothing");
        _said.ToString().ShouldContain("excelbudget addin install --help");
    }

    [Fact]
    public async Task SharedManifest_CarriesThePortOfTheSettings()
    {
        var settings = _temp.Write("s.json", """{ "Page": { "Port": 7001, "ExcelPort": 7002 } }""");
        (await Run("addin", "install", "--share", _temp.In("share"), "--settings", settings)).ShouldBe(0, _said.ToString());
        _temp.Text("share/excelbudget-manifest.xml").ShouldContain("https://localhost:7002/pane/");
    }

    [Fact]
    public async Task AddInWithoutAPage_IsRefused()
    {
        var settings = _temp.Write("s.json", """{ "Page": { "Port": 0 } }""");
        (await Run("addin", "install", "--share", _temp.In("share"), "--settings", settings)).ShouldBe(2);
        _said.ToString().ShouldContain("Page:Port");
    }

    private async Task<int> Run(params string[] words) =>
        await ProgramEntry.RunAsync(words, services => services.AddSingleton<IBudgetEngine>(new FakeEngine()), _said, _said);
}
