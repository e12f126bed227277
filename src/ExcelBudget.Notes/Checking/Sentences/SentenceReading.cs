using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Notes.Checking.Sentences;

/// <summary>
/// Binds each number of a sentence to the item the sentence names: the nearest before it that has no number yet, else the one right
/// after it («46.76万元用于公用经费»); «A、B分别为1万元、2万元» one by one.
/// </summary>
/// <param name="sentence">The sentence.</param>
/// <param name="tokens">Its tokens.</param>
/// <param name="section">The section it stands in; null before the first.</param>
/// <param name="carried">What the sentence before spoke of; null for nothing.</param>
internal sealed class SentenceReading(PlainSentence sentence, NoteToken[] tokens, NoteSection? section, NoteToken? carried)
{
    private const int LoosestGap = 16;
    private const int NearestWords = 4;

    private readonly HashSet<int> _used = [];

    /// <summary>The numbers with what they speak of.</summary>
    public SpokenFigure[] Figures()
    {
        var figures = new List<SpokenFigure>();
        var each = EachGroup();
        for (var at = 0; at < tokens.Length; at++)
        {
            if (tokens[at].Kind != SaidKind.Number || tokens[at].Quantity!.Value.Kind == QuantityKind.Other) continue;
            figures.Add(each is not null && each.TryGetValue(at, out var named)
                ? Figure(at, named, Aspect.Current, 0, isLoose: false) : Bind(at));
        }

        return [.. figures];
    }

    /// <summary>The item that a word at a place speaks of: the nearest named before it.</summary>
    public NoteToken? ItemBefore(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (tokens[before].IsItem) return tokens[before];
        }

        return carried;
    }

    /// <summary>What a phrase means in this section, for a kind of number; null when it means nothing here.</summary>
    public NoteField? Meaning(NoteToken? phrase, SaidQuantity? quantity = null)
    {
        if (phrase is null) return null;
        var units = quantity is { Kind: QuantityKind.Count, Unit: var unit } ? unit : null;
        NoteField? otherwise = null;
        for (var at = 0; at < phrase.Fields.Count; at++)
        {
            var field = phrase.Fields[at];
            if (units is null ? field.Units.Count > 0 : !field.Units.Contains(units)) continue;
            if (section is not null && field.Within.Contains(section.Id)) return field;
            if (otherwise is null && (field.Within.Count == 0 || section is null)) otherwise = field;
        }

        return otherwise;
    }

    /// <summary>True when nothing but words without weight stands between two places.</summary>
    public bool IsNear(int from, int to)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (!IsLight(tokens[at]) && tokens[at].Words is not ("：" or "（" or "，")) return false;
        }

        return true;
    }

    /// <summary>True when a number at a place stands behind 主要原因是.</summary>
    public bool IsInReason(int at) => LastOf(SaidKind.Reason, at) >= 0;

    private SpokenFigure Bind(int at)
    {
        var quantity = tokens[at].Quantity!.Value;
        var phrase = PhraseBefore(at);
        var direction = DirectionOf(at, phrase);
        if (Lead(at) is { } lead && quantity.Kind != QuantityKind.Percent)
        {
            // «增加到2041.42万元» is this year's figure, «上年1561.99万元» last year's, whatever was said of the item before
            var item = phrase >= 0 ? tokens[phrase] : carried;
            if (lead.Reaching is not null) return Figure(at, item, Aspect.Current, 0, isLoose: phrase < 0);
            if (IsLastYear(lead))
                return Figure(at, item, Aspect.Last, 0, isLoose: phrase < 0) with { MayBeChange = lead.Kind != SaidKind.LastYear };
        }

        if (quantity.Kind == QuantityKind.Percent) return Percent(at, phrase, direction);
        // «由15万元增至20万元»: from last year's figure to this year's
        if (at + 1 < tokens.Length && tokens[at + 1].Reaching is not null && IsFrom(at))
            return Figure(at, phrase >= 0 ? tokens[phrase] : carried, Aspect.Last, 0, isLoose: phrase < 0);
        if (direction is { } signed) return Figure(at, phrase >= 0 ? tokens[phrase] : carried, Aspect.Change, signed, isLoose: phrase < 0);
        if (phrase >= 0 && !_used.Contains(phrase) && GapBefore(phrase, at) is { } isLoose)
        {
            _used.Add(phrase);
            return Figure(at, tokens[phrase], IsLastYears(phrase, at) ? Aspect.Last : Aspect.Current, 0, isLoose);
        }

        if (PhraseAfter(at) is var after and >= 0)
        {
            _used.Add(after);
            return Figure(at, tokens[after], Aspect.Current, 0, isLoose: false);
        }

        return Figure(at, null, Aspect.Current, 0, isLoose: true);
    }

    private bool IsFrom(int at) => sentence.Text.AsSpan(0, tokens[at].Start).TrimEnd() is [.., '由' or '从'];

    private SpokenFigure Percent(int at, int phrase, int? direction)
    {
        var item = phrase >= 0 ? tokens[phrase] : carried;
        // a share that moved: the note's figures do not tell it
        if (tokens[at].Quantity!.Value.Unit.EndsWith("百分点", StringComparison.Ordinal) && LastOf(SaidKind.Share, at) > phrase)
            return Figure(at, null, Aspect.Share, 0, isLoose: true);
        // 翻番 says by itself that it is a rise
        if (tokens[at].Words.StartsWith('翻')) return Figure(at, item, Aspect.Rate, 1, isLoose: phrase < 0);
        if (Lead(at) is { Kind: SaidKind.LastYear }) return Figure(at, item, Aspect.Ratio, 0, isLoose: phrase < 0);
        if (direction is null && Lead(at) is { Kind: SaidKind.Comparison }) return Figure(at, item, Aspect.Rate, 0, isLoose: phrase < 0);
        if (direction is { } signed) return Figure(at, item, Aspect.Rate, signed, isLoose: phrase < 0);
        if (BracketedChange(at, phrase) is { } told) return Figure(at, item, Aspect.Rate, told, isLoose: phrase < 0);
        var share = LastOf(SaidKind.Share, at);
        if (share < 0) return Figure(at, null, Aspect.Share, 0, isLoose: true);
        var whole = Between(share, at, SaidKind.Phrase);
        return Figure(at, ItemBefore(share), Aspect.Share, 0, isLoose: false) with { Whole = Meaning(whole) };
    }

    // «增加59.83万元（23.77%）»
    private int? BracketedChange(int at, int phrase) =>
        at > 1 && tokens[at - 1].Words == "（" && tokens[at - 2].Kind == SaidKind.Number ? DirectionOf(at - 2, phrase) : null;

    private SpokenFigure Figure(int at, NoteToken? phrase, Aspect aspect, int direction, bool isLoose)
    {
        var field = Meaning(phrase, aspect == Aspect.Current ? tokens[at].Quantity : null);
        // «增减率为-0.92%» is a decrease, and so is «增长-0.92%»
        if (tokens[at].Quantity is { Number: < 0m } && aspect is Aspect.Change or Aspect.Rate)
            direction = direction == 0 ? -1 : -direction;
        return new SpokenFigure(sentence, tokens[at], phrase, field, aspect, direction, isLoose || field?.IsLoose == true)
        {
            MayBeChange = aspect == Aspect.Current && IsInChangeList(at),
            IsInReason = IsInReason(at),
            IsCarried = phrase is not null && ReferenceEquals(phrase, carried),
        };
    }

    private int PhraseBefore(int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (tokens[before].IsItem
                && Meaning(tokens[before], tokens[at].Quantity is { Kind: QuantityKind.Count } count ? count
                : null) is not null) return before;
            if (tokens[before].IsItem && tokens[at].Quantity is not { Kind: QuantityKind.Count }) return before;
        }

        return -1;
    }

    // a direction belongs to the number it stands before, or to the item it stands before: «增加人员经费59.83万元»
    private int? DirectionOf(int at, int phrase)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (tokens[before].Direction is { } direction) return direction;
            if (before == phrase) return before > 0 && tokens[before - 1].Direction is { } ahead && !_used.Contains(phrase) ? ahead : null;
            if (!IsLight(tokens[before]) && tokens[before].Kind != SaidKind.Comparison
                && !(tokens[before].Words is "：" or "（" || tokens[before].Words.Length <= 1 && tokens[before]
                .Kind == SaidKind.Other)) return null;
        }

        return null;
    }

    /// <summary>The word with a meaning of its own right before a number; null when a sign or other words stand there.</summary>
    private NoteToken? Lead(int at)
    {
        var before = at - 1;
        while (before >= 0 && tokens[before].Kind is SaidKind.Filler or SaidKind.About || before > 0 && tokens[before].Words == "：")
            before--;
        return before >= 0 && (IsLastYear(tokens[before]) || tokens[before].Reaching is not null) ? tokens[before] : null;
    }

    private static bool IsLastYear(NoteToken token) => token.Kind is SaidKind.LastYear or SaidKind.Comparison
        || token is { Direction: not null, IsAgainstLastYear: true };

    /// <summary>False for a clear connection, true for a loose one, null for none.</summary>
    private bool? GapBefore(int phrase, int at)
    {
        var (isClear, isBroken, length) = (true, false, 0);
        for (var between = phrase + 1; between < at; between++)
        {
            var token = tokens[between];
            if (token.Kind is SaidKind.Number or SaidKind.Reason || token.Words is "；") return null;
            isClear &= IsLight(token) || token.Kind is SaidKind.Comparison or SaidKind.LastYear || token.Words is "：" or "（";
            isBroken |= token.Kind == SaidKind.Parts;
            length += token.Words.Length;
        }

        if (isClear) return false;
        return isBroken || length > LoosestGap ? null : true;
    }

    private int PhraseAfter(int at)
    {
        var next = at + 1;
        while (next < tokens.Length && next - at <= NearestWords && IsLight(tokens[next])) next++;
        if (next >= tokens.Length || tokens[next].Kind != SaidKind.Phrase || _used.Contains(next)) return -1;
        // «46.76万元，公用经费12万元»: the item has a number of its own
        var then = next + 1;
        while (then < tokens.Length && IsLight(tokens[then])) then++;
        return then < tokens.Length && tokens[then].Kind == SaidKind.Number ? -1 : next;
    }

    // «2022年收入预算1561.99万元», «比上年的1561.99万元»; not «比2022年增加»
    private bool IsLastYears(int phrase, int at)
    {
        var before = phrase - 1;
        while (before >= 0 && tokens[before].Kind == SaidKind.Filler) before--;
        if (before >= 0 && tokens[before].Kind == SaidKind.LastYear) return true;
        return Between(phrase, at, SaidKind.LastYear) is not null;
    }

    private bool IsInChangeList(int at)
    {
        var parts = LastOf(SaidKind.Parts, at);
        return (parts > 0 && HasDirection(0, parts)) || LastOf(SaidKind.Change, at) >= 0;
    }

    /// <summary>Numbers that 分别 shares out among the items before it.</summary>
    private Dictionary<int, NoteToken>? EachGroup()
    {
        var each = Array.FindIndex(tokens, token => token.Kind == SaidKind.Each);
        if (each < 0) return null;
        var named = tokens.Take(each).Reverse()
            .TakeWhile(token => token.Kind is not SaidKind.Number && token.Words is not ("，" or "；" or "："))
            .Where(token => token.IsItem).Reverse().ToArray();
        var numbers = Enumerable.Range(each, tokens.Length - each)
            .Where(at => tokens[at].Kind == SaidKind.Number && tokens[at].Quantity!.Value.Kind is QuantityKind.Money or QuantityKind.Count)
            .ToArray();
        if (named.Length < 2 || named.Length != numbers.Length || HasDirection(each, numbers[0])) return null;
        var group = new Dictionary<int, NoteToken>();
        for (var index = 0; index < named.Length; index++) group[numbers[index]] = named[index];
        return group;
    }

    private int LastOf(SaidKind kind, int at)
    {
        for (var before = at - 1; before >= 0; before--)
        {
            if (tokens[before].Kind == kind) return before;
        }

        return -1;
    }

    /// <summary>The first token of a kind between two places; null when none is.</summary>
    private NoteToken? Between(int from, int to, SaidKind kind)
    {
        for (var at = from + 1; at < to; at++)
        {
            if (tokens[at].Kind == kind) return tokens[at];
        }

        return null;
    }

    /// <summary>True when a word of direction stands from one place to before another.</summary>
    private bool HasDirection(int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (tokens[at].Direction is not null) return true;
        }

        return false;
    }

    private static bool IsLight(NoteToken token) => token.Kind is SaidKind.Filler or SaidKind.About or SaidKind.Year or SaidKind.Share;
}
