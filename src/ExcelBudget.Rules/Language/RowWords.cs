using ExcelBudget.Domain.Budgets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Language;

/// <summary>
/// What the rows of a form say in a text column: «units[nature]=行政/参照公务员». A condition on words, where the language of figures
/// has none.
/// </summary>
/// <param name="Form">The form.</param>
/// <param name="Column">Its text column.</param>
/// <param name="Words">The words, any of which may stand in the text.</param>
public sealed record RowWords(FormId Form, ColumnId Column, IReadOnlyList<string> Words)
{
    /// <summary>Reads a condition on the words in one column of a form.</summary>
    /// <param name="text">«form[column]=word/word».</param>
    /// <param name="names">What names mean.</param>
    /// <exception cref="LanguageException">It cannot be understood.</exception>
    public static RowWords Parse(string text, FormNames names)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(names);
        var (open, close) = (text.IndexOf('['), text.IndexOf("]=", StringComparison.Ordinal));
        if (open <= 0 || close < open) throw new LanguageException($"“{text}”应写成 表[栏]=词/词", 1);
        var form = names.Form(text[..open]) ?? throw new LanguageException($"没有表“{text[..open]}”", 1);
        if (FormNames.Column(form, text[(open + 1)..close]) is not { } column)
        {
            throw new LanguageException($"表“{form.Id}”没有栏“{text[(open + 1)..close]}”", open + 2);
        }
        var words = text[(close + 2)..].Split('/', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        if (words.Length == 0) throw new LanguageException($"“{text}”的等号后面没有词", close + 3);
        return new RowWords(form.Id, column, words);
    }

    /// <summary>True when a row has one of the words, and also when no row says anything: then nothing speaks against it.</summary>
    /// <param name="budget">The budget.</param>
    public bool MayHold(Budget budget)
    {
        ArgumentNullException.ThrowIfNull(budget);
        var texts = budget[Form]?.Rows.Select(row => row.Text(Column.Value)).Where(text => text.Length > 0).ToArray() ?? [];
        return texts.Length == 0 || Array.Exists(texts, text => Words.Any(word => text.Contains(word, StringComparison.Ordinal)));
    }
}
