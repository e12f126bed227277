using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Matching.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 本年要做的数。Which quantities of a goal are what the project itself is to do or pay this year: not what there is already, not what each
/// one gets, not other years', not others' money.
/// </summary>
internal static class OwnQuantities
{
    private const int LongestShared = 5;
    private const int ShortestName = 4;
    private const string Percent = "%";
    private const string Time = "时间";
    private const string Pieces = "个数";

    public static bool IsOwn(TextQuantity quantity, ProjectFigures figures, IndicatorReview review)
    {
        var words = review.Standards.Words;
        // 就业一人稳定一户: a saying
        if (quantity.Number == 1m && quantity.Text.StartsWith('一') && quantity.Unit is "户" or "人" or "个") return false;
        if ((review.Meaning.SpeaksOfManyYears(quantity.Before) && !IsNamed(quantity, figures))
            || figures.IsOfAllYears(quantity, words)) return false;
        if (figures.IsOfOtherYears(quantity, review.Year) && !IsNameOfLine(quantity, figures)) return false;
        // 由上年的1200人次增长10%: what there was
        if (quantity.Lead.EndsWith("由上年的", StringComparison.Ordinal) || quantity.Lead.EndsWith("由去年的",
            StringComparison.Ordinal)) return false;
        // 每季度与公安、殡葬数据比对1次: a list between «every» and the figure
        if (quantity is { IsMoney: false, Per.Count: 0 } && quantity.Lead.StartsWith('每')) return false;
        if (IsBackground(quantity, words) && !IsExchanged(quantity, figures, review)) return false;
        if (IsPartOfBackground(quantity, figures, words)) return false;
        if (IsForEach(quantity, words) || IsListedForEach(quantity, figures, words)) return false;
        if (quantity.IsMoney)
        {
            return !review.Meaning.SpeaksOfOtherMoney(quantity) && !IndicatorMeaning.ContainsAny(quantity.About, words.OtherFunds);
        }
        // 每台检验后3个工作日内发放: a limit of time is the same for each
        return quantity.Per.Count == 0 || (QuantityUnits.Kind(quantity.Unit) == Time && IsBelow(quantity.Bound) == true
            && quantity.Per.All(per => QuantityUnits.Kind(per) != Time));
    }

    /// <summary>2024年6月底前验收，工程使用年限15年以上: told in the very words of an indicator, in a clause without a year.</summary>
    private static bool IsNameOfLine(TextQuantity quantity, ProjectFigures figures) => figures.Lines.Any(line => line.Unit == quantity.Unit
        && line.Line.Stem.Length >= ShortestName && !quantity.IsOfLastYear && !figures.IsTold(line)
        // 2026年办理21.6万件，按时办结率99.2%: a report, no aim
        && !(quantity is { Unit: Percent, Bound: TargetOperator.Equal, HalfDigit: > 0m } || (quantity.Unit == Percent
            && quantity.Bound == TargetOperator.Equal && quantity.Number != decimal.Truncate(quantity.Number)))
        && quantity.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal)
        && !quantity.Lead.Contains("20", StringComparison.Ordinal));

    /// <summary>全县86所学校供餐 beside 供餐学校 68所: digits that changed places, of the one indicator in that unit.</summary>
    private static bool IsExchanged(TextQuantity quantity, ProjectFigures figures, IndicatorReview review) =>
        figures.Lines.Where(line => line.Unit == quantity.Unit && line.Per.Count == 0).ToArray() is [var line]
        && line.Number != quantity.Number && quantity.Number >= 10m
        && Figures.Plain(line.Number).Order().SequenceEqual(Figures.Plain(quantity.Number).Order())
        && Kinship.Of(quantity, line.Line.Indicator.Name, review.Standards.Words.Generic) > 0;

    /// <summary>专利三年维持率 is what an indicator is called: its years are no span of the goal's.</summary>
    private static bool IsNamed(TextQuantity quantity, ProjectFigures figures) => quantity.Unit == Percent && figures.Lines.Any(
        line => line.Unit == Percent && line.Line.Stem.Length >= LongestShared && quantity.Before.EndsWith(
            line.Line.Stem[^LongestShared..], StringComparison.Ordinal));

    /// <summary>为30个村各配备器材1套: what each gets, no count of all.</summary>
    private static bool IsForEach(TextQuantity quantity, Domain.Packs.IndicatorWords words)
    {
        // 为全县8所卫生院各更换X线机（DR）1台: a bracket stands between
        if (quantity.Number == 1m && quantity.Before.Length == 0 && quantity.Lead.Contains('各', StringComparison.Ordinal)) return true;
        var each = quantity.Before.LastIndexOf('各');
        return each >= 0 && !words.NoEach.Any(sign => quantity.Before.AsSpan(each + 1).StartsWith(sign, StringComparison.Ordinal));
    }

    /// <summary>为28个村各配备健身路径1套、乒乓球台2张: what is listed behind it is for each as well, as long as pieces are counted.</summary>
    private static bool IsListedForEach(TextQuantity quantity, ProjectFigures figures, Domain.Packs.IndicatorWords words) =>
        QuantityUnits.Kind(quantity.Unit) == Pieces && !quantity.IsTotal
            && figures.Goal.TakeWhile(told => !ReferenceEquals(told, quantity))
            .Any(told => told.Sentence == quantity.Sentence && IsForEach(told, words));

    /// <summary>全县现有42所学校: what there is, not what is to be done.</summary>
    private static bool IsBackground(TextQuantity quantity, Domain.Packs.IndicatorWords words) =>
        words.Background.Any(word => quantity.Before.EndsWith(word, StringComparison.Ordinal)
            && !IsServed(quantity.Before[..^word.Length], words)) || Exists(quantity.Before, words)
        // 全县60周岁以上老年人7.4万人
        || (quantity.Lead.Any(char.IsDigit) && words.Places.Any(word => quantity.Lead.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>现有中医药人员51人，其中执业中医师29人: a part of what there is anyway.</summary>
    private static bool IsPartOfBackground(TextQuantity told, ProjectFigures figures, Domain.Packs.IndicatorWords words) =>
        told is { IsDetail: true, IsMoney: false, Per.Count: 0 } && figures.Goal.LastOrDefault(whole => whole.Sentence == told.Sentence
            && whole.Unit == told.Unit && !whole.IsDetail) is { } all && Exists(all.Before, words);

    /// <summary>对全县42辆校车给予补贴: what is done for all of them is done for so many.</summary>
    private static bool IsServed(string before, Domain.Packs.IndicatorWords words) =>
        words.Served.Any(word => before.EndsWith(word, StringComparison.Ordinal));

    /// <summary>全县现有隐患点164处: behind a place, or nothing, a word of what there is.</summary>
    private static bool Exists(string before, Domain.Packs.IndicatorWords words)
    {
        var said = before;
        while (words.Places.FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal)) is { } place)
            said = said[place.Length..];
        return words.Existing.Any(word => said.StartsWith(word, StringComparison.Ordinal))
            // 县博物馆现有馆藏文物3260件
            || said.Contains("现有", StringComparison.Ordinal);
    }
}
