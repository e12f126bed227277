
namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>Large files. Nothing else runs beside these tests, so that they measure the reader.</summary>
[CollectionDefinition(nameof(GrowthTests), DisableParallelization = true)]
[Collection(nameof(GrowthTests))]
public sealed class GrowthTests : IDisposable
{
    private readonly DatasetFolder _folder = new();

    [Theory]
    [InlineData("2023,201,2013101,30101,人员经费,,一般公共预算拨款,1.25")]
    [InlineData("2023,999,20131,301,经费,,拨款,\"1,x\"")]
    public void FileOfThirtyThousandRows_IsReadInLinearTime(string row)
    {
        var small = Time(3_000, row);
        var large = Time(30_000, row);

        // ten times the rows; quadratic work would take a hundred times as long
        large.ShouldBeLessThan((30 * small) + TimeSpan.FromMilliseconds(300));
    }

    [Fact]
    public void DatasetOfManyUnits_OnceRead_TakesLittleMemory()
    {
        const int units = 400, each = 60;
        var codes = Enumerable.Range(300_000, units).ToArray();
        _folder.Write("units.csv", "unit_code,unit_name\n" + string.Concat(codes.Select(code => $"{code},某局{code}\n")))
            .Write("narrative.csv", "year,unit_code,section,text\n" + string.Concat(codes.SelectMany(code => Enumerable.Range(0, each)
                .Select(row => $"2023,{code},duties,{code} 的第 {row} 段文字，各单位写的都不一样。\n"))));
        foreach (var table in DatasetFolder.SoundTables.Keys.Except(["units", "narrative"]))
            _folder.Write(table + ".csv", DatasetFolder.SoundTables[table].Replace(",201,", ",300000,", StringComparison.Ordinal));
        var before = GC.GetTotalMemory(forceFullCollection: true);

        var reading = _folder.Read();

        var kept = GC.GetTotalMemory(forceFullCollection: true) - before;
        reading.Faults.ShouldBeEmpty();
        reading.Dataset.RowsOf("narrative", "300399").Count.ShouldBe(each);
        // as rows a unit's sixty paragraphs take some 15 KB
        (kept / units).ShouldBeLessThan(4_000);
    }

    private TimeSpan Time(int rows, string row)
    {
        _folder.Write("expenditure.csv", DatasetFolder.SoundTables["expenditure"])
            .Append("expenditure.csv", [.. Enumerable.Repeat(row, rows)]);
        return ProcessorTime.LeastOf(3, () =>
        {
            var reading = _folder.Read();
            (reading.Dataset["expenditure"].Count + reading.Faults.Select(fault => fault.Line).Distinct().Count()).ShouldBe(rows + 2);
        });
    }

    public void Dispose() => _folder.Dispose();
}
