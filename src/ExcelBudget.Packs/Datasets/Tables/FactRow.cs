using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Spelling;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Values;

namespace ExcelBudget.Packs.Datasets.Tables;

/// <summary>Rows of facts that come from no file.</summary>
public static class FactRow
{
    /// <summary>A row from texts, read as the table's columns declare.</summary>
    /// <param name="table">Table.</param>
    /// <param name="file">What messages call the origin of the row.</param>
    /// <param name="line">Line, from 1.</param>
    /// <param name="fields">Texts by column name; blank and absent ones stay blank.</param>
    /// <exception cref="ArgumentException">The table has no such column, or a text cannot be read as what its column holds.</exception>
    public static DatasetRow Of(TableSchema table, string file, int line, IEnumerable<KeyValuePair<string, string>> fields)
    {
        var values = new FieldValue[table.Columns.Count];
        foreach (var (field, text) in fields)
        {
            var place = table.Shape.IndexOf(field);
            if (place < 0) throw new ArgumentException($"Table {table.Name} has no column {field}", nameof(fields));
            if (TextFolding.IsBlank(text)) continue;
            var read = FieldReader.Read(table.Columns[place], new RawCell(text));
            if (read.IsWrong) throw new ArgumentException($"{table.Name}.{field} “{text}” {read.Remark}", nameof(fields));
            values[place] = read.Value;
        }

        return new DatasetRow(file, line, table.Shape, values);
    }
}
