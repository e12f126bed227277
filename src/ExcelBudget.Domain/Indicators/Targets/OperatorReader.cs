using System.Buffers;
using System.Collections.Frozen;
using ExcelBudget.Domain.Indicators.Outline;

namespace ExcelBudget.Domain.Indicators.Targets;

/// <summary>计算符号 as signs and as words, before and behind a number.</summary>
internal static class OperatorReader
{
    private static readonly (string Word, TargetOperator Operator)[] WordsBefore = Sorted(
        (TargetOperator.AtLeast, "atLeast"), (TargetOperator.AtMost, "atMost"), (TargetOperator.MoreThan, "moreThan"),
        (TargetOperator.LessThan, "lessThan"), (TargetOperator.Equal, "equalTo"));

    // looked up by their last sign: most places of a text end no operator
    private static readonly FrozenDictionary<char, (string Word, TargetOperator Operator)[]> BeforeByLast =
        WordsBefore.GroupBy(pair => pair.Word[^1]).ToFrozenDictionary(group => group.Key, group => group.ToArray());

    private static readonly (string Word, TargetOperator Operator)[] WordsBehind = Sorted(
        (TargetOperator.AtLeast, "atLeastBehind"), (TargetOperator.AtMost, "atMostBehind"));

    /// <summary>Words that only lend weight to the operator behind them: 须达90%, 最高不超过1200元.</summary>
    private static readonly string[] Modifiers = Vocabulary.Of("operatorModifiers");

    private static readonly SearchValues<char> Signs = SearchValues.Create("≥≤=>< ");

    private static readonly string[] Labels = Vocabulary.Of("valueLabels");

    /// <summary>Words that head a target only behind a sign: 改造管网：计划4.6公里.</summary>
    private static readonly string[] ShortLabels = Vocabulary.Of("shortLabels");

    private static readonly string[] AllLabels = [.. Labels, .. ShortLabels];

    private const string Joints = ",，;；、:： （([【—-/";

    /// <summary>True for the cell of a column of operators: ≥, 大于等于, 定性.</summary>
    public static bool IsWord(ReadOnlySpan<char> cell)
    {
        if (!cell.ContainsAnyExcept(Signs) || cell.SequenceEqual("定性")) return true;
        if (!BeforeByLast.TryGetValue(cell[^1], out var words)) return false;
        foreach (var (word, _) in words)
        {
            if (cell.SequenceEqual(word)) return true;
        }

        return false;
    }

    /// <summary>The operator that ends at a place, and where it begins.</summary>
    public static (TargetOperator Operator, int Start, bool IsSoft) Before(string text, int from, int at)
    {
        var end = BackOverBlanks(text, from, at);
        var (sign, start) = Sign(text, from, end);
        if (sign == TargetOperator.None)
        {
            var word = Word(text, from, end);
            return word.Operator != TargetOperator.None ? word : Label(text, from, end, at);
        }

        // 达到≥95%: the sign says it better
        var earlier = Word(text, from, BackOverBlanks(text, from, start));
        return (sign, earlier.Operator == TargetOperator.None ? Label(text, from, start, start).Start : earlier.Start, false);
    }

    /// <summary>至少 at the head of a clause: «至少召开联席会议6次»; and how long it is.</summary>
    public static (TargetOperator Operator, int Length) Leading(string text, int from, int number)
    {
        var at = TextScan.Blanks(text, from);
        if (at + 2 >= number) return (TargetOperator.None, 0);
        return text.AsSpan(at, 2) switch
        {
            "至少" or "最少" => (TargetOperator.AtLeast, 2),
            "至多" or "最多" => (TargetOperator.AtMost, 2),
            _ => (TargetOperator.None, 0),
        };
    }

    /// <summary>The operator that begins at a place, behind a number and its unit: 以上, 以内.</summary>
    public static (TargetOperator Operator, int End) Behind(string text, int at, int end)
    {
        foreach (var (word, meaning) in WordsBehind)
        {
            if (at + word.Length <= end && string.CompareOrdinal(text, at, word, 0, word.Length) == 0) return (meaning, at + word.Length);
        }

        return (TargetOperator.None, at);
    }

    private static (TargetOperator, int) Sign(string text, int from, int end)
    {
        var start = end;
        while (start > from && end - start < 3 && text[start - 1] is '≥' or '≤' or '>' or '<' or '=') start--;
        var signs = text[start..end];
        if (signs.Length == 0) return (TargetOperator.None, end);
        var isEqual = signs.Contains('=', StringComparison.Ordinal);
        if (signs.Contains('≥', StringComparison.Ordinal)) return (TargetOperator.AtLeast, start);
        if (signs.Contains('≤', StringComparison.Ordinal)) return (TargetOperator.AtMost, start);
        if (signs.Contains('>', StringComparison.Ordinal)) return (isEqual ? TargetOperator.AtLeast : TargetOperator.MoreThan, start);
        if (signs.Contains('<', StringComparison.Ordinal)) return (isEqual ? TargetOperator.AtMost : TargetOperator.LessThan, start);
        return (TargetOperator.Equal, start);
    }

    private static (TargetOperator Operator, int Start, bool IsSoft) Word(string text, int from, int end)
    {
        if (end <= from || !BeforeByLast.TryGetValue(text[end - 1], out var words)) return (TargetOperator.None, end, false);
        foreach (var (word, meaning) in words)
        {
            var start = end - word.Length;
            if (start < from || string.CompareOrdinal(text, start, word, 0, word.Length) != 0) continue;
            // 传达98份: 达 belongs to another word
            if (word == "达" && start > from && "传表抵直发通到送".Contains(text[start - 1], StringComparison.Ordinal)) continue;
            return (meaning, BackOverModifiers(text, from, start),
                word is "达" or "达到" or "达到了" or "控制在" or "控制到" or "稳定在" or "保持在" or "维持在" or "最低" or "最高");
        }

        return (TargetOperator.None, end, false);
    }

    /// <summary>True where 指标值 or a word like it begins: what follows is the target of the name before.</summary>
    public static bool BeginsAsLabel(string text, int at) => LabelAt(text, at) > 0;

    /// <summary>How long the word is that heads a target before a colon: also 2 for 目标 of （目标：4.6公里）.</summary>
    public static int LabelBeforeColon(string text, int at) => Array.Find(ShortLabels, label => string.CompareOrdinal(text, at, label, 0,
        label.Length) == 0 && at + label.Length < text.Length && text[at + label.Length] == ':')?.Length ?? 0;

    /// <summary>How long the word is that heads a target and begins at a place: 3 for 指标值; 0 where none does.</summary>
    public static int LabelAt(string text, int at) =>
        Array.Find(Labels, label => string.CompareOrdinal(text, at, label, 0, label.Length) == 0)?.Length ?? 0;

    /// <summary>群测群防体系，指标值: a name without the header of the target behind it.</summary>
    public static string WithoutLabelBehind(string name)
    {
        foreach (var label in AllLabels)
        {
            if (name.Length > label.Length + 1 && name.EndsWith(label, StringComparison.Ordinal) && name[^(label.Length + 1)] is var sign
                && !TextScan.IsHan(sign) && !char.IsLetterOrDigit(sign)) return name[..^label.Length].TrimEnd([.. Joints]);
        }

        return name;
    }

    /// <summary>目标值稳步提升: a target without its header.</summary>
    public static string WithoutLabelBefore(string value)
    {
        foreach (var label in Labels)
        {
            if (value.Length > label.Length && value.StartsWith(label, StringComparison.Ordinal))
                return value[label.Length..].TrimStart(':', '：', '为', ' ');
        }

        // 计划明显增强
        var brief = Array.Find(ShortLabels, label => value.StartsWith(label, StringComparison.Ordinal));
        if (brief is not null && ResultWords.IsGraded(value[brief.Length..])) return value[brief.Length..];

        return value;
    }

    private static (TargetOperator Operator, int Start, bool IsSoft) Label(string text, int from, int end, int otherwise)
    {
        var colon = end;
        while (colon > from && text[colon - 1] is ':' or ' ' or '为') colon--;
        foreach (var label in Labels)
        {
            var start = colon - label.Length;
            if (start >= from && string.CompareOrdinal(text, start, label, 0, label.Length) == 0)
                return (TargetOperator.Equal, start, true);
        }

        return (TargetOperator.None, otherwise, false);
    }

    private static int BackOverModifiers(string text, int from, int at)
    {
        foreach (var word in Modifiers)
        {
            var start = at - word.Length;
            // 需求, 主要 and 供应 keep their 需, 要 and 应
            var isWhole = word.Length > 1 || start == from
                || (start > from && !"必急所主重只供对相响反".Contains(text[start - 1], StringComparison.Ordinal));
            if (start > from && isWhole && string.CompareOrdinal(text, start, word, 0, word.Length) == 0) return start;
        }

        return at;
    }

    private static int BackOverBlanks(string text, int from, int at)
    {
        while (at > from && text[at - 1] is ' ' or '\t') at--;
        return at;
    }

    private static (string, TargetOperator)[] Sorted(params (TargetOperator Operator, string Section)[] groups) =>
        [.. groups.SelectMany(group => Vocabulary.Of(group.Section).Select(word => (word, group.Operator)))
            .OrderByDescending(pair => pair.word.Length)];
}
