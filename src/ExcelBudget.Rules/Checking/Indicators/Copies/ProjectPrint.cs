using System.Numerics;

namespace ExcelBudget.Rules.Checking.Indicators.Copies;

/// <summary>
/// 指纹。What is kept of a project to know its goal and its indicators again, in this county next week or in this unit next year; the texts
/// themselves cannot be read from it.
/// </summary>
/// <param name="Project">Key of its row.</param>
/// <param name="Name">项目名称。</param>
/// <param name="Subject">What it is about: the name without 经费 and the like.</param>
/// <param name="Goal">Sketch of the goal, 48 numbers; empty for a goal too short to be told from others.</param>
/// <param name="Indicators">Hash of the indicators without costs; 0 for a few usual lines.</param>
/// <param name="Amount">金额 in yuan; null when unknown.</param>
public sealed record ProjectPrint(
    string Project, string Name, string Subject, IReadOnlyList<uint> Goal, long Indicators, decimal? Amount)
{
    /// <summary>How many numbers a sketch has.</summary>
    public const int Length = 48;

    private const int BandLength = 6;

    /// <summary>Of 48 numbers so many agree where nine tenths of two texts do.</summary>
    private const int Alike = 43;

    private const int ShortestGoal = 20;
    private const int ShortestName = 8;

    /// <summary>The prints of a review's projects, in time linear to their texts.</summary>
    public static IReadOnlyList<ProjectPrint> Of(IndicatorReview review)
    {
        ArgumentNullException.ThrowIfNull(review);
        return [.. review.Projects.Where(project => !project.IsClassified).Select(project => Of(project, review))];
    }

    /// <summary>True for goals that are the same, word for word or nearly so.</summary>
    public bool IsAlike(IReadOnlyList<uint> other)
    {
        ArgumentNullException.ThrowIfNull(other);
        if (Goal.Count != Length || other.Count != Length) return false;
        var same = 0;
        for (var at = 0; at < Length; at++)
        {
            if (Goal[at] == other[at]) same++;
        }

        return same >= Alike;
    }

    /// <summary>Eight numbers of which goals that are alike share at least one.</summary>
    public IEnumerable<long> Bands()
    {
        for (var start = 0; start < Goal.Count; start += BandLength)
        {
            var band = Seed((ulong)start);
            for (var at = start; at < start + BandLength; at++) band = Mixed(band ^ Goal[at]);
            yield return (long)band;
        }
    }

    private static ProjectPrint Of(ReviewedProject project, IndicatorReview review)
    {
        var block = CopiedIndicatorsCheck.Block(project, review, out var lines);
        return new ProjectPrint(project.Key.Value, project.Name, review.Meaning.Subject(project.Name),
            Sketch(GoalText.Substance(project.Goal)), lines < CopiedIndicatorsCheck.FewestLines ? 0 : Hash(block),
            project.Amount?.Value);
    }

    /// <summary>For each of 48 orders of all pairs of characters the first pair that the text has.</summary>
    private static uint[] Sketch(string text)
    {
        if (text.Length < ShortestGoal) return text.Length < ShortestName ? [] : Whole(text);
        var sketch = new uint[Length];
        Array.Fill(sketch, uint.MaxValue);
        for (var at = 0; at + 1 < text.Length; at++)
        {
            var pair = Mixed(((ulong)text[at] << 16) | text[at + 1]);
            for (var order = 0; order < Length; order++)
            {
                // one hash read from many sides: a multiplication each
                var place = (uint)(BitOperations.RotateLeft(pair, order) * (0x9E3779B97F4A7C15UL + ((ulong)order << 1)) >> 32);
                if (place < sketch[order]) sketch[order] = place;
            }
        }

        return sketch;
    }

    /// <summary>A short goal is only known again when it is the same.</summary>
    private static uint[] Whole(string text)
    {
        var hash = (ulong)Hash(text);
        return [.. Enumerable.Range(0, Length).Select(at => (uint)(Mixed(hash + (ulong)at) >> 32))];
    }

    private static long Hash(string text)
    {
        var hash = Seed(0);
        foreach (var sign in text) hash = Mixed(hash ^ sign);
        return hash == 0 ? 1 : (long)hash;
    }

    private static ulong Seed(ulong number) => Mixed(number + 0xCBF29CE484222325UL);

    /// <summary>The same on every machine and in every version: what the ledger keeps must be found again.</summary>
    private static ulong Mixed(ulong value)
    {
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
