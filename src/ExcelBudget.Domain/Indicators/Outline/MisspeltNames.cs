namespace ExcelBudget.Domain.Indicators.Outline;

/// <summary>
/// Names of the framework with one sign wrong, left out or doubled: 社会效益指际, 数量指标标, 服务对象满意指标. Where two names are as near, signs that
/// look alike decide; where they do not, none is meant.
/// </summary>
internal static class MisspeltNames
{
    private const int Shortest = 3;
    private const int Longest = 16;
    private const int ShortName = 4;
    private const string Kind = "指标";

    private static readonly (string Whole, HeadingName Name)[] Wholes =
        [.. HeadingName.All.Select(name => (name.Stem + Kind, name)).Where(pair => pair.Item1.Length > Shortest)];

    private static readonly HashSet<string> Others = new(Vocabulary.Of("notHeadings"), StringComparer.Ordinal);
    private static readonly HashSet<(char, char)> Alike =
        [.. Vocabulary.Pairs("alike").SelectMany(pair => pair.Value.Select(sign => (pair.Key[0], sign)))];

    /// <summary>The name that is meant; null when the word is none, or may be several.</summary>
    public static HeadingName? Find(ReadOnlySpan<char> word)
    {
        if (word.Length is < Shortest or > Longest || word[^Math.Min(3, word.Length)..].IndexOfAny('指', '标') < 0) return null;
        if (Others.GetAlternateLookup<ReadOnlySpan<char>>().Contains(word[^2..])) return null;
        if (HeaderWords.Read(word.ToString(), 0, word.Length) is not null) return null;
        var (found, isAlike, isOnly) = ((HeadingName?)null, false, true);
        foreach (var (whole, name) in Wholes)
        {
            if (Math.Abs(whole.Length - word.Length) > 1 || !IsNear(word, whole, out var alike)) continue;
            if (found is not null && found.Name == name.Name && found.JoinedLevel1 == name.JoinedLevel1) continue;
            if (found is not null && isAlike == alike) isOnly = false;
            if (found is null || (alike && !isAlike)) (found, isAlike, isOnly) = (name, alike, true);
        }

        return isOnly ? found : null;
    }

    /// <summary>True when one sign makes the difference.</summary>
    private static bool IsNear(ReadOnlySpan<char> word, string whole, out bool isAlike)
    {
        var same = word.CommonPrefixLength(whole);
        isAlike = false;
        var isShort = whole.Length <= ShortName && same < whole.Length - Kind.Length;
        if (word.Length == whole.Length)
        {
            if (same == word.Length) return false;
            isAlike = Alike.Contains((whole[same], word[same]));
            // 质控指标 and 效率指标 are words of their own
            return (isAlike || !isShort) && word[(same + 1)..].SequenceEqual(whole.AsSpan(same + 1));
        }

        if (isShort && (word.Length < whole.Length || same == 0 || word[same] != word[same - 1])) return false;
        return word.Length > whole.Length ? word[(same + 1)..].SequenceEqual(whole.AsSpan(same))
            : word[same..].SequenceEqual(whole.AsSpan(same + 1));
    }
}
