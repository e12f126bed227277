using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>A row while it is being checked.</summary>
internal sealed class RowDraft(string file, int line, RowShape shape)
{
    private readonly FieldValue[] _values = new FieldValue[shape.Fields.Count];
    private HashSet<string>? _unreadable;

    /// <summary>Physical line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>False once an error was found: the row stays out of the dataset.</summary>
    public bool Sound { get; set; } = true;

    /// <summary>The value read for a column, as text; empty when blank, absent or unreadable.</summary>
    public string this[string column] => shape.IndexOf(column) is >= 0 and var place ? _values[place].Text : "";

    /// <summary>Fills a column of the table.</summary>
    public void Set(string column, FieldValue value) => _values[shape.IndexOf(column)] = value;

    /// <summary>Notes that the column is filled with something that cannot be read, so that no check takes it for blank.</summary>
    public void MarkUnreadable(string column) => (_unreadable ??= new(StringComparer.Ordinal)).Add(column);

    /// <summary>True when the row leaves the column blank.</summary>
    public bool IsBlank(string column) => !IsFilled(column) && _unreadable?.Contains(column) != true;

    /// <summary>True when the row has a readable value in every one of the columns.</summary>
    public bool Has(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (!IsFilled(column)) return false;
        }

        return true;
    }

    /// <summary>The row as the dataset holds it.</summary>
    public DatasetRow Finished() => new(file, Line, shape, _values);

    private bool IsFilled(string column) => shape.IndexOf(column) is >= 0 and var place && !_values[place].IsBlank;
}
