using ExcelBudget.Domain.Codes;

namespace ExcelBudget.Domain.Forms;

/// <summary>
/// 科目名称到编码。The codes of one level by their names, for rows that print a name and no code; blanks and ordinals do not count.
/// </summary>
public sealed class CodeNames
{
    private readonly Dictionary<string, string> _codes = new(StringComparer.Ordinal);

    /// <param name="codes">The code list.</param>
    /// <param name="depth">The level, 0 for 类.</param>
    public CodeNames(CodeList codes, int depth)
    {
        ArgumentNullException.ThrowIfNull(codes);
        var entries = Of(codes, depth);
        foreach (var entry in entries) _codes.TryAdd(PlainText.Label(entry.Name), entry.Code);
        // what a code was called before still names it, unless another code is called so now
        foreach (var entry in entries)
        {
            foreach (var former in entry.FormerNames ?? []) _codes.TryAdd(PlainText.Label(former.Name), entry.Code);
        }
    }

    /// <summary>The entries of one level in ascending order.</summary>
    public static IReadOnlyList<CodeEntry> Of(CodeList codes, int depth)
    {
        ArgumentNullException.ThrowIfNull(codes);
        return [.. codes.Entries.Where(entry => codes.LevelOf(entry.Code) == depth).OrderBy(entry => entry.Code, StringComparer.Ordinal)];
    }

    /// <summary>The code a printed name means; null when no code of the level is called so.</summary>
    public string? Find(string printed) => _codes.TryGetValue(PlainText.Label(printed), out var code) ? code
        : _codes.GetValueOrDefault(PlainText.Label(Ordinals.Strip(printed)));
}
