using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Spelling;

namespace ExcelBudget.Packs.Datasets.Schema;

/// <summary>One table of a dataset: a CSV file or a sheet of this name.</summary>
/// <param name="Name">Fixed name without extension: <c>revenue</c>.</param>
/// <param name="Title">Chinese title for messages and documentation.</param>
/// <param name="Meaning">One line in Chinese: what one row is.</param>
/// <param name="Required">A dataset without this table is incomplete.</param>
/// <param name="Columns">The columns, in the order of the documentation; files may have any order.</param>
public sealed record TableSchema(string Name, string Title, string Meaning, bool Required, IReadOnlyList<ColumnSchema> Columns)
{
    private readonly Dictionary<string, ColumnSchema> _byHeader = Columns
        .SelectMany(column => column.Headers, (column, header) => (Key: TextFolding.Key(header), column))
        .ToDictionary(entry => entry.Key, entry => entry.column, StringComparer.Ordinal);

    /// <summary>
    /// The column a header stands for: fixed name, title or alias, whatever the case, width and spaces; null when unknown.
    /// </summary>
    public ColumnSchema? Find(string header) => _byHeader.GetValueOrDefault(TextFolding.Key(header));

    /// <summary>The same table with other columns.</summary>
    public TableSchema Having(IReadOnlyList<ColumnSchema> columns) =>
        new(Name, Title, Meaning, Required, columns) { AlsoNamed = AlsoNamed };

    /// <summary>Other names a file or sheet of this table may have, besides <see cref="Name"/> and <see cref="Title"/>.</summary>
    public IReadOnlyList<string> AlsoNamed { get; init; } = [];

    /// <summary>Every name under which the table's file or sheet is found.</summary>
    public IEnumerable<string> FileNames => [Name, Title, .. AlsoNamed];

    /// <summary>The columns of a row, shared by all rows of the table.</summary>
    public RowShape Shape { get; } = new(Columns.Select(column => column.Name));
}
