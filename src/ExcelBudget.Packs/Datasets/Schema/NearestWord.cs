using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>Guesses which known word a mistyped one was meant to be.</summary>
internal static class NearestWord
{
    // longer texts are sentences, not mistyped words; this also bounds the work per cell
    private const int LongestWord = 40;

    /// <summary>
    /// The candidate that contains the text, is contained in it, or differs by at most a third of its letters; null when none is near.
    /// </summary>
    public static string? Find(string text, IEnumerable<string> candidates)
    {
        var key = TextFolding.Key(text);
        if (key.Length is 0 or > LongestWord) return null;
        return candidates
            .Select(word => (word, Distance: Distance(key, TextFolding.Key(word))))
            .Where(near => near.Distance is not null)
            .OrderBy(near => near.Distance)
            // 公务用车运行费 is as far from …购置费 as from …运行维护费, but only the latter has all its letters
            .ThenByDescending(near => key.Count(near.word.Contains))
            .Select(near => near.word)
            .FirstOrDefault();
    }

    /// <summary>“是不是“…”？” when a candidate is near, else nothing.</summary>
    public static string Question(string text, IEnumerable<string> candidates) =>
        Find(text, candidates) is { } word ? $"是不是“{word}”？" : "";

    private static int? Distance(string left, string right)
    {
        var shorter = Math.Min(left.Length, right.Length);
        var edits = Edits(left, right);
        var contained = shorter >= 2 && (left.Contains(right, StringComparison.Ordinal) || right.Contains(left, StringComparison.Ordinal));
        return contained || edits <= Math.Max(left.Length, right.Length) / 3 ? edits : null;
    }

    private static int Edits(string left, string right)
    {
        var row = Enumerable.Range(0, right.Length + 1).ToArray();
        for (var i = 1; i <= left.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= right.Length; j++)
            {
                var replaced = diagonal + (left[i - 1] == right[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(replaced, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[right.Length];
    }
}
