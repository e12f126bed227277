using ExcelBudget.Domain.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>What a goal says its money goes to: the parts, and whether it names all of them.</summary>
/// <param name="Parts">The parts that can be told in yuan.</param>
/// <param name="IsExhaustive">True when it says that all the money goes there: 全部用于, 均用于.</param>
/// <param name="IsUnclear">True when something told could not be reckoned, so that the parts need not add up.</param>
internal sealed record Enumeration(IReadOnlyList<Part> Parts, bool IsExhaustive, bool IsUnclear)
{
    private const decimal Alike = 0.02m;
    private const string Rest = "其余";

    /// <summary>The sum of the parts in yuan.</summary>
    public decimal Sum => Parts.Sum(part => part.Yuan);

    public static Enumeration Of(ReviewedProject project, IndicatorReview review)
    {
        var meaning = review.Meaning;
        var figures = ProjectFigures.Of(project);
        var goal = figures.Goal;
        var reader = new PriceReader(project, review);
        var (parts, isUnclear) = (new List<Part>(), false);
        foreach (var sentence in goal.GroupBy(told => told.Sentence))
        {
            var moneys = sentence.Where(told => told.IsMoney).ToArray();
            if (moneys.Length == 0) continue;
            // 2023年投入30万元，2024年投入50万元: what other years pay is no part of this one's
            if (Array.Exists(moneys, told => figures.IsOfOtherYears(told, review.Year)))
            {
                isUnclear = true;
                moneys = [.. moneys.Where(told => !figures.IsOfOtherYears(told, review.Year))];
            }
            // 每年收取租金7.2万元 comes in, and pays nothing
            if (Array.Exists(moneys, told => WordList.IsIn(told.Before, review.Standards.Words.Incomes)))
            {
                isUnclear = true;
                moneys = [.. moneys.Where(told => !WordList.IsIn(told.Before, review.Standards.Words.Incomes))];
            }

            // 付30%67.5万元，安装完付到80%180万元: the second sum holds the first
            if (Array.Exists(moneys, told => WordList.IsIn(told.Lead, review.Standards.Words.PaidUpTo)))
            {
                isUnclear = true;
                continue;
            }

            if (Array.Exists(moneys, told => meaning.SpeaksOfOtherMoney(told)) || meaning.SpeaksOfOtherFunds(sentence))
            {
                isUnclear = true;
                continue;
            }

            // 林业局3454万元（社会保险4万元、还林补助1050万元）: what stands in brackets is in the sum before them already
            if (Array.Exists(moneys, told => !told.IsBracketed && told.Per.Count == 0)
                && Array.Exists(moneys, told => told.IsBracketed && told.Per.Count == 0))
            {
                moneys = [.. moneys.Where(told => !told.IsBracketed)];
                isUnclear = true;
            }

            // 设备40万元，其中服务器15万元: what stands behind 其中 is in the sum before it, unless that is the whole
            if (Array.FindIndex(moneys, told => told.IsDetail) is > 0 and var first && moneys[first - 1] is { Per.Count: 0 } whole
                && whole.Number != project.Amount?.Value)
            {
                moneys = [.. moneys.Where(told => !told.IsDetail)];
                isUnclear = true;
            }
            // 续签人员73.92万元，新招人员53.2万元，小计127.12万元: told once more as a sum
            var subtotal = Array.Find(moneys, told => told is { Per.Count: 0 } && told.Before.EndsWith("小计", StringComparison.Ordinal));
            if (subtotal is not null && moneys.TakeWhile(told => !ReferenceEquals(told, subtotal)).Where(told => told.Per.Count == 0)
                .Sum(told => told.Number) == subtotal.Number) moneys = [.. moneys.Where(told => !ReferenceEquals(told, subtotal))];
            var sums = moneys.Where(told => told.Per.Count == 0)
                .Select(told => new Part(told.Number, told.HalfDigit, told.Text) { Told = told }).ToList();
            foreach (var price in moneys.Where(told => told.Per.Count > 0))
            {
                // 每人每月150元，计57.6万元: the sum is the price's own
                if (Array.IndexOf(moneys, price) is var at && at + 1 < moneys.Length && moneys[at + 1] is { Per.Count: 0 } sum
                    && sum.Number != project.Amount?.Value
                    && WordList.IsIn(sum.Before, review.Standards.Words.Makes)) continue;
                // 勤务每人每月3100元，文职每人每月2700元，全年602.88万元: the sum behind the next price is of both
                if (at >= 0 && at + 2 < moneys.Length && moneys[at + 1] is { Per.Count: > 0 } && moneys[at
                    + 1].Per.SequenceEqual(price.Per)
                    && moneys[at + 2] is { Per.Count: 0 } both && both.Number != project.Amount?.Value
                    && WordList.IsIn(both.Before, review.Standards.Words.Makes)) continue;
                var product = reader.Of(price).FirstOrDefault();
                if (product is null || product.Lines.Count > 0) isUnclear = true;
                // 3100元每平方米，投资400万元: the same money told twice
                else if (!sums.Exists(sum => IsAlike(sum.Yuan, product.Yuan))) parts.Add(product);
            }

            parts.AddRange(sums);
        }

        return new Enumeration(
            WithoutWhole(parts, project), IndicatorMeaning.ContainsAny(project.Goal, review.Standards.Words.Exhaustive)
                || AreSummedUp(goal)
                // 60万元，其余20万元: what is left is told, so that all is
                || parts.Exists(part => part.Told?.Before.StartsWith(Rest, StringComparison.Ordinal) == true), isUnclear
            || parts.Exists(part => !part.IsWhole));
    }

    /// <summary>设备费18万元、软件费9万元、培训费3万元，共32万元: a bare total right behind all the other sums of the goal.</summary>
    private static bool AreSummedUp(IReadOnlyList<TextQuantity> goal)
    {
        var moneys = goal.Where(told => told.IsMoney).ToArray();
        if (moneys is not [_, _, .., var total] || !QuantityUnits.IsBareTotal(total.Before) || !QuantityUnits.IsBareTotal(total.Lead)
            || Array.Exists(moneys, told => told.Per.Count > 0 || told.IsAbout || told.IsBracketed
                || told.Before.AsSpan().IndexOfAny('各', '均', '每') >= 0
            || told.Sentence != total.Sentence)) return false;
        return moneys.Skip(1).SkipLast(1).All(told => told.Lead.Length > told.Before.Length);
    }

    public static bool IsAlike(decimal one, decimal other) => Math.Abs(one - other) <= Alike * Math.Max(one, other);

    /// <summary>The whole that stands beside its parts (本项目共90万元，其中…) is no part.</summary>
    private static List<Part> WithoutWhole(List<Part> parts, ReviewedProject project)
    {
        if (project.Amount is not { } amount || parts.Count < 2) return parts;
        var whole = parts.Find(
            part => part.Yuan == amount.Value || (Math.Abs(part.Yuan - amount.Value) <= amount.HalfWidth + part.HalfWidth));
        return whole is null ? parts : [.. parts.Where(part => !ReferenceEquals(part, whole))];
    }
}
