using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>分年龄的人数和标准。80至89周岁…每人每月50元 beside 80至89周岁津贴标准 80元/人·月: the same ages, and another figure.</summary>
internal static partial class AgeClasses
{
    private static readonly string[] Plain = ["老年人", "老人", "高龄", "津贴", "补贴", "补助", "发放", "享受", "标准", "人数", "每人", "每月", "每年", "每餐", "月",
        "对象", "的", "数"];
    private const string Breaks = "。；;、\n";

    /// <summary>The figure that the goal tells for the ages in an indicator's name; null where they agree or it tells none.</summary>
    public static TextQuantity? Other(LineQuantity line, ProjectFigures figures)
    {
        // 80至89周岁失能老人护理补贴: of some of them only
        if (Ages().Matches(line.Line.Indicator.Name) is not [var ages]
            || Plain.Aggregate(line.Line.Indicator.Name.Replace(ages.Value, "", StringComparison.Ordinal), static (name, word) =>
                name.Replace(word, "", StringComparison.Ordinal)).Any(char.IsLetter)) return null;
        // many things are counted of people of one age: only what stands right behind it is meant
        var told = figures.Goal.Where(one => !one.IsAbout && !one.Lead.Contains("分别", StringComparison.Ordinal) && (line.IsMoney
            ? one is { IsMoney: true, Per.Count: > 0 }
                && (line.Per.Count == 0 || line.Per.All(one.Per.Contains)) && IsFor(one, ages.Value)
            : one.Unit == line.Unit && line.Per.Count == 0 && one.Per.Count == 0 && QuantityUnits.IsHeads(one.Unit)
                && Normal(one.Context).EndsWith(Normal(ages.Value), StringComparison.Ordinal))).ToArray();
        return told is [var only] && only.Number != line.Number && !IsShare(only, line, figures) ? only : null;
    }

    /// <summary>省级补助每人每月30元、县级补助每人每月20元 beside 50元: of several who pay.</summary>
    private static bool IsShare(TextQuantity told, LineQuantity line, ProjectFigures figures) => line.IsMoney
        && figures.Goal.Any(other => other.IsMoney && (other.Per.SequenceEqual(told.Per)
            // 现行每人每月50元，本年起提高10元
            || (other.Per.Count == 0 && other.Before.EndsWith("提高", StringComparison.Ordinal))) && told.Number
                + other.Number == line.Number);

    /// <summary>80至89周岁5200人每人每月50元: no other ages stand between the ages and the price.</summary>
    private static bool IsFor(TextQuantity price, string ages)
    {
        var own = price.Context[(price.Context.AsSpan().LastIndexOfAny(Breaks) + 1)..];
        // 90—99岁700名，每人每月100元，百岁以上10名，每人每月500元
        return Ages().Matches(own) is [.., var last] && Normal(last.Value) == Normal(ages) && !own[last.Index..].Contains('元',
            StringComparison.Ordinal);
    }

    /// <summary>80—89周岁 is 80至89岁.</summary>
    private static string Normal(string ages) => Signs().Replace(ages, static sign => sign.Value == "周" ? "" : "至");

    [GeneratedRegex("[-—–~～到]|周(?=岁)")]
    private static partial Regex Signs();

    [GeneratedRegex("[0-9]{1,3}(?:周?岁)?[-—–~～至到][0-9]{1,3}周?岁|(?<![0-9])[0-9]{1,3}周?岁及?以上")]
    private static partial Regex Ages();
}
