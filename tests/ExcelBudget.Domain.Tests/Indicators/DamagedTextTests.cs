using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using Xunit.Abstractions;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>A project says the same after the accidents of copying and of review.</summary>
public sealed class DamagedTextTests(ITestOutputHelper output)
{
    private const int Many = 60;
    private const int MostShown = 6;

    public static TheoryData<string> Kinds => [.. Damages.All.Keys];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Project_CopiedBadly_ReadsAlmostAlwaysTheSame(string kind) =>
        Wrong(kind, FormProjects.All, Many).ShouldBeLessThanOrEqualTo(0.005m);

    /// <summary>Words of other departments: two of these indicators read otherwise in any form (每学期末, ≥95%以下).</summary>
    [Theory]
    [MemberData(nameof(Kinds))]
    public void KeyedProject_CopiedBadly_ReadsAlmostAlwaysTheSame(string kind) =>
        Wrong(kind, KeyedProjects.All, KeyedProjects.All.Count).ShouldBeLessThanOrEqualTo(0.02m);

    /// <summary>The share of indicators that read otherwise; nothing of a text may be lost, however it is read.</summary>
    private decimal Wrong(string kind, IReadOnlyList<IReadOnlyList<Indicator>> projects, int many)
    {
        var (all, wrong, shown) = (0, 0, 0);
        for (var seed = 0; seed < many; seed++)
        {
            var project = projects[seed % projects.Count];
            var text = Damages.All[kind](new BadCopy(new Chance(seed), project));
            var reading = IndicatorText.Read(text);
            reading.Rebuild().ShouldBe(text);
            string[] read = [.. reading.Indicators.Select(TableFormTests.Told)];
            string[] meant = [.. project.Select(TableFormTests.Told)];
            all += meant.Length;
            var differing = Math.Max(meant.Except(read).Count(), read.Except(meant).Count());
            wrong += differing;
            if (differing == 0 || shown++ >= MostShown) continue;
            output.WriteLine($"{seed}: {differing}\n{text.Replace("\t", "⇥", StringComparison.Ordinal)}");
            output.WriteLine($"+ {string.Join("\n+ ", read.Except(meant))}\n- {string.Join("\n- ", meant.Except(read))}");
        }

        output.WriteLine($"{kind}: {wrong} of {all} indicators differ");
        return wrong / (decimal)all;
    }
}
