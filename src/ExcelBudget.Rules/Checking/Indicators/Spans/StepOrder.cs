using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>
/// 先后步骤的日期。A step dated before one that must come first: 改造完成时间 10月底前 beside 验收时间 7月底前. Steps of one act, or a step of the whole work
/// beside the only other one.
/// </summary>
internal static partial class StepOrder
{
    /// <summary>More lines than that are no list of steps.</summary>
    private const int MostLines = 100;

    /// <summary>Nor is a sentence of more steps a plan.</summary>
    private const int MostSteps = 12;
    private const int LongStep = 2;

    /// <summary>The indicators dated before an earlier step, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> In(ReviewedProject project, IndicatorReview review)
    {
        var steps = project.Indicators.Take(MostLines).Select(line => Read(line, review)).OfType<Dated>().ToArray();
        if (steps.Length < 2) yield break;
        foreach (var later in steps.Where(step => step.Step.Order > 0))
        {
            var before = Array.FindAll(steps, first => first.Step.Order < later.Step.Order && AreOfOne(first, later, steps));
            // of several works one may be accepted before the others are done
            if (before.Length == 0 || !Array.TrueForAll(before, first => first.Month > later.Month)) continue;
            yield return (later.Line, $"可是要先做的“{before[0].Line.Title}”定在{before[0].Line.Target}");
        }
    }

    /// <summary>2025年9月开工，2025年6月底前完工: one begins after it ends.</summary>
    public static (string Text, string Reason)? InGoal(ReviewedProject project, IndicatorReview review)
    {
        foreach (Match match in Steps().Matches(project.PlainGoal).Concat(Reversed().Matches(project.PlainGoal)))
        {
            // without its year the one may be of the year before, the other of the next
            var first = (Number(match.Groups["year"]) * 12) + Number(match.Groups["month"]);
            var last = (Number(match.Groups["toyear"]) * 12) + Number(match.Groups["tomonth"]);
            if (last >= first) continue;
            return (match.Value, "完工的时间早于开工");
        }

        return project.PlainGoal.Split('。', '；', ';', '\n').Select(sentence => InSentence(sentence, review.Standards.Words))
            .FirstOrDefault(found => found is not null);
    }

    /// <summary>9月底前全部修缮完工，8月底前通过竣工验收: two steps of one work in one sentence, each with its month of one year.</summary>
    private static (string Text, string Reason)? InSentence(string sentence, IndicatorWords words)
    {
        if (sentence.Contains("次年", StringComparison.Ordinal) || sentence.Contains("20", StringComparison.Ordinal)) return null;
        var steps = new List<(string Text, WorkStep Step, int Month)>();
        string? subject = null;
        foreach (var clause in sentence.Split('，', ',', '、'))
        {
            // 新建的6座，10月底前完工，续建的4座，8月底前通过验收: each count begins another
            if (steps.Count > 0 && Months().Count(clause) == 0 && OtherPart().IsMatch(clause)) subject = clause;
            // 招标4月底前完成，5月底前开工: what stands before the month says of what it is a step
            if (steps.Count > MostSteps || Months().Count(clause) != 1 || Deadline().Match(clause) is not { Success: true } match
                || (match.Groups["of"].Length > 0 && !words.WholeWorks.Contains(match.Groups["of"].Value))) continue;
            var what = match.Groups["what"].Value;
            // 完成全部施工任务: what is done by then is named behind its verb
            if ((WorkStep.In(what, words) ?? (match.Groups["done"].Success ? WorkStep.In(what + match.Groups["done"].Value, words) : null))
                is not { } step) continue;
            if (subject is not null) return null;
            steps.Add((clause, step, Number(match.Groups["month"])));
        }

        // 管材4月进场验收，8月完工: what comes in is accepted as well
        foreach (var (text, later, month) in steps.Where(step => step.Step.IsWhole))
        {
            if (steps.Find(first => first.Step.Order < later.Order && first.Month > month && first.Step.IsOfOneWith(later)
                && steps.Count(other => other.Step.Order == first.Step.Order) == 1) is { Text: not null } before)
                return (text, $"可是要先做的“{before.Text}”更晚");
        }

        return null;
    }

    [GeneratedRegex(@"^(?:其中)?\p{L}{2,8}[0-9]{1,6}(?:\.[0-9]{1,3})?\p{L}{1,3}$")]
    private static partial Regex OtherPart();

    /// <summary>8月底前通过竣工验收: the month and what is done by then.</summary>
    [GeneratedRegex(@"^(?<of>\p{L}{0,8}?)(?:于|在|计划|预计|力争|确保)?(?<month>1[0-2]|[1-9])月(?:底|末|初|[上中下]旬|[0-9]{1,2}日)?(?:之前|以前|前)?(?:力争|"
        + @"确保|全部|全面|基本|(?<done>完成)|通过|实现|组织){0,3}(?"
        + @"<what>\p{L}{2,12})$")]
    private static partial Regex Deadline();

    /// <summary>8月底前完成竣工验收…，10月起进场开工.</summary>
    [GeneratedRegex(@"(?<toyear>20[0-9]{2})年(?<tomonth>1[0-2]|[1-9])月(?:底|初|末|中旬|上旬|下旬|[0-9]{1,2}日)?前(?:全部|全面)?(?:完成)?(?:工程|项目|主体)?"
        + @"(?:竣工验收|完工|竣工)"
        + @"[^。；;0-9]{0,16}[，,、](?<year>20[0-9]{2})年(?<month>1[0-2]|[1-9])月(?:底|初|中旬|上旬|下旬|[0-9]{1,2}日)?[前起]?(?:进场)?(?:开工|动工|开始施工)")]
    private static partial Regex Reversed();

    [GeneratedRegex(@"(?<year>20[0-9]{2})年(?<month>1[0-2]|[1-9])月(?:底|初|中旬|上旬|下旬|[0-9]{1,2}日)?前?(?:开工|动工|进场|启动|开始施工)[，,、]"
        + @"(?<toyear>20[0-9]{2})年(?<tomonth>1[0-2]|[1-9])"
            + @"月(?:底|初|末|中旬|上旬|下旬|[0-9]{1,2}日)?前?(?:全部|全面)?(?:完成(?:管道|管网|路面|主体|基础|设备)?(?:敷设|铺设|施工|安装|浇筑|栽植)|(?:完工|竣工|建成|完成)(?"
            + @"=[，。；,;、]|并|交付|投|$))")]
    private static partial Regex Steps();

    private static bool AreOfOne(Dated first, Dated later, Dated[] all) => first.Step.Of == later.Step.Of
        // 外业核查完成 before 核查成果验收: what came of it
        || (first.Step.Of.Length >= LongStep && later.Step.Of.StartsWith(first.Step.Of[^2..], StringComparison.Ordinal)
            && later.Step.Of.EndsWith("成果", StringComparison.Ordinal))
        || ((first.Step.IsWhole || later.Step.IsWhole) && all.Count(step => step.Step.Order == first.Step.Order) == 1);

    private static Dated? Read(ReviewedIndicator line, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (line.Indicator.Operator is TargetOperator.None || Months().Matches(line.Indicator.Value) is not [var date]) return null;
        if (WordList.IsIn(line.Stem, words.PartOfWork) || WorkStep.In(line.Indicator.Name, words) is not { } step) return null;
        // 完成时间 alone may be that of everything, payment among it
        if (step is { Order: 1, Of.Length: 0 } && line.Stem.StartsWith('完') && line.Stem[1..2]
            is "成" or "毕") return null;
        var year = date.Groups["year"] is { Success: true } told ? Number(told) : review.Year;
        return new Dated(line, step, (year * 12) + Number(date.Groups["month"]));
    }

    private static int Number(Group group) => int.Parse(group.ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"(?:(?<year>20[0-9]{2})年)?(?<![0-9])(?<month>1[0-2]|0?[1-9])月(?!内|以内)")]
    private static partial Regex Months();

    /// <summary>A step that an indicator dates.</summary>
    /// <param name="Line">The indicator.</param>
    /// <param name="Step">Which.</param>
    /// <param name="Month">Its month, counted from the year nought.</param>
    private sealed record Dated(ReviewedIndicator Line, WorkStep Step, int Month);
}
