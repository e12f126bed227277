using ExcelBudget.Packs.Projection;
using ExcelBudget.Packs.Reading;
using ExcelBudget.Packs.Tests.Datasets;

namespace ExcelBudget.Packs.Tests.Projection;

/// <summary>Rows that are sound but reach no workbook are told, once for each table and cause.</summary>
public sealed class UnusedFactsTests
{
    [Theory]
    [InlineData("revenue.csv", "2021,201,2013101,一般公共预算拨款,100", "revenue.csv 第 3 行", "2021")]
    [InlineData("assets.csv", "2019-12-31,201,车辆,1,100", "assets.csv 第 4 行", "2022-12-31")]
    [InlineData("narrative.csv", "2023,201,dutys,写错了段落。", "narrative.csv 第 3 行", "duties")]
    [InlineData("expenditure.csv", "2023,201,2013101,,项目支出,P9,一般公共预算拨款,100", "expenditure.csv 第 4 行", "P9")]
    public void SoundRow_ThatReachesNoWorkbook_IsToldAtItsLine(string file, string line, string place, string said)
    {
        using var folder = new DatasetFolder();
        folder.Append(file, line, line);

        var remark = Find(folder).ShouldHaveSingleItem();

        remark.Message.ShouldStartWith(place);
        remark.Message.ShouldContain(said);
        remark.Message.ShouldContain("2 行");
    }

    [Fact]
    public void SoundDataset_WhollyUsed_IsNotRemarkedOn()
    {
        using var folder = new DatasetFolder();
        folder.Append("revenue.csv", "2022,201,2013101,一般公共预算拨款,100");

        Find(folder).ShouldBeEmpty();
    }

    private static IReadOnlyList<Packs.Datasets.Faults.DatasetFault> Find(DatasetFolder folder) =>
        UnusedFacts.Find(PackReader.Read(Repository.PathOf("templates", "hebei")).RuleBook!.Pack, folder.Read().Dataset, 2023);
}
