using System.Globalization;

namespace ExcelBudget.Domain.Datasets;

/// <summary>One row of a dataset table, already checked against the schema: required fields present, amounts and years readable.</summary>
/// <param name="File">File (or sheet) it came from, as messages name it.</param>
/// <param name="Line">Line in the file, or row in the sheet, from 1.</param>
/// <param name="Fields">Values by column name; blank values are absent. Text is trimmed, line ends are «\n», numbers are invariant.</param>
public sealed record DatasetRow(string File, int Line, IReadOnlyDictionary<string, string> Fields)
{
    /// <summary>A field's text; empty when blank.</summary>
    public string Text(string field) => Fields.GetValueOrDefault(field, "");

    /// <summary>A field's number; null when blank. The schema has made sure that it can be read.</summary>
    public decimal? Number(string field) =>
        Fields.TryGetValue(field, out var text) ? decimal.Parse(text, NumberStyles.Number, CultureInfo.InvariantCulture) : null;
}

/// <summary>数据集。The facts of one or more units, in yuan, by table name (revenue, expenditure, …).</summary>
/// <param name="tables">Rows by table; a table that is not given is empty.</param>
public sealed class Dataset(IReadOnlyDictionary<string, IReadOnlyList<DatasetRow>> tables)
{
    /// <summary>The rows of a table in file order; empty when the dataset has no such table.</summary>
    public IReadOnlyList<DatasetRow> this[string table] => tables.TryGetValue(table, out var rows) ? rows : [];
}
