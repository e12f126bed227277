using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>年龄界限。65岁以上老年人8000人 beside 60岁以上老年人体检 =8000人: one age is told and another is set.</summary>
internal static partial class Ages
{
    /// <summary>What the indicator and what the goal says; null where they agree or the goal tells of several ages.</summary>
    public static (string Set, string Told)? Against(LineQuantity line, TextQuantity told, ReviewedProject project)
    {
        var name = line.Line.Indicator.Name;
        if (!name.Contains('岁', StringComparison.Ordinal) || !project.Goal.Contains('岁', StringComparison.Ordinal)) return null;
        if (Bounds().Matches(name) is not [var set] || AnyAge().Count(name) != 1) return null;
        if (Bounds().Matches(project.Goal) is not [var said] || AnyAge().Count(project.Goal) != 1) return null;
        if (!told.Lead.Contains(said.Value, StringComparison.Ordinal) || project.Name.Contains('岁', StringComparison.Ordinal)) return null;
        return set.Groups["age"].Value != said.Groups["age"].Value && set.Groups["down"].Success == said.Groups["down"].Success
            ? (set.Value, said.Value) : null;
    }

    [GeneratedRegex(@"年?满(?<age>\d{1,3})周?岁(?:及?以上)?|(?<!\d)(?<age>\d{1,3})周?岁(?:[（(]?含[)）]?)?及?以(?:上|(?<down>下))")]
    private static partial Regex Bounds();

    [GeneratedRegex(@"\d周?岁")]
    private static partial Regex AnyAge();
}
