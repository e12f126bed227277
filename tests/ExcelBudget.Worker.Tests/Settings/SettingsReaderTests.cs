using ExcelBudget.Worker.Settings;
using Microsoft.Extensions.Configuration;

namespace ExcelBudget.Worker.Tests.Settings;

public sealed class SettingsReaderTests : IDisposable
{
    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Fact]
    public void ShippedSettings_AreValidAndEqualTheDefaults()
    {
        var shipped = SettingsFile.Load(SettingsFile.Default, new Dictionary<string, string?>(), out var problem);
        problem.ShouldBeNull();
        var reader = new SettingsReader(shipped!);
        var settings = reader.Read();
        reader.Problems.ShouldBeEmpty();
        settings.ShouldBe(new SettingsReader(new ConfigurationBuilder().Build()).Read());
    }

    [Theory]
    [InlineData("DropFolder:ListIntervalSeconds", "两秒")]
    [InlineData("DropFolder:ListIntervalSeconds", "61")]
    [InlineData("DropFolder:QuietSeconds", "0")]
    [InlineData("DropFolder:QuietSeconds", "1,5")]
    [InlineData("DropFolder:MaxAttempts", "2.5")]
    [InlineData("DropFolder:Watch", "是")]
    [InlineData("DropFolder:Wach", "true")]
    [InlineData("Limits:MaxFileMegabytes", "-1")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft", "Loud")]
    public void WrongSetting_IsNamedWithItsKey(string key, string value)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
        reader.Read();
        reader.Problems.ShouldHaveSingleItem().ShouldContain(key);
    }

    [Fact]
    public void SettingsFile_ThatIsNoJson_IsNamedWithTheLine()
    {
        var file = _temp.Write("设置.json", "{\n // 说明\n \"DropFolder\": { \"Watch\" true }\n}"u8.ToArray());
        SettingsFile.Load(file, new Dictionary<string, string?>(), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("第 3 行");
        problem!.ShouldContain(file);
    }

    [Fact]
    public void SettingsFile_ThatIsMissing_IsNamed()
    {
        SettingsFile.Load(_temp.In("没有.json"), new Dictionary<string, string?>(), out var problem).ShouldBeNull();
        problem.ShouldNotBeNull().ShouldContain("没有.json");
    }
}
