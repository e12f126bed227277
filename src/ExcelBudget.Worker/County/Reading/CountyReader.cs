using System.Globalization;
using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Findings;
using ExcelBudget.Packs.Datasets;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using ExcelBudget.Packs.Datasets.Tables;
using ExcelBudget.Worker.County.Register;
using T = ExcelBudget.Worker.County.Reading.CountyTables;

namespace ExcelBudget.Worker.County.Reading;

/// <summary>Reads the county file, an xlsx or a folder of CSV files, and finds everything that is wrong with it in one run.</summary>
internal sealed class CountyReader
{
    private readonly List<DatasetFault> _faults = [];
    private readonly TableFilesReading _files;
    private readonly string _folder;
    private readonly IReadOnlySet<string>? _packs;

    private CountyReader(string path, IReadOnlySet<string>? packs)
    {
        _files = TableFiles.Read(path, T.Family);
        _folder = Path.GetDirectoryName(Path.GetFullPath(path))!;
        if (Directory.Exists(path)) _folder = Path.GetFullPath(path);
        _packs = packs;
    }

    /// <summary>Reads.</summary>
    /// <param name="path">The workbook, or the folder of CSV files.</param>
    /// <param name="packs">Ids of the packs there are; null when that is not to be asked.</param>
    public static CountyReading Read(string path, IReadOnlySet<string>? packs = null)
    {
        var reader = new CountyReader(path, packs);
        var register = reader.Register();
        return new(register, [.. reader.InOrder()]);
    }

    private CountyRegister? Register()
    {
        var settings = new SettingValues(_files[T.Settings], _faults, _packs);
        var departments = Departments();
        var units = Units(departments, settings.Pack);
        var steps = new CalendarReader(_files[T.Calendar], _faults, _folder, settings.Data is { } data ? Resolved(data) : null)
            .Read(departments.Select(department => department.Code).ToHashSet(StringComparer.Ordinal));
        if (settings.Name is not { } name || settings.Year is not { } year || settings.Pack is null || steps.Count == 0) return null;
        var register = new CountyRegister(name, year)
        {
            Departments = departments,
            Units = units,
            Steps = steps,
            Office = settings.Office
        };
        return settings.Issuer is { } issuer ? register with { Issuer = issuer } : register;
    }

    private List<CountyDepartment> Departments() =>
    [
        .. Unlike(_files[T.Departments], T.DepartmentCode)
            .Select(row => new CountyDepartment(row.Text(T.DepartmentCode), row.Text(T.DepartmentName))
        {
            Contact = row.Text(T.Contact),
            Phone = row.Text(T.Phone),
        }),
    ];

    private List<CountyUnit> Units(IReadOnlyList<CountyDepartment> departments, string? pack)
    {
        var known = departments.Select(department => department.Code).ToHashSet(StringComparer.Ordinal);
        var units = new List<CountyUnit>();
        foreach (var row in Unlike(_files[T.Units], T.UnitCode))
        {
            var own = row.Text(T.Pack);
            if (!known.Contains(row.Text(T.DepartmentCode)))
                Fault(T.Units, row, T.DepartmentCode, "不在“部门”表中。请改正编码，或在“部门”表中增加这个部门。");
            else if (own.Length > 0 && _packs?.Contains(own) == false)
                Fault(T.Units, row, T.Pack, $"没有这个表样包。现有：{string.Join("、", _packs)}。");
            else if (row.Text(T.Suspended) != "是") units.Add(Unit(row, own.Length > 0 ? own : pack ?? ""));
        }

        return units;
    }

    private static CountyUnit Unit(DatasetRow row, string pack) =>
        new(row.Text(T.UnitCode), row.Text(T.UnitName), row.Text(T.DepartmentCode), pack)
        {
            Level = row.Text(T.Level),
            Nature = row.Text(T.Nature),
            Contact = row.Text(T.Contact),
            Phone = row.Text(T.Phone),
        };

    /// <summary>The rows of a table without those that repeat an earlier code, which are reported.</summary>
    private IEnumerable<DatasetRow> Unlike(ReadTable table, string column)
    {
        var seen = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var row in table.Rows)
        {
            if (seen.TryAdd(row.Text(column), row.Line)) yield return row;
            else Fault(table.Schema, row, column, string.Create(CultureInfo.InvariantCulture, $"与第 {seen[row.Text(column)]} 行重复。请删除或改正。"));
        }
    }

    private void Fault(TableSchema schema, DatasetRow row, string column, string text) =>
        _faults.Add(_files[schema].Fault(row, column, text));

    private string Resolved(string path) => Path.GetFullPath(Path.Combine(_folder, path));

    private IEnumerable<DatasetFault> InOrder()
    {
        var order = T.Family.Tables.Select(table => _files[table].File).ToList();
        return _files.Faults.Concat(_faults).OrderBy(fault => order.IndexOf(fault.File)).ThenBy(fault => fault.Line ?? 0);
    }
}
