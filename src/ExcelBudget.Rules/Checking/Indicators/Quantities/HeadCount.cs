using System.Text.RegularExpressions;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Rules.Checking.Indicators.Quantities;

/// <summary>Heads told as sessions times heads: «两期培训班，每期20人».</summary>
internal static partial class HeadCount
{
    /// <summary>The heads a goal tells and how it tells them; null when it does not, or more than once.</summary>
    public static (decimal Heads, string Said)? In(string goal)
    {
        var matches = Sessions().Matches(goal);
        if (matches is not [var match] || FigureReader.Read(match.Groups["sessions"].Value) is not { IsFigure: true, Value: var sessions })
            return null;
        if (FigureReader.Read(match.Groups["heads"].Value) is not { IsFigure: true, Value: var heads }) return null;
        return (sessions * heads, $"{match.Groups["sessions"].Value}{match.Groups["of"].Value}×{match.Groups["heads"].Value}人");
    }

    [GeneratedRegex(
        @"(?<![第每0-9一二三四五六七八九十])(?<sessions>[0-9]{1,3}|[一二三四五六七八九十两]{1,3})\s*(?<of>期|次|批|场|班|轮)[^。；;\n"
            + @"]{0,24}?每\s*\k<of>\s*(?<heads>[0-9]{1,5}|[一二三四五六七八九十百两]{1,4})\s*(?:人|名)(?![以至到\-])")]
    private static partial Regex Sessions();
}
