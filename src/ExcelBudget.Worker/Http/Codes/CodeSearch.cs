using ExcelBudget.Domain.Codes;
using ExcelBudget.Domain.Packs;

namespace ExcelBudget.Worker.Http.Codes;

/// <summary>A code that was found.</summary>
/// <param name="ListId">The list, as columns of forms name it.</param>
/// <param name="List">分类: the list's name in Chinese.</param>
/// <param name="Code">科目编码。</param>
/// <param name="Name">科目名称。</param>
/// <param name="Above">Names of the codes above it, 类 first.</param>
/// <param name="LastYear">The last year it was used; null while it is.</param>
internal sealed record FoundCode(string ListId, string List, string Code, string Name, IReadOnlyList<string> Above, int? LastYear);

/// <summary>查科目。Finds codes of a pack by the beginning of the number, a part of the name, or pinyin initials.</summary>
internal static class CodeSearch
{
    /// <summary>The most that are found.</summary>
    public const int Most = 60;

    private const int LongestQuery = 40;

    private static readonly Dictionary<string, string> Titles = new(StringComparer.Ordinal)
    {
        ["functional"] = "支出功能分类",
        ["economic"] = "部门预算支出经济分类",
    };

    /// <summary>Finds.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="query">What was typed.</param>
    /// <returns>The best first; a retired code after those in use.</returns>
    public static IReadOnlyList<FoundCode> Find(Pack pack, string query)
    {
        var typed = query.Trim().ToLowerInvariant();
        if (typed.Length is 0 or > LongestQuery) return [];
        return
        [
            .. pack.CodeLists.Values.Where(list => !list.IsUnderUnits)
                .SelectMany(list => list.Entries.Select(entry => (list, entry, rank: Rank(entry, typed))))
                .Where(found => found.rank >= 0)
                .OrderBy(found => found.entry.LastYear is not null).ThenBy(found => found.rank).ThenBy(found => found.entry.Code.Length)
                .ThenBy(found => found.entry.Code, StringComparer.Ordinal).Take(Most)
                .Select(found => Told(found.list, found.entry)),
        ];
    }

    /// <summary>Where in the name or number it was found, beginnings first; -1 when not.</summary>
    private static int Rank(CodeEntry entry, string typed)
    {
        if (typed.All(char.IsAsciiDigit)) return entry.Code.StartsWith(typed, StringComparison.Ordinal) ? 0 : -1;
        if (typed.All(char.IsAsciiLetterOrDigit)) return PinyinInitials.IndexOf(entry.Name, typed);
        return entry.Name.IndexOf(typed, StringComparison.OrdinalIgnoreCase);
    }

    private static FoundCode Told(CodeList list, CodeEntry entry) => new(
        list.Id, Titles.GetValueOrDefault(list.Id, list.Id), entry.Code, entry.Name,
        [.. list.Ancestors(entry.Code).Select(list.NameOf).OfType<string>()], entry.LastYear);
}
