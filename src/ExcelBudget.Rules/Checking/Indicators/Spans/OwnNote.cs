using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Money;

namespace ExcelBudget.Rules.Checking.Indicators.Spans;

/// <summary>指标值与自身的说明。A target beside what its own note says it is: ≥98%（…，本指标目标值为不低于88%）.</summary>
internal static partial class OwnNote
{
    /// <summary>The indicators whose note tells another target, with the reason.</summary>
    public static IEnumerable<(ReviewedIndicator Line, string Reason)> In(ReviewedProject project)
    {
        foreach (var line in project.Indicators)
        {
            if (line.Number is not { } number) continue;
            var text = line.Indicator.Raw + "\n" + line.Description;
            if (!text.Contains('值', StringComparison.Ordinal) || Noted().Matches(text) is not [var note]) continue;
            if (note.Groups["unit"].Value.Replace('％', '%') != line.Unit.Replace('％', '%')) continue;
            var told = decimal.Parse(note.Groups["told"].ValueSpan, CultureInfo.InvariantCulture);
            if (told != number) yield return (line, $"说明里写的却是“{Figures.Plain(told)}{line.Unit}”");
        }
    }

    [GeneratedRegex(@"(?<!规划|省定|市定|国定|县定|总体|考核|合同|国家|上年|去年|往年|[0-9]年|中期|三年|长期|上级|省级|市级|全省|全市)(?:本指标|本年|年度)?(?:目标值|指标值)(?:设定|确定|定)?(?"
        + @":为|是|：|:)?\s*"
        + @"(?:≥|≤|＝|=|不低于|不少于|不超过|不高于|达到)?\s*(?<told>[0-9]{1,9}(?:\.[0-9]{1,4})?)"
        + @"(?<unit>[%％]|\p{L}{1,2}(?=[，。；、）)\n]|$))")]
    private static partial Regex Noted();
}
