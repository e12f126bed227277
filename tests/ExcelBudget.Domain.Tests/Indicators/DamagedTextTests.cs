using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using Xunit.Abstractions;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>A project says the same after the accidents of copying and of review.</summary>
public sealed class DamagedTextTests(ITestOutputHelper output)
{
    private const int Many = 60;

    public static TheoryData<string> Kinds => [.. Damages.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Project_CopiedBadly_ReadsAlmostAlwaysTheSame(string kind)
    {
        var (all, wrong, shown) = (0, 0, 0);
        for (var seed = 0; seed < Many; seed++)
        {
            var project = FormProjects.All[seed % FormProjects.All.Count];
            var text = Damages.All[kind](new BadCopy(new Chance(seed), project));
            var reading = IndicatorText.Read(text);
            reading.Rebuild().ShouldBe(text);
            string[] read = [.. reading.Indicators.Select(TableFormTests.Told)];
            string[] meant = [.. project.Select(TableFormTests.Told)];
            all += meant.Length;
            var differing = Math.Max(meant.Except(read).Count(), read.Except(meant).Count());
            wrong += differing;
            if (differing > 0 && shown++ < 6)
                output.WriteLine($"{seed}: {differing}\n{text.Replace("\t", "⇥", StringComparison.Ordinal)}\n+ "
                    + $"{string.Join("\n+ ", read.Except(meant))}\n- {string.Join("\n- ", meant.Except(read))}");
        }

        output.WriteLine($"KIND {kind}: {wrong} of {all} indicators differ");
        (wrong / (decimal)all).ShouldBeLessThanOrEqualTo(0.005m);
    }
}
