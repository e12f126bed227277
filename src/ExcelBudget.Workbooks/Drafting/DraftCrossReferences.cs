using ExcelBudget.Workbooks.Formulas;

namespace ExcelBudget.Workbooks.Drafting;

/// <summary>Cells that take over a figure of another form: «='表2'!C7».</summary>
internal static class DraftCrossReferences
{
    /// <summary>Fills in the rows whose cells refer to forms on other sheets; what cannot be told is a doubt.</summary>
    public static void Read(IReadOnlyList<DraftSheet> sheets, List<DraftForm> forms, DraftPatterns patterns)
    {
        foreach (var form in forms.Where(form => form.Block is null))
        {
            var sheet = sheets.First(sheet => sheet.Name == form.Source);
            foreach (var row in form.Rows)
            {
                foreach (var column in form.Columns.Where(column => column is { Kind: "amount", Compute: null, At: > 0 }
                    && (row.Side < 0 || form.SideOf(column) == row.Side)))
                {
                    if (sheet[row.At, column.At]?.Formula is not { } formula || !formula.Contains('!', StringComparison.Ordinal)) continue;
                    if (Target(FormulaParser.Parse(formula), forms) is { } target) row.Compute[column] = (target, false);
                    else form.Unread.Add((column, row.At, formula));
                }
            }
        }
    }

    private static string? Target(FormulaNode node, List<DraftForm> forms)
    {
        if (node is not FormulaNode.Cells { Sheet: { } name, Range: { } range } || range.FirstRow != range.LastRow
            || range.FirstColumn != range.LastColumn) return null;
        var form = forms.FindLast(form => form.Source == name && form.TitleRow <= range.FirstRow);
        var column = form?.Columns.FirstOrDefault(column => column.At == range.FirstColumn);
        var row = form is null || column is null ? null : form.Rows.Find(row => row.At == range.FirstRow
            && (row.Side < 0 || row.Side == form.SideOf(column)));
        return row is null ? null : $"{form!.Id}[{row.Id},{column!.Id}]";
    }
}
