using ExcelBudget.Domain.Forms;
using ExcelBudget.Workbooks.Tests.Support;

namespace ExcelBudget.Workbooks.Tests.Agreement;

/// <summary>
/// A blank workbook into which the published figures were typed; 类 and 款 have amounts in some forms and only their codes in others.
/// </summary>
internal static class TypedWorkbook
{
    private static readonly Lazy<byte[]> Made =
        new(() => Calc.Saved(HebeiWorkbook.Of("blank"), Statements(form => form.Id.Value is "T3" or "T6")));

    public static byte[] Value => Made.Value;

    /// <summary>The typing, 类 and 款 amounts only in some forms.</summary>
    public static string Statements(Func<FormDefinition, bool> typesUpperAmounts)
    {
        var blank = Calc.Opened(HebeiWorkbook.Of("blank"));
        var typing = new Typing();
        foreach (var content in Edits.CopiedFromThePublishedForms().Forms.Where(content => content.Rows.Count > 0))
        {
            var form = Hebei.Book.Pack[content.Form];
            var visible = new VisibleForm(blank, form.Title, form.Tree is not null);
            typing.On(visible.Sheet.Name);
            var free = visible.HeaderRow + 2;
            foreach (var row in content.Rows)
            {
                var at = form.Tree is null ? visible.RowOf(row.Key.Value) : free++;
                if (form.Tree is not null) typing.Text(at, visible.ColumnOf("1"), row.Key.Value);
                if (form.Tree is not null && !Hebei.Book.Codes(form)!.IsLeaf(row.Key.Value) && !typesUpperAmounts(form)) continue;
                foreach (var (column, value) in row.Cells)
                    typing.Number(at, visible.ColumnOf(column.Value), ((CellValue.Amount)value).Yuan / 10_000m);
            }
        }

        return typing.ToString();
    }
}
