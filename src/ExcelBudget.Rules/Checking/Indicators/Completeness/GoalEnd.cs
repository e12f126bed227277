using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Rules.Checking.Indicators.Completeness;

/// <summary>目标的结尾。Whether the last words of a goal must go on.</summary>
internal static partial class GoalEnd
{
    private const string Stops = "。；！？;!?.";
    private const string Open = "（(《“[【";
    private const string Closed = "）)》”]】";
    private const int LongestClause = 12;
    private const int ShortestGoal = 15;
    private const int LongestObject = 4;
    private const string Carried = "组织实施";

    /// <summary>True for «由3.6元降到», «，并逐步提高», an opened bracket, a figure without a unit.</summary>
    public static bool IsOpen(string goal, IndicatorWords words)
    {
        if (goal.Length == 0) return false;
        if (words.Dangling.Any(word => goal.EndsWith(word, StringComparison.Ordinal))) return true;
        if (Stops.Contains(goal[^1], StringComparison.Ordinal)) return false;
        return IsUnclosed(goal) || EndsInFigure(goal) || IsBareObject(goal) || IsBareVerb(goal, words) || LacksFigure(goal, words)
            || EndsInHalfWord(goal, words);
    }

    private static bool IsUnclosed(string goal)
    {
        var open = goal.LastIndexOfAny([.. Open]);
        return open >= 0 && goal.LastIndexOfAny([.. Closed]) < open;
    }

    /// <summary>，并对沿河: whom it concerns, and nothing done.</summary>
    private static bool IsBareObject(string goal)
    {
        var clause = goal.AsSpan(goal.LastIndexOfAny(['，', '。', '；', ',', ';', '\n']) + 1).Trim();
        // 确保梨农: whom, and nothing for them
        if (clause.Length is > 2 and <= LongestObject && (clause.StartsWith("确保") || clause.StartsWith("带动"))
            && clause[^1] is '农' or '民' or '户' or '众' or '生' or '员') return true;
        return clause.Length is > 2 and <= LongestObject && clause[0] == '并' && clause[1] is '对' or '将' or '向' or '为' or '由' or '使';
    }

    /// <summary>全年检查120: of sentences of words with figures and units the last figure lacks its own.</summary>
    private static bool EndsInFigure(string goal) => char.IsAsciiDigit(goal[^1]) && goal.Length > 1
        && goal.AsSpan(0, goal.Length).TrimEnd("0123456789.,") is [.., var before] && before is >= '\u4E00' and <= '\u9FFF'
        // 转接12345, 热线12345
        && !Hotline().IsMatch(goal)
        && !(before is '线' or '话' or '号' or '台' or '打');

    [System.Text.RegularExpressions.GeneratedRegex("(?:12[0-9]{3}|96[0-9]{3,4}|(?:拨打|拨|转|打|热线)(?:11[0-9]|12[0-2])"
        + "|(?:[国省县乡村]道|[GSX])[0-9]{1,4})$")]
    private static partial System.Text.RegularExpressions.Regex Hotline();

    /// <summary>，为妇女群众提供维: one sign behind a verb that wants an object is half a word.</summary>
    private static bool EndsInHalfWord(string goal, IndicatorWords words) =>
        goal.Length > ShortestGoal && !words.WholeSigns.Contains(goal[^1..])
            && words.ObjectVerbs.Any(verb => goal.AsSpan(0, goal.Length - 1).EndsWith(verb, StringComparison.Ordinal));

    /// <summary>每场酒席平均节约: an average of nothing yet.</summary>
    private static bool LacksFigure(string goal, IndicatorWords words)
    {
        if (words.OpenVerbs.FirstOrDefault(verb => goal.EndsWith(verb, StringComparison.Ordinal)) is not { } verb) return false;
        var before = goal[..^verb.Length];
        return words.Averages.Any(word => before.EndsWith(word, StringComparison.Ordinal));
    }

    /// <summary>«，并进一步提高»: the last clause is nothing but adverbs and a verb that wants an object.</summary>
    private static bool IsBareVerb(string goal, IndicatorWords words)
    {
        var start = goal.LastIndexOfAny(['，', '。', '；', ',', ';', '\n']) + 1;
        var clause = goal.AsSpan(start).Trim();
        // 并组织实施 says all there is to say
        if (start == 0 || clause.Length is 0 or > LongestClause || clause.EndsWith(Carried)) return false;
        var hasVerb = false;
        while (clause.Length > 0)
        {
            var verb = Longest(clause, words.OpenVerbs);
            var step = verb > 0 ? verb : Longest(clause, words.OpenAdverbs);
            if (step == 0) return false;
            hasVerb |= verb > 0;
            clause = clause[step..];
        }

        return hasVerb;
    }

    private static int Longest(ReadOnlySpan<char> text, IReadOnlyList<string> words)
    {
        var longest = 0;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Length > longest && text.StartsWith(words[at])) longest = words[at].Length;
        }

        return longest;
    }
}
