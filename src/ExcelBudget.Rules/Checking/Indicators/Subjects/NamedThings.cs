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

    /// <summary>The name of two signs with which a text begins, or that stands behind a place or a deed, and of what it is.</summary>
    private static (string Name, string Kind)? Named(string text, IndicatorWords words)
    {
        if (!WordList.IsIn(text, words.NamedThings)) return null;
        var (kind, at) = words.NamedThings.Select(word => (word, text.IndexOf(word, StringComparison.Ordinal)))
            .Where(found => found.Item2 >= NameLength).OrderBy(found => found.Item2).FirstOrDefault();
        if (kind is null) return null;
        var start = at - NameLength;
        var isBegun = start == 0 || words.PlaceSigns.Any(sign => text.AsSpan(0, start).EndsWith(sign))
            || words.Deeds.Any(deeds => deeds.Split('|').Any(deed => text.AsSpan(0, start).SequenceEqual(deed)));
        if (!isBegun) return null;
        var name = text[start..at];
        var end = at + kind.Length;
        // 受益小学生 are no school
        if (end < text.Length && text[end] is '生' or '员' or '人') return null;
        return name.AsSpan().IndexOfAnyExceptInRange('\u4E00', '\u9FFF') >= 0 || WordList.IsIn(name, words.NoNames)
            || words.NoPlaceSigns.Any(sign => name.Contains(sign, StringComparison.Ordinal))
            || words.Deeds.Any(deeds => deeds.Split('|').Contains(name)) ? null : (name, kind);
    }
}
