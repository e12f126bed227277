namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Guesses where entered columns and rows draw their values from, by the words of headings, labels and title.</summary>
internal sealed class DraftSources
{
    private const string Revenue = "revenue";
    private const string Expenditure = "expenditure";
    private const string ThreePublic = "three_public";

    private readonly DraftForm _form;
    private readonly DraftWords _words;
    private readonly DraftPatterns _patterns;
    private readonly Dictionary<DraftColumn, string> _tables = [];

    private DraftSources(DraftForm form, DraftWords words) => (_form, _words, _patterns) = (form, words, words.Patterns);

    /// <summary>Fills in what the words say; nothing where they say nothing.</summary>
    public static void Guess(DraftForm form, DraftWords words)
    {
        if (form.Block is not null) return;
        var sources = new DraftSources(form, words);
        if (form.List is { } list) sources.OfList(list);
        else foreach (var column in form.Columns.Where(column => column is { Kind: "amount", Compute: null })) sources.OfColumn(column);
        foreach (var row in form.Rows.Where(_ => form.List is null)) sources.OfRow(row);
    }

    private void OfList(DraftList list)
    {
        foreach (var column in _form.Columns.Where(column => column is { Compute: null, From: null, Kind: not "rowNumber" }))
        {
            var path = string.Concat(column.Path);
            var fund = column.Kind == "amount" && list.Table is "projects" or "expenditure" ? _words.In(path, Expenditure).Where(word =>
                word.Field == "fund").ToArray() : [];
            var field = _words.FieldIn(column.Title, list.Table)
                ?? (list.Table == "indicators" ? _words.FieldIn(path, "projects") : null);
            if (list.Table == "expenditure" && column.Kind == "amount") OfColumn(column);
            else if (fund.Length > 0)
                column.From = $"{{ table: {Expenditure}, field: amount_yuan, where: {{ {fund[0].Where}{Category()} }} }}";
            else if (field is not null && Suits(column, field)) column.From = $"{{ table: {field.Table}, field: {field.Field} }}";
        }
    }

    /// <summary>Of projects, what is spent on projects.</summary>
    private string Category() => _words.In(_form.Title, Expenditure).FirstOrDefault(word => word.Field == "category") is { } word
        ? ", " + word.Where : "";

    private static bool Suits(DraftColumn column, DraftField field) => field.Field.EndsWith("_yuan", StringComparison.Ordinal)
        ? column.Kind == "amount" : column.Kind != "amount";

    private void OfColumn(DraftColumn column)
    {
        var (path, title) = (string.Concat(column.Path), _form.Title);
        var table = Table(path, title, _form.SideOf(column));
        if (table is null) return;
        _tables[column] = table;
        var own = _words.In(path, table);
        var rest = _words.In(title, table).Where(word => own.All(known => known.Field != word.Field) && word.Field == "fund");
        var where = own.Concat(rest).Select(word => word.Where).ToArray();
        var isLast = _patterns.Is("lastYear", path) && !path.Contains("{year}", StringComparison.Ordinal)
            && (path.Contains("{lastYear}", StringComparison.Ordinal) || table == ThreePublic || _patterns.Is("lastYear", column.Path[0]))
            && own.All(word => word.Field != "source");
        column.From = $"{{ table: {table}, field: amount_yuan{(where.Length > 0 ? $", where: {{ {string.Join(", ", where)} }}" : "")}"
            + (isLast ? ", previousYear: true }" : " }");
    }

    private static string Narrowing(string table) => table == Revenue ? "source" : table == ThreePublic ? "item" : "category";

    /// <summary>三公 before 收入 before 支出: the words that say most.</summary>
    private string? Table(string path, string title, int side)
    {
        if (_patterns.Is("threePublic", title) || _words.In(path, ThreePublic).Any(word => word.Field == "item")) return ThreePublic;
        var (isIncome, isExpense) = (_patterns.Is("income", path), _patterns.Is("expense", path));
        if (isIncome != isExpense && !(isExpense && _patterns.Is("income", title) && !_patterns.Is("balance", title)))
            return isIncome ? Revenue : Expenditure;
        if (_form.Sides.Count > 1) return side == 0 ? Revenue : Expenditure;
        if (_patterns.Is("balance", title)) return null;
        return _patterns.Is("income", title) ? Revenue : _patterns.Is("expense", title) ? Expenditure : null;
    }

    private void OfRow(DraftRow row)
    {
        foreach (var column in _form.Columns.Where(column => column is { Kind: "amount", Compute: null, From: not null }
            && !row.Compute.ContainsKey(column) && (row.Side < 0 || _form.SideOf(column) == row.Side)))
        {
            var label = _form.Columns.TakeWhile(other => other != column).LastOrDefault(other => !other.IsFigure
                && other.Kind != "rowNumber" && _form.SideOf(other) == _form.SideOf(column));
            var text = label is null ? "" : row.Labels.GetValueOrDefault(label, "");
            if (label is not null && text.Length == 0) continue;
            var table = _tables.GetValueOrDefault(column, Expenditure);
            var found = _words.In(text, table);
            if (row.Under is { } carried && table == Revenue
                && _words.In(carried.Labels.Values.First(), Revenue) is [{ Field: "source" } source]
                && _patterns.Is("lastYear", source.Word))
                found = [source, .. _words.In(text, Expenditure).Where(word => word is { Field: "fund", Values.Count: 1 })];
            else if (row.Under is { } above && found.Count < 2) found = [.. found, .. _words.In(above.Labels.Values.First(), table)
                .Where(word => found.All(known => known.Field != word.Field))];
            row.Enter[column] = row.Code is not null && table == Expenditure && label is not null
                ? $"function_code: [\"{row.Code}*\"]"
                : found.Count > 0 || column.From!.Contains("where:", StringComparison.Ordinal) || label is null
                    ? string.Join(", ", found.Select(word => word.Where))
                    // a row of which nothing is known must not take everything: no fact is blank there
                    : $"{Narrowing(table)}: [\"\"]";
        }
    }
}
