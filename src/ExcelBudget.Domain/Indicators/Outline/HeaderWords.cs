using System.Buffers;

namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>What the header of a column says of its role.</summary>
/// <param name="Role">The role; <see cref="ColumnRole.Unknown"/> where the content must say more (指标性质 heads ≥ as well as 定量).</param>
/// <param name="Rank">Among several of one role the highest is meant: 年度指标值 before 指标值 before 内容.</param>
internal readonly record struct Header(ColumnRole Role, int Rank);

/// <summary>表头。Knows the words by which forms head their columns.</summary>
internal static class HeaderWords
{
    private const int Longest = 22;
    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\u2029");

    private static readonly HashSet<string> Levels = [.. Vocabulary.Of("levelColumns")];
    private static readonly string[] Names = Vocabulary.Of("nameColumns");
    private static readonly Dictionary<string, int> Ranks = Names.Select((name, at) => (name, at)).DistinctBy(pair => pair.name)
        .ToDictionary(pair => pair.name, pair => Names.Length - pair.at);
    private static readonly string[] Marks = Vocabulary.Of("markColumns");
    private static readonly HashSet<string> Units = [.. Vocabulary.Of("unitColumns")];
    private static readonly SearchValues<string> Asides = Any("asideColumns");
    private static readonly SearchValues<string> Others = Any("otherTargetColumns");
    private static readonly SearchValues<string> Yearly = Any("yearTargetColumns");
    private static readonly HashSet<string> Whole = [.. Vocabulary.Of("wholeTargetColumns")];
    private static readonly string[] Targets = Vocabulary.Of("targetColumns");

    private static readonly string[] Heads = [.. Levels, .. Names, .. Marks, .. Units, .. Targets, .. Vocabulary.Of("columnLabels")];

    /// <summary>Words by which a line of headers begins.</summary>
    public static IEnumerable<string> LineStarts => Levels.Concat(Names);

    /// <summary>The role that a cell heads; null when it is no header.</summary>
    public static Header? Read(string text, int start, int end)
    {
        if (end - start is < 1 or > Longest) return null;
        var word = text[start..end];
        if (word.AsSpan().ContainsAny(Spaces)) word = string.Concat(word.Where(sign => !TextScan.IsSpace(sign)));
        word = word.Trim(':', '*');
        if (Levels.Contains(word)) return new(ColumnRole.Level, 0);
        // 绩效指标（产出、效益、满意度）
        if (Ranks.TryGetValue(word, out var rank) || Ranks.TryGetValue(Outside(word), out rank)) return new(ColumnRole.Name, rank);
        if (Whole.Contains(word)) return new(ColumnRole.Value, 2);
        if (Units.Contains(Outside(word))) return new(ColumnRole.Unit, 0);
        if (Array.Exists(Marks, mark => word.StartsWith(mark, StringComparison.Ordinal))) return new(ColumnRole.Unknown, 0);
        if (Has(Outside(word), Asides) || Has(word, Others) || IsOfMonths(word)) return new(ColumnRole.Aside, 0);
        if (Ends(Outside(word), Targets)) return new(ColumnRole.Value, Has(word, Yearly) ? 3 : 2);
        if (Has(word, Yearly) && word.Length <= 6) return new(ColumnRole.Value, 3);
        return word is "内容" or "值" or "数值" or "目标" ? new(ColumnRole.Value, 1) : null;
    }

    /// <summary>一级指标二级指标三级指标指标值: how many headers a word consists of that lost what stood between them; 0 for another.</summary>
    public static int Glued(ReadOnlySpan<char> word)
    {
        var heads = 0;
        while (word.Length > 0)
        {
            var taken = 0;
            foreach (var head in Heads)
            {
                if (head.Length > taken && word.StartsWith(head, StringComparison.Ordinal)) taken = head.Length;
            }

            if (taken == 0) return 0;
            word = word[taken..];
            heads++;
        }

        return heads > 1 ? heads : 0;
    }

    /// <summary>1-6月目标, 9月底目标值: a part of the year; 12月底目标值 is the whole.</summary>
    private static bool IsOfMonths(string word) => word.IndexOf('月', StringComparison.Ordinal) is > 0 and var month
        && char.IsAsciiDigit(word[month - 1]) && !word.Contains("12月", StringComparison.Ordinal) && Ends(Outside(word), Targets);

    private static bool Has(string word, SearchValues<string> parts) => word.AsSpan().ContainsAny(parts);

    private static SearchValues<string> Any(string section) => SearchValues.Create(Vocabulary.Of(section), StringComparison.Ordinal);

    private static bool Ends(string word, string[] ends) => Array.Exists(ends, end => word.EndsWith(end, StringComparison.Ordinal));

    /// <summary>指标值（2025年）, 预计当年（2024年）实现: what stands in brackets does not count.</summary>
    private static string Outside(string word) =>
        word.LastIndexOf('(') is > 0 and var open && word.IndexOf(')', open) is > 0 and var close ? word[..open] + word[(close
            + 1)..] : word;
}
