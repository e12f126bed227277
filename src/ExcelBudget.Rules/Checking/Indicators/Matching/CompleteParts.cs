using System.Globalization;
using System.Text.RegularExpressions;
using ExcelBudget.Domain.Indicators;
using ExcelBudget.Domain.Indicators.Quantities;
using ExcelBudget.Rules.Checking.Indicators.Quantities;

namespace ExcelBudget.Rules.Checking.Indicators.Matching;

/// <summary>
/// 分项齐全的。Parts of which a goal lists all, and that do not make their whole: 260名，其中东片95名、中片88名、西片87名. All are listed where their
/// words divide a whole (东/中/西, 城/乡, 一/二/三类), where 其他 ends the list, where a colon or brackets begin it, or where parts behind
/// 其中 come near.
/// </summary>
internal static partial class CompleteParts
{
    private const int LongestLead = 14;
    private const int LongestNoun = 4;
    private const int FewestNear = 3;
    private const decimal Near = 0.9m;
    private const decimal Most = 0.8m;
    private const decimal Farthest = 1.25m;
    private const string OfWhich = "其中";

    /// <summary>城镇1100栋、农村1240栋，经济开发区的由管委会组织排查.</summary>
    private const string ByOthers = "的由";
    private const string Pieces = "个数";
    private const string Piece = "个";
    private static readonly string[] Others = ["其余", "其他", "剩下", "剩余", "余下", "另外", "另有"];

    /// <summary>Measure words of things of several kinds.</summary>
    private static readonly string[] Collective = ["件", "套", "台", "个"];
    private static readonly string[] Places = ["所", "处", "家", "座"];

    /// <summary>The whole and what its parts make; null where they agree, or the list may be partial.</summary>
    public static (TextQuantity Total, decimal Made)? In(ReviewedProject project, ProjectFigures figures, IndicatorReview review)
    {
        var before = new List<TextQuantity>();
        foreach (var sentence in project.Goal.Split(['。', '；', ';', '!', '！', '\n']))
        {
            var clauses = Clauses(sentence);
            for (var at = 0; at < clauses.Count; at++)
            {
                if (clauses[at].Own is not { } own || !IsPlain(own)) continue;
                if (Of(own, clauses, at + 1, figures, review) is { } made) return (own, made);
            }

            if (Across(clauses, before, figures, review) is { } across) return across;
            if (clauses.Exists(clause => clause.Own is not null))
                before = [.. clauses.Select(clause => clause.Own).OfType<TextQuantity>()];
        }

        return null;
    }

    /// <summary>按区域划分，东片95名、中片88名、西片87名: parts in a sentence of their own, of what was told first before it.</summary>
    private static (TextQuantity, decimal)? Across(List<GoalClause> clauses, List<TextQuantity> before, ProjectFigures figures,
        IndicatorReview review)
    {
        var first = clauses.FindIndex(clause => clause.Own is not null);
        if (first < 0 || clauses.Take(first).Sum(clause => clause.Text.Length) > LongestLead) return null;
        var unit = clauses[first].Own!.Unit;
        if (before.Find(told => told.Unit == unit) is not { IsMoney: false } whole || !IsPlain(whole)) return null;
        var parts = Run(whole, clauses, first);
        if (AreSome(parts, clauses, first)) return null;
        return Divides(parts, review, clauses) is { } divided && Differs(whole, parts, figures, review) is { } sum
            && (sum > whole.Number || divided) && sum >= Most * whole.Number && sum <= Farthest * whole.Number ? (whole, sum) : null;
    }

    /// <summary>46个行政村，其中柳塘镇14个村: a village is a village, however it is called.</summary>
    private static bool IsOfOtherNoun(TextQuantity one, TextQuantity other) => !ReferenceEquals(one, other) && one.Unit == Piece
        && one.After.Length > 0 && other.After.Length > 0 && one.After[0] != other.After[0]
        && !(one.After.Length <= LongestNoun && other.After.Length <= LongestNoun && one.After[^1] == other.After[^1]);

    private static decimal? Of(TextQuantity whole, List<GoalClause> clauses, int from, ProjectFigures figures, IndicatorReview review)
    {
        // 东部8个、西部6个、北部4个: the first of a list is no whole of the others
        if (from < clauses.Count && clauses[from] is { Separator: '、', OfWhich: false }) return null;
        // 第一季度12场，第二季度6场: nor is the first of the year's quarters
        if (from < clauses.Count && clauses[from].Label.Contains("季度", StringComparison.Ordinal)
            && clauses[from - 1].Label.Contains("季度", StringComparison.Ordinal)) return null;
        // 480名监护人发放补助，按年考核，一级120名: what counts nothing may stand between
        while (from < clauses.Count && clauses[from] is { Own: null, Bare: null, Separator: '，' or ',', OfWhich: false }) from++;
        var parts = Run(whole, clauses, from);
        if (parts.Count < 2 || AreSome(parts, clauses, from)) return null;
        var (first, last) = (parts[0], parts[^1]);
        var isInBrackets = first.Separator is '（' or '(';
        var closes = from + parts.Count < clauses.Count ? clauses[from + parts.Count].Separator : '\0';
        if (isInBrackets && closes is not ('）' or ')' or '\0')) return null;
        if (review.Standards.Words.PartialLists.Any(word => first.Text.StartsWith(word, StringComparison.Ordinal))) return null;
        // of a list that goes on otherwise nobody knows where it ends
        if (!isInBrackets && from + parts.Count < clauses.Count && clauses[from + parts.Count] is { Own: { } next, Separator: '、' }
            && next.Unit == whole.Unit) return null;
        var divides = Divides(parts, review);
        var isEnded = review.Standards.Words.PartRests.Any(word => last.Label.StartsWith(word, StringComparison.Ordinal));
        var isListed = first.Separator is '：' or ':' && !first.OfWhich;
        // 骨干教师 may be counted among all teachers, what is paid for them is paid once
        if (divides is null && !isEnded && !whole.IsMoney
            && parts.Exists(part => IndicatorMeaning.ContainsAny(part.Label, review.Standards.Words.Overlapping))) return null;
        // 一类园4万元、二类园3万元: standards side by side are no parts, unless a sign says so
        if (whole.IsMoney && !(first.OfWhich || isInBrackets || isListed || isEnded)) return null;
        if (Differs(whole, parts, figures, review) is not { } sum || sum > Farthest * whole.Number) return null;
        if (sum > whole.Number) return divides is not null || isEnded || isListed || isInBrackets || first.OfWhich ? sum : null;
        var isNear = sum >= Near * whole.Number && parts.Count >= FewestNear && (isInBrackets || first.OfWhich);
        return isNear || (sum >= Most * whole.Number && (divides == true || isEnded || isListed)) ? sum : null;
    }

    /// <summary>The clauses from one on that end in a figure of the whole's unit, smaller than the whole.</summary>
    private static List<GoalClause> Run(TextQuantity whole, List<GoalClause> clauses, int from)
    {
        var parts = new List<GoalClause>();
        var factor = Factor(whole);
        for (var at = from; at < clauses.Count; at++)
        {
            var clause = clauses[at];
            // 主体600、设备200: what the list leaves out is the unit of the figure before
            if (clause.Own is null && clause.Bare is { } bare && factor is { } times && (parts.Count > 0 || clause.OfWhich))
                clause = clause with { Own = whole with { Number = bare * times, Text = Figures(bare), HalfDigit = 0m } };
            if (clause.Own is not { } part || !IsOfUnit(part, whole, clauses[from].OfWhich) || !IsPlain(part)
                || part.Number >= whole.Number || IsOfOtherNoun(part, whole)) break;
            if (parts.Count > 0 && (clause.Separator is '（' or '(' or '：' or ':' || clause.OfWhich)) break;
            if (parts.Count > 0 && parts[0].Separator is '（' or '(' && clause.Separator is '）' or ')') break;
            factor = clause.Bare is null ? Factor(part) : factor;
            parts.Add(clause);
        }

        return parts;
    }

    /// <summary>辅具1080件，其中轮椅260辆、助听器180台: pieces of a whole are told in measure words of their own.</summary>
    private static bool IsOfUnit(TextQuantity part, TextQuantity whole, bool isOfWhich) => part.Unit == whole.Unit
        || (isOfWhich && QuantityUnits.Kind(part.Unit) == Pieces && (Collective.Contains(whole.Unit)
            // 47所学校，其中小学31所、初中9所、教学点9个
            || (part.Unit == Piece && Places.Contains(whole.Unit))));

    /// <summary>电脑30台、打印机15台等; 其余做前期, 剩下的是职业学校教师: what is told without a figure is a part as well.</summary>
    private static bool AreSome(List<GoalClause> parts, List<GoalClause> clauses, int from) =>
        parts.Count > 0 && (parts[^1].Own!.After.StartsWith('等')
            || clauses.Skip(from + parts.Count).Any(clause => Array.Exists(Others, word => clause.Text.StartsWith(word,
                StringComparison.Ordinal)) || clause.Text.Contains(ByOthers, StringComparison.Ordinal)));

    /// <summary>What the parts make, where it is not the whole and no other figure explains it.</summary>
    private static decimal? Differs(TextQuantity whole, List<GoalClause> parts, ProjectFigures figures, IndicatorReview review)
    {
        var (sum, half, isMade) = (0m, whole.HalfDigit, false);
        foreach (var part in parts)
        {
            (sum, half) = (sum + part.Own!.Number, half + part.Own.HalfDigit);
            isMade |= Math.Abs(sum - whole.Number) <= half;
        }

        if (isMade || figures.Goal.FirstOrDefault(told => told.Number == whole.Number && told.Unit == whole.Unit) is not { } told
            || figures.IsOfOtherYears(told, review.Year)) return null;
        bool IsPart(TextQuantity other) => parts.Exists(part => part.Own!.Number == other.Number);
        var others = figures.Goal.Concat(figures.Past).Where(other => other.Unit == whole.Unit && !IsPart(other)).ToArray();
        // 年初18个，下半年再加8个, or another whole that the parts make
        return Array.Exists(others, other => other.Number == sum || other.Number + sum == whole.Number
            || (other.Number != whole.Number && whole.Number + other.Number == sum)) ? null : sum;
    }

    /// <summary>True where the labels are all the words of a set, false where they are some of them; null for other labels.</summary>
    private static bool? Divides(List<GoalClause> parts, IndicatorReview review, List<GoalClause>? sentence = null)
    {
        if (parts.Count < 2) return null;
        foreach (var set in review.Standards.Words.PartSets)
        {
            var members = set.Split('|');
            var found = parts.ConvertAll(part => Member(part.Label, members, part == parts[0]));
            if (found.Contains(-1) || found.Distinct().Count() < found.Count) continue;
            if (found.Any(at => members[at].Contains('/'))) return found.Count == members.Length;
            var ends = parts.Select((part, at) => End(part.Label, members[found[at]])).Distinct().ToArray();
            var isOrdered = members[0] is "一" or "甲";
            // 乡镇18场、城市社区12场: two words that divide a whole may go on as they like
            if (ends.Length > 1 && (isOrdered || members.Length > 2 || members[0].Length < 2)) continue;
            // 一期14.6公里，二期11.2公里，两期完成后…: the sentence says that there are no more
            var areBoth = ends[0].Length > 0 && sentence?.Exists(clause => clause.Text.Contains("两" + ends[0][..1],
                StringComparison.Ordinal)) == true;
            return isOrdered ? found.Order().SequenceEqual(Enumerable.Range(0, found.Count)) && (found.Count >= FewestNear || areBoth)
                : found.Count == members.Length;
        }

        return null;
    }

    /// <summary>The member by which a label begins, behind 第; the first label may have a verb before it.</summary>
    private static int Member(string label, string[] members, bool isFirst) => Array.FindIndex(members, alternatives =>
        alternatives.Split('/').Any(member => label.StartsWith(member, StringComparison.Ordinal) || label.StartsWith('第' + member,
            StringComparison.Ordinal)
        || (isFirst && label.Contains(member, StringComparison.Ordinal))));

    private static string End(string label, string member) =>
        label[(label.IndexOf(member, StringComparison.Ordinal) + member.Length)..];

    private static bool IsPlain(TextQuantity told) => told is { IsAbout: false, Per.Count: 0, Bound: TargetOperator.Equal, Number: > 0m }
        && told.Unit is not ("%" or "‰" or "倍") && QuantityUnits.Kind(told.Unit) is not ("时间" or "比率");

    /// <summary>How many whole units one of the printed figure is: 10,000 for 900万元.</summary>
    private static decimal? Factor(TextQuantity told) => Number().Match(told.Text) is { Success: true } printed
        && decimal.TryParse(printed.ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number) && number > 0m
            ? told.Number / number : null;

    private static string Figures(decimal number) => Domain.Money.Figures.Plain(number);

    private static List<GoalClause> Clauses(string sentence)
    {
        var clauses = new List<GoalClause>();
        var isOfWhich = false;
        foreach (Match match in Stretches().Matches(sentence))
        {
            var separator = match.Index > 0 ? sentence[match.Index - 1] : '\0';
            var text = match.Value.Trim();
            if (text.StartsWith(OfWhich, StringComparison.Ordinal)) (text, isOfWhich) = (text[OfWhich.Length..], true);
            if (text.Length == 0) continue;
            var figures = QuantityText.Read(text);
            var last = figures.Count > 0 ? figures[^1] : null;
            // 比上年245名增加15名: two figures of one unit in a clause are no part; 3个乡镇26个村 count two things
            var own = last is not null && figures.Count(told => told.Unit == last.Unit && !IsOfOtherNoun(told, last)) == 1 ? last : null;
            var bare = figures.Count == 0 ? Bare(text) : null;
            var first = text.AsSpan().IndexOfAnyInRange('0', '9');
            clauses.Add(new GoalClause(text, separator, first < 0 ? text : text[..first], own, bare, isOfWhich));
            isOfWhich = false;
        }

        return clauses;
    }

    /// <summary>600 of «主体600»; null for a clause that ends otherwise.</summary>
    private static decimal? Bare(string text) => BareEnd().Match(text) is { Success: true } end && decimal.TryParse(
        end.Groups["number"].ValueSpan, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var told) ? told : null;

    [GeneratedRegex(@"(?:[^，,、：:（）()]|(?<=[0-9]),(?=[0-9]))+")]
    private static partial Regex Stretches();

    [GeneratedRegex(@"^\D{2,14}(?<number>[0-9]+(?:\.[0-9]+)?)$")]
    private static partial Regex BareEnd();

    [GeneratedRegex(@"[0-9]+(?:\.[0-9]+)?")]
    private static partial Regex Number();

    /// <summary>A clause between two signs, with the figure it ends in.</summary>
    private sealed record GoalClause(string Text, char Separator, string Label, TextQuantity? Own, decimal? Bare, bool OfWhich);
}
