using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Money;

/// <summary>
/// goalMoney：目标中的金额高于项目金额。Money in a goal above the project's amount. Prices for one, totals of several years, income and what
/// is brought about are not compared; neither is money that adds up to less.
/// </summary>
internal sealed partial class GoalMoneyCheck : ProjectCheck
{
    /// <summary>协议资金60亿元 in a project of 120万元: so much is no money of its own.</summary>
    private const decimal Many = 10m;
    private const string Apportioned = "分摊";

    /// <inheritdoc />
    public override string Name => "goalMoney";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        if (project.Amount is not { Value: > 0m } amount || review.Meaning.SpeaksOfManyYears(project.Name)) yield break;
        // 资金233.44万元中安排151.64万元: a goal that tells the amount itself tells other sums of something else
        if (ProjectFigures.Of(project).Goal.Any(told => told is { IsMoney: true, Per.Count: 0 } && told.Number == amount.Value))
            yield break;
        if (Exchanged(project, review) is { } slip)
        {
            yield return new Objection(project, Part: ProjectPart.Goal, Actual: slip.Text, Expected: AmountComparison.Said(amount.Value),
                Match: slip.Text);
            yield break;
        }

        var excused = Excused(project, review);
        foreach (var clause in Clauses().Split(project.PlainGoal))
        {
            if (review.Meaning.IsMoneyOfAnotherKind(clause) || IsOfAnotherYear(clause, review.Year)) continue;
            foreach (Match match in Amounts().Matches(clause))
            {
                var number = FigureReader.Read(match.Groups["number"].Value).Number;
                if (ReviewedIndicator.MoneyOf(number, match.Groups["unit"].Value) is { } money && !excused.Contains(money.Value)
                    && AmountComparison.IsAbove(money, amount) && money.Value <= Many * amount.Value)
                {
                    yield return new Objection(
                        project, Part: ProjectPart.Goal, Actual: match.Value, Expected: AmountComparison.Said(amount.Value),
                        Match: match.Value);
                }
            }
        }
    }

    /// <summary>Money from elsewhere (县级配套), and the parts of a whole of several years (总投资3500万元，其中…).</summary>
    private static HashSet<decimal> Excused(ReviewedProject project, IndicatorReview review)
    {
        var moneys = ProjectFigures.Of(project).Goal.Where(told => told.IsMoney).ToArray();
        var wholes = moneys.Where(told => review.Meaning.SpeaksOfManyYears(told.Before)).Select(told => told.Sentence).ToHashSet();
        // 资金投入40万元，其中补助10万元: the amount is the part, so the rest comes from elsewhere
        var larger = moneys.Where(told => told.IsDetail && told.Number == project.Amount?.Value).Select(told => told.Sentence).ToHashSet();
        // 共需530万元，其中中央承担60%、县级10%: a sentence in which others pay tells nobody's own sum
        var words = review.Standards.Words;
        var figures = ProjectFigures.Of(project);
        var shared = figures.Goal
            .Where(told => review.Meaning.SpeaksOfOtherFunds([told]) || IndicatorMeaning.ContainsAny(told.About, words.Shares))
            .Select(told => told.Sentence).ToHashSet();
        // 总费用预计630万元，由业主使用维修资金、原产权单位分摊
        var told = project.PlainGoal.Split('。', '；', ';', '\n');
        shared.UnionWith(figures.Goal.Where(sum => told.Any(sentence => sentence.Contains(sum.Text, StringComparison.Ordinal)
            && sentence.Contains(Apportioned, StringComparison.Ordinal)))
            .Select(sum => sum.Sentence));
        // 中央资金139.71万元、省资金-13.27万元: what is taken back makes the parts larger than the whole
        if (Taken().IsMatch(project.PlainGoal) || WordList.IsIn(project.PlainGoal, words.NotInAmount)) return [.. moneys.Select(told =>
            told.Number)];
        return [.. moneys.Where(told => (told.IsDetail ? wholes : larger).Contains(told.Sentence)
            || figures.IsOfOtherYears(told, review.Year) || shared.Contains(told.Sentence)).Select(told => told.Number)];
    }

    /// <summary>安排慰问资金36万元 in a project of 63万元: the goal's only sum has the amount's digits in another order.</summary>
    private static Domain.Indicators.Quantities.TextQuantity? Exchanged(ReviewedProject project, IndicatorReview review)
    {
        var figures = ProjectFigures.Of(project);
        if (figures.Goal.Where(told => told is { IsMoney: true, Per.Count: 0 }).ToArray() is not [{ IsAbout: false, IsDetail: false } only]
            // 项目资金中36万元用于奖补，其余用于培训
            || only.Before.EndsWith('中')
            || review.Meaning.SpeaksOfOtherMoney(only) || review.Meaning.SpeaksOfOtherFunds([only])
            || figures.IsOfOtherYears(only, review.Year) || figures.IsCarried(only)
            || IndicatorMeaning.ContainsAny(only.About, review.Standards.Words.Incomes)) return null;
        var (said, set) = (Figures.Plain(only.Number).Trim('0'), Figures.Plain(project.Amount!.Value.Value).Trim('0'));
        return said != set && said.Length > 1 && said.Length == set.Length && said.Order().SequenceEqual(set.Order())
            && said.Zip(set).Count(pair => pair.First != pair.Second) == 2 ? only : null;
    }

    /// <summary>2021年已完成投资3100万元 in a form of 2022.</summary>
    private static bool IsOfAnotherYear(string clause, int year) =>
        Years().Matches(clause) is { Count: > 0 } told && told.All(match => !match.ValueSpan.StartsWith($"{year}"));

    [GeneratedRegex(@"(?<![0-9])(?:19|20)[0-9]{2}\s*年")]
    private static partial Regex Years();

    [GeneratedRegex(@"\p{L}[-−－][0-9]+(\.[0-9]+)?[万亿]?元")]
    private static partial Regex Taken();

    [GeneratedRegex(@"[，。；！？,;\n]")]
    private static partial Regex Clauses();

    [GeneratedRegex(@"(?<![0-9.])(?<number>[0-9]{1,12}(\.[0-9]{1,6})?)\s*(?<unit>[百千万亿]{0,2}元)(?!\s*[/／每·*×])")]
    private static partial Regex Amounts();
}
