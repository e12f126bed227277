namespace ExcelBudget.Domain.Codes;

/// <summary>科目。One entry of a classification.</summary>
/// <param name="Code">科目编码。</param>
/// <param name="Name">科目名称。</param>
/// <param name="FirstYear">The first budget year in which it is used; null when that is before the list begins.</param>
/// <param name="LastYear">The last budget year in which it was used; null when it is still in use.</param>
/// <param name="FormerNames">Names it had before, with the last year of each.</param>
public sealed record CodeEntry(string Code, string Name, int? FirstYear = null, int? LastYear = null,
    IReadOnlyList<FormerName>? FormerNames = null)
{
    /// <summary>True when the code is used in a budget year.</summary>
    public bool IsUsedIn(int year) => (FirstYear is null || FirstYear <= year) && (LastYear is null || year <= LastYear);
}

/// <summary>旧名称。A name a code had before.</summary>
/// <param name="Name">The name.</param>
/// <param name="LastYear">The last budget year that used it; null when that is not known.</param>
public sealed record FormerName(string Name, int? LastYear);

/// <summary>支出分类科目。A code list of one classification; levels are told by the length of the code.</summary>
public sealed class CodeList
{
    private readonly Dictionary<string, CodeEntry> _byCode;

    /// <param name="id">Id in the pack, for example «functional».</param>
    /// <param name="levelLengths">Code length of each level, 类 first: 3, 5, 7 or 3, 5.</param>
    /// <param name="entries">The codes.</param>
    public CodeList(string id, IReadOnlyList<int> levelLengths, IEnumerable<CodeEntry> entries)
    {
        Id = id;
        LevelLengths = levelLengths;
        _byCode = new Dictionary<string, CodeEntry>(StringComparer.Ordinal);
        foreach (var entry in entries) _byCode.TryAdd(entry.Code, entry);
    }

    /// <summary>
    /// 单位下的科目。The codes of a list below codes of units: 301001 and 3010012080505. Units are no entries: their names stand beside them.
    /// </summary>
    /// <param name="id">Id in the pack.</param>
    /// <param name="below">The list below; null for units alone.</param>
    /// <param name="unitLength">How many digits a unit's code has.</param>
    /// <param name="itemLength">How many digits number the items below a code, such as its projects; 0 where there are none.</param>
    public static CodeList UnderUnits(string id, CodeList? below, int unitLength, int itemLength = 0)
    {
        List<int> lengths = unitLength > 0 ? [unitLength] : [];
        lengths.AddRange((below?.LevelLengths ?? []).Select(length => unitLength + length));
        if (itemLength > 0) lengths.Add((lengths.Count > 0 ? lengths[^1] : 0) + itemLength);
        return new CodeList(id, lengths, []) { IsUnderUnits = true, Below = below, UnitLength = unitLength, ItemLength = itemLength };
    }

    /// <summary>Id in the pack.</summary>
    public string Id { get; }

    /// <summary>How many digits of a code name the unit; 0 for lists without units.</summary>
    public int UnitLength { get; private init; }

    /// <summary>How many digits number the items below a code; 0 where rows end with codes.</summary>
    public int ItemLength { get; private init; }

    /// <summary>The level of items; -1 where rows end with codes.</summary>
    public int ItemDepth => ItemLength > 0 ? LevelLengths.Count - 1 : -1;

    /// <summary>True for codes whose rows have names of their own: those of units, and of what is numbered below codes.</summary>
    public bool IsUnderUnits { get; private init; }

    /// <summary>The list below the units; null for units alone, and for other lists.</summary>
    public CodeList? Below { get; private init; }

    /// <summary>Code length of each level, 类 first.</summary>
    public IReadOnlyList<int> LevelLengths { get; }

    /// <summary>Every code of the list, once each, in no particular order.</summary>
    public IReadOnlyCollection<CodeEntry> Entries => _byCode.Values;

    /// <summary>The entry of a code; null when the list does not know it.</summary>
    public CodeEntry? Entry(string code) =>
        IsUnderUnits ? code.Length > UnitLength ? Below?.Entry(code[UnitLength..]) : null : _byCode.GetValueOrDefault(code);

    /// <summary>The name of a code; null when the list does not know it.</summary>
    public string? NameOf(string code) => Entry(code)?.Name;

    /// <summary>True for a code of the list, and for that of a unit or an item, which the list cannot know.</summary>
    public bool Knows(string code) => Entry(code) is not null || (IsUnderUnits && code.Length == UnitLength)
        || (ItemDepth >= 0 && LevelOf(code) == ItemDepth && (ItemDepth == 0 || Knows(code[..LevelLengths[ItemDepth - 1]])));

    /// <summary>Level of a code by its length, 0 for 类; -1 when no level has that length.</summary>
    public int LevelOf(string code)
    {
        for (var level = 0; level < LevelLengths.Count; level++)
        {
            if (LevelLengths[level] == code.Length) return level;
        }

        return -1;
    }

    /// <summary>True for a code of the lowest level (项, or 款 in the economic classification).</summary>
    public bool IsLeaf(string code) => code.Length == LevelLengths[^1];

    /// <summary>The codes above a code, 类 first, by cutting it to the shorter level lengths.</summary>
    public IEnumerable<string> Ancestors(string code) =>
        LevelLengths.Where(length => length < code.Length).Select(length => code[..length]);
}
