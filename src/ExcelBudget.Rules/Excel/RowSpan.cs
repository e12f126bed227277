using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Rules.Excel;

/// <summary>Rows of a form for which an expression is written once: neighbouring fixed rows, or all rows that come from data.</summary>
/// <param name="Form">The form of 本行.</param>
/// <param name="FirstRow">First sheet row.</param>
/// <param name="LastRow">Last sheet row.</param>
/// <param name="Keys">The code of each row, as a name, an array constant or one quoted text; empty without codes.</param>
/// <param name="CodeLength">Length of the codes that count; 0 when they differ or there are none.</param>
/// <param name="Column">本栏.</param>
/// <param name="Fixed">The fixed rows; null for rows from data.</param>
public sealed record RowSpan(FormDefinition Form, int FirstRow, int LastRow, string Keys, int CodeLength, ColumnId? Column, IReadOnlyList<RowGroup.Fixed>? Fixed)
{
    /// <summary>True for one fixed row: what is written for it is a number, not an array.</summary>
    public bool IsSingle => Fixed is [_];

    /// <summary>Neighbouring fixed rows.</summary>
    public static RowSpan Of(FormDefinition form, IReadOnlyList<RowGroup.Fixed> rows, IWorkbookLayout layout, ColumnId? column)
    {
        var codes = rows.Select(row => row.Code).ToArray();
        var isCoded = codes.All(code => code is not null);
        var length = isCoded && codes.Select(code => code!.Length).Distinct().Count() == 1 ? codes[0]!.Length : 0;
        var keys = !isCoded ? "" : rows.Count == 1 ? $"\"{codes[0]}\"" : "{" + string.Join(';', codes.Select(code => $"\"{code}\"")) + "}";
        return new RowSpan(form, layout.RowOf(form, rows[0].Key), layout.RowOf(form, rows[^1].Key), keys, length, column, rows);
    }

    /// <summary>Fixed rows in stretches that stand below each other and meet a condition alike.</summary>
    public static IEnumerable<IReadOnlyList<RowGroup.Fixed>> Runs<T>(FormDefinition form, IEnumerable<RowGroup.Fixed> rows, IWorkbookLayout layout, Func<RowGroup.Fixed, T> alike)
    {
        var run = new List<RowGroup.Fixed>();
        foreach (var row in rows.OrderBy(row => layout.RowOf(form, row.Key)))
        {
            var joins = run.Count > 0 && layout.RowOf(form, row.Key) == layout.RowOf(form, run[^1].Key) + 1 && Equals(alike(row), alike(run[^1]));
            if (run.Count > 0 && !joins)
            {
                yield return run;
                run = [];
            }

            run.Add(row);
        }

        if (run.Count > 0) yield return run;
    }
}
