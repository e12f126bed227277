using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Indicators.Markup;

namespace ExcelBudget.Packs.Projection;

/// <summary>Facts as cell values. Amounts of a dataset are known to the yuan.</summary>
internal static class CellValues
{
    /// <summary>A figure of the column's kind; null for zero, which is blank on paper.</summary>
    public static CellValue? Figure(FormColumn column, decimal value) =>
        value == 0m ? null
        : column.Kind == CellKind.Amount ? new CellValue.Amount(value)
        : new CellValue.Number(value);

    /// <summary>The cells of a listed row.</summary>
    /// <param name="form">The form.</param>
    /// <param name="fact">The row.</param>
    /// <param name="joined">The row of another table that belongs to it, where a column draws on one; null for none.</param>
    public static Dictionary<ColumnId, CellValue> Of(FormDefinition form, DatasetRow fact, Func<string, DatasetRow?>? joined = null)
    {
        var cells = new Dictionary<ColumnId, CellValue>();
        foreach (var column in form.Columns)
        {
            if (column.From is not { } query || !UnitFacts.Meets(fact, query.Where)) continue;
            var own = form.List?.Table ?? (form.Blocks is null ? query.Table : DatasetTables.Projects);
            var source = query.Table == own ? fact : joined?.Invoke(query.Table);
            if (source is null) continue;
            var value = column.IsFigure ? Figure(column, source.Number(query.Field) ?? 0m) : Text(source.Text(query.Field));
            if (value is not null) cells[column.Id] = value;
        }

        return cells;
    }

    /// <summary>A text without markup, a line for each paragraph or list item; null when it is blank.</summary>
    public static CellValue.Text? Text(string text) =>
        PlainText.Paragraphs(MarkedText.Lines(text) ?? text) is { Length: > 0 } kept ? new CellValue.Text(kept) : null;
}
