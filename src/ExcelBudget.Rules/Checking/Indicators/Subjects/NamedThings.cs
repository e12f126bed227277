using ExcelBudget.Domain.Packs;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Subjects;

/// <summary>有名称的工程和单位。云溪水库 in name and goal beside 青山水库大坝护坡整修: another thing of the same kind by its name.</summary>
internal static class NamedThings
{
    private const int NameLength = 2;

    /// <summary>What the indicator and what the goal names; null where the indicator names none, or one that the project names.</summary>
    public static (string Set, string Told)? Against(LineQuantity line, ReviewedProject project, IndicatorWords words)
    {
        if (Named(line.Line.Indicator.Name, words) is not { } set || Named(project.Name, words) is not { } own) return null;
        if (set.Kind != own.Kind || set.Name == own.Name) return null;
        if (!project.Goal.Contains(own.Name + own.Kind, StringComparison.Ordinal)) return null;
        return (project.Name + project.Goal).Contains(set.Name, StringComparison.Ordinal) ? null
            : (set.Name + set.Kind, own.Name + own.Kind);
    }

    /// <summary>The name of two signs with which a text begins, and of what it is.</summary>
    private static (string Name, string Kind)? Named(string text, IndicatorWords words)
    {
        if (text.Length <= NameLength) return null;
        var kind = words.NamedThings.FirstOrDefault(word => string.CompareOrdinal(text, NameLength, word, 0, word.Length) == 0);
        if (kind is null) return null;
        var name = text[..NameLength];
        var end = NameLength + kind.Length;
        // 受益小学生 are no school
        if (end < text.Length && text[end] is '生' or '员' or '人') return null;
        return name.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FFF') >= 0 || WordList.IsIn(name, words.NoNames)
            || words.NoPlaceSigns.Any(sign => name.Contains(sign, StringComparison.Ordinal))
            || words.Deeds.Any(deeds => deeds.Split('|').Contains(name)) ? null : (name, kind);
    }
}
