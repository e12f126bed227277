using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Reading;
using Xunit.Abstractions;

namespace ExcelBudget.Domain.Tests.Indicators;

/// <summary>
/// The same indicators, written in every layout that units use, read the same: what collected documents hold, in all the ways they could
/// have been written.
/// </summary>
public sealed class PresentationTests(ITestOutputHelper output)
{
    private static readonly string[] Folders =
        ["developed", "held-out", "second", "third", "fourth", "fifth", "sixth", "seventh"];

    public static TheoryData<string> Layouts => [.. IndicatorPresentations.All];

    [Theory]
    [MemberData(nameof(Layouts))]
    public void Indicators_InAnyLayout_AreReadTheSame(string layout)
    {
        var (told, differing) = (0, new List<string>());
        foreach (var (project, indicators) in Projects())
        {
            var text = IndicatorPresentations.Write(layout, indicators);
            var read = IndicatorText.Read(text).Indicators.Select(Said).ToList();
            told += indicators.Count;
            var lost = indicators.Select(Expected).Where(expected => !read.Remove(expected));
            differing.AddRange(lost.Select(expected => $"{project}: {expected}"));
            differing.AddRange(read.Select(invented => $"{project}: + {invented}"));
        }

        output.WriteLine($"{layout}: {told} indicators, {differing.Count} differ, {1m - (differing.Count / (decimal)told):P1}");
        foreach (var line in differing) output.WriteLine("  " + line);
        told.ShouldBeGreaterThan(1000);
        (differing.Count / (decimal)told).ShouldBeLessThanOrEqualTo(0.006m);
    }

    /// <summary>Keyed projects with the indicators that any layout can tell.</summary>
    private static IEnumerable<(string Project, IReadOnlyList<ToldIndicator> Indicators)> Projects() =>
        from folder in Folders
        from project in Csv.Read($"tests/data/indicators/collected-{folder}/key.csv").GroupBy(row => row["project"])
        let indicators = project.Where(row => row["operator"].Length > 0).Select(ToldIndicator.Of).OfType<ToldIndicator>().ToArray()
        where indicators.Length > 3
        select (project.Key, (IReadOnlyList<ToldIndicator>)indicators);

    private static (string, string, string, string, string, string) Said(Indicator it) =>
        (it.Level1, it.Level2, Plain(it.Name), Sign(it.Operator.Sign(), it.Value), Plain(it.Value), Plain(it.Unit));

    private static (string, string, string, string, string, string) Expected(ToldIndicator it) =>
        (it.Level1, it.Level2, Plain(it.Name), Sign(it.Sign, it.Value), Plain(it.Value), Plain(it.Unit));

    /// <summary>每季度末 is = to one key and 定性 to another.</summary>
    private static string Sign(string sign, string value) =>
        sign is "=" or "定性" && value.AsSpan().ContainsAny("年月日底永") ? "=" : sign;

    private static string Plain(string text) =>
        string.Concat(text.Normalize(System.Text.NormalizationForm.FormKC).Where(sign => !char.IsWhiteSpace(sign)));
}
