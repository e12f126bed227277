using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Typing;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>missingUnit：缺百分号或计量单位。A bare figure, also when the name tells its unit in brackets or ends like a year.</summary>
internal sealed partial class MissingUnitCheck : LineCheck
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789.-";

    /// <inheritdoc />
    public override string Name => "missingUnit";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review)
    {
        // 造林补助 每亩300
        if (line.Indicator.Unit.Length == 0 && line.Indicator.Value.StartsWith('每') && Prices().IsMatch(line.Indicator.Value)
            && review.Meaning.NamesCost(line))
            return new Objection(project, line, Actual: line.Target, Expected: line.Target + "元");
        // 在校学生数 在校学生数4953
        if (line.Indicator.Operator == Domain.Indicators.TargetOperator.Qualitative && line.Indicator.Name.Length > 1
            && line.Indicator.Value.StartsWith(line.Indicator.Name, StringComparison.Ordinal)
            && line.Indicator.Value.Length > line.Indicator.Name.Length
            && line.Indicator.Value[line.Indicator.Name.Length..].All(char.IsAsciiDigit))
            return new Objection(project, line, Actual: line.Target) { IsDoubtful = true };
        // what has no name is told to have none
        if (line.Number is not { } number || line.Indicator.Unit.Length > 0 || line.Indicator.Name.Length == 0
            || TellsUnit(line.Indicator.Name)
            || IsYear(number, line, review))
            return null;
        if (DecimalComma.Tears(project, line)) return null;
        // 有效利用系数 0.58, 水质指数: some figures have no unit
        if (IndicatorMeaning.EndsWith(line, review.Standards.Words.Unitless) || IsAbbreviated(line, review)
            || ExcelDateCheck.Is(line, review)) return null;
        var expected = review.Meaning.IsRate(line) ? line.Target + "%" : null;
        // nothing is nothing in every unit
        if (number == 0m || project.Doubt.IsPointed) return null;
        // 保留郁闭度 0.6: a part of a whole that is no rate is told as it is
        if (number is > 0m and < 1m && expected is null) return null;
        // where most figures lack a unit the form has no column for it, or another column was read: asked once
        var bare = project.Doubt.Bare;
        if (bare.Count > 0 && !ReferenceEquals(line, bare[0])) return null;
        return new Objection(project, line, Actual: line.Target, Expected: expected)
        {
            IsDoubtful = project.Doubt.IsUnclear,
            Also = bare,
        };
    }

    [System.Text.RegularExpressions.GeneratedRegex(@"^每\p{L}{1,3}[0-9]+(\.[0-9]+)?$")]
    private static partial System.Text.RegularExpressions.Regex Prices();

    /// <summary>路面状况指数PQI, 技术状况指数（MQI）: letters behind what has no unit.</summary>
    private static bool IsAbbreviated(ReviewedIndicator line, IndicatorReview review)
    {
        var name = line.Stem.TrimEnd(')', '）').TrimEnd([.. Letters]).TrimEnd('(', '（', ' ');
        return name.Length < line.Stem.Length
            && review.Standards.Words.Unitless.Any(word => name.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>改造面积（万平方公尺）, 建档（单位：卷): a unit in brackets, known or not; 新建高校（校区） tells none.</summary>
    private static bool TellsUnit(string name)
    {
        if (name.Length < 2 || name[^1] is not ('）' or ')')) return false;
        var inside = name[(name.LastIndexOfAny(['（', '(']) + 1)..^1];
        return inside.Length < 2 || QuantityUnits.IsUnit(inside) || inside.Contains("单位", StringComparison.Ordinal);
    }

    /// <summary>竣工年份 2024; 改造厕所 2000 has lost its unit.</summary>
    private static bool IsYear(decimal number, ReviewedIndicator line, IndicatorReview review) =>
        number is >= 1990m and <= 2100m && number == decimal.Truncate(number)
            && (line.Indicator.Name.Contains('年', StringComparison.Ordinal)
                || IndicatorMeaning.ContainsAny(line.Indicator.Name + line.Group, review.Standards.Words.Times));
}
