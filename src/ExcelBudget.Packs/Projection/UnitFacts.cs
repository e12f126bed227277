using System.Globalization;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;

namespace ExcelBudget.Packs.Projection;

/// <summary>The facts of one unit and year, and of the year before.</summary>
internal sealed class UnitFacts
{
    private readonly Dataset _dataset;
    private readonly string _unitCode;
    private readonly int _year;
    private readonly Dictionary<(string Table, bool Previous), IReadOnlyList<DatasetRow>> _tables = [];

    public UnitFacts(Dataset dataset, string unitCode, int year)
    {
        _dataset = dataset;
        _unitCode = unitCode;
        _year = year;
    }

    /// <summary>Rows of a table for this unit and year (a table without a year column has no years; assets stand at last year's end).</summary>
    public IReadOnlyList<DatasetRow> Rows(string table, bool previousYear = false)
    {
        if (_tables.TryGetValue((table, previousYear), out var known)) return known;
        var year = (previousYear ? _year - 1 : _year).ToString(CultureInfo.InvariantCulture);
        IEnumerable<DatasetRow> rows = _dataset[table].Where(row => row.Text("unit_code") == _unitCode && IsOf(row, year));
        if (table == "procurement") rows = rows.Select(WithProject);
        return _tables[(table, previousYear)] = [.. rows];
    }

    /// <summary>Sum of a query's field in yuan (or plain, for counts), for one code when <paramref name="keyField"/> is given.</summary>
    public decimal Sum(FactQuery query, string? keyField = null, string? code = null) => Rows(query.Table, query.PreviousYear)
        .Where(row => Meets(row, query.Where) && (keyField is null || row.Text(keyField) == code))
        .Sum(row => row.Number(query.Field) ?? 0m);

    /// <summary>True when a row holds an allowed value in every field of the conditions.</summary>
    public static bool Meets(DatasetRow row, IReadOnlyDictionary<string, IReadOnlyList<string>> where) =>
        where.All(condition => condition.Value.Contains(row.Text(condition.Key)));

    private bool IsOf(DatasetRow row, string year)
    {
        if (row.Fields.TryGetValue("year", out var own)) return own == year;
        return !row.Fields.TryGetValue("as_of", out var asOf)
            || asOf == (_year - 1).ToString(CultureInfo.InvariantCulture) + "-12-31";
    }

    /// <summary>A procurement row knows its project by code; the form prints the project's name and money.</summary>
    private DatasetRow WithProject(DatasetRow row)
    {
        var project = Rows("projects").FirstOrDefault(project => project.Text("project_code") == row.Text("project_code"));
        if (project is null) return row;
        var fields = new Dictionary<string, string>(row.Fields) { ["project_name"] = project.Text("project_name") };
        if (project.Fields.TryGetValue("amount_yuan", out var amount)) fields["project_amount_yuan"] = amount;
        return row with { Fields = fields };
    }
}
