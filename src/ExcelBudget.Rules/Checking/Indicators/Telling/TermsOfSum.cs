using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Matching;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Telling;

/// <summary>
/// 合成指标值的各数。The figures of a goal that make an indicator's, added up or multiplied. None of them is another figure for it; a whole told
/// beside
/// them that differs is: 培训60期，每期50人，培训3600人次 beside 培训人次 ≥3000人次.
/// </summary>
internal static class TermsOfSum
{
    private const string Percent = "%";
    private const string Yearly = "全年";
    private const decimal Two = 2m;

    /// <summary>All figures that stand in some sum or product that makes what the indicator sets; empty where nothing does.</summary>
    public static List<TextQuantity> Of(LineQuantity line, ProjectFigures figures)
    {
        var terms = new List<TextQuantity>();
        if (line.IsMoney && line.Line.Stem.AsSpan().IndexOfAny('和', '及', '与') > 0) AddPrices(terms, line, figures);
        if (line.Per.Count > 0 || line.Unit == Percent) return terms;
        AddFactors(terms, line, figures);
        AddSentences(terms, line, figures);
        // 选聘普查员320名、指导员60名 beside 选聘普查员和指导员 380名
        var isOfBoth = line.Line.Stem.AsSpan().IndexOfAny('和', '及', '与') > 0;
        foreach (var sentence in figures.Goal.Where(told => told.Unit == line.Unit && told.Per.Count == 0).GroupBy(told => told.Sentence))
            AddRow(terms, line, [.. sentence], isOfBoth);
        return terms;
    }

    /// <summary>
    /// 路灯10500盏，其中主干道3600盏、次干道和街巷3200盏、公园1600盏 beside 维护路灯 8400盏: the one whole told beside the terms that make the indicator, which no
    /// other
    /// indicator sets; null where there is none or more than one.
    /// </summary>
    public static TextQuantity? Whole(LineQuantity line, List<TextQuantity> terms, ProjectFigures figures, IndicatorReview review)
    {
        if (terms.Count == 0 || figures.IsTold(line)) return null;
        var told = figures.Goal.Where(one => one.Unit == line.Unit && one is { Per.Count: 0, IsAbout: false, Bound: TargetOperator.Equal }
            && one.Sentence == terms[0].Sentence && !terms.Exists(term => ReferenceEquals(term, one))).ToArray();
        return told is [{ IsDetail: false } only] && only.Number != line.Number && !figures.IsCarried(only)
            && OwnQuantities.IsOwn(only, figures, review) && !IsMadeOfSome(only, terms) ? only : null;
    }

    /// <summary>网站1个、公众号6个、微博3个，新媒体9个 beside 10个: some of the terms together are told as well.</summary>
    private static bool IsMadeOfSome(TextQuantity told, List<TextQuantity> terms)
    {
        for (var from = 0; from + 1 < terms.Count; from++)
        {
            var sum = terms[from].Number;
            for (var to = from + 1; to < terms.Count; to++)
            {
                sum += terms[to].Number;
                if (sum == told.Number) return true;
            }
        }

        return false;
    }

    /// <summary>
    /// 县医院终端50万元，卫生院终端…计140万元，卫生室终端…计60万元 beside 终端设备费用 ≤250万元: figures side by side in one sentence; not where one of them is called
    /// as the indicator is.
    /// </summary>
    private static void AddRow(List<TextQuantity> terms, LineQuantity line, TextQuantity[] told, bool isOfBoth)
    {
        for (var from = 0; from + 1 < told.Length; from++)
        {
            var sum = told[from].Number;
            for (var to = from + 1; to < told.Length && sum < line.Number; to++)
            {
                sum += told[to].Number;
                // 进校园18场、进社区12场 of 40 beside 30场: two of several make no sum
                if (sum == line.Number && (isOfBoth || (to > from + 1
                    && !told[from..(to + 1)].Any(part => part.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal)))))
                    terms.AddRange(told[from..(to + 1)]);
            }
        }
    }

    /// <summary>每人每月工资4200元、社会保险1300元 beside 每人每月工资及社会保险 5500元: two prices that the indicator names together.</summary>
    private static void AddPrices(List<TextQuantity> terms, LineQuantity line, ProjectFigures figures)
    {
        for (var at = 1; at < figures.Goal.Count; at++)
        {
            var (one, other) = (figures.Goal[at - 1], figures.Goal[at]);
            if (one.IsMoney && other.IsMoney && one.Sentence == other.Sentence && one.Number + other.Number == line.Number)
                terms.AddRange([one, other]);
        }
    }

    /// <summary>第一污水厂全年732万吨…；第二污水厂全年366万吨… beside 全年处理污水 1098万吨: one of each sentence, in the same words, all of the year.</summary>
    private static void AddSentences(List<TextQuantity> terms, LineQuantity line, ProjectFigures figures)
    {
        var told = figures.Goal.Where(one => one.Unit == line.Unit && one.Per.Count == 0 && one.Number < line.Number
            && one.Lead.Contains(Yearly, StringComparison.Ordinal)).ToArray();
        if (told.Length > 1 && told.DistinctBy(one => one.Sentence).Count() == told.Length && told.Sum(one => one.Number) == line.Number)
            terms.AddRange(told);
    }

    /// <summary>为150名对象每人提供2次 beside 心理辅导 300人次: a count times what each of them gets; 盐样、尿样各200份 beside 400份.</summary>
    private static void AddFactors(List<TextQuantity> terms, LineQuantity line, ProjectFigures figures)
    {
        if (line.IsMoney) return;
        terms.AddRange(figures.Goal.Where(each => each.Unit == line.Unit && each.Before.EndsWith('各')
            && each.Number * Two == line.Number));
        foreach (var each in figures.Goal.Where(each => each is { IsMoney: false, Per: [_], Number: > 1m }))
        {
            foreach (var count in figures.Goal.Where(count => count is { IsMoney: false, Per.Count: 0 } && count.Unit == each.Per[0]
                && count.Sentence == each.Sentence && count.Number * each.Number == line.Number))
                terms.AddRange([each, count]);
        }
    }
}
