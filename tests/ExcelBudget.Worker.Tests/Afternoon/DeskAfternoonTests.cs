using System.Globalization;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>
/// Damages of further kinds in every pack, done in memory: every cause a reviewer wrote down before the first run is told once, nothing
/// false is said.
/// </summary>
public sealed class DeskAfternoonTests(ITestOutputHelper output)
{
    public static TheoryData<string> Workbooks => [.. DeskSittings.All.Select(sitting => sitting.Workbook).Distinct()];

    [Theory]
    [MemberData(nameof(Workbooks))]
    public void Sitting_AtTheDesk_IsToldAsAReviewerWould(string workbook)
    {
        var (truth, engine, issued) = (Truth.Of(workbook), PackDesks.EngineOf(workbook), PackDesks.Of(workbook));
        var before = engine.Check("报送.xlsx", issued.Book).Report.Findings.Select(ToldSitting.Key).ToHashSet(StringComparer.Ordinal);
        var told = DeskSittings.All.Where(sitting => sitting.Workbook == workbook).Select(sitting => new ToldSitting(
            workbook, sitting.Done, Sitting.Named(sitting.Causes), engine.Check("报送.xlsx", sitting.Do(issued).Book).Report, truth)
        {
            Before = before,
        }).ToArray();
        var (causes, found) = (told.Sum(each => each.Causes.Count), told.Sum(each => each.Found));
        var sentences = told.Sum(each => each.Sentences.Count);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{workbook}: {told.Length} sittings, {found} of {causes} causes, ")
            + string.Create(CultureInfo.InvariantCulture, $"{told.Sum(each => each.False.Count)} false, {sentences} sentences"));
        told.Where(each => each.Found < each.Causes.Count || each.False.Count > 0).Select(each => each.Line(true))
            .ShouldBeEmpty(string.Join('\n', told.Select(each => each.Line(false))));
        sentences.ShouldBeLessThanOrEqualTo(causes + (causes / 8) + 1, string.Join('\n', told.Select(each => each.Line(false))));
    }
}
