using System.Globalization;
using Shouldly;
using Xunit;
using Xunit.Abstractions;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>
/// A figure that goal and indicator tell alike, changed on one side, is seen: on thousands of figures, not on chosen ones.
/// </summary>
public sealed class ChangedFiguresTests(ITestOutputHelper output)
{
    /// <summary>Of so many figures one is changed; EXCELBUDGET_CHANGES=long changes them all.</summary>
    private static readonly int OneOf = Environment.GetEnvironmentVariable("EXCELBUDGET_CHANGES") == "long" ? 1 : 24;

    [Fact]
    public void AFigureChangedOnOneSide_IsSeen()
    {
        var changed = ChangedFigures.In(OneOf);
        foreach (var (kind, (all, seen)) in changed.Kinds)
            output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{kind}: {seen} of {all} seen, {100.0 * seen / all:F1} %"));
        changed.Kinds.Count.ShouldBe(6);
        foreach (var (kind, (all, seen)) in changed.Kinds)
            (seen * 100).ShouldBeGreaterThanOrEqualTo(all * Least(kind), kind);
    }

    /// <summary>A sample scatters; of all figures as many are asked for as are seen.</summary>
    private static int Least(string kind) => kind.StartsWith("counts", StringComparison.Ordinal)
        ? (OneOf == 1 ? 94 : 92) : OneOf == 1 ? 91 : 88;
}
