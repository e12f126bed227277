using ExcelBudget.Packs.Datasets;

namespace ExcelBudget.Packs.Tests.Datasets;

/// <summary>The datasets that stand in the repository are read without a single remark.</summary>
public sealed class SampleTests
{
    [Theory]
    [InlineData("templates/hebei/sample/clean")]
    [InlineData("templates/hebei/sample/full")]
    [InlineData("tests/data/hebei/as-published")]
    [InlineData("tests/data/hebei/gb18030")]
    public void Sample_WhenRead_HasNoFaultAndEveryLineBecomesARow(string folder)
    {
        var path = Path.Combine(Repository.Root, folder);

        var reading = DatasetReader.Read(path);

        reading.Faults.ShouldBeEmpty();
        // no cell of these two tables holds a line break
        foreach (var table in new[] { "revenue", "expenditure" })
        {
            reading.Dataset[table]
                .Count.ShouldBe(File.ReadAllLines(Path.Combine(path, table + ".csv")).Count(line => line.Length > 0) - 1, table);
        }
    }
}
