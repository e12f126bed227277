using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Domain.Packs;

/// <summary>
/// 用词。A word of titles, headings and the note that follows from what the unit says of itself: 部门 or 单位, 本部门 or 本单位.
/// </summary>
/// <param name="Name">Name of its slot: {层级}.</param>
/// <param name="Form">Form that holds the fact.</param>
/// <param name="Column">Its column; the first row that says something counts.</param>
/// <param name="Values">What a fact must contain, and the word then; none where the fact itself is the word.</param>
/// <param name="Otherwise">The word where nothing is said, or nothing that is listed.</param>
public sealed record PackWord(
    string Name, FormId Form, ColumnId Column, IReadOnlyList<(string Fact, string Word)> Values, string Otherwise)
{
    /// <summary>The words of a budget by the names of their slots.</summary>
    /// <param name="words">The pack's words.</param>
    /// <param name="contentOf">What the budget holds in a form; null where it lacks the form.</param>
    public static IReadOnlyDictionary<string, string> Of(IReadOnlyList<PackWord> words, Func<FormId, FormContent?> contentOf)
    {
        ArgumentNullException.ThrowIfNull(words);
        return words.ToDictionary(word => word.Name, word => word.In(contentOf(word.Form)), StringComparer.Ordinal);
    }

    private string In(FormContent? content)
    {
        var fact = content?.Rows.Select(row => row[Column]?.AsText()).FirstOrDefault(text => text is { Length: > 0 });
        if (fact is null) return Otherwise;
        if (Values.Count == 0) return fact;
        foreach (var (known, word) in Values)
        {
            if (fact.Contains(known, StringComparison.Ordinal)) return word;
        }

        return Otherwise;
    }
}
