using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets;

/// <summary>One table of a dataset: a CSV file or a sheet of this name.</summary>
/// <param name="Name">Fixed name without extension: <c>revenue</c>.</param>
/// <param name="Title">Chinese title for messages and documentation.</param>
/// <param name="Meaning">One line in Chinese: what one row is.</param>
/// <param name="Required">A dataset without this table is incomplete.</param>
/// <param name="Columns">The columns, in the order of the documentation; files may have any order.</param>
public sealed record TableSchema(string Name, string Title, string Meaning, bool Required, IReadOnlyList<ColumnSchema> Columns)
{
    private readonly Dictionary<string, ColumnSchema> byHeader = Columns
        .SelectMany(column => column.Headers, (column, header) => (Key: TextFolding.Key(header), column))
        .ToDictionary(entry => entry.Key, entry => entry.column, StringComparer.Ordinal);

    /// <summary>The column a header stands for: fixed name, title or alias, whatever the case, width and spaces; null when unknown.</summary>
    public ColumnSchema? Find(string header) => byHeader.GetValueOrDefault(TextFolding.Key(header));

    /// <summary>The columns of a row, shared by all rows of the table.</summary>
    public RowShape Shape { get; } = new(Columns.Select(column => column.Name));

    /// <summary>A row from texts, read as the columns declare: for facts that come from no file.</summary>
    /// <param name="file">What messages call their origin.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="fields">Texts by column name; blank and absent ones stay blank.</param>
    /// <exception cref="ArgumentException">The table has no such column, or a text cannot be read as what its column holds.</exception>
    public DatasetRow Row(string file, int line, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var values = new FieldValue[Columns.Count];
        foreach (var (field, text) in fields)
        {
            var place = Shape.IndexOf(field);
            if (place < 0) throw new ArgumentException($"Table {Name} has no column {field}", nameof(fields));
            if (TextFolding.IsBlank(text)) continue;
            var read = CellReader.Read(Columns[place], new RawCell(text));
            if (read.IsWrong) throw new ArgumentException($"{Name}.{field} “{text}” {read.Remark}", nameof(fields));
            values[place] = read.Value;
        }

        return new DatasetRow(file, line, Shape, values);
    }
}
