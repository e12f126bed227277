using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Domain.Money;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Reckoning;

/// <summary>其中占比。带动农户350户，其中脱贫户140户 beside 带动农户中脱贫户占比 60%: a part right behind its whole, and its share by name.</summary>
internal static partial class ShareOfDetail
{
    private const string OfWhich = "其中";
    private const decimal All = 100m;
    private const decimal Rounded = 1m;
    private const int Kin = 2;

    /// <summary>The share that its two figures do not make; null where they agree or it promises less.</summary>
    public static Miscount? Of(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        for (var at = 1; at < figures.Goal.Count; at++)
        {
            var (whole, part) = (figures.Goal[at - 1], figures.Goal[at]);
            if (!part.Before.StartsWith(OfWhich, StringComparison.Ordinal) || whole.IsDetail || whole.IsAbout || part.IsAbout
                || whole.IsMoney
                || part.Unit != whole.Unit || part.Sentence != whole.Sentence || part.Number >= whole.Number
                || part.Bound != TargetOperator.Equal || part.Per.Count + whole.Per.Count > 0) continue;
            var noun = part.Before[OfWhich.Length..];
            var made = part.Number / whole.Number * All;
            var line = figures.Lines.FirstOrDefault(line => line is { Unit: "%", Per.Count: 0 } && noun.Length > 1
                && (line.Line.Stem.EndsWith("占比", StringComparison.Ordinal) || line.Line.Stem.EndsWith("比例", StringComparison.Ordinal))
                && line.Line.Stem.Contains(noun, StringComparison.Ordinal)
                && Kinship.Of(whole.Before, line.Line.Stem, review.Standards.Words.Generic) >= Kin);
            if (line is null || Math.Abs(made - line.Number) <= Rounded
                || (line.Bound is TargetOperator.AtLeast ? made > line.Number : line.Bound is TargetOperator.AtMost
                    && made < line.Number)) continue;
            return new Miscount(Figures.Plain(Figures.Round(made, 1)) + "%", $"{part.Text}÷{whole.Text}", line.Line.Target, line.Line);
        }

        return OfPart(figures) ?? OfTotal(figures) ?? OfThem(figures) ?? OfNext(figures);
    }

    /// <summary>2000批次，其中田间鲜果800批次、市场干果700批次，田间鲜果占45%: a part is named again with its share.</summary>
    private static Miscount? OfPart(ProjectFigures figures)
    {
        foreach (var rate in figures.Goal.Where(told => told is { Unit: "%", IsAbout: false, Bound: TargetOperator.Equal }
            && (told.Before == "占" || (told.Before.Length > Kin && told.Before.EndsWith('占')))))
        {
            var noun = rate.Before[..^1];
            // 其中通用语言960人次，占35%
            var part = noun.Length == 0 ? figures.Goal.TakeWhile(told => !ReferenceEquals(told, rate)).LastOrDefault() is
            { IsDetail: true, IsMoney: false, IsAbout: false, Per.Count: 0 } beside && beside.Sentence == rate.Sentence
                && beside.Before.StartsWith(OfWhich, StringComparison.Ordinal) ? beside : null : figures.Goal.FirstOrDefault(told =>
                    told is { IsDetail: true, IsMoney: false, IsAbout: false, Per.Count: 0 }
                && told.Unit != "%" && told.Sentence == rate.Sentence && told.Before.EndsWith(noun, StringComparison.Ordinal));
            var whole = part is null ? null : figures.Goal.TakeWhile(told => !ReferenceEquals(told, part)).LastOrDefault(told =>
                told.Unit == part.Unit && told is { IsDetail: false, Per.Count: 0 } && told.Sentence == rate.Sentence);
            if (whole is null || whole.Number <= part!.Number
                || Math.Abs((part.Number / whole.Number * All) - rate.Number) <= Rounded) continue;
            return new Miscount(Figures.Plain(Figures.Round(part.Number / whole.Number * All, 1)) + "%", $"{part.Text}÷{whole.Text}",
                rate.Text);
        }

        return null;
    }

    [GeneratedRegex("全[县市区旗省州盟镇乡]")]
    private static partial Regex AllOfPlace();

    /// <summary>受益1250人，其中重度500人，占40%；农村875人，占60%: the next part of the same whole, with its share right behind it.</summary>
    private static Miscount? OfNext(ProjectFigures figures)
    {
        TextQuantity? whole = null;
        var sentence = 0;
        for (var at = 1; at < figures.Goal.Count; at++)
        {
            var (part, rate) = (figures.Goal[at - 1], figures.Goal[at]);
            if (rate is not { Unit: "%", IsAbout: false, Bound: TargetOperator.Equal, HalfDigit: 0m, Before: "占" or "占比" or "占比为" }
                || part is not { IsMoney: false, IsAbout: false, Per.Count: 0 } || part.Sentence != rate.Sentence) continue;
            if (part.IsDetail && at > 1 && figures.Goal[at - 2] is { IsDetail: false, IsMoney: false, Per.Count: 0 } all
                && all.Unit == part.Unit
                && all.Number > part.Number && Math.Abs((part.Number / all.Number * All) - rate.Number) <= Rounded)
            {
                (whole, sentence) = (all, rate.Sentence);
                continue;
            }

            if (whole is null || rate.Sentence != sentence + 1 || part.Unit != whole.Unit || part.Number >= whole.Number
                || figures.Goal.Count(told => told.Sentence == rate.Sentence && told.Unit == whole.Unit) != 1) continue;
            sentence = rate.Sentence;
            var made = part.Number / whole.Number * All;
            if (Math.Abs(made - rate.Number) <= Rounded) continue;
            return new Miscount(Figures.Plain(Figures.Round(made, 1)) + "%", $"{part.Text}÷{whole.Text}", rate.Text);
        }

        return null;
    }

    /// <summary>安置540人…；安置人员中女性216人，占45%: the first that is told under that deed is the whole.</summary>
    private static Miscount? OfThem(ProjectFigures figures)
    {
        for (var at = 2; at < figures.Goal.Count; at++)
        {
            var (part, rate) = (figures.Goal[at - 1], figures.Goal[at]);
            if (rate is not { Unit: "%", IsAbout: false, Bound: TargetOperator.Equal, HalfDigit: 0m, Before: "占" or "占比" or "占比为" }
                || part is not { IsMoney: false, IsAbout: false, Per.Count: 0 } || part.Sentence != rate.Sentence
                || part.Before.IndexOf("人员中", StringComparison.Ordinal) is not (>= Kin and var of)) continue;
            var deed = part.Before[(of - Kin)..of];
            if (figures.Goal.Take(at - 1).FirstOrDefault(told => told.Unit == part.Unit && told is
                {
                    IsAbout: false, IsDetail: false,
                    Per.Count: 0
                }
                && told.Before.EndsWith(deed, StringComparison.Ordinal)) is not { } whole || whole.Number <= part.Number) continue;
            var made = part.Number / whole.Number * All;
            if (Math.Abs(made - rate.Number) <= Rounded) continue;
            return new Miscount(Figures.Plain(Figures.Round(made, 1)) + "%", $"{part.Text}÷{whole.Text}", rate.Text);
        }

        return null;
    }

    /// <summary>实施临时救助3200人次…。脱贫户1920人次，占救助总人次的50%: the one whole of its unit that was told before.</summary>
    private static Miscount? OfTotal(ProjectFigures figures)
    {
        for (var at = 1; at < figures.Goal.Count; at++)
        {
            var (part, rate) = (figures.Goal[at - 1], figures.Goal[at]);
            if (rate is not { Unit: "%", IsAbout: false, Bound: TargetOperator.Equal, HalfDigit: 0m } || !rate.Before.StartsWith('占')
                || !rate.Before.Contains('总', StringComparison.Ordinal) || part.IsMoney || part.IsAbout || part.Per.Count > 0
                || part.Unit == "%" || part.Sentence != rate.Sentence) continue;
            var wholes = figures.Goal.Take(at - 1).Where(told => told.Unit == part.Unit && told is
            {
                IsDetail: false, IsAbout: false,
                Per.Count: 0
            }
                // 占全县外出务工脱贫人口总数的8%: of all there are, and they are not told
                && (!rate.Before.Contains('全') || AllOfPlace().IsMatch(told.Lead)) && told.Number > part.Number).Select(told =>
                    told.Number)
                .Distinct().ToArray();
            if (wholes is not [var whole] || Math.Abs((part.Number / whole * All) - rate.Number) <= Rounded) continue;
            return new Miscount(Figures.Plain(Figures.Round(part.Number / whole * All, 1)) + "%",
                $"{part.Text}÷{Figures.Plain(whole)}{part.Unit}", rate.Text);
        }

        return null;
    }
}
