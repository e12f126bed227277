namespace ExcelBudget.Workbooks.Drafting;

/// <summary>
/// 草稿用词。What the words of headings and labels say of where values come from; data that packs share (common/draft-words.csv).
/// </summary>
/// <param name="Lines">Word, table, field and value of the dataset; the longest word that a heading contains counts.</param>
/// <param name="Classes">Names of functional codes of the highest level, with their codes.</param>
public sealed record DraftWords(IReadOnlyList<DraftWord> Lines, IReadOnlyDictionary<string, string> Classes)
{
    /// <summary>How headings and labels are written.</summary>
    public DraftPatterns Patterns { get; init; } = DraftPatterns.Read("");

    /// <summary>Fields of lists and blocks, by words of their headings (common/draft-fields.csv).</summary>
    public IReadOnlyList<DraftField> Fields { get; init; } = [];

    /// <summary>Reads the lines of the shared files.</summary>
    /// <param name="words">draft-words.csv: word, table, field, value.</param>
    /// <param name="fields">draft-fields.csv: word, table, field, title and kind where datasets do not have the field.</param>
    /// <param name="headings">draft-headings.txt.</param>
    /// <param name="classes">Names of functional codes of the highest level, with their codes.</param>
    public static DraftWords Read(string words, string fields, string headings, IReadOnlyDictionary<string, string> classes) =>
        new([.. Rows(words, 4).Select(parts => new DraftWord(parts[0], parts[1], parts[2], parts[3].Split('|')))], classes)
        {
            Patterns = DraftPatterns.Read(headings),
            Fields = [.. Rows(fields, 5).Select(parts => new DraftField(parts[0], parts[1], parts[2], parts[3], parts[4]))],
        };

    /// <summary>What headings say: for each field the word nearest to the end, the longest of those that end there.</summary>
    /// <param name="text">The headings of a column, or the label of a row.</param>
    /// <param name="table">Only words of this table; null for any.</param>
    public IReadOnlyList<DraftWord> In(string text, string? table = null) =>
    [
        .. Lines.Where(word => (table is null || word.Table == table) && text.Contains(word.Word, StringComparison.Ordinal))
            .GroupBy(word => (word.Table, word.Field)).Select(field => field.MaxBy(word =>
                (text.LastIndexOf(word.Word, StringComparison.Ordinal) + word.Word.Length, word.Word.Length))!),
    ];

    /// <summary>The field of a table that a heading names; null for none.</summary>
    public DraftField? FieldIn(string heading, string table) => Fields.Where(field => field.Table == table
        && heading.Contains(field.Word, StringComparison.Ordinal)).MaxBy(field =>
            (heading.LastIndexOf(field.Word, StringComparison.Ordinal) + field.Word.Length, field.Word.Length));

    private static IEnumerable<string[]> Rows(string csv, int parts) =>
        csv.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Skip(1)
            .Select(line => line.Split(',')).Where(line => line.Length == parts);
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

/// <summary>A field that a heading of a list or a block names.</summary>
/// <param name="Word">The word.</param>
/// <param name="Table">Dataset table.</param>
/// <param name="Field">Its field.</param>
/// <param name="Title">Its title where the pack must declare it; blank for a field that every dataset may have.</param>
/// <param name="Kind">Its kind then.</param>
public sealed record DraftField(string Word, string Table, string Field, string Title, string Kind)
{
    /// <summary>True for a field that the pack declares under data.</summary>
    public bool IsDeclared => Title.Length > 0;
}
