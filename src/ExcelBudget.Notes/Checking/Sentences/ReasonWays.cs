using System.Buffers;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// Which way the causes of a reason work. A reason contradicts the change it explains only when a cause works the other way and none
/// works this way, or may.
/// </summary>
/// <param name="Raises">A cause raises the amount.</param>
/// <param name="Lowers">A cause lowers it.</param>
/// <param name="IsOpen">A cause may do either.</param>
/// <param name="Said">Directions that are written as such: 增加, 减少.</param>
internal readonly record struct ReasonWays(bool Raises, bool Lowers, bool IsOpen, int Said)
{
    /// <summary>How far before a direction 未 or 控制 still belongs to it, in characters.</summary>
    private const int Reach = 8;

    /// <summary>How far behind a direction stands what rises or falls: 提高资金使用效益.</summary>
    private const int ObjectReach = 8;

    /// <summary>Most characters between a cause and a direction that is its own: 离职人员减少.</summary>
    private const int NearBy = 4;

    private static readonly SearchValues<char> Ends = SearchValues.Create("，；、。（）");

    /// <summary>The ways of a reason.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <param name="start">Where the reason begins.</param>
    /// <param name="words">The pack's words.</param>
    public static ReasonWays Of(string text, NoteToken[] tokens, int start, NoteWords words)
    {
        var ways = default(ReasonWays);
        for (var at = start; at < text.Length;)
        {
            var end = text.AsSpan(at).IndexOfAny(Ends) is >= 0 and var length ? at + length : text.Length;
            if (end > at) ways = ways.And(OfCause(text, (at, end), tokens, words));
            at = end + 1;
        }

        return ways;
    }

    /// <summary>1 when the reason speaks against a change of the other sign alone, -1 likewise, 0 when it does not.</summary>
    /// <param name="said">Sign of the change that is explained; 0 for none.</param>
    public int Against(int said) => IsOpen ? 0 : said switch
    {
        > 0 => Lowers && !Raises ? -1 : 0,
        < 0 => Raises && !Lowers ? 1 : 0,
        _ => Raises != Lowers ? Said : 0,
    };

    private static ReasonWays OfCause(string text, (int Start, int End) cause, NoteToken[] tokens, NoteWords words)
    {
        var written = text[cause.Start..cause.End];
        var own = tokens.Where(token => token.Start >= cause.Start && token.End <= cause.End).ToArray();
        var ways = new ReasonWays(
            Names(written, words.Raising, words), Names(written, words.Lowering, words),
            words.EitherWay.Any(Without(written, words).Contains) || own.Any(token => token.Kind == SaidKind.LastYear), 0);
        foreach (var token in own)
        {
            var sign = (token.Direction ?? 0) != 0 ? token.Direction!.Value : token.Reaching ?? 0;
            if (sign == 0) continue;
            ways = ways.And(OfDirection(text[cause.Start..token.Start], text[token.End..cause.End], sign, words));
            // 离职人员减少: less of what lowers
            if (sign < 0 && IsOf(text[cause.Start..token.Start], words.Lowering)) ways = ways with { IsOpen = true };
        }

        return ways;
    }

    /// <summary>True when a cause stands shortly before: the direction is its own.</summary>
    private static bool IsOf(string before, IReadOnlyList<string> causes) => causes.Any(cause =>
        before.LastIndexOf(cause, StringComparison.Ordinal) is >= 0 and var at && before.Length - at - cause.Length is > 0 and <= NearBy);

    /// <summary>What is written but for causes whose way is known: 厉行节约 is not 节约.</summary>
    private static string Without(string written, NoteWords words) => words.Raising.Concat(words.Lowering)
        .Aggregate(written, (left, cause) => left.Replace(cause, "", StringComparison.Ordinal));

    private static ReasonWays OfDirection(string before, string after, int sign, NoteWords words)
    {
        var near = before.Length > Reach ? before[^Reach..] : before;
        if (words.Denying.Any(near.Contains)) return default;
        if (words.Restraining.Any(near.Contains)) return sign > 0 ? new ReasonWays(false, true, false, 0) : default;
        var what = after.Length > ObjectReach ? after[..ObjectReach] : after;
        if (words.NoAmounts.Any(word => near.EndsWith(word, StringComparison.Ordinal) || what.Contains(word, StringComparison.Ordinal)))
            return default;
        return new ReasonWays(sign > 0, sign < 0, false, sign);
    }

    /// <summary>True when a cause is named and not denied: 不再新增 names none.</summary>
    private static bool Names(string written, IReadOnlyList<string> causes, NoteWords words) => causes.Any(cause =>
        written.IndexOf(cause, StringComparison.Ordinal) is >= 0 and var at
        && !words.Denying.Any(word => written[..at].EndsWith(word, StringComparison.Ordinal)));

    private ReasonWays And(ReasonWays other) =>
        new(Raises || other.Raises, Lowers || other.Lowers, IsOpen || other.IsOpen, Said != 0 ? Said : other.Said);
}
