namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Guesses where entered columns and rows draw their values from, by the words of headings, labels and title.</summary>
internal static class DraftSources
{
    private const string LastYear = "上年";

    /// <summary>Fills in what the words say; nothing where they say nothing.</summary>
    public static void Guess(DraftForm form, DraftWords words)
    {
        foreach (var column in form.Columns.Where(column => column is { Kind: "amount", Compute: null })) OfColumn(form, column, words);
        foreach (var row in form.Rows) OfRow(form, row, words);
    }

    private static void OfColumn(DraftForm form, DraftColumn column, DraftWords words)
    {
        var (path, title) = (string.Concat(column.Path), form.Title);
        var table = Table(path, title, words);
        if (table is null) return;
        var own = words.In(path, table);
        var rest = words.In(title, table).Where(word => own.All(known => known.Field != word.Field) && word.Field == "fund");
        var where = own.Concat(rest).Select(word => word.Where).ToArray();
        var last = (path.Contains("{lastYear}", StringComparison.Ordinal) && !path.Contains("{year}", StringComparison.Ordinal))
            || (path.Contains(LastYear, StringComparison.Ordinal) && table == "three_public") ? ", previousYear: true" : "";
        column.From = $"{{ table: {table}, field: amount_yuan{(where.Length > 0 ? $", where: {{ {string.Join(", ",
            where)} }}" : "")}{last} }}";
    }

    private static string Narrowing(string table) => table == "revenue" ? "source" : table == "three_public" ? "item" : "category";

    /// <summary>三公 before 收入 before 支出: the words that say most.</summary>
    private static string? Table(string path, string title, DraftWords words)
    {
        if (title.Contains("三公", StringComparison.Ordinal)
            || words.In(path, "three_public").Any(word => word.Field == "item")) return "three_public";
        if (path.StartsWith("收入", StringComparison.Ordinal) || (title.Contains("收入", StringComparison.Ordinal)
            && !path.StartsWith("支出", StringComparison.Ordinal) && !title.Contains("收支", StringComparison.Ordinal))) return "revenue";
        return path.StartsWith("支出", StringComparison.Ordinal) || title.Contains("支出", StringComparison.Ordinal) ? "expenditure" : null;
    }

    private static void OfRow(DraftForm form, DraftRow row, DraftWords words)
    {
        foreach (var column in form.Columns.Where(column => column is { Kind: "amount", Compute: null }
            && !row.Compute.ContainsKey(column)))
        {
            var label = form.Columns.TakeWhile(other => other != column).LastOrDefault(other => other.Kind == "label");
            var text = label is null ? "" : row.Labels.GetValueOrDefault(label, "");
            if (label is not null && text.Length == 0) continue;
            var table = column.From is null ? null : column.From.Split(',')[0].Split(' ')[^1];
            var found = table is null ? [] : words.In(text, table);
            row.Enter[column] = row.Code is not null && table == "expenditure" && label is not null
                ? $"function_code: [\"{row.Code}*\"]"
                : found.Count > 0 || column.From?.Contains("where:", StringComparison.Ordinal) != false || label is null
                    ? string.Join(", ", found.Select(word => word.Where))
                    // a row of which nothing is known must not take everything: no fact is blank there
                    : $"{Narrowing(table!)}: [\"\"]";
        }
    }
}
