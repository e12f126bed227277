namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// 草稿用词。What the words of headings and labels say of where values come from; data that packs share (common/draft-words.csv).
/// </summary>
/// <param name="Lines">Word, table, field and value of the dataset; the longest word that a heading contains counts.</param>
/// <param name="Classes">Names of functional codes of the highest level, with their codes.</param>
public sealed record DraftWords(IReadOnlyList<DraftWord> Lines, IReadOnlyDictionary<string, string> Classes)
{
    /// <summary>Reads the lines of the shared file: word, table, field, value.</summary>
    public static DraftWords Read(string csv, IReadOnlyDictionary<string, string> classes)
    {
        ArgumentNullException.ThrowIfNull(csv);
        return new DraftWords([.. csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(',')).Where(parts => parts.Length == 4)
            .Select(parts => new DraftWord(parts[0], parts[1], parts[2], parts[3].Split('|')))], classes);
    }

    /// <summary>What headings say: for each field the word nearest to the end, the longest of those that end there.</summary>
    /// <param name="text">The headings of a column, or the label of a row.</param>
    /// <param name="table">Only words of this table; null for any.</param>
    public IReadOnlyList<DraftWord> In(string text, string? table = null) =>
    [
        .. Lines.Where(word => (table is null || word.Table == table) && text.Contains(word.Word, StringComparison.Ordinal))
            .GroupBy(word => (word.Table, word.Field)).Select(field => field.MaxBy(word =>
                (text.LastIndexOf(word.Word, StringComparison.Ordinal) + word.Word.Length, word.Word.Length))!),
    ];
}

/// <summary>A word of headings.</summary>
/// <param name="Word">The word.</param>
/// <param name="Table">Dataset table.</param>
/// <param name="Field">Its field.</param>
/// <param name="Values">The values that field then has.</param>
public sealed record DraftWord(string Word, string Table, string Field, IReadOnlyList<string> Values)
{
    /// <summary>The condition as YAML.</summary>
    public string Where => $"{Field}: [{string.Join(", ", Values)}]";
}
