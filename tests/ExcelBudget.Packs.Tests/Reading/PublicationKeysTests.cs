using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;

namespace ExcelBudget.Packs.Tests.Reading;

/// <summary>What a province calls its publication, and for which day it tells its assets, is said by its pack.</summary>
public sealed class PublicationKeysTests
{
    [Fact]
    public void PackThatSaysNothing_HasTheUsualNameAndTheEndOfTheYear()
    {
        var pack = Read("");
        (pack.Called, pack.AssetsAsOf, pack.NoteBasis).ShouldBe((PublicationName.Usual, (12, 31), null));
    }

    [Fact]
    public void PackWithNamesOfItsOwn_IsPublishedUnderThem()
    {
        var pack = Read("called: 部门决算公开\nassetsAsOf: 6-30\nnoteBasis: 省里的办法\n");
        (pack.Called, pack.AssetsAsOf, pack.NoteBasis).ShouldBe(("部门决算公开", (6, 30), "省里的办法"));
        BudgetProjection.Blank(pack, new BudgetIdentity(pack.Id, "1", "甲", 2026)).Identity.Called.ShouldBe("部门决算公开");
    }

    [Theory]
    [InlineData("13-31")]
    [InlineData("年末")]
    public void DayThatIsNone_IsAFaultWithItsLine(string day)
    {
        var faults = Reading($"assetsAsOf: {day}\n").Faults;
        faults.ShouldContain(fault => fault.Line > 0 && fault.Problem.Contains("assetsAsOf", StringComparison.Ordinal));
    }

    /// <summary>Assets of the pack's day are used, those of another are told as not used.</summary>
    [Fact]
    public void AssetsOfThePacksDay_AreUsed()
    {
        var pack = Read("assetsAsOf: 6-30\n");
        using var data = new TempFolder();
        File.WriteAllText(Path.Combine(data.Path, "units.csv"), "unit_code,unit_name\n101,甲局\n");
        File.WriteAllText(Path.Combine(data.Path, "assets.csv"),
            "as_of,unit_code,item,quantity,amount_yuan\n2025-06-30,101,车辆,3,100\n2025-12-31,101,房屋,2,200\n");
        var dataset = DatasetReader.Read(data.Path, pack).Dataset;
        var budget = new BudgetProjection(pack, dataset).Of("101", 2026)[new FormId("assets")]!;
        budget[new RowKey("车辆")].ShouldNotBeNull().Cells.Count.ShouldBe(2);
        (budget[new RowKey("房屋")]?.Cells.Count ?? 0).ShouldBe(0);
        UnusedFacts.Find(pack, dataset, 2026).ShouldContain(fault => fault.ToString().Contains("2025-06-30", StringComparison.Ordinal));
    }

    private static Pack Read(string keys)
    {
        var reading = Reading(keys);
        reading.Faults.ShouldBeEmpty();
        return reading.RuleBook!.Pack;
    }

    private static PackReading Reading(string keys)
    {
        using var root = new TempFolder();
        var source = Repository.PathOf("templates");
        foreach (var file in new[] { "common", "hebei" }.SelectMany(folder => Directory.EnumerateFiles(Path.Combine(source, folder), "*",
            SearchOption.AllDirectories)).Where(file => !file.EndsWith(".xlsx", StringComparison.Ordinal)))
        {
            var target = Path.Combine(root.Path, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.WriteAllBytes(target, File.ReadAllBytes(file));
        }

        var folder = Path.Combine(root.Path, "hebei");
        var declared = Path.Combine(folder, "pack.yaml");
        var lines = File.ReadAllLines(declared).Where(line => !line.StartsWith("noteBasis", StringComparison.Ordinal));
        File.WriteAllText(declared, string.Join('\n', lines) + "\n" + keys);
        return PackReader.Read(folder);
    }
}
