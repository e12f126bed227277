using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// foreignAudience：满意度问的是别人。在校学生对食堂满意度 in 养羊扶持, 学生课桌椅配备率 in 粮油检测, 红柳县农户满意度 in 宁塬县: those meant belong to another
/// field or county, of which neither name, goal nor any other indicator of the project speaks.
/// </summary>
internal sealed class ForeignAudienceCheck : LineCheck
{
    /// <summary>免疫密度 is a share too.</summary>
    private const string Density = "密度";
    private const string Graduates = "大学生";

    // who is asked and what speaks of them, for each line of a pack's list
    private static readonly ConditionalWeakTable<IReadOnlyList<string>, (string[] Asked, string[] Fields)[]> Audiences = [];

    /// <summary>A project that says less leaves open what it is about.</summary>
    private const int ShortestSaid = 30;

    /// <inheritdoc />
    public override string Name => "foreignAudience";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (OtherPlace(project, line, review) is { } place)
            return new Objection(project, line, Actual: line.Target, Match: place) { Field = "name" };
        if (!line.IsPercent || !(IndicatorMeaning.EndsWith(line, review.Standards.Words.Rates)
            || line.Stem.EndsWith(Density, StringComparison.Ordinal))) return null;
        // 大学生新兵占比: those who have left school
        var stem = line.Stem.Replace(Graduates, "", StringComparison.Ordinal);
        if (!MeansSomebody(stem, review.Standards.Words)) return null;
        var said = project.Name + project.Goal + string.Concat(project.Indicators.Where(other => !ReferenceEquals(other, line))
            .Select(other => other.Indicator.Name));
        return AudienceOf(stem, said, review.Standards.Words) is { } who
            ? new Objection(project, line, Actual: line.Target, Match: who) { Field = "name" } : null;
    }

    /// <summary>Whom a text means, where nothing else that is said speaks of their field; null when it may be the project's own.</summary>
    public static string? AudienceOf(string text, string said, IndicatorWords words)
    {
        if (said.Length < ShortestSaid) return null;
        foreach (var (asked, fields) in Audiences.GetValue(words.Audiences, Read))
        {
            if (Held(text, asked) is { } who && Held(said, fields) is null) return who;
        }

        return null;
    }

    private static bool MeansSomebody(string text, IndicatorWords words) =>
        Array.Exists(Audiences.GetValue(words.Audiences, Read), audience => Held(text, audience.Asked) is not null);

    private static string? OtherPlace(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        if (PlaceNames.NotOf(review.UnitName, line.Indicator.Name, review.Standards.Words) is not { } place) return null;
        return project.Name.Contains(place[..2], StringComparison.Ordinal) || project.Goal.Contains(place[..2], StringComparison.Ordinal)
            || project.Indicators.Any(other => !ReferenceEquals(other, line)
                && other.Indicator.Name.Contains(place[..2], StringComparison.Ordinal)) ? null : place;
    }

    private static (string[] Asked, string[] Fields)[] Read(IReadOnlyList<string> list) =>
    [
        .. list.Select(audience => audience.Split('=')).Where(parts => parts.Length == 2)
            .Select(parts => (parts[0].Split('|'), parts[1].Split('|'))),
    ];

    private static string? Held(string text, string[] words) => Array.Find(words, word => text.Contains(word, StringComparison.Ordinal));
}
