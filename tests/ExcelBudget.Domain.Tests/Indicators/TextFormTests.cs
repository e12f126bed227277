using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using Xunit.Abstractions;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>A project says the same in outlines, lists and sentences of all kinds.</summary>
public sealed class TextFormTests(ITestOutputHelper output)
{
    private const int Many = 2000;

    [Fact]
    public void Project_ToldInAnyOutline_ReadsAlmostAlwaysTheSame()
    {
        var (all, wrong) = (0, 0);
        for (var seed = 0; seed < Many; seed++)
        {
            var (form, project) = (AnyTextForm.Of(seed), FormProjects.All[seed % FormProjects.All.Count]);
            var text = form.Write(project);
            string[] read = [.. IndicatorText.Read(text).Indicators.Select(TableFormTests.Told)];
            string[] meant = [.. project.Select(TableFormTests.Told)];
            all += meant.Length;
            var differing = Math.Max(meant.Except(read).Count(), read.Except(meant).Count());
            wrong += differing;
            if (differing > 0) output.WriteLine($"{seed}: {differing}\n{text}\n{string.Join('\n', read.Except(meant))}");
        }

        output.WriteLine($"{Many} texts, {wrong} of {all} indicators differ");
        (wrong / (decimal)all).ShouldBeLessThanOrEqualTo(0.003m);
    }

    [Theory]
    [InlineData("12nht", 6)]
    [InlineData("12ngt", 6)]
    [InlineData("12nth", 6)]
    public void Table_WithTargetsOfTwoTermsAndNoHeader_IsReadForTheYearAndSaidToBeDoubtful(string columns, int fewest)
    {
        foreach (var project in FormProjects.All)
        {
            var reading = IndicatorText.Read(new TableForm(columns, columns).Write(project));
            var right = reading.Indicators.Select(TableFormTests.Told).Intersect(project.Select(TableFormTests.Told)).Count();
            right.ShouldBeGreaterThan(fewest);
            reading.IsDoubtful.ShouldBeTrue();
        }
    }

    [Fact]
    public void Table_WhoseHeaderNamesTheYear_IsNotDoubtful()
    {
        var form = new TableForm("中期、年度", "12ngt") { Header = "一级指标 二级指标 三级指标 中期指标值 年度指标值" };
        foreach (var project in FormProjects.All) IndicatorText.Read(form.Write(project)).IsDoubtful.ShouldBeFalse();
    }
}
