namespace ExcelBudget.Rules.Checking.Indicators.Agreement;

/// <summary>A text as the set of its pairs of neighbouring characters: a cheap measure of how much two texts share.</summary>
/// <param name="text">Letters and digits only.</param>
internal sealed class Shingles(string text)
{
    private const decimal NearlyAll = 0.9m;

    // short texts share most of their pairs by chance
    private const int ShortestNearlyEqual = 20;

    private const int ShortestEqual = 8;

    private readonly HashSet<string> _pairs = [.. Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(at => text.Substring(at, 2))];

    /// <summary>
    /// The first pairs in a fixed order, so many that a text which is nearly this one must have one of them too: who shares none of them
    /// need not be
    /// compared. The whole text stands for itself where it is too short for that.
    /// </summary>
    /// <param name="often">How often each pair occurs in all texts: the rarest pairs come first.</param>
    public IEnumerable<string> Marks(IReadOnlyDictionary<string, int> often)
    {
        if (Text.Length < ShortestNearlyEqual) return Text.Length >= ShortestEqual ? [Text] : [];
        var most = _pairs.Count - (int)Math.Ceiling(NearlyAll * _pairs.Count) + 1;
        return _pairs.OrderBy(pair => often.GetValueOrDefault(pair)).ThenBy(pair => pair, StringComparer.Ordinal).Take(most);
    }

    /// <summary>How often each pair occurs in some texts.</summary>
    public static Dictionary<string, int> Often(IEnumerable<Shingles> texts) =>
        texts.SelectMany(text => text._pairs).GroupBy(pair => pair)
            .ToDictionary(group => group.Key, group => group.Count(), StringComparer.Ordinal);

    /// <summary>The text.</summary>
    public string Text { get; } = text;

    /// <summary>True when one text is the other again, word for word or nearly so.</summary>
    public bool Copies(Shingles other)
    {
        if (Text.Length >= ShortestEqual && Text == other.Text) return true;
        if (Math.Min(Text.Length, other.Text.Length) < ShortestNearlyEqual || IsFarFrom(other)) return false;
        var shared = _pairs.Count(other._pairs.Contains);
        return shared >= NearlyAll * (_pairs.Count + other._pairs.Count - shared);
    }

    private bool IsFarFrom(Shingles other) =>
        Math.Min(_pairs.Count, other._pairs.Count) < NearlyAll * Math.Max(_pairs.Count, other._pairs.Count);
}
