namespace ExcelBudget.Domain.Indicators;

/// <summary>计算符号 as text.</summary>
public static class TargetSigns
{
    private static readonly (TargetOperator Operator, string Sign)[] Signs =
    [
        (TargetOperator.AtLeast, "≥"), (TargetOperator.AtMost, "≤"), (TargetOperator.MoreThan, ">"), (TargetOperator.LessThan, "<"),
            (TargetOperator.Equal, "="),
        (TargetOperator.Qualitative, "定性"), (TargetOperator.None, ""),
    ];

    /// <summary>≥ ≤ &gt; &lt; = 定性, or empty when there is no target: the words other programs rely on.</summary>
    public static string Sign(this TargetOperator target) => Array.Find(Signs, pair => pair.Operator == target).Sign;

    /// <summary>The sign where it says more than the value alone: none for = and 定性.</summary>
    public static string Bound(TargetOperator target) => target is TargetOperator.Equal or TargetOperator.Qualitative ? "" : target.Sign();

    /// <summary>The operator for one of the signs, also full-width or as «&gt;=»; null for anything else.</summary>
    public static TargetOperator? Parse(string sign)
    {
        ArgumentNullException.ThrowIfNull(sign);
        var folded = string.Concat(
            sign.Trim().Select(Markup.Glyphs.Folded)) switch
        { ">=" or "=>" => "≥", "<=" or "=<" => "≤", var other => other };
        var found = Array.FindIndex(Signs, pair => pair.Sign == folded);
        return found < 0 ? null : Signs[found].Operator;
    }
}
