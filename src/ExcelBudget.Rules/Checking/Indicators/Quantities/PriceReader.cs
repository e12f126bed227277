using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>
/// 单价×数量。Multiplies a price for one by what it is for, as far as the project tells it. Of several prices for one thing each needs a count
/// that its own words name; a count of all of them is nobody's.
/// </summary>
internal sealed partial class PriceReader(ReviewedProject project, IndicatorReview review)
{
    /// <summary>20个大气环境微型监测站: so far behind its count the noun may stand.</summary>
    private const int LongestNoun = 12;

    private readonly ProjectFigures _figures = ProjectFigures.Of(project);

    private readonly Domain.Packs.IndicatorWords _pack = review.Standards.Words;

    private readonly IReadOnlyList<string> _generic = review.Standards.Words.Generic;

    /// <summary>What a price of the goal comes to; null when what it is for is counted nowhere.</summary>
    public IEnumerable<Part> Of(TextQuantity price)
    {
        var told = Make(price.Number, price.HalfDigit, price.Text, price.Per, price.Before, unit => InGoal(price, unit));
        if (told is not null) yield return told with { Told = price };
        foreach (var part in FromLines(price.Number, price.HalfDigit, price.Text, price.Per, price.About, null))
            yield return part with { Told = price };
    }

    /// <summary>What a price set by an indicator comes to.</summary>
    public IEnumerable<Part> Of(LineQuantity price) =>
        FromLines(price.Number, price.HalfDigit, price.Line.Target, price.Per, price.Line.Indicator.Name, price.Line);

    private IEnumerable<Part> FromLines(
        decimal price, decimal half, string said, IReadOnlyList<string> per, string words, ReviewedIndicator? line)
    {
        var main = per.FirstOrDefault(unit => !IsTime(unit));
        if (main is null)
        {
            if (Make(price, half, said, per, words, Time) is { } part) yield return line is null ? part : part with { Lines = [line] };
            yield break;
        }

        var counts = _figures.Lines.Where(
            count => count is { IsMoney: false, IsForOne: false, Number: > 0m } && !ReferenceEquals(count.Line, line)
            && Counts(count.Unit, main, count.Line.Indicator.Name) && !_figures.IsOfSeveralYears(count, review)).ToArray();
        var most = counts.Select(count => Kinship.Of(words, count.Line.Indicator.Name, [])).DefaultIfEmpty().Max();
        // of several counts that fit equally well the smallest accuses nobody wrongly
        var kin = most == 0 ? [] : counts.Where(count => Kinship.Of(words, count.Line.Indicator.Name, []) == most)
            .OrderBy(count => count.Number).Take(1).ToArray();
        var rivals = Rivals(price, main);
        if (rivals.Length > 0)
            kin = [.. kin.Where(count => rivals.All(other => Kinship.Of(other, count.Line.Indicator.Name, []) < most))];
        var isAlone = counts.Length == 1 && rivals.Length == 0 && (HasOther(main)
            ? IsToldTwice(line, counts[0], main) || IsOnlyPay(line, counts[0], per)
            : line is null || IsOnlyPrice(line, counts[0]));
        foreach (var count in kin.Length > 0 ? kin : isAlone ? counts : [])
        {
            var part = Make(price, half, said, per, words, unit => unit == main ? (count.Number, $"{Figures(count)}") : Time(unit));
            if (part is not null) yield return part with { Lines = line is null ? [count.Line] : [line, count.Line] };
        }
    }

    /// <summary>
    /// 救助残疾儿童 ≥95人 beside 人均康复补助 ≤1.6万元: the only cost of the project, and the only thing counted in that unit, among the quantities.
    /// </summary>
    private bool IsOnlyPrice(ReviewedIndicator line, LineQuantity count) =>
        _figures.Lines.Count(other => other.IsMoney && review.Meaning.NamesCost(other.Line)) == 1 && review.Meaning.IsFiledAsCost(line)
        && IndicatorMeaning.ContainsAny(line.Indicator.Name, _pack.Benefits) && review.Standards.Measured.Contains(count.Line.Group);

    /// <summary>
    /// 防护工程里程 52公里 and 每公里费用: the one thing counted in that unit, by goal and indicators alike, and the only cost for one of it.
    /// </summary>
    private bool IsToldTwice(ReviewedIndicator? line, LineQuantity count, string unit) => line is not null
        && review.Meaning.IsFiledAsCost(line)
        && review.Standards.Measured.Contains(count.Line.Group)
        // 每批次检测费 beside 抽检农产品 1600批次, the only cost
        && (!_pack.CommonUnits.Contains(unit) || (unit == "批" && _figures.Lines.Count(other => other.IsMoney) == 1))
        && _figures.Goal.Where(told => told.Unit == unit).All(told => told.Number == count.Number && told.Per.Count == 0);

    /// <summary>
    /// 聘用保洁员 45名 beside 每人每月工资 800元: a pay by the month that names nobody else, for the only people that goal and indicators count.
    /// </summary>
    private bool IsOnlyPay(ReviewedIndicator? line, LineQuantity count, IReadOnlyList<string> per) => line is not null
        && per.Contains("月") && review.Meaning.IsFiledAsCost(line) && review.Standards.Measured.Contains(count.Line.Group)
        && line.Indicator.Name.StartsWith('每') && _figures.Lines.Count(other => other.IsMoney && other.Per.Count > 0) == 1
        && _figures.Goal.Where(told => told.Unit == count.Unit).ToArray() is [{ IsAbout: false, Per.Count: 0 } only]
        && only.Number == count.Number;

    /// <summary>The words of other prices for the same unit: 中级职称每人500元 beside 高级职称每人800元.</summary>
    private string[] Rivals(decimal price, string unit) =>
    [
        // 一类园每园4万元、二类园每园3万元: 园 stands for 所
        .. _figures.Goal.Where(told => told.IsMoney && told.Number != price && told.Per.Any(per => per == unit
            || (per.Length == 1 && QuantityUnits.Kind(per).Length == 0 && !IsTime(unit)))).Select(told => Noun(told.Before)),
        .. _figures.Lines.Where(line => line.IsMoney && line.Per.Contains(unit) && line.Number != price)
            .Select(line => line.Line.Indicator.Name),
    ];

    private bool IsItsAlone(string noun, TextQuantity told, string[] rivals, bool isOnly) =>
        Kinship.Of(noun, told.About, _generic) is > 0 and var kin && rivals.All(other =>
            Kinship.Of(other, told.About, _generic) is var near && (near < kin || (isOnly && near > 0)));

    /// <summary>What stands before 每 or 人均: whom the price is for.</summary>
    private static string Noun(string before)
    {
        before = before.TrimStart('按', '照');
        var cut = before.AsSpan().IndexOfAny('每', '均', '按');
        if (cut > 0 && before[cut] == '均') cut--;
        return cut < 0 ? before : before[..cut];
    }

    /// <summary>True for a noun that says whom a price is for; 维修费 and 补助标准 say what it pays.</summary>
    private bool NamesThing(string noun) =>
        WordList.Without(WordList.Without(noun, _generic), _pack.Paying).Trim('|') is { Length: > 1 } named
        && !_pack.Costs.Concat(_pack.PerUnit).Any(word => named.EndsWith(word, StringComparison.Ordinal));

    private static bool IsYear(string unit) => QuantityUnits.TimesAYear(unit) == 1m;

    private bool HasOther(string unit) => _figures.Goal.Any(told => told.Unit == unit);

    private static string Figures(LineQuantity count) => count.Line.Indicator.Value + count.Line.Unit;

    private Part? Make(
        decimal price, decimal half, string said, IReadOnlyList<string> per, string words,
        Func<string, (decimal Number, string Said)?> find)
    {
        var (yuan, width, text, isWhole, isAssumed) = (price, half, said, true, false);
        // 夏秋两季值守，每人每季1000元: seasons, no quarters
        var isSeasonal = per.Contains("季") && WordList.IsIn(project.Goal, _pack.Seasons);
        foreach (var unit in per)
        {
            // 每人每年600元，连续扶持20年: the amount is one year's
            if (!IsYear(unit) && find(unit) is { } factor)
                (yuan, width, text) = (yuan * factor.Number, width * factor.Number, $"{text}×{factor.Said}");
            else if (QuantityUnits.TimesAYear(unit) is { } times && !(times > 1m && per.All(IsTime)) && !(unit == "季" && isSeasonal))
            {
                (yuan, width, isAssumed) = (yuan * times, width * times, isAssumed || times > 1m);
                if (times > 1m) text += $"×{times:0}个{(unit == "月" ? "月" : "季度")}";
            }
            else if (IsTime(unit)) isWhole = false;
            else return null;
        }

        return new Part(yuan, width, text, isWhole, isAssumed) { Price = price, Counted = [.. per.Where(unit => !IsTime(unit))] };
    }

    /// <summary>The count in the goal that a price is for: in its own sentence the nearest before it, else the only one.</summary>
    private (decimal Number, string Said)? InGoal(TextQuantity price, string unit)
    {
        var counts = _figures.Goal.Where(
            told => !told.IsMoney && told.Per.All(IsYear) && told.Number > 0m && Counts(told.Unit, unit, told.After)
                && !_figures.IsOfAllYears(told, _pack) && !_figures.IsOfOtherYears(told, review.Year)).ToArray();
        // 硕士每人每月800元 is for 硕士30人, not for 人才90名
        var noun = Noun(price.Before);
        // 县道180公里、乡道320公里，共500公里: the words of the first part are not the total's
        int Kin(TextQuantity told) => Kinship.Of(noun, told.IsTotal ? told.After : told.About, _generic);
        var kin = counts.Select(Kin).DefaultIfEmpty().Max();
        if (kin > 0) counts = [.. counts.Where(told => Kin(told) == kin)];
        var own = counts.Where(told => told.Sentence == price.Sentence).ToArray();
        var order = _figures.Goal.ToList();
        var place = order.IndexOf(price);
        // C级30户，每户1万元，D级50户，每户3.2万元: of several prices each belongs to the count right before it
        var isOneOfMany = order.Count(told => told.IsMoney && told.Sentence == price.Sentence && told.Per.Contains(unit)) > 1;
        var rivals = Rivals(price.Number, unit);
        var right = (isOneOfMany || rivals.Length > 0) && place > 0 && own.Contains(order[place - 1]) ? order[place - 1] : null;
        if (right is null && rivals.Length > 0)
        {
            // 用于14部电梯的维保和年检，维保每部4800元，年检每部700元: the one count is of both
            var isOnly = counts.Length == 1;
            own = [.. own.Where(told => IsItsAlone(noun, told, rivals, isOnly))];
            counts = [.. counts.Where(told => IsItsAlone(noun, told, rivals, isOnly))];
        }

        // 国家级公益林每亩补偿16元 is not for 国有林12.6万亩
        if (kin == 0 && !IsTime(unit) && NamesThing(noun)) return null;
        // 标准站1座14万元，微型站13座、每座2万元: right behind its own count
        if (right is null && place > 0 && order[place - 1] is { IsDetail: true } beside && own.Contains(beside) && price.IsDetail
            // 其中特困人员500人每人400元
            && (beside.After.StartsWith('每') || order.Take(place - 1).Any(told => told.IsMoney && told.Sentence == price.Sentence
                && told.IsDetail))) right = beside;
        var nearest = right ?? own.Where(told => !told.IsDetail).LastOrDefault(told => order.IndexOf(told) < place)
            ?? own.LastOrDefault(told => order.IndexOf(told) < place) ?? own.FirstOrDefault();
        var found = nearest ?? (counts.Length == 1 ? counts[0] : null);
        if (found is null && IsTime(unit)) return Time(unit);
        return found is null ? null : (found.Number, found.Text);
    }

    /// <summary>How many months, days the project tells, where it tells one number only.</summary>
    private (decimal Number, string Said)? Time(string unit)
    {
        if (!IsTime(unit)) return null;
        var told = _figures.Goal.Where(quantity => quantity.Unit == unit && quantity.Per.Count == 0 && quantity.Number is > 0m and <= 366m)
            .ToArray();
        if (told.Length == 1) return (told[0].Number, told[0].Text);
        var lines = _figures.Lines.Where(line => !line.IsMoney && line.Unit == unit && line.Number is > 0m and <= 366m).ToArray();
        return lines.Length == 1 ? (lines[0].Number, Figures(lines[0])) : unit == "月" ? MonthsOfSpan() : null;
    }

    /// <summary>服务期为2025年1月至6月: a span within one year, told once.</summary>
    private (decimal Number, string Said)? MonthsOfSpan() => IntoNextYear().Matches(project.Goal) is [var winter]
        && int.Parse(winter.Groups["from"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var autumn
        && int.Parse(winter.Groups["to"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var spring && spring < autumn
        ? (December + 1m - autumn + spring, $"{December + 1 - autumn + spring}个月") : ToYearEnd().Match(project.Goal)
            is { Success: true } begins
        && int.Parse(begins.Groups["from"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is var first
        ? (December + 1m - first, $"{December + 1 - first}个月") : Spans().Matches(project.Goal) is [var span]
        && int.Parse(span.Groups["to"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture)
            - int.Parse(span.Groups["from"].ValueSpan, System.Globalization.CultureInfo.InvariantCulture) is >= 0 and var months
        ? (months + 1m, $"{months + 1}个月") : null;

    private const int December = 12;

    /// <summary>11月至次年3月.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(@"(?<![0-9.])(?<from>1[0-2]|[1-9])月(?:份|1日)?[至到\-—–~～](?:次年|翌年|来年|第二年)(?"
        + @"<to>1[0-2]|[1-9])月(?![0-9])")]
    private static partial System.Text.RegularExpressions.Regex IntoNextYear();

    /// <summary>7月1日起上岗至年底.</summary>
    [System.Text.RegularExpressions.GeneratedRegex(
        @"(?<![0-9.])(?<from>1[0-2]|[1-9])月(?:1日|份)?(?:起|开始)[^，。；0-9]{0,8}(?:至|到)(?:年底|年末|12月)")]
    private static partial System.Text.RegularExpressions.Regex ToYearEnd();

    [System.Text.RegularExpressions.GeneratedRegex(
        @"(?<![0-9.])(?<from>1[0-2]|[1-9])(?:月份?)?[至到\-—–~～](?<to>1[0-2]|[1-9])月(?![0-9])")]
    private static partial System.Text.RegularExpressions.Regex Spans();

    /// <summary>个 counts what its noun says: 70个行政村 for «每村».</summary>
    private static bool Counts(string unit, string per, string noun)
    {
        if (unit == per) return true;
        if (per == "人" && unit == "人次") return true;
        return unit is "个" or "所" or "家" && noun.Length > 0 && per.Length == 1 && noun.AsSpan(0, Math.Min(LongestNoun, noun.Length))
            .Contains(per[0]);
    }

    private static bool IsTime(string unit) => QuantityUnits.TimesAYear(unit) is not null || unit is "天" or "日" or "周" or "学期" or "小时";
}
