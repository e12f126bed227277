using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// repeatedSentence：同一段话写了两遍。A long sentence that stands in one goal twice, whatever number stands before it: 目标3 is 目标2 again.
/// </summary>
internal sealed partial class RepeatedSentenceCheck : ProjectCheck
{
    /// <summary>Shorter ones may well be said twice: 群众满意度达到90%以上.</summary>
    private const int Shortest = 24;
    private const int Shown = 24;

    /// <inheritdoc />
    public override string Name => "repeatedSentence";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        // 实施期目标 and 年度目标 of a project of one year are the same
        if (project.Goal.Length < Shortest + Shortest || Terms().IsMatch(project.Goal)) yield break;
        var told = new HashSet<string>(StringComparer.Ordinal);
        foreach (var sentence in project.Goal.Split('。', '；', ';', '\n'))
        {
            var words = Mark().Replace(sentence.Trim(), "");
            if (words.Length < Shortest || told.Add(words)) continue;
            var shown = words.Length > Shown ? words[..Shown] + "…" : words;
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: shown, Match: shown);
            yield break;
        }
    }

    [GeneratedRegex("(?:中期|实施期|总体|三年|长期)(?:绩效)?目标")]
    private static partial Regex Terms();

    /// <summary>目标3：, 2.、（3）, 三是: numbers of a list.</summary>
    [GeneratedRegex("^(?:年度)?(?:目标|任务)?[（(]?[0-9一二三四五六七八九十①-⑩]{1,2}[)）]?(?:[:：、.．，]|是)?\\s*")]
    private static partial Regex Mark();
}
