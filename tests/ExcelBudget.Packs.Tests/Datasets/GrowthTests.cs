
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
