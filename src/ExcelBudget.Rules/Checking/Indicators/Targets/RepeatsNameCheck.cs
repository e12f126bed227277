using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators.Targets;

/// <summary>
/// repeatsName：指标值重复指标名称。«服务对象满意率» under 服务对象满意度指标 says nothing about how many must be satisfied. 指标 at the
/// end is no part of the name, and 率 and 度 at the end are the same to it. A value with a digit, or of one or two characters
/// («健全»), is a value; a sentence that is name and target at once is no repetition.
/// </summary>
internal sealed class RepeatsNameCheck : LineCheck
{
    private const int ShortestRepetition = 3;

    /// <inheritdoc />
    public override string Name => "repeatsName";

    /// <inheritdoc />
    protected override Objection? Objects(ReviewedProject project, ReviewedIndicator line, IndicatorReview review) =>
        Repeats(line) && !(project.IsFreeText && line.IsStatement && !IsPrintedTwice(line))
            ? new Objection(project, line, Actual: line.Indicator.Value) : null;

    /// <summary>群众满意度：群众满意度: printed as name and as target, no sentence that is both at once.</summary>
    private static bool IsPrintedTwice(ReviewedIndicator line) => line.Indicator.Name.Length >= ShortestRepetition
        && line.Indicator.Raw.IndexOf(line.Indicator.Name, StringComparison.Ordinal)
            != line.Indicator.Raw.LastIndexOf(line.Indicator.Name, StringComparison.Ordinal);

    /// <summary>True when the target is the name again, or its heading's.</summary>
    internal static bool Repeats(ReviewedIndicator line)
    {
        var value = line.Indicator.Value;
        if (line.Indicator.Operator != TargetOperator.Qualitative || value.Length < ShortestRepetition || value.Any(char.IsDigit))
            return false;
        return Stem(value) == Stem(line.Indicator.Name) || Stem(value) == Stem(line.Indicator.Level2);
    }

    private static string Stem(string text)
    {
        var name = text.EndsWith("指标", StringComparison.Ordinal) ? text[..^2] : text;
        return name.TrimEnd('率', '度');
    }
}
