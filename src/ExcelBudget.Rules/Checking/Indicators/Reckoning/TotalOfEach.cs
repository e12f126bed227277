using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>
/// 每个多少×多少个。A figure for each (每期50人, 亩产650公斤, 每天2000吨, 每人每年1000元) times what it is for, unit by unit, against the one
/// figure that is told as their result: an indicator, or the amount that the goal tells right behind a price. Silent where another figure
/// of the goal explains the result, or words say that another factor stands between.
/// </summary>
internal sealed class TotalOfEach
{
    private const string Time = "时间";
    private const decimal Months = 12m;
    private const decimal Many = 10m;
    private static readonly string[] Whole = ["全县", "全市", "全区", "全旗", "全乡", "全镇"];

    private readonly ReviewedProject _project;
    private readonly IndicatorReview _review;
    private readonly ProjectFigures _figures;
    private readonly IndicatorWords _words;

    private TotalOfEach(ReviewedProject project, IndicatorReview review) =>
        (_project, _review, _figures, _words) = (project, review, ProjectFigures.Of(project), review.Standards.Words);

    /// <summary>The first figure for each whose total is another than told; null where all agree or nobody knows.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var reckoning = new TotalOfEach(project, review);
        var each = reckoning._figures.Goal.Where(told => told is { IsAbout: false, IsDetail: false, Number: > 0m }
            && reckoning.Per(told).Count > 0).ToArray();
        if (each.Length == 0 || WordList.IsIn(project.PlainGoal, review.Standards.Words.OtherFactors)) return null;
        return each.Select(told => told.IsMoney ? reckoning.OfAmount(told) : reckoning.OfLine(told))
            .FirstOrDefault(found => found is not null);
    }

    private Miscount? OfLine(TextQuantity each)
    {
        if (IsOneOfSeveral(each)) return null;
        // how many days each of them works is no sum of days
        if (_figures.IsOfOtherYears(each, _review.Year) || QuantityUnits.Kind(each.Unit) == Time) return null;
        foreach (var line in _figures.Lines.Where(line => QuantityUnits.Scale(each.Unit, line.Unit) is not null && IsResult(line)
            && !Sets(line, each)))
        {
            if (Product(each, line.Per) is not { Used.Count: > 0 } product || !IsNamed(line, each, product)) continue;
            // another figure of its unit may be the total, or one of several parts
            if (_figures.Goal.Any(told => !ReferenceEquals(told, each) && !product.Used.Contains(told) && IsSame(told, each.Unit)
                // 日均600吨，共处理2.19万吨: what an average comes to is told as the indicator sets it
                && !((each.Per.Count == 0 || each.Lead.Contains('均', StringComparison.Ordinal))
                    && told.Number == line.Number))) return null;
            if (_figures.Lines.Count(other => QuantityUnits.Scale(each.Unit, other.Unit) is not null && IsResult(other)
                && !Sets(other, each) && IsNamed(other, each, product)) > 1) return null;
            var scale = QuantityUnits.Scale(each.Unit, line.Unit)!.Value;
            var made = product.Made * scale;
            // 订单收购产量 beside 亩产650公斤: of some of it only
            if (!_review.Standards.Measured.Contains(line.Line.Group) && !IsOfAll(line, each)) return null;
            if (each.Per.Count == 0 && !IsOfAll(line, each)) return null;
            // 示范片亩产650公斤 beside 全县水稻总产量
            if (Array.Exists(Whole, all => line.Line.Stem.StartsWith(all, StringComparison.Ordinal)
                && !each.Context.Contains(all, StringComparison.Ordinal))) return null;
            if (product.Used.Any(count => count is not null && count.Number == line.Number && count.Unit == line.Unit)) return null;
            if (IsLooser(line, made, each, product)) return null;
            if (Explained.Is(made, line.Number, line.HalfDigit, Unused(each, product))) return null;
            var shown = line.Line.Number is > 0m and var told ? made * told / line.Number : made;
            return new Miscount(Explained.Said(shown, line.Line.Unit), product.Said, line.Line.Target, line.Line);
        }

        return null;
    }

    private bool IsOfAll(LineQuantity line, TextQuantity each) => _words.Yielded.Concat(["全年", "总", "年"]).Aggregate(line.Line.Stem,
        static (left, word) => left.Replace(word, "", StringComparison.Ordinal))
        .All(sign => !char.IsLetter(sign) || (each.Context + each.Lead + each.After + _project.Name).Contains(sign,
            StringComparison.Ordinal));

    /// <summary>示范区平均亩产 ≥650公斤: the figure for each, no total.</summary>
    private static bool Sets(LineQuantity line, TextQuantity each) => QuantityUnits.Scale(each.Unit, line.Unit) is { } scale
        && line.Number == each.Number * scale;

    /// <summary>450名，每人每年1000元，共54万元: the amount of the project, told right behind the only price, and nothing else is counted.</summary>
    private Miscount? OfAmount(TextQuantity price)
    {
        if (_project.Amount is not { Value: > 0m } amount || price.Bound != TargetOperator.Equal) return null;
        var meaning = _review.Meaning;
        var moneys = _figures.Goal.Where(told => told.IsMoney && !ReferenceEquals(told, price)).ToArray();
        if (moneys is not [{ Per.Count: 0, IsAbout: false } total, ..] || total.Sentence != price.Sentence || !IsAmount(total, amount)
            || !moneys.All(told => IsAmount(told, amount)) || !IsBare(total.Before)) return null;
        var order = _figures.Goal.ToList();
        if (order.IndexOf(price) > order.IndexOf(total)) return null;
        if (meaning.SpeaksOfOtherFunds(_figures.Goal) || meaning.SpeaksOfOtherMoney(price) || meaning.SpeaksOfOtherMoney(total)
            || meaning.SharesCosts(_project.PlainGoal) || WordList.IsIn(_project.PlainGoal, _words.Ceilings)
            || meaning.SpeaksOfManyYears(_project.Name) || meaning.SpeaksOfManyYears(_project.PlainGoal)) return null;
        if (Product(price, []) is not { Used.Count: > 0 } product || product.Used.Any(told => told is null)) return null;
        // what else is counted before the total may be paid as well
        var others = order.Where(told => told.Sentence == price.Sentence && !told.IsMoney && !product.Used.Contains(told)
            && order.IndexOf(told) < order.IndexOf(total)).ToArray();
        var made = product.Made;
        // 154.56 for 145.56: two digits that changed places are no other cost
        if (others.Length > 0 && !Explained.AreExchanged(made, amount.Value)) return null;
        if (Explained.IsAlike(made, amount.Value, amount.HalfWidth + total.HalfDigit)
            || Explained.Is(made, amount.Value, amount.HalfWidth, Unused(price, product))) return null;
        // above the amount it is told as a standard times a count
        return made > amount.Value && made <= Many * amount.Value ? null
            : new Miscount(Explained.Said(made, QuantityUnits.Yuan), product.Said, total.Text)
            {
                Also = [.. _figures.Lines.Where(line => line.IsMoney && line.Number == total.Number).Select(line => line.Line)],
            };
    }

    private static bool IsAmount(TextQuantity told, Measure amount) =>
        told.Per.Count == 0 && Math.Abs(told.Number - amount.Value) <= amount.HalfWidth + told.HalfDigit;

    private bool IsBare(string words) =>
        WordList.Without(WordList.Without(words, _words.Sums), _words.BareWords).Trim('|').Length == 0;

    private bool IsResult(LineQuantity line) => line.Number > 0m
        && line.Bound is not (TargetOperator.AtMost or TargetOperator.LessThan)
        && (_review.Standards.Measured.Contains(line.Line.Group) || _words.Yielded.Any(word => line.Line.Stem.EndsWith(word,
            StringComparison.Ordinal)));

    private bool IsNamed(LineQuantity line, TextQuantity each, Reckoned product) => Kinship.Of(
        string.Join('|', product.Used.Append(each).Select(told => told is null ? "" : told.Lead + "|" + told.After))
            // 开行助老班车，每天4趟: of a unit that counts one thing all of its sentence says what is meant
            + (_words.CommonUnits.Contains(each.Unit) ? "" : "|" + each.Context),
        line.Line.Indicator.Name, _words.Generic) > 0;

    /// <summary>每期不少于50人: more than that is no conflict.</summary>
    private bool IsLooser(LineQuantity line, decimal made, TextQuantity each, Reckoned product)
    {
        var bounds = product.Used.Append(each).Select(told => told is null || Reaches(told) ? TargetOperator.Equal : told.Bound).ToArray();
        return line.Number > made ? Array.Exists(bounds, bound => bound is TargetOperator.AtLeast or TargetOperator.MoreThan)
            : Array.Exists(bounds, bound => bound is TargetOperator.AtMost or TargetOperator.LessThan);
    }

    /// <summary>亩产达到650公斤 is an aim, no least.</summary>
    private bool Reaches(TextQuantity told) => _words.Reaches.Any(word => told.Lead.EndsWith(word, StringComparison.Ordinal));

    private bool IsOneOfSeveral(TextQuantity each) =>
        _figures.Goal.Any(told => !ReferenceEquals(told, each) && told.Unit == each.Unit && Per(told).Count > 0);

    private static bool IsSame(TextQuantity told, string unit) =>
        told.Per.Count == 0 && (told.Unit == unit || (QuantityUnits.IsHeads(told.Unit) && QuantityUnits.IsHeads(unit)));

    private IEnumerable<TextQuantity> Unused(TextQuantity each, Reckoned product) => _figures.Name.Concat(_figures.Goal)
        .Where(told => !ReferenceEquals(told, each) && !product.Used.Contains(told) && !told.IsMoney);

    private Reckoned? Product(TextQuantity each, IReadOnlyList<string> kept)
    {
        var (made, said, used) = (each.Number, each.Text, new List<TextQuantity?>());
        // 两座厂每天各处理1000吨
        if (each.Before.Contains('各', StringComparison.Ordinal))
        {
            if (EachTimes.Of(each with { Per = [] }, _words) is not { } together) return null;
            (made, said) = (together, Figures.Plain(together) + each.Unit);
        }

        foreach (var per in Per(each).Where(per => !kept.Contains(per)))
        {
            if (QuantityUnits.Kind(per) == Time || QuantityUnits.TimesAYear(per) is not null)
            {
                if (Span(per) is not { } span) return null;
                made *= span.Number;
                if (span.Number != 1m) said += $"×{span.Text}";
                if (span.Told is not null || span.Number != 1m) used.Add(span.Told);
                continue;
            }

            // 每名巡查员每月巡查2次 beside 每座水库巡查: only how long it goes on leads from one to the other
            if (kept.Count > 0 || Count(per, each) is not { } count) return null;
            var all = EachTimes.Of(count, _words) ?? count.Number;
            made *= all;
            said = all == count.Number ? $"{count.Text}×{said}" : $"{Figures.Plain(all)}{count.Unit}×{said}";
            used.Add(count);
            if (all != count.Number && _figures.Goal.ToList() is var order && order.IndexOf(count) is > 0 and var at)
                used.Add(order[at - 1]);
        }

        // 每月巡查2次 beside 每座水库全年巡查: the indicator for one of them is reached without them
        return kept.Count > 0 && !kept.All(per => Per(each).Contains(per) || Per(each).All(one => QuantityUnits.Kind(one) == Time)) ? null
            : new Reckoned(made, said, used);
    }

    /// <summary>How long it goes on, where one length is told; a year where a price is for a year or for a month of 全年.</summary>
    private (decimal Number, string Text, TextQuantity? Told)? Span(string unit)
    {
        var told = _figures.Goal.Where(one => one.Unit == unit && Per(one).Count == 0).DistinctBy(one => one.Number).ToArray();
        if (told is [var only]) return only.IsAbout || only.IsDetail ? null : (only.Number, only.Text, only);
        if (told.Length > 1) return null;
        return QuantityUnits.TimesAYear(unit) == 1m ? (1m, "", null) : null;
    }

    private TextQuantity? Count(string unit, TextQuantity each)
    {
        var counts = _figures.Goal.Where(told => !ReferenceEquals(told, each) && !told.IsMoney && Per(told).Count == 0
            && IsCounted(told, unit)).ToArray();
        // 46人…每人每月2800元 … 一次死亡3人以上事故为零: a price is for those of its own sentence
        if (counts.Length > 1 && each.IsMoney) counts = Array.FindAll(counts, told => told.Sentence == each.Sentence);
        return counts is [{ IsAbout: false, IsDetail: false, Number: > 0m } only] && !_figures.IsOfOtherYears(only, _review.Year) ? only
            : null;
    }

    /// <summary>个 counts what its noun says: 12个监测点 for «每点».</summary>
    private static bool IsCounted(TextQuantity told, string unit) => told.Unit == unit || (told.Unit is "个" or "所" or "家" or "处"
        && unit.Length == 1 && QuantityUnits.Kind(unit).Length == 0
        && (told.After.Length > 0 ? told.After.AsSpan(0, Math.Min(6, told.After.Length)).Contains(unit[0])
            : told.Before.EndsWith(unit, StringComparison.Ordinal)));

    private IReadOnlyList<string> Per(TextQuantity told)
    {
        if (told.Per.Count > 0 || told.IsMoney || told.Before.Length == 0) return told.Per;
        foreach (var word in _words.Yields)
        {
            if (told.Lead.Contains(word, StringComparison.Ordinal) && told.Before.Contains(word, StringComparison.Ordinal))
                return [word[0] == '日' ? "天" : "亩"];
        }

        return told.Per;
    }

    private sealed record Reckoned(decimal Made, string Said, List<TextQuantity?> Used);
}
