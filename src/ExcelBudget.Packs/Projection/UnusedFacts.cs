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
public static class UnusedFacts
{
    /// <summary>One remark for each table and cause, at its first row.</summary>
    /// <param name="pack">The pack.</param>
    /// <param name="dataset">The facts.</param>
    /// <param name=Year>Budget year.</param>
    public static IReadOnlyList<DatasetFault> Find(Pack pack, Dataset dataset, int year)
    {
        var faults = new FaultLog();
        foreach (var table in pack.Tables) OtherYears(dataset[table], year, pack.AssetsAsOf, faults);
        UnknownSections(pack, dataset[DatasetTables.Narrative], year, faults);
        UnknownProjects(dataset, year, faults);
        foreach (var (column, first) in UnusedColumns.Find(pack, dataset)) Warn(faults, [first], column.Name,
            $"这套表样没有用到“{column.Title}”一栏，填写的内容没有进入工作簿。");
        return faults.InOrder([.. PackSchema.Of(pack).Select(table => dataset[table.Name]).Where(rows => rows.Count > 0)
            .Select(rows => rows[0].File)]);
    }

    private static void OtherYears(IReadOnlyList<DatasetRow> rows, int year, (int Month, int Day) asOf, FaultLog faults)
    {
        var strangers = rows.Where(row => row.Year is { } own && own != year && own != year - 1).ToArray();
        if (strangers.Length > 0) Warn(faults, strangers, Year, $"有 {strangers.Length} 行不是 {year} 年或 {year - 1} 年的，没有使用。请核对年度。");
        var end = FieldValue.Of(new DateOnly(year - 1, asOf.Month, asOf.Day));
        var elsewhen = rows.Where(row => row[AsOf].Day is not null && row[AsOf] != end).ToArray();
        if (elsewhen.Length > 0) Warn(faults, elsewhen, AsOf, $"有 {elsewhen.Length} 行的截止日期不是 {end}，没有使用。{year} 年的资产应为这一天的数，请核对。");
    }

    private static void UnknownSections(Pack pack, IReadOnlyList<DatasetRow> rows, int year, FaultLog faults)
    {
        var known = pack.Forms.SelectMany(form => form.Rows).OfType<RowGroup.Texts>().SelectMany(texts => texts.Sections)
            .Select(section => section.Id).ToHashSet(StringComparer.Ordinal);
        foreach (var section in rows.Where(row => known.Count > 0 && row.Year == year
            && !known.Contains(row.Text(Section))).GroupBy(row => row.Text(Section)))
        {
            Warn(faults, [.. section], Section, $"表样包没有“{section.Key}”这个段落，{section.Count()} 行文字没有使用。可用的段落：{string.Join("、", known)}。");
        }
    }

    /// <summary>Money booked to a project that nobody declared is counted in the forms, but has no target of its own.</summary>
    private static void UnknownProjects(Dataset dataset, int year, FaultLog faults)
    {
        var known = dataset[DatasetTables.Projects].Where(row => row.Year == year)
            .Select(row => (row.Text(UnitCode), row.Text(ProjectCode))).ToHashSet();
        if (known.Count == 0) return;
        var strangers = dataset[DatasetTables.Expenditure].Where(row => row.Year == year && row.Text(ProjectCode).Length > 0
            && !known.Contains((row.Text(UnitCode), row.Text(ProjectCode)))).ToArray();
        if (strangers.Length > 0) Warn(faults, strangers, ProjectCode,
            $"项目表中没有该单位 {year} 年的项目“{strangers[0].Text(ProjectCode)}”{(strangers.Length > 1
                ? $"等，共 {strangers.Length} 行"
                : "")}。金额照常计入支出，但是这些项目没有绩效目标，请核对项目编码。");
    }

    private static void Warn(FaultLog faults, DatasetRow[] rows, string column, string words) =>
        faults.Warn(new FaultPlace(rows[0].File, rows[0].Line, column, Value: rows[0].Text(column)), words);
}
