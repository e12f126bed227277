using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Matching;
using ExcelBudget.Rules.Checking.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Reckoning;
using ExcelBudget.Rules.Checking.Indicators.Telling;

namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>
/// subgroups：分项之和超过总数。A total with its parts behind 其中, in the goal or in indicators, that add up to more than the total.
/// </summary>
internal sealed class SubgroupCheck : ProjectCheck
{
    /// <summary>Two parts that leave out more are not all there is.</summary>
    private const decimal NearlyTwo = 0.8m;

    /// <summary>分拆除重建和维修加固两类: both parts are all there is.</summary>
    private static readonly string[] InTwo = ["两类", "两种", "两部分", "两个部分", "两批"];

    private static readonly string[] Others = ["其余", "剩下", "剩余", "余下", "另外"];
    private static readonly string[] HeldBefore = ["加上", "连同", "原有的", "已有的"];
    private const string OfWhich = "其中";
    private const decimal Whole = 100m;
    private const decimal NearlyAllOfTwo = 0.93m;

    /// <summary>What a river may be called.</summary>
    private const string Rivers = "河溪江沟渠港";
    private const int FewestOfAll = 3;
    private const decimal NearlyAll = 0.9m;

    /// <inheritdoc />
    public override string Name => "subgroups";

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        var lines = SubgroupLines.InIndicators(figures, review);
        if (lines is { } found)
            return [Objection(
            project, found.Total.Line.Target, found.Parts.Sum(part => part.Number), found.Parts[0].Unit,
            [.. found.Parts.Select(part => part.Line)])];
        if (SubgroupLines.AboveAll(figures, review) is { } beyond)
            return [Objection(project, beyond.Whole.Line.Title + beyond.Whole.Line.Target, beyond.Part.Number, beyond.Part.Unit,
                [beyond.Part.Line, beyond.Whole.Line])];
        if (PartsBeyond.OfMoney(figures, review) is { } money)
            return [Objection(project, money.Total.Text, money.Made, money.Total.Unit, [])];
        if (PartsBeyond.OfCount(figures, review) is { } beyondAll)
            return [Objection(project, beyondAll.Total.Text, beyondAll.Made, beyondAll.Total.Unit, [.. figures.Lines.Where(line =>
                line.Unit == beyondAll.Total.Unit && line.Number == beyondAll.Made).Select(line => line.Line),
                .. Carriers(beyondAll.Total, figures)])];
        if ((InYear(figures) ?? BeforeTotal(figures, review) ?? TotalOfDeed.In(figures) ?? Composed(figures)
            ?? ListedParts.In(figures, review) ?? BracketedParts.In(figures) ?? CompleteParts.In(project, figures, review)) is { } sum)
        {
            // 电商260人、家政180人，共培训400人（两类均参加的40人不重复计算）
            return Remainder.IsToldBehind(figures, sum.Total, sum.Made)
                || (sum.Made > sum.Total.Number && WordList.IsIn(project.PlainGoal, review.Standards.Words.CountedTwice)) ? []
                : [Objection(project, sum.Total.Text, sum.Made, sum.Total.Unit, Carriers(sum.Total, figures))];
        }

        if (Shares(figures, review) is { Length: > 0 } shares)
            return [Objection(project, "100%", shares.Sum(share => share.Number), "%", [])];
        return InGoal(figures, review, project) is { } told && !(told.Parts.Sum(part => part.Number) > told.Total.Number
            && WordList.IsIn(project.PlainGoal, review.Standards.Words.CountedTwice))
            ? [Objection(
                project, told.Total.Text, told.Parts.Sum(part => part.Number), told.Total.Unit,
                [.. figures.Lines.Where(line => told.Parts.Any(part => part.Number == line.Number && part.Unit == line.Unit))
                .Select(line => line.Line)])]
            : [];
    }

    /// <summary>开展活动12次，每季度2次: a bare «every quarter» right beside a total, both told exactly, makes another year.</summary>
    private static (TextQuantity Total, decimal Made)? InYear(ProjectFigures figures)
    {
        for (var at = 1; at < figures.Goal.Count; at++)
        {
            var (before, quantity) = (figures.Goal[at - 1], figures.Goal[at]);
            if (before.Sentence != quantity.Sentence || before.Unit != quantity.Unit || quantity.IsMoney) continue;
            var (total, each) = quantity.Per.Count == 0 ? (quantity, before) : (before, quantity);
            if (total.Per.Count > 0 || each.Per is not [var per] || each.Before != "每" + per
                || QuantityUnits.TimesAYear(per) is not (> 1m and var times))
                continue;
            // 12次，每季度2次，元旦、春节、五一、国庆节前各1次
            if (figures.Goal.Any(other => !ReferenceEquals(other, total) && !ReferenceEquals(other, each)
                && other.Sentence == total.Sentence && other.Unit == total.Unit)) continue;
            // 12个断面，每月1次，全年144次: for each of what else is counted
            if (figures.Goal.Any(other => !other.IsMoney && other.Per.Count == 0 && other.Unit != each.Unit
                && other.Number * each.Number * times == total.Number)) continue;
            if (IsExact(total) && IsExact(each) && each.Number * times != total.Number) return (total, each.Number * times);
        }

        return null;
    }

    /// <summary>东片12处、西片9处，共20处: what stands right before a bare total in its unit, all told exactly.</summary>
    private static (TextQuantity Total, decimal Made)? BeforeTotal(ProjectFigures figures, IndicatorReview review)
    {
        var goal = figures.Goal;
        for (var at = 2; at < goal.Count; at++)
        {
            var total = goal[at];
            // 加上原有的，合计168台
            if (HeldBefore.Any(word => total.Context.Contains(word, StringComparison.Ordinal))) continue;
            if (!total.IsTotal || total.Per.Count > 0 || !IsExact(total, total) || !IsWhole(total.Unit, review)) continue;
            var sum = 0m;
            var first = at;
            var parts = 0;
            while (first > 0 && goal[first - 1] is var part && (part.Per.Count == 0 || part.IsMoney) && part.Sentence == total.Sentence
                && (part.IsMoney || (part.Unit == total.Unit && IsExact(part, total))))
            {
                // 汽修基地86台、200万元，数控基地42台、180万元，合计128台: their costs stand between
                first--;
                if (part.IsMoney) continue;
                sum += part.Number;
                parts++;
            }

            // 6个乡镇各选4个村，共24个村: each of them, no part
            if (goal.Skip(first).Take(at - first).Any(part => (part.Before + part.After).Contains('各'))) continue;
            // what the sentence tells before them in another unit may be counted as well
            if (parts > 1 && sum != total.Number && (total.IsBracketed ? !goal[Math.Max(0, first - 1)].IsBracketed || first == 0
                : goal.Take(first).All(other => other.Sentence != total.Sentence)))
                return (total, sum);
        }

        return null;
    }

    /// <summary>18名，由乡镇领导10名、部门负责人6名组成: what a whole is said to be made of, told exactly.</summary>
    private static (TextQuantity Total, decimal Made)? Composed(ProjectFigures figures)
    {
        var goal = figures.Goal;
        for (var at = 1; at + 1 < goal.Count; at++)
        {
            if (!goal[at].Before.StartsWith('由') || goal[at - 1] is not { Per.Count: 0 } total
                // 由省级补助50万元、县级预算40万元和上年结转10万元组成
                || (total.IsMoney && !goal.Skip(at).TakeWhile(part => part.Sentence == total.Sentence && part.IsMoney)
                    .Any(part => part.After is "组成" or "构成"))
                || !IsExact(total)) continue;
            var parts = goal.Skip(at).TakeWhile(part => part.Unit == total.Unit && part.Sentence == total.Sentence && part.Per.Count == 0
                && IsExact(part)).ToArray();
            var sum = parts.Sum(part => part.Number);
            if (parts.Length > 1 && parts[^1].After is ['组' or '构', '成', ..] && sum != total.Number) return (total, sum);
        }

        return null;
    }

    /// <summary>中央60%、省级30%、县级20%: shares of those who pay, more than the whole together.</summary>
    private static TextQuantity[]? Shares(ProjectFigures figures, IndicatorReview review) => figures.Goal
        .Where(told => told.Unit == "%" && IndicatorMeaning.ContainsAny(told.Before, review.Standards.Words.Payers))
        .GroupBy(told => told.Sentence).Select(sentence => sentence.DistinctBy(told => told.Before).ToArray())
        .FirstOrDefault(sentence => sentence.Length > 1 && sentence.All(share => share.Number < Whole)
            && sentence.Sum(share => share.Number) > Whole);

    /// <summary>Told exactly, and all inside one bracket or all outside: 3个安置区（甲1260户、乙480户，共1740户）.</summary>
    private static bool IsExact(TextQuantity told, TextQuantity total) =>
        told.IsBracketed == total.IsBracketed && IsExact(told.IsBracketed ? told with { IsDetail = false } : told);

    internal static bool IsExact(TextQuantity told) =>
        told is { IsAbout: false, IsDetail: false, Bound: Domain.Indicators.TargetOperator.Equal };

    private static (TextQuantity Total, TextQuantity[] Parts)? InGoal(ProjectFigures figures, IndicatorReview review,
        ReviewedProject project)
    {
        // without two parts there is nothing to add up
        if (!figures.Goal.Where(told => told.IsDetail).Skip(1).Any()) return null;
        foreach (var sentence in figures.Goal.Where(
            told => !told.IsMoney && told.Per.Count == 0 && IsWhole(told.Unit, review))
            .GroupBy(told => (told.Sentence, told.Unit)))
        {
            // of several figures before 其中 nobody knows which is the whole
            var wholes = sentence.Where(told => !told.IsDetail).ToArray();
            if (wholes.Length > 1) wholes = [.. wholes.Where(told => review.Standards.Words.Totals.Any(told.Before.EndsWith))];
            if (wholes is not [.., var total]) continue;
            // 培训210人，其中取得证书230人: right behind 其中 no part is more than its whole
            if (sentence.SkipWhile(told => !ReferenceEquals(told, total)).Skip(1).FirstOrDefault() is
                {
                    IsDetail: true,
                    IsAbout: false
                } first
                && first.Before.StartsWith(OfWhich, StringComparison.Ordinal) && first.Number > total.Number && !total.IsAbout
                && total.Bound == Domain.Indicators.TargetOperator.Equal && !total.IsBracketed
                // 比上届增加120名，其中女职工380名: by so much, not so many
                && !review.Standards.Words.GrowthWords.Any(word => total.Before.EndsWith(word, StringComparison.Ordinal)))
                return (total, [first]);
            var parts = sentence.SkipWhile(told => !ReferenceEquals(told, total)).Where(told => told.IsDetail
                // 22万人次（2025年为20万人次）
                && !figures.IsOfOtherYears(told, review.Year))
                // 查办案件150件，其中留置3件，处置线索400件: what is more than the whole is no part of it
                .TakeWhile(told => told.Number <= total.Number)
                // 复壮60株，为其中40株加装支撑，并为60株更换标识牌: all of them once more
                .Where((told, at) => at == 0 || told.Number < total.Number).ToArray();
            // 其中女性200人、脱贫户150人: groups that overlap make no whole
            if (Array.Exists(parts, part => IndicatorMeaning.ContainsAny(part.Before, review.Standards.Words.Overlapping))) continue;
            // 其中不少于45人取得证书，帮助20人以上就业: what comes of it
            if (Array.Exists(parts, part => part.Bound != Domain.Indicators.TargetOperator.Equal)) continue;
            // 保存2600份，其中水稻1500份、果蔬1100份，繁殖更新300份: the whole is made before the next figure
            if (MakesWhole(parts, total)) continue;
            var sum = parts.Sum(part => part.Number);
            // 合并后共69名: another total is what the parts make
            if (figures.Goal.Any(told => told.Number == sum && told.Unit == total.Unit && told.Number != total.Number)) continue;
            // 抽检422家，含超市42家、农贸市场9个…: the part told in another measure word makes the rest
            if (figures.Goal.Any(told => told.Sentence == total.Sentence && told.IsDetail && told.Unit != total.Unit
                && told.Number == total.Number - sum)) continue;
            // parts that come near the whole were meant to make it
            var isDivided = parts.Length == 2 && (InTwo.Any(word => parts[0].Context.Contains(word, StringComparison.Ordinal))
                || AreOfOneNoun(parts, total, sum, project));
            var fallsShort = isDivided ? sum < total.Number && sum >= NearlyTwo * total.Number : parts.Length >= FewestOfAll
                && sum < total.Number
                && sum >= NearlyAll * total.Number;
            // 小学150人、初中90人、高中40人，剩下的是幼儿园教师; 打印机15台、扫描仪10台等
            if (fallsShort && (parts[^1].After.StartsWith('等') || Others.Any(word => figures.Text.Contains(word,
                StringComparison.Ordinal)))) continue;
            if (parts.Length > 1 && (sum > total.Number || fallsShort) && !total.IsAbout && !parts.Any(part => part.IsAbout))
                return (total, parts);
        }

        return null;
    }

    /// <summary>站点112个，其中自动雨量站86个、水位站24个: both are called stations, and all but a few are told.</summary>
    private static bool AreOfOneNoun(TextQuantity[] parts, TextQuantity total, decimal sum, ReviewedProject project) =>
        sum >= NearlyAllOfTwo * total.Number
        && parts[0].Before is [.., _, _, var noun] && Array.TrueForAll(parts, part => part.Before.Length > 0 && part.After.Length == 0
            && (part.Before[^1] == noun || (Rivers.Contains(noun) && Rivers.Contains(part.Before[^1]))))
        // 雨量站86个、水位站22个，墒情站由农业农村局管理: there are others
        && !Rest(project.PlainGoal, parts[^1]).Contains(noun)
        && (Rivers.Contains(noun) && total.Before.Contains("河道", StringComparison.Ordinal)
            || total.Before is [.., var last] && last == noun || total.Before is [.., var first, _] && first == noun);

    /// <summary>What its sentence says behind a figure.</summary>
    private static string Rest(string goal, TextQuantity told) => goal.IndexOf(told.Before + told.Text, StringComparison.Ordinal)
        is >= 0 and var at
        ? goal[(at + told.Before.Length + told.Text.Length)..].Split('。', '；', '\n')[0] : "";

    internal static bool MakesWhole(TextQuantity[] parts, TextQuantity total)
    {
        var sum = 0m;
        return parts.Any(part => (sum += part.Number) == total.Number);
    }

    /// <summary>True for a unit whose figures add up: no time, no share.</summary>
    internal static bool IsWhole(string unit, IndicatorReview review) =>
        review.Standards.Words.Counted.Contains(unit) || QuantityUnits.Kind(unit) is not ("" or "时间" or "比率");

    private static ReviewedIndicator[] Carriers(TextQuantity total, ProjectFigures figures) =>
        [.. figures.Lines.Where(line => line.Number == total.Number && line.Unit == total.Unit).Select(line => line.Line)];

    private static Objection Objection(ReviewedProject project, string total, decimal sum, string unit, ReviewedIndicator[] lines) =>
        new(project, lines.FirstOrDefault(), ProjectPart.Goal, Figures.Plain(sum) + unit, total, total) { Also = lines };
}
