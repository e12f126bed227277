using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>goalNumbering：目标里的序号不连续。一是…二是…四是…: an item is left out, or two bear one number.</summary>
internal sealed partial class GoalNumberingCheck : ProjectCheck
{
    /// <inheritdoc />
    public override string Name => "goalNumbering";

    /// <inheritdoc />
    public override bool NeedsIndicators => false;

    /// <inheritdoc />
    protected override IEnumerable<Objection> Check(ReviewedProject project, IndicatorReview review)
    {
        var last = 0m;
        foreach (Match match in Items().Matches(project.PlainGoal))
        {
            if (FigureReader.Read(match.Groups["number"].Value) is not { IsFigure: true, Value: var number }) yield break;
            // a list that begins elsewhere, or the next list of the same goal
            if (number != 1m && last > 0m && number != last + 1m)
            {
                yield return new Objection(project, Part: ProjectPart.Goal, Actual: match.Groups["number"].Value + "是",
                    Expected: ChineseDigits[(int)last] + "是", Match: match.Groups["number"].Value + "是");
                yield break;
            }

            last = number;
        }
    }

    private const string ChineseDigits = "一二三四五六七八九十";

    /// <summary>，一是…: an item, not 一是一、二是二.</summary>
    [GeneratedRegex("(?<![\u4E00-\u9FFF“])(?<number>[一二三四五六七八九])是(?![一二三否非])")]
    private static partial Regex Items();
}
