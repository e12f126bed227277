using System.Buffers;
using System.Collections.Frozen;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Tables;

/// <summary>一级指标 or 二级指标 as a cell of its own: the cell holds the name of a level and nothing else.</summary>
internal static class LevelCell
{
    private const int Longest = 30;
    private const int LongestTail = 4;
    private static readonly string[] Endings = ["类指标", "指标", "目标", "类", "值"];
    private static readonly string[] Prefixes = [.. Vocabulary.Of("headingPrefixes")];

    private static readonly FrozenDictionary<string, HeadingName> Stems =
        HeadingName.All.GroupBy(name => name.Stem, StringComparer.Ordinal).ToFrozenDictionary(group => group.Key, group => group.First(),
            StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, HeadingName>.AlternateLookup<ReadOnlySpan<char>> Lookup =
        Stems.GetAlternateLookup<ReadOnlySpan<char>>();

    private static readonly SearchValues<char> Joints = SearchValues.Create("-—/·>→|、");

    private static readonly SearchValues<char> Spaces = SearchValues.Create(" \t\n\u2029");

    private static readonly SearchValues<char> LastSigns =
        SearchValues.Create([.. Stems.Keys.Concat(Endings).Select(word => word[^1]).Distinct(), ')', ':', ' ', '指']);

    /// <summary>The heading between two places; null when other words stand there.</summary>
    public static Heading? Read(string text, int start, int end)
    {
        if (end - start is < 2 or > Longest || !(LastSigns.Contains(text[end - 1]) || text[end - 2] == '指')) return null;
        var mark = ListMarkReader.Read(text, start);
        if (mark.Style == MarkStyle.Labelled || mark.Length >= end - start) mark = default;
        var body = start + mark.Length;
        if (mark.Length == 0) body = BehindCode(text, start, end);
        if (mark.Style == MarkStyle.Bullet) mark = default;
        var word = Bare(text.AsSpan(body, end - body));
        if (Named(word) is { } name) return new Heading(name, mark, start, end) { IsMalformed = word[^1] == '值' };
        if (Joined(word) is { } joined) return new Heading(joined, mark, start, end);
        return MisspeltNames.Find(word) is { } slip ? new Heading(slip, mark, start, end) { IsMalformed = true } : null;
    }

    /// <summary>产出指标/数量指标: level 1 and level 2 in one cell.</summary>
    private static HeadingName? Joined(ReadOnlySpan<char> word)
    {
        var joint = word.IndexOfAny(Joints);
        if (joint <= 0 || Named(word[..joint]) is not { } first || Named(word[(joint + 1)..]) is not { } second) return null;
        return second.Parents.Contains(first.Name, StringComparer.Ordinal) && second.Name != first.Name
            ? second with { JoinedLevel1 = first.Name } : null;
    }

    /// <summary>经济效益|指标: cells of levels whole again that a break tore apart.</summary>
    public static IReadOnlyList<PastedCell> Mend(IReadOnlyList<PastedCell> cells, CellKinds kinds)
    {
        List<PastedCell>? mended = null;
        for (var at = 0; at < cells.Count; at++)
        {
            var mayGoOn = cells[at].Kind is PastedKind.Level or PastedKind.Words;
            var next = at + 1;
            while (mayGoOn && next < cells.Count && cells[next].IsEmpty) next++;
            var isTorn = mayGoOn && next < cells.Count
                && cells[next].End - cells[next].Start <= LongestTail && cells[next].Kind == PastedKind.Words
                && kinds.Read(cells[at].Start, cells[next].End).Kind == PastedKind.Level;
            if (isTorn) mended ??= [.. cells.Take(at)];
            mended?.Add(isTorn ? kinds.Read(cells[at].Start, cells[next].End) : cells[at]);
            if (isTorn) at = next;
        }

        return mended ?? cells;
    }

    /// <summary>A cell of the column of levels whose name no scheme knows: 过程指标.</summary>
    public static Heading Unknown(string text, int start, int end) =>
        new(new HeadingName(text[start..end], text[start..end], HeadingRank.Unknown), default, start, end);

    private static HeadingName? Named(ReadOnlySpan<char> word)
    {
        if (Lookup.TryGetValue(word, out var plain)) return plain;
        foreach (var ending in Endings)
        {
            if (!word.EndsWith(ending, StringComparison.Ordinal)) continue;
            var stem = word[..^ending.Length];
            if (Lookup.TryGetValue(stem, out var found)) return found;
            foreach (var prefix in Prefixes)
            {
                var isPrefixed = stem.StartsWith(prefix, StringComparison.Ordinal);
                if (isPrefixed && Lookup.TryGetValue(stem[prefix.Length..], out found)) return found;
            }

            return null;
        }

        return null;
    }

    /// <summary>产 出 指 标, 产出指标（50分）, 数量指标（必填）, 产出指标：</summary>
    private static ReadOnlySpan<char> Bare(ReadOnlySpan<char> text)
    {
        var word = text.IndexOfAny(Spaces) < 0 ? text : string.Concat(text.ToString().Where(sign => !TextScan.IsSpace(sign)));
        word = word.TrimEnd(':');
        var open = word.IndexOf('(');
        return open > 1 && word[^1] == ')' ? word[..open] : word;
    }

    /// <summary>01 产出指标, A1产出指标: a code of the form stands before the name.</summary>
    private static int BehindCode(string text, int start, int end)
    {
        var at = start;
        while (at < end && at - start < 8 && (char.IsAsciiLetterOrDigit(text[at]) || text[at] is '.' or '-' or ' ')) at++;
        return at < end && at > start ? at : start;
    }
}
