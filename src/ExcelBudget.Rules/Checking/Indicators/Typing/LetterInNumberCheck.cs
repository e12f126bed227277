using System.Text.RegularExpressions;

namespace ExcelBudget.Rules.Checking.Indicators.Typing;

/// <summary>letterInNumber：数字里夹着字母。1OO%, 2O23年: letters that a scan put in place of digits; told with the digits meant.</summary>
internal sealed partial class LetterInNumberCheck : LineCheck
{
    /// <inheritdoc />
    public override string Name => "letterInNumber";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        line.Indicator.Value.AsSpan().IndexOfAny("OolI") >= 0 && Letters().IsMatch(line.Indicator.Value)
        ? new Objection(project, line, Actual: line.Target,
            Expected: line.Target.Replace('O', '0').Replace('o', '0').Replace('l', '1').Replace('I', '1'))
        : null;

    [GeneratedRegex(@"^[0-9.,]*[0-9][Oo]+(?![A-Za-z])|(?<![A-Za-z])[Oo][0-9]{2}|^[lI][0-9Oo]")]
    private static partial Regex Letters();
}
