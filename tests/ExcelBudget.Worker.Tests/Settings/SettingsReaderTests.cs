using System.IO.Compression;
using ExcelBudget.Domain.Findings;
using ExcelBudget.OfficePackages.Guard;
using ExcelBudget.OfficePackages.Limits;
using ExcelBudget.Worker.Settings;
using ExcelBudget.Worker.Tests.Engine;
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
    [InlineData("Limits:MaxFileMegabytes", "1025")]
    [InlineData("Limits:MaxXmlDepth", "63")]
    [InlineData("Limits:MaxTextCharacters", "32768")]
    [InlineData("Limits:MaxRows", "1048577")]
    [InlineData("Limits:MaxDepth", "100")]
    [InlineData("Serilog:MinimumLevel:Default", "Loud")]
    [InlineData("Serilog:MinimumLevel:Override:Microsoft", "Loud")]
    public void WrongSetting_IsNamedWithItsKey(string key, string value)
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([new(key, value)]).Build());
        reader.Read();
        reader.Problems.ShouldHaveSingleItem().ShouldContain(key);
    }

    [Fact]
    public void Limits_AreWhatTheSettingsSay()
    {
        var reader = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([
            new("Limits:MaxFileMegabytes", "200"), new("Limits:MaxPartMegabytes", "1"), new("Limits:MaxUnpackedMegabytes", "8192"),
                new("Limits:MaxEntries", "20"),
            new("Limits:MaxExpansionRatio", "1000"), new("Limits:MaxXmlDepth", "64"), new("Limits:MaxXmlNodes", "10000"),
                new("Limits:MaxTextCharacters", "1000"),
            new("Limits:MaxRows", "1048576"), new("Limits:MaxColumns", "16384"), new("Limits:MaxCells", "10000")]).Build());
        reader.Read().Limits.ShouldBe(new PackageLimits
        {
            FileBytes = 200L << 20,
            EntryBytes = 1 << 20,
            TotalBytes = 8192L << 20,
            Entries = 20,
            ExpansionRatio = 1_000,
            XmlDepth = 64,
            TreeNodes = 10_000,
            TextCharacters = 1_000,
            Rows = 1_048_576,
            Columns = 16_384,
            Cells = 10_000,
        });
        reader.Problems.ShouldBeEmpty();
    }

    [Fact]
    public void File_OfMoreThanTheUsualLimit_IsReadWhereTheSettingAllowsIt()
    {
        var noise = new byte[51 << 20];
        new Random(3).NextBytes(noise);
        using var file = new MemoryStream();
        file.Write(RealEngine.File("clean"));
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var picture = zip.CreateEntry("xl/media/picture.png", CompressionLevel.NoCompression).Open();
            picture.Write(noise);
        }

        WorkbookGuard.Open(file.ToArray()).Reason.ShouldBe(UnreadableReason.TooLarge);
        var limits = new SettingsReader(new ConfigurationBuilder().AddInMemoryCollection([new("Limits:MaxFileMegabytes", "200")]).Build())
            .Read().Limits;
        WorkbookGuard.Open(file.ToArray(), limits).IsReadable.ShouldBeTrue();
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
