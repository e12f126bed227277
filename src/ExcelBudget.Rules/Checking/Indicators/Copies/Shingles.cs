using System.Runtime.InteropServices;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>A text as the set of its pairs of neighbouring characters: a cheap measure of how much two texts share.</summary>
internal sealed class Shingles
{
    private const decimal NearlyAll = 0.9m;

    // short texts share most of their pairs by chance
    private const int ShortestNearlyEqual = 20;

    private const int ShortestEqual = 8;

    // each pair once, in order
    private readonly int[] _pairs;

    // a goal is asked for and then kept by the same marks
    private (Dictionary<int, int> Often, long[] Marks)? _marks;

    /// <param name="text">Letters and digits only.</param>
    public Shingles(string text)
    {
        Text = text;
        var pairs = new int[Math.Max(0, text.Length - 1)];
        for (var at = 0; at < pairs.Length; at++) pairs[at] = (text[at] << 16) | text[at + 1];
        Array.Sort(pairs);
        var count = 0;
        foreach (var pair in pairs)
        {
            if (count == 0 || pairs[count - 1] != pair) pairs[count++] = pair;
        }

        _pairs = pairs[..count];
    }

    public string Text { get; }

    /// <summary>
    /// The first pairs in a fixed order, so many that a text which is nearly this one must have one of them too: who shares none of them
    /// need not be compared. The whole text stands for itself where it is too short for that.
    /// </summary>
    /// <param name="often">How often each pair occurs in all texts: the rarest pairs come first.</param>
    public IReadOnlyList<long> Marks(Dictionary<int, int> often)
    {
        if (_marks is { } known && ReferenceEquals(known.Often, often)) return known.Marks;
        var marks = FindMarks(often);
        _marks = (often, marks);
        return marks;
    }

    private long[] FindMarks(Dictionary<int, int> often)
    {
        if (Text.Length < ShortestNearlyEqual)
            return Text.Length >= ShortestEqual ? [long.MinValue | (uint)string.GetHashCode(Text, StringComparison.Ordinal)] : [];
        var most = _pairs.Length - (int)Math.Ceiling(NearlyAll * _pairs.Length) + 1;
        var marks = Array.ConvertAll(_pairs, pair => ((long)often.GetValueOrDefault(pair) << 32) | (uint)pair);
        Array.Sort(marks);
        return [.. marks.Take(most).Select(mark => mark & uint.MaxValue)];
    }

    /// <summary>How often each pair occurs in some texts.</summary>
    public static Dictionary<int, int> Often(IEnumerable<Shingles> texts)
    {
        var often = new Dictionary<int, int>();
        foreach (var text in texts)
        {
            foreach (var pair in text._pairs) CollectionsMarshal.GetValueRefOrAddDefault(often, pair, out _)++;
        }

        return often;
    }

    /// <summary>True when one text is the other again, word for word or nearly so.</summary>
    public bool Copies(Shingles other)
    {
        if (Text.Length >= ShortestEqual && Text == other.Text) return true;
        if (Math.Min(Text.Length, other.Text.Length) < ShortestNearlyEqual || IsFarFrom(other)) return false;
        var shared = SharedWith(other);
        return shared >= NearlyAll * (_pairs.Length + other._pairs.Length - shared);
    }

    private int SharedWith(Shingles other)
    {
        var (mine, theirs, shared) = (0, 0, 0);
        while (mine < _pairs.Length && theirs < other._pairs.Length)
        {
            var order = _pairs[mine].CompareTo(other._pairs[theirs]);
            if (order == 0) shared++;
            if (order <= 0) mine++;
            if (order >= 0) theirs++;
        }

        return shared;
    }

    private bool IsFarFrom(Shingles other) =>
        Math.Min(_pairs.Length, other._pairs.Length) < NearlyAll * Math.Max(_pairs.Length, other._pairs.Length);
}
