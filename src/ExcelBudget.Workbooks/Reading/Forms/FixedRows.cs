using System.Runtime.CompilerServices;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Workbooks.Reading.Forms;

/// <summary>What a form says of its fixed rows, worked out once for all workbooks.</summary>
internal sealed class FixedRows
{
    private static readonly ConditionalWeakTable<FormDefinition, FixedRows> Known = [];

    private FixedRows(FormDefinition form)
    {
        Rows = [.. form.Rows.OfType<RowGroup.Fixed>()];
        HasOrdinals = Rows.Any(row => row.Labels.Values.Any(label => Ordinals.StyleOf(label) is not null));
        Columns = [.. Rows.SelectMany(row => row.Labels.Keys).Append(NumberColumn(form)).Distinct()];
        SurestFirst = [.. Rows.OrderByDescending(row => row.Labels.Count)];
    }

    /// <summary>The rows in printed order.</summary>
    public RowGroup.Fixed[] Rows { get; }

    /// <summary>True when some of their labels begin with an ordinal.</summary>
    public bool HasOrdinals { get; }

    /// <summary>The columns of their labels, and 序号.</summary>
    public ColumnId[] Columns { get; }

    /// <summary>Rows with more labels are surer, so they choose first; a lone label may occur twice in the form.</summary>
    public RowGroup.Fixed[] SurestFirst { get; }

    /// <summary>The same of each form, which never changes.</summary>
    public static FixedRows Of(FormDefinition form) => Known.GetValue(form, static form => new FixedRows(form));

    /// <summary>序号; nothing in a form without it.</summary>
    public static ColumnId NumberColumn(FormDefinition form) => form.Columns.FirstOrDefault(column => column.IsRowNumber)?.Id ?? default;
}
