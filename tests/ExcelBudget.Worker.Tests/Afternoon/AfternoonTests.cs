using ExcelBudget.Worker.Tests.Engine;
using Xunit.Abstractions;

namespace ExcelBudget.Worker.Tests.Afternoon;

/// <summary>
/// What an accountant does in an afternoon is told as a reviewer would tell it: every cause, nothing false, one sentence for each.
/// The long form (EXCELBUDGET_AFTERNOON=long, tests/afternoon.sh) lets LibreOffice save every file and prints the sentences.
/// </summary>
[Trait("Category", "Slow")]
public sealed class AfternoonTests(ITestOutputHelper output)
{
    /// <summary>Sentences that a cause may cost on average.</summary>
    private const decimal MostSentences = 1.1m;

    private static readonly bool IsLong = Environment.GetEnvironmentVariable("EXCELBUDGET_AFTERNOON") == "long";

    [Fact]
    public void Afternoon_OfFiveDepartments_IsToldAsAReviewerWould()
    {
        var files = AfternoonDesk.Damaged(Sitting.All, IsLong);
        var truths = Departments.Names.ToDictionary(name => name, name => Truth.Of(Departments.Workbook(name)));
        var told = Sitting.All.Zip(files).Where(pair => pair.Second is not null)
            .Select(pair => new ToldSitting(pair.First.Department, pair.First.Done, pair.First.Causes, RealEngine.Check(pair.Second!),
                truths[pair.First.Department])).ToArray();
        foreach (var each in told) output.WriteLine(each.Line(IsLong));
        var (causes, found) = (told.Sum(each => each.Causes.Count), told.Sum(each => each.Found));
        var (wrong, sentences) = (told.Sum(each => each.False.Count), told.Sum(each => each.Sentences.Count));
        output.WriteLine(
            $"{told.Length} sittings, {causes} causes, {found} found, {wrong} false statements, "
            + $"{(decimal)sentences / causes:0.00} sentences for a cause");
        told.SelectMany(each => each.False).ShouldBeEmpty();
        found.ShouldBe(causes);
        ((decimal)sentences / causes).ShouldBeLessThanOrEqualTo(MostSentences);
    }
}
