using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Projection;
using ExcelBudget.Rules.Checking;
using ExcelBudget.Worker.County.Reading;
using ExcelBudget.Worker.County.Starting;
using ExcelBudget.Worker.Engine;
using ExcelBudget.Worker.Prompt;
using ExcelBudget.Worker.Tests.Engine;

namespace ExcelBudget.Worker.Tests.County;

/// <summary>The clerk's first hour: the examples he copies fit each other.</summary>
public sealed class StartRunTests : IDisposable
{
    private const int Year = 2027;

    private readonly TempFolder _temp = new();

    public void Dispose() => _temp.Dispose();

    [Theory]
    [InlineData("hebei")]
    [InlineData("qinghai")]
    public void ExampleDataset_HasTheBudgetOfAUnitOfTheExampleCounty(string pack)
    {
        var run = new StartRun(RealEngine.Packs, new Terminal(TextWriter.Null, TextWriter.Null), overwrites: false);
        run.County(_temp.Path, pack, Year).ShouldBe(ExitCode.Clean);
        run.Dataset(_temp.Path, pack, Year).ShouldBe(ExitCode.Clean);
        var county = CountyReader.Read(_temp.In("县级名册（示例）.xlsx"), new HashSet<string> { pack });
        county.Faults.Where(fault => fault.Severity == Severity.Error).ShouldBeEmpty();

        var loaded = RealEngine.Packs.Find(pack)!.RuleBook.Pack;
        var reading = DatasetReader.Read(_temp.In("数据集（示例）.xlsx"), loaded);
        reading.HasErrors.ShouldBeFalse(string.Join('\n', reading.Faults));
        var projection = new BudgetProjection(loaded, reading.Dataset);
        var unit = projection.Units.ShouldHaveSingleItem();
        county.Register!.Unit(unit.Code).ShouldNotBeNull().Name.ShouldBe(unit.Name);
        EmptyBudget.HasAmounts(loaded, projection.Of(unit.Code, county.Register.Year)).ShouldBeTrue();
    }
}
