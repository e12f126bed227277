using ExcelBudget.Domain.Datasets;
using ExcelBudget.Domain.Forms;
using ExcelBudget.Domain.Packs;
using ExcelBudget.Packs.Datasets.Faults;
using ExcelBudget.Packs.Datasets.Schema;
using static ExcelBudget.Domain.Datasets.DatasetFields;

namespace ExcelBudget.Packs.Projection;

/// <summary>
/// Sound rows and columns of a dataset that reach no workbook of a year: nothing that was delivered is left out without a word.
/// </summary>
/// <param name="pack">The pack.</param>
/// <param name="year">Budget year.</param>
public sealed class UnusedFacts(Pack pack, int year)
{
    private readonly FactFiles _files = new(pack);
    private readonly UnusedColumns _columns = new(pack);
    private readonly Dictionary<string, FactTally> _otherYears = TallyOf(pack);
    private readonly Dictionary<string, FactTally> _otherDays = TallyOf(pack);
    private readonly Dictionary<string, FactTally> _sections = new(StringComparer.Ordinal);
    private readonly HashSet<(string Unit, string Project)> _projects = [];
    private readonly FactTally _strangers = new();
    private readonly FieldValue _assetsAsOf = FieldValue.Of(new DateOnly(year - 1, pack.AssetsAsOf.Month, pack.AssetsAsOf.Day));
    private readonly HashSet<string> _knownSections = pack.Forms.SelectMany(form => form.Rows).OfType<RowGroup.Texts>()
        .SelectMany(texts => texts.Sections).Select(section => section.Id).ToHashSet(StringComparer.Ordinal);

    /// <summary>One remark for each table and cause, at its first row.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="dataset">The facts.</param>
    /// <param name="year">Budget year.</param>
    public static IReadOnlyList<DatasetFault> Find(Pack pack, Dataset dataset, int year)
    {
        var unused = new UnusedFacts(pack, year);
        // what others speak of is known before them
        foreach (var table in PackSchema.Of(pack).OrderBy(table => table.Name == DatasetTables.Projects ? 0 : 1))
        {
            foreach (var row in dataset[table.Name]) unused.Add(table.Name, row);
        }

        return unused.Faults();
    }

    /// <summary>Takes a row in; projects before the expenditure that is booked to them.</summary>
    internal void Add(string table, DatasetRow row)
    {
        _files.Add(table, row);
        _columns.Add(table, row);
        if (row.Year is { } own && own != year && own != year - 1) _otherYears.GetValueOrDefault(table)?.Add(row);
        if (row[AsOf] is { Day: not null } day && day != _assetsAsOf) _otherDays.GetValueOrDefault(table)?.Add(row);
        if (row.Year != year) return;
        if (table == DatasetTables.Projects) _projects.Add((row.Text(UnitCode), row.Text(ProjectCode)));
        else if (table == DatasetTables.Expenditure) AddSpending(row);
        else if (table == DatasetTables.Narrative) AddSection(row);
    }

    /// <summary>One remark for each table and cause.</summary>
    internal IReadOnlyList<DatasetFault> Faults()
    {
        var faults = new FaultLog();
        foreach (var table in _otherYears.Keys) OtherYears(table, faults);
        foreach (var (section, rows) in _sections)
            Warn(faults, rows, Section, $"表样包没有“{section}”这个段落，{rows.Count} 行文字没有使用。可用的段落：{string.Join("、", _knownSections)}。");
        if (_strangers.First is { } stranger) Warn(faults, _strangers, ProjectCode,
            $"项目表中没有该单位 {year} 年的项目“{stranger.Text(ProjectCode)}”{(_strangers.Count > 1
                ? $"等，共 {_strangers.Count} 行"
                : "")}。金额照常计入支出，但是这些项目没有绩效目标，请核对项目编码。");
        foreach (var (column, first) in _columns.Found())
            Warn(faults, first, column.Name, $"这套表样没有用到“{column.Title}”一栏，填写的内容没有进入工作簿。");
        return faults.InOrder(_files.InOrder());
    }

    private static Dictionary<string, FactTally> TallyOf(Pack pack) =>
        pack.Tables.ToDictionary(table => table, _ => new FactTally(), StringComparer.Ordinal);

    /// <summary>Money booked to a project that nobody declared is counted in the forms, but has no target of its own.</summary>
    private void AddSpending(DatasetRow row)
    {
        var project = row.Text(ProjectCode);
        if (_projects.Count > 0 && project.Length > 0 && !_projects.Contains((row.Text(UnitCode), project))) _strangers.Add(row);
    }

    private void AddSection(DatasetRow row)
    {
        var section = row.Text(Section);
        if (_knownSections.Count == 0 || _knownSections.Contains(section)) return;
        if (!_sections.TryGetValue(section, out var rows)) _sections[section] = rows = new FactTally();
        rows.Add(row);
    }

    private void OtherYears(string table, FaultLog faults)
    {
        if (_otherYears[table] is { Count: > 0 and var strangers } years)
            Warn(faults, years, Year, $"有 {strangers} 行不是 {year} 年或 {year - 1} 年的，没有使用。请核对年度。");
        if (_otherDays[table] is { Count: > 0 and var elsewhen } days)
            Warn(faults, days, AsOf, $"有 {elsewhen} 行的截止日期不是 {_assetsAsOf}，没有使用。{year} 年的资产应为这一天的数，请核对。");
    }

    private static void Warn(FaultLog faults, FactTally rows, string column, string words) => Warn(faults, rows.First!, column, words);

    private static void Warn(FaultLog faults, DatasetRow first, string column, string words) =>
        faults.Warn(new FaultPlace(first.File, first.Line, column, Value: first.Text(column)), words);
}
