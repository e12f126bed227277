using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Checking.Checkers.Texts;

/// <summary>
/// staleYear：年度过时。Years other than the budget year. Not meant: years inside 《》 and 〔〕 (names of documents), after 截至, 自,
/// 始于, 从; the end of the year before (2022年末); a comparison with the year before (比2022年, 与2022年相比); a span that holds
/// the budget year (2021—2025年); what is over (已于2023年7月完成), a baseline (2022年实际值), a span of months; a year to come in a form of
/// projects.
/// </summary>
internal sealed partial class StaleYearChecker : ITextChecker
{
    private const int ComparisonReach = 12;

    /// <summary>Years after which nobody copies a text.</summary>
    private const int LeftOver = 2;

    private static readonly string[] Own = YearWords.Of("own");
    private static readonly string[] Aims = YearWords.Of("aims");
    private static readonly string[] NoAims = YearWords.Of("noAims");
    private static readonly string[] Starts = YearWords.Of("starts");
    private static readonly string[] Ends = YearWords.Of("ends");
    private static readonly string[] Works = YearWords.Of("works");
    private static readonly string[] Compiles = YearWords.Of("compiles");
    private static readonly string[] Against = YearWords.Of("against");
    private static readonly string[] Beside = YearWords.Of("beside");
    private static readonly string[] Comparison = YearWords.Of("comparison");

    private static readonly Regex Terms = Words(
        @"(?<![0-9])(?<year>20[0-9]{2})\s*年\s*(?:[0-9]{1,2}月(?:[0-9]{1,2}日)?)?" + YearWords.Pattern("ends") + "?"
            + YearWords.Pattern("terms")
        // 2022年完工的工程: which one, not when
        + "(?!的)");

    // 2022年计划对20个项目开展决算审计 sets out what is to be done, whatever it is done to
    private static readonly Regex Intended = Words(@"(?<year>20[0-9]{2})\s*年度?\s*" + YearWords.Pattern("intends"));

    private static readonly Regex Back = Words(YearWords.Pattern("back"));

    /// <summary>Behind a year: what it says of something that is there («购入的», «以来», «建成使用»).</summary>
    private static readonly Regex Past = Words(@"\A(?:[0-9]{1,2}月)?" + YearWords.Pattern("past"));

    /// <summary>2022年入伍的, 2023年新入规企业, 2019年以前的积案: of when those are who are meant, not when something is done.</summary>
    private static readonly Regex Cohort = Words(@"\A(?:[0-9]{1,2}月)?(?:底|末)?" + YearWords.Pattern("cohort"));

    /// <summary>2021年0.8万亩、2022年1.2万亩: several years side by side, each with a figure.</summary>
    private static readonly Regex Listed = Words(@"20[0-9]{2}年度?[^，。；,;、0-9\n]{0,8}[0-9][^，。；,;、\n]{0,12}(?:[、和及]20[0-9]{2}年度?"
        + @"[^，。；,;、0-9\n]{0,8}[0-9][^，。；,;、\n]{0,12})+");

    private static readonly Regex Attribute = Words(@"\A(?:[0-9]{1,2}月)?[^，。；,;\n]{0,8}" + YearWords.Pattern("attribute")
        // 2022年退役、服役满两年的
        + "(?:[、和及][^，。；,;\n]{1,10})?的");

    /// <summary>What is over or compared with: 2022年10月至2023年5月, 2021年7月到期后, 已于2023年7月完成, 2022年实际值.</summary>
    private static readonly Regex Meant = Words(
        @"20[0-9]{2}\s*[年.]\s*[0-9]{1,2}\s*月?(?:[0-9]{1,2}日)?\s*(?:-|—+|–|－|~|～|至|到)\s*(?:20[0-9]{2}|次年|翌年)\s*[年.]?\s*[0-9]{1,2}月?|"
            + @"20[0-9]{2}年?度?\s*"
        + YearWords.Pattern("baseline") + "|" + YearWords.Pattern("already") + @"于?\s*20[0-9]{2}年(?:[0-9]{1,2}月)?|20[0-9]{2}年(?"
        + @":[0-9]{1,2}月)?"
        + YearWords.Pattern("ends") + "?" + YearWords.Pattern("over"));

    public string Name => "staleYear";

    public bool LooksAt(FormDefinition form) => form.Columns.Any(column => column.Kind == CellKind.Text);

    public IEnumerable<Hit> Check(CheckScope scope)
    {
        var year = scope.Year;
        // projects run on into years to come; such a year was not left over
        var standards = scope.Figures.Book.Pack.Indicators;
        var isProjects = scope.Form.Id.Value == standards?.Places.Projects;
        foreach (var (row, column, text) in scope.Texts())
        {
            if (!MayHoldYear(text) || (!MayNameOther(text, year) && text.AsSpan().IndexOfAnyInRange('０', '９') < 0)) continue;
            // 对2021年188户、2024年32户贷款贴息: a text that tells the budget year means the other years, unless it sets them as a term
            var isDated = isProjects && (Own.Any(word => text.Contains(word, StringComparison.Ordinal))
                || Years().Matches(text).Any(match => match.Groups["year"].Value == Said(year)[..4]));
            if (isProjects && Overdue(text, year) is { } end)
            {
                yield return new Hit(row.Key, column, end, Said(year), end);
                continue;
            }

            foreach (var stale in StaleYears(text, year)
                .Where(stale => (stale < year || !isProjects) && (!isDated || IsDay(text, stale))
                    && !(isProjects
                        && (IsHistory(text, stale, year) || IsSettled(text, stale, standards!.Words.LookingBack)))).Distinct().ToArray())
            {
                yield return new Hit(row.Key, column, Said(stale), Said(year), Said(stale));
            }
        }
    }

    /// <summary>项目周期：2024年3月—2025年12月 in the budget of 2026: the term of the project is over before its money is there.</summary>
    private static string? Overdue(string text, int year) => ProjectTerms().Match(text) is { Success: true } term
        // 工程建设期限为…，今年支付尾款; 上一轮服务实施期限: a term that was
        && (term.Index == 0 || text[term.Index - 1] is '。' or '；' or '，' or '\n' or ' ' or '）')
        && !Settles().IsMatch(text)
        && int.Parse(term.Groups["to"].ValueSpan, CultureInfo.InvariantCulture) < year ? term.Groups["span"].Value : null;

    internal static IEnumerable<int> StaleYears(string text, int year)
    {
        if (!MayHoldYear(text)) yield break;
        // ２０２３年 is a year too
        if (text.AsSpan().IndexOfAnyInRange('０', '９') >= 0) text = text.Normalize(System.Text.NormalizationForm.FormKC);
        if (!MayNameOther(text, year)) yield break;
        var plain = Spans().Replace(Meant.Replace(Titles().Replace(text, Blanked), Blanked),
            span => HoldsYear(span, year) || span.ValueSpan.TrimStart().StartsWith("19") ? Blanked(span) : span.Value);
        foreach (Match match in Years().Matches(plain))
        {
            var stale = int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture);
            if (stale != year && !IsMeant(plain[..match.Index].TrimEnd(), plain[(match.Index + match.Length)..], stale, year))
            {
                yield return stale;
            }
        }
    }

    /// <summary>False for a text without the first signs of any year of ours.</summary>
    internal static bool MayHoldYear(string text) =>
        text.Contains("20", StringComparison.Ordinal) || text.AsSpan().IndexOfAnyInRange('０', '９') >= 0;

    /// <summary>
    /// False for a text that writes no year of ours but one, in digits of one width. The titles and spans that are put out of sight
    /// before years are looked for only take years away.
    /// </summary>
    internal static bool MayNameOther(string text, int year)
    {
        for (var at = text.IndexOf("20", StringComparison.Ordinal); at >= 0; at = text.IndexOf("20", at + 1, StringComparison.Ordinal))
        {
            if (at + 4 > text.Length || !char.IsDigit(text[at + 2]) || !char.IsDigit(text[at + 3])) continue;
            var isYear = int.TryParse(text.AsSpan(at, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var named);
            if (!isYear || named != year) return true;
        }

        return false;
    }

    private static bool IsMeant(string before, string after, int stale, int year)
    {
        if (Starts.Any(start => before.EndsWith(start, StringComparison.Ordinal))) return true;
        // 由2024年的38.6%提高到39.2%
        if (before.EndsWith('由') && Figure().IsMatch(after)) return true;
        if (stale != year - 1) return false;
        // 增速不低于10%，2021年为7%; 反映2024年度资料
        if (BaseRate().IsMatch(after)) return true;
        // 接待观众22万人次（2025年为20万人次）
        if (before.EndsWith('（') && BaseFigure().IsMatch(after)) return true;
        // 2022年统计公报 is written in 2023
        if (Array.Exists(Ends, end => after.StartsWith(end, StringComparison.Ordinal))
            || Array.Exists(Works, work => after.StartsWith(work, StringComparison.Ordinal)) || IsCompiled(before, after)) return true;
        if (Against.Any(word => before.EndsWith(word, StringComparison.Ordinal))) return true;
        var reach = after[..Math.Min(after.Length, ComparisonReach)];
        return Beside.Any(word => before.EndsWith(word, StringComparison.Ordinal))
            && Comparison.Any(word => reach.Contains(word, StringComparison.Ordinal));
    }

    /// <summary>汇总整理2022年全县统计资料: what is compiled of the year before.</summary>
    private static bool IsCompiled(string before, string after)
    {
        if (!Compiles.Any(word => before.EndsWith(word, StringComparison.Ordinal))) return false;
        var clause = after.AsSpan(0, Math.Min(after.Length, 2 * ComparisonReach));
        var end = clause.IndexOfAny('，', '。', '；');
        var said = (end < 0 ? clause : clause[..end]).ToString();
        return Array.Exists(Works, work => said.Contains(work, StringComparison.Ordinal));
    }

    /// <summary>2023年11月底前, 2023年12月完成: a past year as a term.</summary>
    private static bool IsTerm(string text, int year) => Terms.Matches(text)
        .Any(match => int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) == year);

    /// <summary>2022年完成120场，2023年增加20场: beside the budget year a past year is a term only with its month or its end.</summary>
    private static bool IsDay(string text, int year) => Terms.Matches(text).Any(match => match.Value.Length >= Said(year).Length + 2
        && match.ValueSpan.IndexOfAny('月', '底', '末') > 0
        && int.Parse(match.Groups["year"].ValueSpan, CultureInfo.InvariantCulture) == year);

    /// <summary>…。2021年出动63次: last year's figures behind this year's goal, without any day or aim.</summary>
    private static bool IsReport(string text, int stale, int year)
    {
        if (stale != year - 1) return false;
        var sentences = text.Split('。', ';', '；', '\n');
        return !sentences[0].Contains(Said(stale)[..4], StringComparison.Ordinal)
            && sentences.Where(sentence => sentence.Contains(Said(stale)[..4], StringComparison.Ordinal)).Select(AimsOnly)
                .All(sentence => !Array.Exists(Aims, word => sentence.Contains(word, StringComparison.Ordinal)));
    }

    /// <summary>检出癌前病变26例: 前 of such a word sets no term.</summary>
    private static string AimsOnly(string sentence) =>
        NoAims.Aggregate(sentence, static (text, word) => text.Replace(word, "|", StringComparison.Ordinal));

    /// <summary>
    /// 替换2012年购入的设备, 2008年建成: what happened long ago. Texts are left over from last year or the one before, and such a year
    /// begins the text, is a term, or is what is to be done (完成2020年任务).
    /// </summary>
    private static bool IsHistory(string text, int stale, int year) =>
        IsCompared(text, stale) || IsAttribute(text, stale) || IsReport(text, stale, year) || IsListed(text, stale)
        || (year - stale > LeftOver && !IsTerm(text, stale)
            && Years().Matches(text).Where(match => match.Groups["year"].Value == Said(stale)[..4]).All(match =>
                match.Index > 0 && Past.IsMatch(text.AsSpan(match.Index + match.Length))));

    /// <summary>
    /// 支付2022年公路工程尾款, 2023年度决算审计: every sentence that tells the year settles or examines what was done then, and sets no term.
    /// </summary>
    internal static bool IsSettled(string text, int stale, IReadOnlyList<string> lookingBack)
    {
        var plain = text.Normalize(System.Text.NormalizationForm.FormKC);
        return !IsTerm(plain, stale) && !IsIntended(plain, stale) && plain.Split('。', ';', '\n')
            .Where(sentence => sentence.Contains(Said(stale)[..4], StringComparison.Ordinal))
            .All(sentence => lookingBack.Any(word => sentence.Contains(word, StringComparison.Ordinal)));
    }

    private static bool IsIntended(string text, int stale) =>
        Intended.Matches(text).Any(match => match.Groups["year"].Value == Said(stale)[..4]);

    /// <summary>2022年完成9所，近三年累计完成31所: within a text, in a sentence that looks back.</summary>
    private static bool IsCompared(string text, int stale) =>
        text.Split('。', ';', '；', '\n').Where(sentence => sentence.Contains(Said(stale)[..4], StringComparison.Ordinal))
            .All(sentence => text.IndexOf(Said(stale)[..4], StringComparison.Ordinal) > 0
                && Back.Matches(sentence).Any(back => back.Index > sentence.IndexOf(Said(stale)[..4], StringComparison.Ordinal)));

    /// <summary>为2022年新建的3所学校配备设备: the year only says which ones.</summary>
    private static bool IsAttribute(string text, int stale) => Years().Matches(text)
        .Where(match => match.Groups["year"].Value == Said(stale)[..4]).All(match =>
            (match.Index > 0 && Attribute.IsMatch(text.AsSpan(match.Index + match.Length)))
            || Cohort.IsMatch(text.AsSpan(match.Index + match.Length)));

    private static bool IsListed(string text, int stale) => text.Contains('、', StringComparison.Ordinal) && !IsTerm(text, stale)
        && Years().Matches(text).Where(match => match.Groups["year"].Value == Said(stale)[..4]).All(match =>
            Listed.Matches(text).Any(list => list.Index <= match.Index && match.Index < list.Index + list.Length));

    private static bool HoldsYear(Match span, int year) =>
        int.Parse(span.Groups["from"].ValueSpan, CultureInfo.InvariantCulture) <= year
            && year <= int.Parse(span.Groups["to"].ValueSpan, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"\A(?:年)?为[0-9]{1,3}(?:\.[0-9]{1,2})?[%％‰]|\A(?:年)?(?:仅|只|就)?(?:为|是|有)[0-9][0-9.]*[^，。；0-9]{1,3}(?=[。；，）]|\z)")]
    private static partial Regex BaseRate();

    [GeneratedRegex("尾款|余款|结算|决算|质保金|欠款|欠付|上一轮|上一期|上轮|最后一笔|审定造价|已全部完工|已完工|已竣工")]
    private static partial Regex Settles();

    [GeneratedRegex(@"(?:项目周期|实施周期|项目期限?|实施期限?|建设期限?|建设周期|起止时间|项目起止时间)(?:为|是)?[:：]?\s*(?<span>20[0-9]{2}年[0-9]{1,2}月(?:[0-9]{1,2}日)?"
        + @"\s*(?:-|—+|–|－|~|～|至|到)\s*(?<to>20[0-9]{2})年[0-9]{1,2}月)")]
    private static partial Regex ProjectTerms();

    [GeneratedRegex(@"\A(?:底|末)?的?[约近]?[0-9]")]
    private static partial Regex Figure();

    [GeneratedRegex(@"\A(?:年)?为?约?[0-9][0-9.]*[^，。；0-9）]{0,5}）")]
    private static partial Regex BaseFigure();

    private static Regex Words(string pattern) => new(pattern, RegexOptions.CultureInvariant);

    private static string Blanked(Match match) => new(' ', match.Length);

    private static string Said(int year) => year.ToString(CultureInfo.InvariantCulture) + "年";

    [GeneratedRegex(@"《[^》]*》|〔[^〕]*〕")]
    private static partial Regex Titles();

    [GeneratedRegex(@"(?<![0-9])(?<from>(?:19|20)[0-9]{2})\s*年?\s*(?:-|—+|–|－|~|～|至|到)\s*(?<to>20[0-9]{2})\s*年?(?![0-9])")]
    private static partial Regex Spans();

    /// <summary>«2022年», «2022年度», «2022-12-31», «2022.6»; a bare number and «2012.06万元» are quantities, not years.</summary>
    [GeneratedRegex(@"(?<![0-9])(?<year>20[0-9]{2})(?:\s*年度?|(?=[-./](?:0?[1-9]|1[0-2])(?![0-9]|\s*(?:[万亿千]?元|%|％))))")]
    private static partial Regex Years();
}
