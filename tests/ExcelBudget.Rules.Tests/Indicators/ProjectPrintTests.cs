using ExcelBudget.Domain.Forms;
using ExcelBudget.Rules.Checking.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Agreement;
using ExcelBudget.Rules.Checking.Indicators.Copies;
using Shouldly;
using Xunit;

namespace ExcelBudget.Rules.Tests.Indicators;

/// <summary>By its print a goal is known again, and taken for no other.</summary>
public sealed class ProjectPrintTests
{
    private static readonly string[] Goals =
    [
        .. new[] { "collected-tenth", "collected-eleventh", "collected-twelfth", "collected-thirteenth" }
            .SelectMany(folder => Csv.Read($"tests/data/indicators/{folder}/cells.csv")).Select(cell => cell["goal"]).Distinct(),
    ];

    [Fact]
    public void Goals_OfManyProjects_AreAlikeWhereTheirTextsNearlyAre()
    {
        var prints = Of(Goals);
        var texts = Goals.Select(goal => new Shingles(GoalText.Substance(goal))).ToArray();
        for (var one = 0; one < prints.Count; one++)
        {
            for (var other = 0; other < one; other++)
            {
                if (prints[one].IsAlike(prints[other].Goal)) texts[one].Copies(texts[other]).ShouldBeTrue(Goals[one]);
            }
        }
    }

    [Fact]
    public void Goal_WithAWordChanged_IsFoundByABandAndIsAlike()
    {
        foreach (var goal in Goals.Where(goal => goal.Length > 60))
        {
            var (print, copy) = (Of([goal])[0], Of([goal[..^3] + "等。"])[0]);
            if (!new Shingles(GoalText.Substance(goal)).Copies(new Shingles(GoalText.Substance(goal[..^3] + "等。")))) continue;
            print.Bands().Intersect(copy.Bands()).ShouldNotBeEmpty(goal);
            print.IsAlike(copy.Goal).ShouldBeTrue(goal);
        }
    }

    [Fact]
    public void Goal_OfAFewWords_IsKnownAgainOnlyByItself()
    {
        var prints = Of(["保障机关正常运转工作", "保障机关正常运转", "待定"]);
        prints[0].IsAlike(Of(["保障机关正常运转工作。"])[0].Goal).ShouldBeTrue();
        prints[0].IsAlike(prints[1].Goal).ShouldBeFalse();
        prints[2].Goal.ShouldBeEmpty();
    }

    private static IReadOnlyList<ProjectPrint> Of(IEnumerable<string> goals) => ProjectPrint.Of(new IndicatorReview(
        Document.Book.Pack.Indicators!, 2024,
        [.. goals.Select((goal, at) => new ReviewedProject { Key = new RowKey($"{at}"), Name = $"项目{at}", Goal = goal })]));
}
