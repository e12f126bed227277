using ExcelBudget.Domain.Datasets;

namespace ExcelBudget.Packs.Datasets;

/// <summary>A row while it is being checked.</summary>
internal sealed class RowDraft(string file, int line)
{
    private readonly Dictionary<string, string> fields = new(StringComparer.Ordinal);
    private HashSet<string>? unreadable;

    /// <summary>Physical line, from 1.</summary>
    public int Line { get; } = line;

    /// <summary>False once an error was found: the row stays out of the dataset.</summary>
    public bool Sound { get; set; } = true;

    /// <summary>The value read for a column; empty when blank, absent or unreadable.</summary>
    public string this[string column]
    {
        get => fields.GetValueOrDefault(column, "");
        set => fields[column] = value;
    }

    /// <summary>Notes that the column is filled with something that cannot be read, so that no check takes it for blank.</summary>
    public void MarkUnreadable(string column) => (unreadable ??= new(StringComparer.Ordinal)).Add(column);

    /// <summary>True when the row leaves the column blank.</summary>
    public bool IsBlank(string column) => !fields.ContainsKey(column) && unreadable?.Contains(column) != true;

    /// <summary>True when the row has a readable value in every one of the columns.</summary>
    public bool Has(params ReadOnlySpan<string> columns)
    {
        foreach (var column in columns)
        {
            if (!fields.ContainsKey(column)) return false;
        }

        return true;
    }

    /// <summary>The row as the dataset holds it.</summary>
    public DatasetRow Finished() => new(file, Line, fields);
}

/// <summary>A table after its cells were read: what the checks between rows and tables work on.</summary>
/// <param name="Schema">What the table should be.</param>
/// <param name="File">How messages name it.</param>
/// <param name="Header">Its columns.</param>
/// <param name="Rows">All its rows, unsound ones too: a faulty row still makes its unit or project known.</param>
internal sealed record TableReading(TableSchema Schema, string File, HeaderMap Header, IReadOnlyList<RowDraft> Rows)
{
    /// <summary>True when the file is there and its content is known.</summary>
    public bool Present { get; init; } = true;

    /// <summary>Reports an error about a row, which leaves it out.</summary>
    public void Fail(RowDraft row, string column, string? value, string text, FaultLog faults)
    {
        row.Sound = false;
        faults.Error(Place(row, column, value), text);
    }

    /// <summary>Reports a warning about a row, which stays.</summary>
    public void Warn(RowDraft row, string column, string? value, string text, FaultLog faults) => faults.Warn(Place(row, column, value), text);

    private FaultPlace Place(RowDraft row, string column, string? value) =>
        new(File, row.Line, column, string.IsNullOrEmpty(value) ? null : value, Header.HeaderOf(column));
}
