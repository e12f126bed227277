using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>完成期限。A term that the goal promises and the indicator puts off: 9月底前完成 beside 完成时限 12月底前.</summary>
internal static partial class Deadlines
{
    private const int FewestPairs = 3;
    private const int Bare = 2;
    private const int LongestWhat = 12;
    private static readonly System.Buffers.SearchValues<char> Stops = System.Buffers.SearchValues.Create("，。；、,;\n");
    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create("，。；;,\n：:");

    /// <summary>The indicator that is later than the one term of the goal, and that term; null when either has none or several.</summary>
    public static (ReviewedIndicator Line, string Told)? PutOff(ReviewedProject project, IndicatorReview review)
    {
        if (StepTerms.PutOff(project, review) is { } named) return named;
        if (RoundTerms.PutOff(project, review) is { } round) return round;
        if (OfStep(project, review) is { } step) return step;
        if (WithinYear(project, review) is { } next) return next;
        if (Terms().Matches(project.Goal) is not [var term] || Months().Count(project.Goal) != 1
            || What(term, project.Goal, review.Standards.Words) is not { } what) return null;
        // 第3标段9月底前完工，其余年底前完工: a term for a part of the work binds no other
        if (IndicatorMeaning.ContainsAny(project.Goal, review.Standards.Words.Partial)) return null;
        var dated = project.Indicators.Where(line => line.Indicator.Operator is not TargetOperator.None
            && Months().IsMatch(line.Indicator.Value)).ToArray();
        if (dated is not [var only] || Months().Matches(only.Indicator.Value) is not [var set]) return null;
        return Month(set, review.Year) > Month(term, review.Year) && IsOfWhole(what, project, only)
            && !IsOtherStep(what, only, review) ? (only, term.Groups["said"].Value) : null;
    }

    /// <summary>年内完工并投入使用 beside 完工时间 2026年5月底前 in the budget of 2025: the goal ends with the year, the indicator after it.</summary>
    private static (ReviewedIndicator Line, string Told)? WithinYear(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (words.WithinYear.FirstOrDefault(word => project.Goal.Contains(word, StringComparison.Ordinal)) is not { } told) return null;
        var at = project.Goal.IndexOf(told, StringComparison.Ordinal) + told.Length;
        var rest = project.Goal.AsSpan(at);
        var clause = (rest.IndexOfAny(Breaks) is >= 0 and var end ? rest[..end] : rest).ToString();
        if (!WordList.IsIn(clause, words.Finishes) || IndicatorMeaning.ContainsAny(clause, words.PartOfWork)
            || review.Meaning.SpeaksOfManyYears(project.Name + project.Goal)) return null;
        var late = project.Indicators.FirstOrDefault(line => line.Indicator.Operator is not TargetOperator.None
            && Months().Matches(line.Indicator.Value) is [{ Groups: var parts }] && parts["year"].Success
            && int.Parse(parts["year"].ValueSpan, CultureInfo.InvariantCulture) == review.Year + 1
            && !WordList.IsIn(line.Stem, words.OffWork)
            // 年底前完成招聘考试 beside 录用手续完成时间: a later step
            && (words.Finishes.Any(word => clause.StartsWith(word, StringComparison.Ordinal) && line.Stem.Contains(word,
                StringComparison.Ordinal)
                    && WordList.Without(clause[word.Length..], words.Finishes).Count(char.IsLetter) <= Bare)
                || (words.Finishes.Any(word => line.Stem.Contains(word, StringComparison.Ordinal))
                    && Kinship.Of(clause, line.Stem, [.. words.Generic, .. words.Finishes]) > 0)));
        return late is null ? null : (late, told + clause);
    }

    /// <summary>6月底前完成设备采购 beside 设备款支付完成时间: a step that the indicator does not name.</summary>
    private static bool IsOtherStep(string what, ReviewedIndicator line, IndicatorReview review)
    {
        var words = review.Standards.Words;
        // 完成时间 is that of the whole
        if (WordList.Without(line.Stem, words.TermWords).Count(char.IsLetter) < 2) return false;
        return words.Steps.Any(step => what.Contains(step, StringComparison.Ordinal)
            && !line.Indicator.Name.Contains(step, StringComparison.Ordinal));
    }

    /// <summary>6月底前完成招标、10月底前竣工 beside 招标完成时间 8月: the one term of a step against the one indicator that dates it.</summary>
    private static (ReviewedIndicator Line, string Told)? OfStep(ReviewedProject project, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if (!project.Goal.Contains('月', StringComparison.Ordinal)) return null;
        var terms = Dated().Matches(project.Goal).ToArray();
        if (terms.Length == 0) return null;
        foreach (var line in project.Indicators)
        {
            if (line.Indicator.Operator is Domain.Indicators.TargetOperator.None
                || Months().Matches(line.Indicator.Value) is not [var set] || Months().Count(line.Indicator.Raw) > 1) continue;
            // 4月底前完成山区点位排查，11月底前全部完成: in time for the whole
            if (terms.Any(term => IndicatorMeaning.ContainsAny(term.Groups["what"].Value, words.AllOfIt)
                && Month(set, review.Year) <= Month(term, review.Year))) continue;
            // 6月底前完成播种1.8万亩，9月底前完成其余 beside 播种全部完成时间 9月底前
            if (IndicatorMeaning.ContainsAny(line.Indicator.Name, words.AllOfIt)
                && terms.Any(term => Month(set, review.Year) == Month(term, review.Year)
                    && IndicatorMeaning.ContainsAny(term.Groups["what"].Value, words.Rest))) continue;
            if (OfWords(line, set, terms, project, review) is { } byWords) return byWords;
            var named = words.Steps.FirstOrDefault(step => line.Indicator.Name.Contains(step, StringComparison.Ordinal));
            if (named is null) continue;
            // of two lines or two terms of one step nobody knows which is meant
            if (project.Indicators.Count(other => other.Indicator.Name.Contains(named, StringComparison.Ordinal)
                && Months().IsMatch(other.Indicator.Value)) > 1) continue;
            var told = terms.Where(term => term.Groups["what"].Value.Contains(named, StringComparison.Ordinal)).ToArray();
            if (told is not [var only] || (IndicatorMeaning.ContainsAny(Clause(only, project), words.PartOfWork)
                // 第三阶段9月底前18所全部完工; not 第一批9月底前18所全部完工，其余年内完工
                && (project.Goal.Contains("其余", StringComparison.Ordinal) || project.Goal.Contains("剩余", StringComparison.Ordinal)
                    || !IndicatorMeaning.ContainsAny(only.Groups["what"].Value, words.AllOfIt)))) continue;
            if (Month(set, review.Year) > Month(only, review.Year)) return (line, only.Groups["said"].Value);
        }

        return null;
    }

    /// <summary>The clause of the goal in which a term stands: 第3标段9月底前完工.</summary>
    private static string Clause(Match term, ReviewedProject project)
    {
        var start = project.Goal.AsSpan(0, term.Index).LastIndexOfAny(Breaks) + 1;
        return project.Goal[start..(term.Index + term.Length)];
    }

    /// <summary>9月底前完成中期评估 beside 中期评估完成时间 11月底前: the one term that is told in the indicator's words, and in no other's.</summary>
    private static (ReviewedIndicator Line, string Told)? OfWords(ReviewedIndicator line, Match set, Match[] terms,
        ReviewedProject project, IndicatorReview review)
    {
        int Near(Match term, ReviewedIndicator other) =>
            Kinship.Of(term.Groups["what"].Value, other.Indicator.Name, review.Standards.Words.Generic);
        var told = terms.Where(term => Near(term, line) >= FewestPairs).ToArray();
        if (told is not [var only]
            || IndicatorMeaning.ContainsAny(Clause(only, project), review.Standards.Words.PartOfWork)) return null;
        var isItsAlone = !project.Indicators.Any(other => !ReferenceEquals(other, line) && Months().IsMatch(other.Indicator.Value)
            && Near(only, other) >= Near(only, line));
        return isItsAlone && Month(set, review.Year) > Month(only, review.Year) ? (line, only.Groups["said"].Value) : null;
    }

    /// <summary>What is to be done by a term, behind a verb that ends the work: 9月底前全部完成…; null behind any other.</summary>
    private static string? What(Match term, string goal, Domain.Packs.IndicatorWords words)
    {
        var end = term.Index + term.Length;
        end += words.FinishAdverbs.FirstOrDefault(word => string.CompareOrdinal(goal, end, word, 0, word.Length) == 0)?.Length ?? 0;
        var verb = words.Finishes.FirstOrDefault(word => string.CompareOrdinal(goal, end, word, 0, word.Length) == 0);
        if (verb is null) return null;
        var rest = goal.AsSpan(end + verb.Length);
        var stop = rest.IndexOfAny(Stops);
        return (stop < 0 ? rest : rest[..stop])[..Math.Min(LongestWhat, stop < 0 ? rest.Length : stop)].ToString();
    }

    /// <summary>3月底前完成招标 is one step: what is to be done by then must be the project or what the indicator names.</summary>
    private static bool IsOfWhole(string what, ReviewedProject project, ReviewedIndicator line) =>
        what.Length < 2 || Kinship.Of(what, project.Name + "|" + line.Indicator.Name, []) > 0;

    private static int Month(Match match, int year)
    {
        var said = match.Groups["year"];
        var told = said.Success ? int.Parse(said.ValueSpan, CultureInfo.InvariantCulture)
            // 次年1月底前报送
            : match.Groups["next"].Success ? year + 1 : year;
        return (told * 12) + int.Parse(match.Groups["month"].ValueSpan, CultureInfo.InvariantCulture);
    }

    // 以2023年12月31日为标准时点 is what is counted; 3月12日植树节前后 is when something is held, not when it must be done
    [GeneratedRegex(@"(?<said>(?:(?<year>20[0-9]{2})年|(?<next>次年|翌年|明年))?(?<![0-9])(?<month>1[0-2]|0?[1-9])月"
        + @"(?>(?:[0-9]{1,2}日|底|末|初|[上中下]旬|份)?(?:之前|以前|前|内)?)(?![\u4E00-\u9FFF]{0,5}(?:前后|期间|左右|时点|基准)))")]
    private static partial Regex Terms();

    [GeneratedRegex(@"(?<said>(?:(?<year>20[0-9]{2})年|(?<next>次年|翌年|明年))?(?<![0-9])(?<month>1[0-2]|0?[1-9])月"
        + @"(?>(?:[0-9]{1,2}日|底|末|初|[上中下]旬|份)?(?:之前|以前|前|内)?)(?![\u4E00-\u9FFF]{0,5}(?:前后|期间|左右|时点|基准)))"
        // 9月底前18所全部完工
        + @"(?:[0-9]{1,5}\p{L}(?=全部|全面|均))?(?<what>[^，。；、,;\n0-9]{2,14})")]
    private static partial Regex Dated();

    [GeneratedRegex(@"(?:(?<year>20[0-9]{2})年|(?<next>次年|翌年|明年))?(?<![0-9])(?<month>1[0-2]|0?[1-9])月")]
    private static partial Regex Months();
}
