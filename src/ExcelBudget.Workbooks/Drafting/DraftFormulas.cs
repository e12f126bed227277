namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Formulas of an official form in the language of packs; where it has none, totals are proposed and marked as guesses.</summary>
internal sealed class DraftFormulas
{
    private readonly DraftSheet _sheet;
    private readonly DraftForm _form;
    private readonly List<int> _rows;
    private readonly FormulaWords _words;

    private DraftFormulas(DraftSheet sheet, DraftForm form, List<int> rows)
    {
        (_sheet, _form, _rows) = (sheet, form, rows);
        _words = new FormulaWords(sheet, form, rows);
    }

    /// <summary>Fills in the formulas of columns and rows.</summary>
    public static void Read(DraftSheet sheet, DraftForm form, List<int> rows, DraftPatterns patterns)
    {
        var formulas = new DraftFormulas(sheet, form, rows);
        foreach (var column in form.Columns.Where(column => column is { IsFigure: true, At: > 0 })) formulas.OfColumn(column);
        foreach (var row in form.Rows) formulas.OfRow(row);
        new DraftTotals(form, patterns).Propose();
    }

    /// <summary>A column whose cells are computed from their own row.</summary>
    private void OfColumn(DraftColumn column)
    {
        var own = _rows.Select(row => (Row: row, _sheet[row, column.At]?.Formula)).Where(cell => cell.Formula is not null)
            .Select(cell => _words.Translate(cell.Formula!, cell.Row, column)).ToArray();
        var usual = own.Where(formula => formula is { IsOfItsRow: true }).GroupBy(formula => formula!.Text).MaxBy(group => group.Count());
        if (usual is null || usual.Count() * 2 <= own.Length) return;
        column.Compute = usual.Key;
        if (column.Kind == "percent") column.WithoutBase = usual.First()!.WithoutBase;
    }

    private void OfRow(DraftRow row)
    {
        foreach (var column in _form.Columns.Where(column => column is { IsFigure: true, Compute: null, At: > 0 }))
        {
            if (row.Side >= 0 && _form.SideOf(column) != row.Side) continue;
            if (_sheet[row.At, column.At]?.Formula is not { } formula) continue;
            if (_words.Translate(formula, row.At, column) is { } written) row.Compute[column] = (Own(written.Text, column), false);
            else if (!formula.Contains('!')) _form.Unread.Add((column, row.At, formula));
        }
    }

    internal static string Own(string formula, DraftColumn column) => formula.Replace($",{column.Id}]", ",本栏]", StringComparison.Ordinal);
}
