using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using static ExcelBudget.Rules.Checking.Indicators.Agreement.SameMatter;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// countConflict：人数、次数、标准前后不一致。A count, a price for one or a part of the cost in the goal or the name that contradicts the indicator on
/// the same thing. Only when that indicator is the only one it can mean; one figure that agrees does not silence another that does not.
/// </summary>
internal sealed class CountConflictCheck : ProjectCheck
{
    private const int Kin = 2;
    private const int LongestShared = 5;
    private const int ShortestName = 4;
    private const int LongestEach = 3;
    private const string Percent = "%";
    private const string Time = "时间";
    private const string Pieces = "个数";

    /// <inheritdoc />
    public override string Name => "countConflict";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (Deadlines.PutOff(project, review) is { } late)
            yield return new Objection(project, late.Line, Actual: late.Line.Target, Expected: late.Told, Match: late.Told);
        var figures = ProjectFigures.Of(project);
        var told = figures.Name.Concat(figures.Goal).Where(quantity => IsOwn(quantity, figures, review)).ToArray();
        var others = figures.Goal.Where(quantity => quantity.IsMoney && review.Meaning.SpeaksOfOtherMoney(quantity)
            && !review.Meaning.SpeaksOfManyYears(quantity.Before)).ToArray();
        var forOne = figures.Goal.Where(quantity => quantity is { IsMoney: false, Per.Count: > 0 }
            && !figures.IsOfOtherYears(quantity, review.Year)).ToArray();
        // 因贫失学学生0人: nothing to happen is no count of what is done
        foreach (var line in figures.Lines.Where(line => line.Number > 0m || line.Unit == Percent))
        {
            // 三年累计27期 beside ≥27期: the indicator is set for several years
            if (figures.IsOfSeveralYears(line, review)) continue;
            if (!line.IsMoney && line.Per.Count > 0)
            {
                if (ForOne(line, forOne, figures, review) is { } one)
                    yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: one.Text, Match: one.Text);
                continue;
            }

            if (InName(line) is { } named)
            {
                yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: named.Text, Match: named.Text);
                continue;
            }

            if (OfParts(line, figures) is { } total)
            {
                yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: total.Text, Match: total.Text);
                continue;
            }

            if (OfAll(line, figures, review) is { } all)
            {
                var said = Figures.Plain(all) + line.Line.Unit;
                yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: said, Match: said);
                continue;
            }

            // 户均增收3000元 is compared with income only
            var isOther = line.IsMoney && !review.Meaning.IsCost(line.Line);
            var about = (isOther ? others : told).Where(quantity => IsAbout(quantity, line, told, figures, review)
                && !IsSetElsewhere(quantity, line, figures, review)
                && !figures.Lines.Any(other => !ReferenceEquals(other, line) && IsAbout(quantity, other, told, figures, review)
                    && Nearness(quantity, other, review) >= Nearness(quantity, line, review))).ToArray();
            // 人行道1455㎡，面包砖1164㎡ beside 人行道及面包砖2619㎡: the indicator adds them up
            if (about.Length > 1 && about.Sum(quantity => quantity.Number) == line.Number) continue;
            if (Array.Find(about, quantity => !Agrees(quantity, line, isOther) && !IsPartOfWhole(quantity, line, project)) is { } wrong
                && !IsExcused(wrong, about, line, figures, review))
            {
                yield return new Objection(project, line.Line, Actual: line.Line.Target, Expected: wrong.Text, Match: wrong.Text);
            }
        }
    }

    /// <summary>培训工匠250人 beside 培训工匠 ≥250个 and 新增持证工匠 ≥150人: another indicator carries the figure in a unit of its own.</summary>
    private static bool IsSetElsewhere(TextQuantity quantity, LineQuantity line, ProjectFigures figures, IndicatorReview review) =>
        !quantity.IsMoney && quantity.Number != line.Number && figures.Lines.Any(other => !ReferenceEquals(other, line)
            && other.Number == quantity.Number && other.Unit != quantity.Unit && !other.IsMoney && other.Unit != Percent
            && QuantityUnits.Kind(other.Unit) != Time && Nearness(quantity, other, review) >= Nearness(quantity, line, review)
            && Nearness(quantity, other, review) >= Kin);

    /// <summary>
    /// 一类860人、二类420人、三类160人，合计1440人 beside the same three and 享受津贴教师 1404人: the goal's total, made by what the other indicators
    /// carry.
    /// </summary>
    private static TextQuantity? OfParts(LineQuantity line, ProjectFigures figures)
    {
        if (line.IsMoney || line.Per.Count > 0 || line.Unit == Percent) return null;
        var parts = figures.Lines.Where(other => !ReferenceEquals(other, line) && other.Unit == line.Unit && other.Per.Count == 0
            && other.Line.Group == line.Line.Group).ToArray();
        if (parts.Length < Kin || !parts.All(part => figures.Goal.Any(told => told.Unit == part.Unit && told.Number == part.Number)))
            return null;
        var sum = parts.Sum(part => part.Number);
        return sum == line.Number || figures.Goal.Any(told => told.Unit == line.Unit && told.Number == line.Number) ? null
            : figures.Goal.FirstOrDefault(told => told.IsTotal && told.Unit == line.Unit && told.Number == sum && told.Per.Count == 0);
    }

    /// <summary>硬化道路3公里 ≥5公里: the figure at the end of the name against the target.</summary>
    private static TextQuantity? InName(LineQuantity line)
    {
        var name = line.Line.Indicator.Name;
        if (line.Per.Count > 0 || line.Unit == Percent || QuantityUnits.Kind(line.Unit) == Time) return null;
        if (name.Length == 0 || name.AsSpan().IndexOfAnyInRange('0', '9') <= 0) return null;
        return QuantityText.Read(name) is [{ Per.Count: 0, IsAbout: false, After.Length: 0, Bound: TargetOperator.Equal } told]
            && told.Unit == line.Unit && told.Number != line.Number && name.EndsWith(told.Text, StringComparison.Ordinal)
            && told.Before.Length > 1 ? told : null;
    }

    /// <summary>
    /// 揉捻机10台、烘干机6台、杀青机4台 beside 购置加工设备 ≥18台: the one indicator of that unit is named for all of them together, and its figure is
    /// neither their sum nor one of them.
    /// </summary>
    private static decimal? OfAll(LineQuantity line, ProjectFigures figures, IndicatorReview review)
    {
        var name = line.Line.Stem.TrimEnd('数', '量', '台', '套', '件', '个');
        if (!review.Standards.Words.Collective.Any(word => name.EndsWith(word, StringComparison.Ordinal))
            || figures.Lines.Count(other => other.Unit == line.Unit) > 1) return null;
        var told = figures.Goal.Where(quantity => quantity.Unit == line.Unit && quantity.Per.Count == 0).ToArray();
        if (told.Length < 2 || told.Any(quantity => quantity.IsAbout || quantity.IsDetail || quantity.Sentence != told[0].Sentence
            || quantity.Number == line.Number)) return null;
        var sum = told.Sum(quantity => quantity.Number);
        return sum != line.Number ? sum : null;
    }

    /// <summary>
    /// 每月上岗不少于8天 beside 每月上岗天数 ≥6天: the only count of the goal in the same unit, per the same span or thing, that is told in the
    /// words of this indicator and of no other.
    /// </summary>
    private static TextQuantity? ForOne(LineQuantity line, TextQuantity[] told, ProjectFigures figures, IndicatorReview review)
    {
        string[] without = [.. review.Standards.Words.Generic, .. line.Per.Select(per => "每" + per)];
        int Near(TextQuantity quantity, LineQuantity other) =>
            Kinship.NamesTheSame(quantity, other.Line.Indicator.Name, without) ? Math.Max(Kin, Of(quantity, other)) : Of(quantity, other);
        int Of(TextQuantity quantity, LineQuantity other) => Kinship.Of(quantity, other.Line.Indicator.Name, without);
        var same = told.Where(quantity => quantity.Unit == line.Unit && IsPerSame(quantity, line)).ToArray();
        // 每期50人 beside 每期培训人数 ≥60人: neither side tells another such figure
        var isOnly = same is [{ Before: ['每', ..] bare }] && bare.Length <= LongestEach
            && figures.Lines.Count(other => other.Unit == line.Unit && SamePer(other.Per, line.Per)) == 1;
        var about = isOnly ? same : [.. same.Where(quantity => Near(quantity, line) >= Kin)];
        return about is [var one] && !Agrees(one, line)
            && !figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == line.Unit && Near(one, other) >= Near(one, line))
            ? one
            : null;
    }

    /// <summary>The same span or thing; 每月驱虫1次 and 每只犬驱虫次数 12次/月 share the span that both name.</summary>
    private static bool IsPerSame(TextQuantity quantity, LineQuantity line)
    {
        if (line.Per.All(quantity.Per.Contains)) return true;
        var spans = line.Per.Where(per => QuantityUnits.Kind(per) == Time).ToArray();
        return spans.Length > 0 && quantity.Per.Count > 0 && quantity.Per.All(spans.Contains) && spans.All(quantity.Per.Contains);
    }

    /// <summary>其中中央资金829万元, or one sum of several, beside a limit that is the project's whole amount.</summary>
    private static bool IsPartOfWhole(TextQuantity told, LineQuantity line, ReviewedProject project) =>
        told.IsMoney && ((told.Number < line.Number && project.Amount?.Value == line.Number)
            // 66万元全部用于设备购置、站房建设和联网 tells the whole of several
            || (told.Per.Count == 0 && told.Number > line.Number && project.Amount?.Value == told.Number));

    private static bool IsOwn(TextQuantity quantity, ProjectFigures figures, IndicatorReview review)
    {
        var words = review.Standards.Words;
        if ((review.Meaning.SpeaksOfManyYears(quantity.Before) && !IsNamed(quantity, figures))
            || figures.IsOfAllYears(quantity, words)) return false;
        if (figures.IsOfOtherYears(quantity, review.Year) && !IsNameOfLine(quantity, figures)) return false;
        // 每季度与公安、殡葬数据比对1次: a list between «every» and the figure
        if (quantity is { IsMoney: false, Per.Count: 0 } && quantity.Lead.StartsWith('每')) return false;
        if (IsBackground(quantity, words) && !IsExchanged(quantity, figures, review)) return false;
        if (IsForEach(quantity, words) || IsListedForEach(quantity, figures, words)) return false;
        if (quantity.IsMoney)
        {
            return !review.Meaning.SpeaksOfOtherMoney(quantity) && !IndicatorMeaning.ContainsAny(quantity.About, words.OtherFunds);
        }
        return quantity.Per.Count == 0;
    }

    /// <summary>2024年6月底前验收，工程使用年限15年以上: told in the very words of an indicator, in a clause without a year.</summary>
    private static bool IsNameOfLine(TextQuantity quantity, ProjectFigures figures) => figures.Lines.Any(line => line.Unit == quantity.Unit
        && line.Line.Stem.Length >= ShortestName && quantity.Before.EndsWith(line.Line.Stem, StringComparison.Ordinal)
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
        var each = quantity.Before.LastIndexOf('各');
        return each >= 0 && each + 1 < quantity.Before.Length
            && !words.NoEach.Any(sign => quantity.Before.AsSpan(each + 1).StartsWith(sign, StringComparison.Ordinal));
    }

    /// <summary>为28个村各配备健身路径1套、乒乓球台2张: what is listed behind it is for each as well, as long as pieces are counted.</summary>
    private static bool IsListedForEach(TextQuantity quantity, ProjectFigures figures, Domain.Packs.IndicatorWords words) =>
        QuantityUnits.Kind(quantity.Unit) == Pieces && figures.Goal.TakeWhile(told => !ReferenceEquals(told, quantity))
            .Any(told => told.Sentence == quantity.Sentence && IsForEach(told, words));

    /// <summary>全县现有42所学校: what there is, not what is to be done.</summary>
    private static bool IsBackground(TextQuantity quantity, Domain.Packs.IndicatorWords words) =>
        words.Background.Any(word => quantity.Before.EndsWith(word, StringComparison.Ordinal)) || Exists(quantity.Before, words)
        // 全县60周岁以上老年人7.4万人
        || (quantity.Lead.Any(char.IsDigit) && words.Places.Any(word => quantity.Lead.StartsWith(word, StringComparison.Ordinal)));

    /// <summary>全县现有隐患点164处: behind a place, or nothing, a word of what there is.</summary>
    private static bool Exists(string before, Domain.Packs.IndicatorWords words)
    {
        var said = before;
        while (words.Places.FirstOrDefault(word => said.StartsWith(word, StringComparison.Ordinal)) is { } place)
            said = said[place.Length..];
        return words.Existing.Any(word => said.StartsWith(word, StringComparison.Ordinal));
    }

    /// <summary>
    /// A larger or smaller figure beside the one that agrees is another role: the whole of several years, a part, a total.
    /// </summary>
    private static bool IsExcused(TextQuantity wrong, TextQuantity[] about, LineQuantity line, ProjectFigures figures,
        IndicatorReview review)
    {
        if (IsToldElsewhere(wrong, line, figures, review) || IsSumOfAll(wrong, line, figures) || IsSumOfLines(wrong, line, figures))
            return true;
        if (!Array.Exists(about, quantity => Agrees(quantity, line))) return false;
        // 总投资1500万元，建设农田1万亩，分两年实施；本年建设4000亩
        if (review.Meaning.SpeaksOfManyYears(string.Join('\n',
            figures.Goal.Where(quantity => quantity.Sentence == wrong.Sentence).Select(quantity => quantity.About))))
        {
            return true;
        }
        var best = about.Where(quantity => Agrees(quantity, line)).Max(quantity => Nearness(quantity, line, review));
        return wrong.IsDetail || Nearness(wrong, line, review) < best
            || IndicatorMeaning.ContainsAny(wrong.About, review.Standards.Words.Totals) || wrong.IsAbout;
    }

    /// <summary>
    /// 每头保费60元，其中县级承担45元 beside 县级每头补贴 ≤45元: the goal tells the indicator's very figure, of something that no other indicator
    /// names better, and the other figure is no nearer.
    /// </summary>
    private static bool IsToldElsewhere(TextQuantity wrong, LineQuantity line, ProjectFigures figures, IndicatorReview review) =>
        line.Unit != Percent && figures.Goal.Any(told => told.Unit == line.Unit && told.Number == line.Number
            && !ReferenceEquals(told, wrong) && Nearness(told, line, review) is var near
            && (near > 0 || (told.IsMoney && told.Per.Count > 0 && SamePer(told.Per, line.Per)
                && Payer(told.Before, review) == Payer(line.Line.Indicator.Name, review)) || IsItsOwn(told, line, figures))
            && !figures.Lines.Any(other => !ReferenceEquals(other, line) && other.Unit == told.Unit && other.Number == told.Number
                && Nearness(told, other, review) > near));

    /// <summary>100周岁及以上，预计30人: the figure of this indicator and of no other, told once.</summary>
    private static bool IsItsOwn(TextQuantity told, LineQuantity line, ProjectFigures figures) => told is { IsMoney: false, Per.Count: 0 }
        && figures.Lines.Count(other => other.Number == line.Number && other.Unit == line.Unit) == 1
        && figures.Goal.Count(other => other.Number == line.Number && other.Unit == line.Unit) == 1;

    /// <summary>示范班1期、培训班2期 beside 培训班期数 3期: the indicator counts all of the sentence.</summary>
    private static bool IsSumOfAll(TextQuantity wrong, LineQuantity line, ProjectFigures figures)
    {
        var alike = figures.Goal.Where(told => told.Sentence == wrong.Sentence && IsLike(told, wrong) && told.Unit != Percent).ToArray();
        return alike.Length > 1 && alike.Sum(told => told.Number) == line.Number;
    }

    /// <summary>资助学生4210人次 beside 650人次, 2560人次 and 1000人次: the indicators tell the parts of the goal's whole.</summary>
    private static bool IsSumOfLines(TextQuantity whole, LineQuantity line, ProjectFigures figures)
    {
        var alike = figures.Lines.Where(other => other.Unit == line.Unit && other.Line.Group == line.Line.Group).ToList();
        var place = alike.IndexOf(line);
        for (var first = place; first >= 0; first--)
        {
            var sum = alike.Skip(first).Take(place - first).Sum(part => part.Number);
            foreach (var part in alike.Skip(place))
            {
                // a part that the goal tells by itself (新增停车位180个) is no part of this whole
                if (!ReferenceEquals(part, line) && figures.Goal.Any(told => told.Unit == part.Unit && told.Number == part.Number)) break;
                sum += part.Number;
                if (sum == whole.Number && sum != line.Number) return true;
            }
        }

        return false;
    }
}
