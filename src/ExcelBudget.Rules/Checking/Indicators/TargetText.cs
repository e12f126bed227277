using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;

namespace ExcelBudget.Rules.Checking.Indicators;

/// <summary>指标值 of a structured form, as printed.</summary>
internal static partial class TargetText
{
    /// <summary>Operator, value and unit of a printed target; words are 定性, a blank is no target.</summary>
    public static (TargetOperator Operator, string Value, string Unit) Read(string printed)
    {
        var text = printed.Trim();
        if (text.Length == 0) return (TargetOperator.None, "", "");
        var match = Figure().Match(text);
        if (!match.Success) return (TargetOperator.Qualitative, text, "");
        var unit = match.Groups["unit"].Value.Trim();
        foreach (var (word, sign) in Endings)
        {
            if (unit.EndsWith(word, StringComparison.Ordinal)) return (sign, match.Groups["number"].Value, unit[..^word.Length].Trim().Replace('％', '%'));
        }

        return (Signs.First(pair => Regex.IsMatch(match.Groups["sign"].Value, pair.Pattern)).Sign, match.Groups["number"].Value, unit.Replace('％', '%'));
    }

    private static readonly (string Word, TargetOperator Sign)[] Endings =
    [
        ("及以上", TargetOperator.AtLeast), ("以上", TargetOperator.AtLeast), ("及以下", TargetOperator.AtMost), ("以内", TargetOperator.AtMost), ("以下", TargetOperator.AtMost),
    ];

    private static readonly (string Pattern, TargetOperator Sign)[] Signs =
    [
        (@"^(≥|[>＞]\s*[=＝]|不低于|不少于|不小于|达到|达)$", TargetOperator.AtLeast),
        (@"^(≤|[<＜]\s*[=＝]|不高于|不超过|不大于|控制在)$", TargetOperator.AtMost),
        (@"^([>＞]|大于|高于|超过)$", TargetOperator.MoreThan),
        (@"^([<＜]|小于|低于|少于)$", TargetOperator.LessThan),
        ("^.*$", TargetOperator.Equal),
    ];

    [GeneratedRegex(@"^(?<sign>≥|≤|[>＞<＜]\s*[=＝]?|[=＝]|不低于|不少于|不小于|不高于|不超过|不大于|控制在|达到|达|大于|高于|超过|小于|低于|少于)?\s*(?<number>\d+(,\d{3})*(\.\d+)?)\s*(?<unit>[^\d\s*×]{0,12}(/[^\d\s]{0,6})*)$")]
    private static partial Regex Figure();
}
