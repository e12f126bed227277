using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// repeatedSentence：同一段话写了两遍。A long sentence that stands in one goal twice, whatever number stands before it: 目标3 is 目标2 again.
/// </summary>
internal sealed partial class RepeatedSentenceCheck : ProjectCheck
{
    /// <summary>Shorter ones may well be said twice: 群众满意度达到90%以上.</summary>
    private const int Shortest = 24;
    private const int ShortestItem = 8;
    private const int Shown = 24;

    /// <inheritdoc />
    public override string Name => "repeatedSentence";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        // 二是…；三是…: two items of one list are never the same
        var items = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var sentence in project.Goal.Split('。', '；', ';', '\n'))
        {
            if (Item().Match(sentence) is not { Success: true } item || item.Groups["text"].Length < ShortestItem
                // 东片区：一是清理河面；…西片区：一是清理河面: two lists
                || items.TryAdd(item.Groups["text"].Value, item.Groups["mark"].Value)
                || items[item.Groups["text"].Value] == item.Groups["mark"].Value) continue;
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: item.Groups["text"].Value,
                Match: item.Groups["text"].Value);
            yield break;
        }

        // 实施期目标 and 年度目标 of a project of one year are the same
        // （一）城东片区 … （二）城西片区: said once for each
        if (Parts().Count(project.Goal) > 1) yield break;
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

    [GeneratedRegex("(?:^|[^\u4E00-\u9FFF])(?<mark>[一二三四五六七八九])是(?<text>[^。；;]+)$")]
    private static partial Regex Item();

    /// <summary>总目标 and 年度目标, what is done in each half year or quarter: said once for each.</summary>
    [GeneratedRegex("(?:中期|实施期|总体|三年|长期|总)(?:绩效)?目标|上半年[^。；]{0,60}(?s:.)*下半年|第?一季度(?s:.)*第?二季度|第一[阶批期](?s:.)*第二[阶批期]"
        + "|春季(?s:.)*秋季")]
    private static partial Regex Terms();

    [GeneratedRegex("(?m)^(?:[（(][一二三四五六][)）]|[一二三四五六]、)?[^，。；\n]{2,8}(?:片区|片|区|镇|乡|街道|标段|校区|院区)[：:]?$")]
    private static partial Regex Parts();

    /// <summary>目标3：, 2.、（3）, 三是: numbers of a list.</summary>
    [GeneratedRegex("^(?:年度)?(?:目标|任务)?[（(]?[0-9一二三四五六七八九十①-⑩]{1,2}[)）]?(?:[:：、.．，]|是)?\\s*")]
    private static partial Regex Mark();
}
