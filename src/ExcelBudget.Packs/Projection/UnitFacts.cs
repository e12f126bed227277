using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Packs.Projection;

/// <summary>The facts of one unit and year, and of the year before.</summary>
internal sealed class UnitFacts
{
    private readonly Dataset _dataset;
    private readonly string _unitCode;
    private readonly int _year;
    private readonly DateOnly _assetsAsOf;
    private readonly Dictionary<string, IReadOnlyList<DatasetRow>> _read = new(StringComparer.Ordinal);
    private readonly Dictionary<(string Table, bool Previous), IReadOnlyList<DatasetRow>> _tables = [];

    public UnitFacts(Dataset dataset, string unitCode, int year, (int Month, int Day) assetsAsOf)
    {
        _assetsAsOf = new DateOnly(year - 1, assetsAsOf.Month, assetsAsOf.Day);
        _dataset = dataset;
        _unitCode = unitCode;
        _year = year;
    }

    /// <summary>
    /// Rows of a table for this unit and year (a table without a year column has no years; assets stand at the pack's day of last year).
    /// </summary>
    public IReadOnlyList<DatasetRow> Rows(string table, bool previousYear = false)
    {
        if (_tables.TryGetValue((table, previousYear), out var known)) return known;
        var year = previousYear ? _year - 1 : _year;
        if (!_read.TryGetValue(table, out var all)) _read[table] = all = _dataset.RowsOf(table, _unitCode);
        var rows = all.Where(row => IsOf(row, year));
        if (table == DatasetTables.Procurement) rows = rows.Select(WithProject);
        return _tables[(table, previousYear)] = [.. rows];
    }

    /// <summary>The row of another table about the same project, or the same code; null when there is none.</summary>
    public DatasetRow? Joined(DatasetRow fact, string table)
    {
        var rows = Rows(table);
        if (table == DatasetTables.Units) return rows.Count > 0 ? rows[0] : null;
        var field = fact[DatasetFields.ProjectCode].IsBlank ? DatasetFields.FunctionCode : DatasetFields.ProjectCode;
        var key = fact.Text(field);
        return key.Length == 0 ? null : rows.FirstOrDefault(row => row[field].Is(key));
    }

    /// <summary>Sum of a query's field in yuan (or plain, for counts), for one code when <paramref name="keyField"/> is given.</summary>
    public decimal Sum(FactQuery query, string? keyField = null, string? code = null)
    {
        var (rows, sum) = (Rows(query.Table, query.PreviousYear), 0m);
        for (var index = 0; index < rows.Count; index++)
        {
            var row = rows[index];
            if (Meets(row, query.Where) && (keyField is null || row.Text(keyField) == code)) sum += row.Number(query.Field) ?? 0m;
        }

        return sum;
    }

    /// <summary>True when a row holds an allowed value in every field of the conditions.</summary>
    public static bool Meets(DatasetRow row, IReadOnlyDictionary<string, IReadOnlyList<string>> where)
    {
        // most ask for nothing
        if (where.Count == 0) return true;
        foreach (var (field, values) in where)
        {
            if (!Meets(row.Text(field), values)) return false;
        }

        return true;
    }

    /// <summary>One of the values, or a code that begins as one written with «*» does: «301*».</summary>
    private static bool Meets(string text, IReadOnlyList<string> values)
    {
        for (var index = 0; index < values.Count; index++)
        {
            var value = values[index];
            if (text == value || (value.EndsWith('*') && text.AsSpan().StartsWith(value.AsSpan(0, value.Length - 1)))) return true;
        }

        return false;
    }

    private bool IsOf(DatasetRow row, int year)
    {
        if (row.Year is { } own) return own == year;
        return row[DatasetFields.AsOf].Day is not { } asOf || asOf == _assetsAsOf;
    }

    /// <summary>A procurement row knows its project by code; the form prints the project's name and money.</summary>
    private DatasetRow WithProject(DatasetRow row)
    {
        var code = row.Text(DatasetFields.ProjectCode);
        if (Rows(DatasetTables.Projects).FirstOrDefault(project => project[DatasetFields.ProjectCode].Is(code)) is not { } project)
        {
            return row;
        }
        return row.With(
            (DatasetFields.ProjectName, project[DatasetFields.ProjectName]), (DatasetFields.ProjectAmount, project[DatasetFields.Amount]));
    }
}
