namespace ExcelBudget.Worker.Answers;

/// <summary>The answers that hold, and those among them that are news.</summary>
/// <param name="Valid">One for each finding ever answered; none for those taken back.</param>
/// <param name="News">What the kept answers do not say yet.</param>
internal sealed record AnswerBook(IReadOnlyList<GivenAnswer> Valid, IReadOnlyList<GivenAnswer> News)
{
    /// <summary>Puts answers of a file together with those kept of earlier ones.</summary>
    /// <param name="kept">The latest kept answer of each finding; an empty one was taken back.</param>
    /// <param name="given">The answers of the file.</param>
    public static AnswerBook Of(IEnumerable<GivenAnswer> kept, IEnumerable<GivenAnswer> given)
    {
        var valid = kept.ToDictionary(answer => answer.Key, StringComparer.Ordinal);
        var news = new List<GivenAnswer>();
        foreach (var answer in given)
        {
            // an answer left as it was filled in may be older than what is kept: someone answered again in another copy
            if (valid.TryGetValue(answer.Key, out var known) && (answer.IsCarried || Same(known, answer))) continue;
            if (known is null && answer.Text.Length == 0) continue;
            valid[answer.Key] = answer;
            news.Add(answer);
        }

        return new([.. valid.Values.Where(answer => answer.Text.Length > 0)], news);
    }

    private static bool Same(GivenAnswer one, GivenAnswer other) => one.Text == other.Text && one.Figures == other.Figures;
}
