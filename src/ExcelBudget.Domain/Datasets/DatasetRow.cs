namespace ExcelBudget.Domain.Datasets;

/// <summary>
/// One row of a dataset table, already read by the schema: required values present, each value what its column declares.
/// </summary>
public sealed class DatasetRow
{
    private readonly RowShape _shape;
    private readonly FieldValue[] _values;

    /// <summary>The fields of one line of a table, in the order of the shape.</summary>
    /// <param name="file">File (or sheet) it came from, as messages name it.</param>
    /// <param name="line">Line in the file, or row in the sheet, from 1.</param>
    /// <param name="shape">The table's columns.</param>
    /// <param name="values">A value for each column, blank where none stands; the row keeps the array.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than columns.</exception>
    public DatasetRow(string file, int line, RowShape shape, FieldValue[] values)
    {
        if (values.Length != shape.Fields.Count) throw new ArgumentException("A row has one value for each column of its table",
            nameof(values));
        (File, Line, _shape, _values) = (file, line, shape, values);
    }

    /// <summary>File (or sheet) it came from, as messages name it.</summary>
    public string File { get; }

    /// <summary>Line in the file, or row in the sheet, from 1.</summary>
    public int Line { get; }

    /// <summary>The table's columns.</summary>
    internal RowShape Shape => _shape;

    /// <summary>A value for each column of the shape.</summary>
    internal ReadOnlySpan<FieldValue> Values => _values;

    /// <summary>A column's value; blank when the cell is, or the table has no such column.</summary>
    public FieldValue this[string field] => _shape.IndexOf(field) is >= 0 and var place ? _values[place] : default;

    /// <summary>The columns that are filled, in the table's order, with their values.</summary>
    public IEnumerable<(string Field, FieldValue Value)> Filled
    {
        get
        {
            for (var place = 0; place < _values.Length; place++)
            {
                if (!_values[place].IsBlank) yield return (_shape.Fields[place], _values[place]);
            }
        }
    }

    /// <summary>A column's text; empty when blank.</summary>
    public string Text(string field) => this[field].Text;

    /// <summary>A column's number; null when it is blank or holds a text or day.</summary>
    public decimal? Number(string field) => this[field].Number;

    /// <summary>The row's budget year; null in a table without one.</summary>
    public int? Year => this[DatasetFields.Year].Year;

    /// <summary>The row with another value in a column, which the table need not have.</summary>
    public DatasetRow With(string field, FieldValue value) => With((field, value));

    /// <summary>The row with other values in columns, which the table need not have.</summary>
    public DatasetRow With(params ReadOnlySpan<(string Field, FieldValue Value)> changes)
    {
        var shape = _shape;
        foreach (var (field, _) in changes) shape = shape.With(field);
        var values = new FieldValue[shape.Fields.Count];
        _values.CopyTo(values, 0);
        foreach (var (field, value) in changes) values[shape.IndexOf(field)] = value;
        return new DatasetRow(File, Line, shape, values);
    }
}
