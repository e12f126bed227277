using Xunit;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

public sealed class LocalSight(ITestOutputHelper output)
{
    [Fact]
    public void Shown()
    {
        foreach (var one in ExcelBudget.Domain.Indicators.Reading.IndicatorText.Read(File.ReadAllText("/tmp/goals/one.txt")).Indicators)
            output.WriteLine($">> {one.Level1}/{one.Level2} «{one.Name}» {one.Operator} «{one.Value}» «{one.Unit}» raw «{one.Raw}»");
    }

    [Fact]
    public void Local()
    {
        foreach (var folder in File.ReadAllLines("/tmp/goals/sight.txt").Where(line => line.Length > 0))
        {
            output.WriteLine("##### " + folder);
            foreach (var line in new UnseenProjects(folder).Lines()) output.WriteLine(line);
        }
    }
}
